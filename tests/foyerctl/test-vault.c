/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-vault"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl.h"
#include "store/db.h"

#define ADA "{\"name\": \"Ada Lovelace\", \"company\": \"Analytical\", \"type\": \"guest\"}"

static void
open_on_monday (Place *place, gconstpointer unused)
{
  place->now = "2026-11-23 09:00:00";
  place_open (place, NULL);
}

static void
open_empty (Place *place, gconstpointer unused)
{
  place->now = "2026-11-23 09:00:00";
  place_set_up (place, NULL);
  place_init (place);
}

static FoyerDb *
open_rows (Place *place)
{
  g_autofree char *uri = g_strconcat ("sqlite:", place->data, NULL);
  const FoyerStorePlace where = { .uri = uri };
  g_autoptr (GError) err = NULL;
  FoyerDb *db = foyer_db_open (&where, FALSE, &err);

  g_assert_no_error (err);
  return db;
}

/* Returns: the visit's id. @code: (out) (optional): its badge's code */
static char *
sign_in (Place *place, char **code)
{
  g_autoptr (Answer) arrived = place_call (place, ADA, "visit", "sign-in", NULL);

  assert_done (arrived);
  if (code != NULL)
    *code = member (arrived->out, "code");
  return member (arrived->out, "id");
}

static void
sign_out (Place *place, const char *code)
{
  g_autofree char *leaving = g_strdup_printf ("{\"code\": \"%s\"}", code);
  g_autoptr (Answer) left = place_call (place, leaving, "visit", "sign-out", NULL);

  assert_done (left);
}

static void
test_status_of_a_new_store (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) text = place_call (place, "", "vault", "status", NULL);
  g_autoptr (Answer) json = place_call (place, "", "vault", "status", "--json", NULL);
  g_autoptr (Answer) check = place_call (place, "", "vault", "check", NULL);

  assert_done (text);
  assert_says (text->out, "Holder: file.\n");
  assert_says (text->out, "Key swaps: 0; the last one 2026-11-23T10:00:");
  assert_says (text->out, "All that was deleted or corrected is forgotten;");
  assert_done (json);
  assert_says (json->out, "\"holder\":\"file\",\"pepper\":false,");
  assert_says (json->out, "\"swaps\":0,");
  assert_says (json->out, "\"owed_since\":null,\"owed_by\":null");
  assert_done (check);
  assert_says (check->out, "Damaged: 0.");
}

static void
test_a_correction_forgets_what_stood_there (Place *place, gconstpointer unused)
{
  g_autofree char *id = sign_in (place, NULL);
  g_autofree char *input = g_strdup_printf ("{\"id\": \"%s\", \"name\": \"Augusta Ada King\"}", id);
  g_autoptr (Answer) by_security =
      place_call_as (place, "security", input, "visit", "correct", NULL);
  g_autoptr (Answer) by_nobody = place_call (place, input, "visit", "correct", NULL);
  g_autoptr (Answer) done = NULL;
  g_autofree char *list = NULL;

  /* Given who may not */
  assert_refused (by_security, 1, "not allowed");
  assert_refused (by_nobody, 2, "--as NAME");
  assert_swaps (place, 0);

  /* When a receptionist does it while the visitor is in the house */
  done = place_call_as (place, "receptionist", input, "visit", "correct", NULL);

  /* Then the right name stands there, and the key is another one */
  assert_done (done);
  assert_says (done->out, "The visit is corrected; what stood there is forgotten (holder: file;");
  list = place_list (place);
  assert_says (list, "\"name\":\"Augusta Ada King\",\"company\":\"Analytical\"");
  assert_swaps (place, 1);
}

static void
test_an_erased_visit_is_forgotten (Place *place, gconstpointer unused)
{
  g_autofree char *code = NULL;
  g_autofree char *id = sign_in (place, &code);
  g_autofree char *input = g_strdup_printf ("{\"id\": \"%s\"}", id);

  /* Given a visitor who is still in the house, and somebody who may not */
  {
    g_autoptr (Answer) early =
        place_call_as (place, "privacy-officer", input, "visit", "erase", NULL);
    g_autoptr (Answer) by_receptionist =
        place_call_as (place, "receptionist", input, "visit", "erase", NULL);
    g_autoptr (Answer) strange =
        place_call_as (place, "privacy-officer", "{\"id\": \"x\"}", "visit", "erase", NULL);

    assert_refused (early, 1, "still on site");
    assert_refused (by_receptionist, 1, "not allowed");
    assert_refused (strange, 1, "no visit's id");
  }

  /* When the visitor has left, and the privacy officer erases the visit */
  sign_out (place, code);
  {
    g_autoptr (Answer) done =
        place_call_as (place, "privacy-officer", input, "visit", "erase", NULL);
    g_autoptr (Answer) again =
        place_call_as (place, "privacy-officer", input, "visit", "erase", NULL);
    g_autoptr (Answer) status = place_call (place, "", "vault", "status", NULL);
    g_autofree char *list = place_list (place);

    /* Then it is gone with its key */
    assert_done (done);
    assert_says (done->out, "The visit is erased; it is forgotten (holder: file;");
    assert_refused (again, 1, "no such visit");
    g_assert_cmpstr (list, ==, "[]\n");
    assert_says (status->out, "Key swaps: 1;");
    assert_says (status->out, "All that was deleted or corrected is forgotten;");
  }
}

static GBytes *
read_kek_id (Place *place)
{
  g_autoptr (FoyerDb) db = open_rows (place);
  g_autoptr (FoyerRows) rows = foyer_db_query (db, NULL, "SELECT kek_id FROM vault");

  g_assert_nonnull (rows);
  g_assert_true (foyer_rows_next (rows, NULL));
  return foyer_rows_blob (rows, 0);
}

static gboolean
is_zero (Place *place, const char *name)
{
  g_autofree char *path = g_build_filename (place->data, name, NULL);
  g_autofree char *bytes = NULL;
  gsize size = 0;
  gsize n_zeros = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size, ==, 65536);
  while (n_zeros < size && bytes[n_zeros] == 0)
    n_zeros++;
  return n_zeros == size;
}

static void
test_a_swap_leaves_one_key (Place *place, gconstpointer unused)
{
  g_autoptr (GBytes) before = read_kek_id (place);
  g_autoptr (GBytes) after = NULL;

  {
    g_autoptr (Answer) done = place_call (place, "", "vault", "swap", NULL);

    assert_done (done);
    assert_says (done->out, "The key is swapped");
  }
  after = read_kek_id (place);
  g_assert_false (g_bytes_equal (before, after));
  g_assert_true (is_zero (place, "kek.0"));
  g_assert_false (is_zero (place, "kek.1"));
  {
    g_autoptr (Answer) again = place_call (place, "", "vault", "swap", NULL);

    assert_done (again);
  }
  g_assert_false (is_zero (place, "kek.0"));
  g_assert_true (is_zero (place, "kek.1"));
  assert_swaps (place, 2);
}

static void
flip_a_byte (Place *place)
{
  g_autoptr (FoyerDb) db = open_rows (place);
  g_autoptr (FoyerRows) rows = foyer_db_query (db, NULL, "SELECT record FROM visit");
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) flipped = NULL;
  guint8 *bytes;
  gsize size;

  g_assert_nonnull (rows);
  g_assert_true (foyer_rows_next (rows, NULL));
  record = foyer_rows_blob (rows, 0);
  g_clear_pointer (&rows, foyer_rows_free);
  size = g_bytes_get_size (record);
  bytes = g_memdup2 (g_bytes_get_data (record, NULL), size);
  bytes[size / 2] ^= 1;
  flipped = g_bytes_new_take (bytes, size);
  g_assert_true (foyer_db_exec (db, NULL, "UPDATE visit SET record = $1", foyer_blob (flipped)));
}

static void
test_a_flipped_bit_is_found (Place *place, gconstpointer unused)
{
  g_autofree char *id = sign_in (place, NULL);
  g_autofree char *words = g_strdup_printf ("Visit %s is damaged", id);

  flip_a_byte (place);
  {
    g_autoptr (Answer) found = place_call (place, "", "vault", "check", NULL);
    g_autoptr (Answer) json = place_call (place, "", "vault", "check", "--json", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);
    g_autofree char *list = place_list (place);

    g_assert_cmpint (found->status, ==, 1);
    assert_says (found->out, words);
    assert_says (found->out, "Damaged: 1.");
    assert_says (found->err, "foyerctl: Something is damaged.");
    g_assert_cmpint (json->status, ==, 1);
    assert_says (json->out, words);
    g_assert_cmpint (check->status, ==, 1);
    assert_says (check->out, "WRONG: vault: ");
    assert_says (check->out, words);

    /* And it is shown, without a guess at what stood there */
    assert_says (list, id);
    g_assert_null (strstr (list, "Ada Lovelace"));
  }
}

static void
test_a_swap_that_cannot_be (Place *place, gconstpointer unused)
{
  g_autofree char *in_the_way = g_build_filename (place->data, "kek.1", NULL);
  g_autofree char *code = NULL;
  g_autofree char *id = sign_in (place, &code);
  g_autofree char *input = g_strdup_printf ("{\"id\": \"%s\"}", id);

  sign_out (place, code);

  /* When a visit is erased, and the next key has no place */
  g_assert_cmpint (g_mkdir (in_the_way, 0700), ==, 0);
  {
    g_autoptr (Answer) erase =
        place_call_as (place, "privacy-officer", input, "visit", "erase", NULL);

    assert_refused (erase, 1, "kek.1");
  }

  /* Then it is said that this is still owed, and after a while that it is late */
  {
    g_autoptr (Answer) status = place_call (place, "", "vault", "status", NULL);
    g_autoptr (Answer) early = place_call (place, "", "check", NULL);

    assert_done (status);
    assert_says (status->out, "it is forgotten with the next swap, by 2026-11-23T10:01:");
    g_assert_null (strstr (early->out, "not forgotten yet"));
  }
  place->now = "2026-11-23 09:10:00";
  {
    g_autoptr (Answer) late = place_call (place, "", "check", NULL);

    assert_done (late);
    assert_says (late->out, "warning: vault: What was deleted or corrected is not forgotten yet");
  }

  /* And when the way is free, it is done */
  g_assert_cmpint (g_rmdir (in_the_way), ==, 0);
  {
    g_autoptr (Answer) swap = place_call (place, "", "vault", "swap", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    assert_done (swap);
    g_assert_null (strstr (check->out, "not forgotten yet"));
  }
}

#define VAULT(path, set_up, func) g_test_add (path, Place, NULL, set_up, func, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  VAULT ("/vault/status of a new store", open_empty, test_status_of_a_new_store);
  VAULT ("/vault/a correction forgets what stood there",
         place_open,
         test_a_correction_forgets_what_stood_there);
  VAULT ("/vault/an erased visit is forgotten", place_open, test_an_erased_visit_is_forgotten);
  VAULT ("/vault/a swap leaves one key", open_empty, test_a_swap_leaves_one_key);
  VAULT ("/vault/a flipped bit is found", place_open, test_a_flipped_bit_is_found);
  VAULT ("/vault/a swap that cannot be", open_on_monday, test_a_swap_that_cannot_be);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-vault-missing"

#include <glib/gstdio.h>
#include <string.h>

#include "ctl.h"
#include "store/db.h"

#define ADA "{\"name\": \"Ada Lovelace\", \"company\": \"Analytical\", \"type\": \"guest\"}"
#define EVE "{\"name\": \"eve\", \"password\": \"" PASSWORD "\"}"
#define CHAPTER "The manual's chapter “The vault”"
#define OLD_STORE "before Foyer sealed its records"

static void
open_empty (Place *place, gconstpointer unused)
{
  place->now = "2026-11-23 09:00:00";
  place_set_up (place, NULL);
  place_init (place);
}

/* Then each command says so and how to go on. */
static void
assert_no_key (Place *place, const char *words)
{
  const struct {
    const char *name;
    const char *input;
    const char *words[3];
  } calls[] = {
    { NULL, ADA, { "visit", "sign-in", NULL } },
    { "root", "", { "visit", "list", NULL } },
    { NULL, "", { "retention", "run", NULL } },
    { NULL, "", { "vault", "status", NULL } },
    { NULL, "", { "vault", "check", NULL } },
    { NULL, "", { "vault", "swap", NULL } },
    { NULL, EVE, { "init", NULL } },
  };
  g_autoptr (Answer) check = place_call (place, "", "check", NULL);

  g_assert_cmpint (check->status, ==, 1);
  assert_says (check->out, "WRONG: vault: ");
  assert_says (check->out, CHAPTER);
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++) {
    g_autoptr (Answer) answer = place_run (place, calls[i].name, calls[i].input, calls[i].words);

    assert_refused (answer, 1, CHAPTER);
    assert_refused (answer, 1, words);
    assert_refused (answer, 1, "Nothing was changed");
  }
}

static void
test_a_key_file_that_is_missing (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) arrived = place_call (place, ADA, "visit", "sign-in", NULL);
  g_autofree char *list = place_list (place);
  g_autofree char *key = g_build_filename (place->data, "kek.0", NULL);
  g_autofree char *elsewhere = g_build_filename (place->folder, "kek.0", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *after = NULL;
  g_autofree char *list_after = NULL;
  gsize size;

  assert_done (arrived);

  /* When somebody moves the key's file away */
  g_assert_true (g_file_get_contents (key, &bytes, &size, NULL));
  g_assert_cmpint (g_rename (key, elsewhere), ==, 0);
  assert_no_key (place, "neither kek.0 nor kek.1 is a key of this store");
  g_assert_false (g_file_test (key, G_FILE_TEST_EXISTS));

  /* And when it is back, so is everything */
  g_assert_cmpint (g_rename (elsewhere, key), ==, 0);
  list_after = place_list (place);
  g_assert_cmpstr (list_after, ==, list);
  assert_swaps (place, 0);
  g_assert_true (g_file_get_contents (key, &after, &size, NULL));
  g_assert_cmpmem (after, size, bytes, 65536);
  {
    g_autoptr (Answer) swap = place_call (place, "", "vault", "swap", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    assert_done (swap);
    assert_done (check);
  }
}

static void
test_a_key_file_that_was_changed (Place *place, gconstpointer unused)
{
  g_autofree char *key = g_build_filename (place->data, "kek.0", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *changed = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (key, &bytes, &size, NULL));
  changed = g_memdup2 (bytes, size);
  changed[size / 2] ^= 1;
  g_assert_true (g_file_set_contents_full (key, changed, size, 0, 0600, NULL));
  assert_no_key (place, "opens nothing");
  g_assert_true (g_file_set_contents_full (key, bytes, size, 0, 0600, NULL));
  assert_swaps (place, 0);
}

static void
test_a_folder_of_the_key_that_is_gone (Place *place, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (place->folder, "key", NULL);
  g_autofree char *elsewhere = g_build_filename (place->folder, "elsewhere", NULL);
  g_autofree char *settings = NULL;
  g_autofree char *text = NULL;

  /* Given a key in a folder of its own */
  g_assert_true (g_file_get_contents (place->config, &settings, NULL, NULL));
  text = g_strconcat (settings, "[vault]\nfolder=key\n", NULL);
  g_free (place_write (place, "foyer.conf", text, -1));
  place_init (place);
  assert_swaps (place, 0);

  /* When its disk is not mounted */
  g_assert_cmpint (g_rename (folder, elsewhere), ==, 0);
  {
    g_autoptr (Answer) status = place_call (place, "", "vault", "status", NULL);
    g_autoptr (Answer) swap = place_call (place, "", "vault", "swap", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    assert_refused (status, 1, CHAPTER);
    assert_refused (swap,
                    1,
                    "vault.lock cannot be taken: No such file or directory. Nothing was changed");
    g_assert_cmpint (check->status, ==, 1);
    assert_says (check->out, CHAPTER);
    g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  }

  /* And when it is back, so is everything */
  g_assert_cmpint (g_rename (elsewhere, folder), ==, 0);
  assert_swaps (place, 0);
}

static void
test_a_store_of_an_earlier_foyer (Place *place, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (place->data, "foyer.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before;
  gsize size;

  /* Given the first schema step's number, and no vault */
  {
    g_autofree char *uri = g_strconcat ("sqlite:", place->data, NULL);
    const FoyerStorePlace where = { .uri = uri };
    g_autoptr (GError) err = NULL;
    g_autoptr (FoyerDb) db = foyer_db_open (&where, TRUE, &err);

    g_assert_no_error (err);
    g_assert_true (foyer_db_script (db, "DROP TABLE vault", NULL));
  }
  g_assert_true (g_file_get_contents (file, &before, &size_before, NULL));
  {
    g_autoptr (Answer) arrived = place_call (place, ADA, "visit", "sign-in", NULL);
    g_autoptr (Answer) init = place_call (place, EVE, "init", NULL);
    g_autoptr (Answer) swap = place_call (place, "", "vault", "swap", NULL);
    g_autoptr (Answer) check = place_call (place, "", "check", NULL);

    assert_refused (arrived, 1, OLD_STORE);
    assert_refused (init, 1, OLD_STORE);
    assert_refused (swap, 1, OLD_STORE);
    g_assert_cmpint (check->status, ==, 1);
    assert_says (check->out, OLD_STORE);
  }
  g_assert_true (g_file_get_contents (file, &after, &size, NULL));
  g_assert_cmpmem (after, size, before, size_before);
}

static void
test_a_pepper_that_is_missing (Place *place, gconstpointer unused)
{
  g_autofree char *variable = g_strconcat ("CREDENTIALS_DIRECTORY=", place->folder, NULL);
  const char *const wrap[] = { "env", variable, NULL };

  /* Given a store that was made with a pepper */
  g_free (place_write (place, "foyer.pepper", "thirty-two bytes of black pepper", -1));
  place->wrap = wrap;
  place_init (place);
  {
    g_autoptr (Answer) status = place_call (place, "", "vault", "status", NULL);

    assert_done (status);
    assert_says (status->out, "Holder: file, with a pepper.");
  }

  /* When it is missing, or another one */
  place->wrap = NULL;
  assert_no_key (place, "the pepper that it was made with is missing");
  place->wrap = wrap;
  g_free (place_write (place, "foyer.pepper", "thirty-two bytes of white pepper", -1));
  assert_no_key (place, "the pepper is another one");

  /* And when it is back, so is everything */
  g_free (place_write (place, "foyer.pepper", "thirty-two bytes of black pepper", -1));
  assert_swaps (place, 0);
  place->wrap = NULL;
}

#define MISSING(path, set_up, func) g_test_add (path, Place, NULL, set_up, func, place_tear_down)

static char *
read_key (Place *place)
{
  g_autofree char *path = g_build_filename (place->data, "kek.0", NULL);
  char *bytes = NULL;

  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  return bytes;
}

static void
test_a_row_that_named_the_key_and_is_gone (Place *place, gconstpointer unused)
{
  g_autofree char *uri = g_strconcat ("sqlite:", place->data, NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&(FoyerStorePlace){ .uri = uri }, FALSE, &err);
  g_autofree char *before = read_key (place);
  g_autofree char *after = NULL;

  g_assert_no_error (err);
  g_assert_true (foyer_db_script (db, "CREATE TEMP TABLE kept AS SELECT * FROM vault", &err));
  g_assert_true (foyer_db_script (db, "DELETE FROM vault", &err));
  assert_no_key (place, "was taken away");

  /* init has not made another key over the living one: with the row back, all is back */
  after = read_key (place);
  g_assert_cmpmem (after, 65536, before, 65536);
  g_assert_true (foyer_db_script (db, "INSERT INTO vault SELECT * FROM temp.kept", &err));
  assert_swaps (place, 0);
}

static void
test_a_key_of_another_store (Place *place, gconstpointer unused)
{
  g_autofree char *before = read_key (place);
  g_autofree char *rows = g_build_filename (place->data, "foyer.db", NULL);
  g_autofree char *elsewhere = g_build_filename (place->data, "elsewhere.db", NULL);
  g_autofree char *after = NULL;

  /* Given a key whose store is not there at the moment */
  g_assert_cmpint (g_rename (rows, elsewhere), ==, 0);
  {
    g_autoptr (Answer) init = place_call (place, EVE, "init", NULL);

    assert_refused (init, 1, "kek.0 is a key already");
  }
  after = read_key (place);
  g_assert_cmpmem (after, 65536, before, 65536);
  g_assert_cmpint (g_rename (elsewhere, rows), ==, 0);
  assert_swaps (place, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  MISSING ("/vault-missing/a key file that is missing",
           place_open,
           test_a_key_file_that_is_missing);
  MISSING ("/vault-missing/a key file that was changed",
           open_empty,
           test_a_key_file_that_was_changed);
  MISSING ("/vault-missing/a folder of the key that is gone",
           place_set_up,
           test_a_folder_of_the_key_that_is_gone);
  MISSING ("/vault-missing/a store of an earlier Foyer",
           place_set_up,
           test_a_store_of_an_earlier_foyer);
  MISSING ("/vault-missing/a row that named the key and is gone",
           open_empty,
           test_a_row_that_named_the_key_and_is_gone);
  MISSING ("/vault-missing/a key of another store", open_empty, test_a_key_of_another_store);
  MISSING ("/vault-missing/a pepper that is missing", place_set_up, test_a_pepper_that_is_missing);
  return g_test_run ();
}

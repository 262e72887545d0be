/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk loses its power while somebody works: what was acknowledged is there, what was erased is
 * gone, and the key is whole. */

#define G_LOG_DOMAIN "foyer-test-power-cut"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "foyer-test.h"
#include "image.h"
#include "privacy/vault.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/id.h"

#define ROUNDS 20
#define LONG_ROUNDS 250

/* Up to so many deeds are waited for, then up to so many µs, which is some three deeds. */
#define DEEDS 25
#define LATER 6000

/* A visit as it was acknowledged. */
typedef struct {
  char *name;    /* NULL: it is gone */
  char *or_name; /* what was begun and not acknowledged may be so as well */
  gboolean or_gone;
} Known;

typedef struct {
  Image *image;
  FoyerStorePlace place;
  FoyerActor *program;
  char *receptionist;
  char *officer;
  GHashTable *visits; /* id -> Known */
  guint acknowledged;
  guint in_swap;   /* rounds whose cut came in a swap */
  guint two_slots; /* rounds that left two secrets, whole or torn */
} Cut;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known->or_name);
  g_free (known);
}

static Known *
know (Cut *cut, const char *id)
{
  Known *known = g_hash_table_lookup (cut->visits, id);

  if (known == NULL) {
    known = g_new0 (Known, 1);
    g_hash_table_insert (cut->visits, g_strdup (id), known);
  }
  return known;
}

static void
begin (Cut *cut, char *const *words)
{
  Known *known = strcmp (words[2], "-") != 0 ? know (cut, words[2]) : NULL;

  if (g_str_equal (words[1], "come") || g_str_equal (words[1], "correct"))
    known->or_name = g_strdup (words[3]);
  known = known != NULL && g_str_equal (words[1], "erase") ? known : NULL;
  if (known != NULL)
    known->or_gone = TRUE;
}

static void
acknowledge (Cut *cut, char *const *words)
{
  Known *known = strcmp (words[2], "-") != 0 ? know (cut, words[2]) : NULL;

  cut->acknowledged++;
  if (known == NULL)
    return;
  if (known->or_name != NULL) {
    g_free (known->name);
    known->name = g_steal_pointer (&known->or_name);
  }
  if (known->or_gone)
    g_clear_pointer (&known->name, g_free);
  known->or_gone = FALSE;
}

/* Every whole line of what the worker said. */
static void
take_in (Cut *cut, const char *said)
{
  g_auto (GStrv) lines = g_strsplit (said, "\n", -1);
  g_auto (GStrv) begun = NULL;
  guint n = g_strv_length (lines);

  for (guint i = 0; i + 1 < n; i++) {
    if (g_str_equal (lines[i], "done")) {
      acknowledge (cut, begun);
      g_clear_pointer (&begun, g_strfreev);
      continue;
    }
    begun = g_strsplit (lines[i], " ", 4);
    g_assert_cmpuint (g_strv_length (begun), ==, 4);
    begin (cut, begun);
  }
  cut->in_swap += begun != NULL && g_str_equal (begun[1], "swap");
}

static guint
count_done (const char *said)
{
  guint n = 0;

  for (const char *at = said; (at = strstr (at, "done\n")) != NULL; at++)
    n++;
  return n;
}

/* Reads for at most so many µs; Returns: Whether more may come */
static gboolean
read_more (int fd, gint64 micros, GString *said)
{
  struct pollfd poll_fd = { .fd = fd, .events = POLLIN };
  struct timespec wait = { micros / G_USEC_PER_SEC, micros % G_USEC_PER_SEC * 1000 };
  char buffer[4096];
  gssize n;

  if (ppoll (&poll_fd, 1, &wait, NULL) <= 0)
    return TRUE;
  n = read (fd, buffer, sizeof buffer);
  if (n > 0)
    g_string_append_len (said, buffer, n);
  return n > 0;
}

/* The moment is chance's: after some deeds, and then some time into what follows. */
static void
wait_for_the_moment (int fd, GString *said)
{
  guint deeds = g_test_rand_int_range (1, DEEDS);
  gint64 until;
  gint64 left;

  while (count_done (said->str) < deeds)
    g_assert_true (read_more (fd, FOYER_TEST_PATIENCE * G_GINT64_CONSTANT (1000), said));
  until = g_get_monotonic_time () + g_test_rand_int_range (0, LATER);
  while ((left = until - g_get_monotonic_time ()) > 0)
    g_assert_true (read_more (fd, left, said));
}

static void
work_and_cut (Cut *cut)
{
  g_autofree char *seed = g_strdup_printf ("%u", (guint) g_test_rand_int ());
  char *argv[] = {
    (char *) CUTTER, (char *) cut->place.uri, cut->receptionist, cut->officer, seed, NULL
  };
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GError) err = NULL;
  GPid pid = 0;
  int out = -1;
  int status = 0;

  g_spawn_async_with_pipes (NULL,
                            argv,
                            NULL,
                            G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                            NULL,
                            NULL,
                            &pid,
                            NULL,
                            &out,
                            NULL,
                            &err);
  g_assert_no_error (err);
  wait_for_the_moment (out, said);
  image_cut_power (cut->image);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  while (read_more (out, 0, said) && poll (&(struct pollfd){ out, POLLIN, 0 }, 1, 0) > 0)
    continue;
  close (out);
  take_in (cut, said->str);
}

static guint
count_secrets (Cut *cut)
{
  const char *folder = foyer_store_place_get_vault (&cut->place);
  guint n = 0;

  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    g_autofree char *path = g_strdup_printf ("%s/kek.%d", folder, slot);
    g_autofree char *bytes = NULL;
    gsize size = 0;

    if (g_file_get_contents (path, &bytes, &size, NULL))
      n += size > 0 && !sodium_is_zero ((const guint8 *) bytes, size);
  }
  return n;
}

/* What was begun and not acknowledged happened, or it did not: from now on it is known which. */
static void
settle (const char *id, Known *known, const char *name)
{
  if (name == NULL && known->name != NULL && !known->or_gone)
    g_error ("the visit %s, acknowledged as %s, is gone", id, known->name);
  if (name != NULL && g_strcmp0 (name, known->name) != 0 && g_strcmp0 (name, known->or_name) != 0)
    g_error ("the visit %s is %s and not %s", id, name, known->name);
  g_free (known->name);
  known->name = g_strdup (name);
  g_clear_pointer (&known->or_name, g_free);
  known->or_gone = FALSE;
}

static void
find_visits (Cut *cut)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&cut->place, FALSE, &err);
  GHashTableIter iter;
  gpointer id;
  gpointer known;

  g_assert_no_error (err);
  g_assert_true (foyer_db_script (db, "BEGIN", &err));
  foyer_vault_row_begin (db, &err);
  g_assert_no_error (err);
  g_hash_table_iter_init (&iter, cut->visits);
  while (g_hash_table_iter_next (&iter, &id, &known)) {
    g_autoptr (GBytes) bytes = foyer_id_from_string (id);
    g_autoptr (FoyerVisit) visit = NULL;
    const char *name;

    foyer_visits_find (db, bytes, &visit, &err);
    g_assert_no_error (err);
    name = visit != NULL ? foyer_visit_get_name (visit) : NULL;
    g_assert_true (visit == NULL || name != NULL); /* damaged */
    settle (id, known, name);
  }
  g_assert_true (foyer_db_script (db, "ROLLBACK", &err));
}

static void
find_no_damage (Cut *cut, FoyerStore *store)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();
  g_autoptr (GError) err = NULL;

  do {
    foyer_store_do_wait (store, cut->program, &foyer_privacy_check_records, search, &err);
    g_assert_no_error (err);
  } while (search->more);
  g_assert_cmpuint (search->found->len, ==, 0);
  g_assert_cmpint (search->checked, >, 0);
  g_assert_true (foyer_store_check (store, &err));
}

static void
start_again (Cut *cut)
{
  g_autoptr (FoyerStore) store = foyer_store_new (&cut->place);
  g_autoptr (GError) err = NULL;

  cut->two_slots += count_secrets (cut) == 2;
  foyer_store_swap (store, FOYER_SWAP_NEVER, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
  g_assert_cmpuint (count_secrets (cut), ==, 1);

  find_visits (cut);
  find_no_damage (cut, store);

  foyer_store_swap (store, FOYER_SWAP_NOW, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
  g_assert_cmpuint (count_secrets (cut), ==, 1);
}

/* A house whose files stay, when nobody is in it any more. */
static void
found (Cut *cut)
{
  House house = { 0 };

  house_set_up (&house, NULL);
  cut->place.uri = g_strdup (house.place.uri);
  cut->receptionist = foyer_id_to_string (foyer_actor_get_staff (house.receptionist));
  cut->officer = foyer_id_to_string (foyer_actor_get_staff (house.officer));
  g_free (house.folder);
  house.folder = g_build_filename (cut->image->images->point, "nothing", NULL);
  house_tear_down (&house, NULL);
}

static void
test_what_was_acknowledged_survives_a_power_cut (gconstpointer images)
{
  guint rounds = g_getenv ("FOYER_TEST_LONG") != NULL ? LONG_ROUNDS : ROUNDS;
  g_autofree char *why = NULL;
  g_autoptr (Image) image = image_new (images, "ext4", &why);
  Cut cut = { .image = image };

  if (image == NULL) {
    g_test_skip (why);
    return;
  }
  cut.visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  cut.program = foyer_actor_new (FOYER_ROLE_PROGRAM, "Lobby kiosk");
  found (&cut);

  for (guint i = 0; i < rounds; i++) {
    work_and_cut (&cut);
    image_unmount (image);
    image_mount (image);
    start_again (&cut);
  }
  g_test_message ("%u cuts, %u in a swap, %u left two secrets; %u deeds were acknowledged, of %u"
                  " visits",
                  rounds,
                  cut.in_swap,
                  cut.two_slots,
                  cut.acknowledged,
                  g_hash_table_size (cut.visits));
  g_assert_cmpuint (cut.acknowledged, >=, rounds);

  g_hash_table_unref (cut.visits);
  g_object_unref (cut.program);
  g_free ((char *) cut.place.uri);
  g_free (cut.receptionist);
  g_free (cut.officer);
}

int
main (int argc, char *argv[])
{
  Images *images = images_new ();
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/power-cut/what was acknowledged survives a power cut",
                        images,
                        test_what_was_acknowledged_survives_a_power_cut);
  status = g_test_run ();
  images_free (images);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "bench.h"
#include "fill.h"
#include "foyer-test.h"
#include "privacy/retention.h"

#define DAY_BEGAN (NINE_O_CLOCK - 9 * FOYER_HOUR)

/* What a sign-in may take while somebody purges: the one goal that is no ratio. */
#define MUST 50000.0 /* µs */

/* How long nobody signs in, in ms: a lobby at its worst. */
#define PAUSE 2

typedef struct {
  House house; /* has what is to be purged; each round works on a copy of it */
  guint expired;
  FoyerStorePlace copy;
  char *copy_folder;
  FoyerStore *purger;
  FoyerStore *kiosk;
  GMainLoop *lobby; /* runs while visitors arrive */
  guint arrived;
  guint expected; /* how many arrive; 0: until the purger is done */
  double longest;
  GArray *quiet; /* the longest of as many sign-ins while nobody purges, a round */
} Sides;

static void
copy_file (const char *from_folder, const char *to_folder, const char *name)
{
  g_autofree char *from = g_build_filename (from_folder, name, NULL);
  g_autofree char *to = g_build_filename (to_folder, name, NULL);
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) err = NULL;

  g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &err);
  g_assert_no_error (err);
}

static void
copy_house (Sides *sides)
{
  static const char *const files[] = { "foyer.db", "kek.0" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    copy_file (sides->house.folder, sides->copy_folder, files[i]);
  bench_settle (sides->copy_folder);
}

static void
drop_copy (Sides *sides)
{
  static const char *const files[] = { "foyer.db", "kek.0", "kek.1", "vault.lock" };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (sides->copy_folder, files[i], NULL);

    g_unlink (path);
  }
}

/* All slices, and the swap: afterwards nobody reads them any more. */
static void
purge (Sides *sides, FoyerStore *store)
{
  g_autoptr (FoyerRetention) run = foyer_retention_new (NINE_O_CLOCK, DAY_BEGAN);
  g_autoptr (GError) err = NULL;
  guint deleted = 0;

  do {
    foyer_store_do_wait (store, sides->house.program, &foyer_privacy_retain, run, &err);
    g_assert_no_error (err);
    deleted += run->deleted;
  } while (run->more);
  g_assert_cmpuint (deleted, ==, sides->expired);
  g_assert_true (foyer_store_swap (store, FOYER_SWAP_IF_OWED, NULL, NINE_O_CLOCK, &err));
}

static double
purge_all (gpointer data)
{
  Sides *sides = data;
  FoyerStore *store = foyer_store_new (&sides->copy);
  gint64 began;
  double took;

  copy_house (sides);
  began = g_get_monotonic_time ();
  purge (sides, store);
  took = g_get_monotonic_time () - began;
  g_assert_finalize_object (store);
  drop_copy (sides);
  return took;
}

/* The same rows of the same tables by the same engine: in transactions that are as durable and hold
 * as many visits, on a connection with the same settings (secure_delete, EXTRA), but chosen and
 * deleted by SQL alone, a set at a time. Nothing is read, compared, written down or wrapped anew.
 */
static double
delete_bare (gpointer data)
{
#define SLICE                                                                                      \
  "FROM visit WHERE type = 'guest' AND closed_at IS NOT NULL AND closed_at <= %" G_GINT64_FORMAT   \
  " ORDER BY closed_at LIMIT %d"

  Sides *sides = data;
  gint64 until = NINE_O_CLOCK - 30 * FOYER_DAY;
  g_autofree char *chosen = g_strdup_printf (SLICE, until, FOYER_RETENTION_SLICE);
  g_autofree char *sql =
      g_strconcat ("BEGIN IMMEDIATE;"
                   "DELETE FROM sealkey WHERE key IN (SELECT key ",
                   chosen,
                   ");"
                   "DELETE FROM sealkey WHERE key IN (SELECT key FROM acknowledgement"
                   " WHERE visit IN (SELECT id ",
                   chosen,
                   "));"
                   "DELETE FROM acknowledgement WHERE visit IN (SELECT id ",
                   chosen,
                   ");"
                   "DELETE FROM visit WHERE id IN (SELECT id ",
                   chosen,
                   ");"
                   "COMMIT",
                   NULL);
  g_autoptr (GError) err = NULL;
  FoyerDb *db;
  gint64 began;
  double took;

  copy_house (sides);
  db = foyer_db_open (&sides->copy, FALSE, &err);
  g_assert_no_error (err);
  began = g_get_monotonic_time ();
  for (guint left = sides->expired; left > 0; left -= MIN (left, FOYER_RETENTION_SLICE))
    g_assert_true (foyer_db_script (db, sql, &err));
  took = g_get_monotonic_time () - began;
  foyer_db_close (db);
  drop_copy (sides);
  return took;

#undef SLICE
}

static gboolean
on_purged (gpointer data)
{
  Sides *sides = data;

  g_main_loop_quit (sides->lobby);
  return G_SOURCE_REMOVE;
}

static gpointer
purge_in_thread (gpointer data)
{
  Sides *sides = data;

  purge (sides, sides->purger);
  g_idle_add (on_purged, sides);
  return NULL;
}

static gboolean
on_arrival (gpointer data)
{
  Sides *sides = data;
  double took = bench_sign_in (&sides->house, sides->kiosk, NINE_O_CLOCK);

  sides->longest = MAX (sides->longest, took);
  sides->arrived++;
  if (sides->arrived == sides->expected)
    g_main_loop_quit (sides->lobby);
  return G_SOURCE_CONTINUE;
}

static double
let_arrive (Sides *sides, guint expected)
{
  g_autoptr (GSource) source = g_timeout_source_new (PAUSE);

  g_source_set_callback (source, on_arrival, sides, NULL);
  g_source_attach (source, NULL);
  sides->expected = expected;
  sides->arrived = 0;
  sides->longest = 0;
  g_main_loop_run (sides->lobby);
  g_source_destroy (source);
  return sides->longest;
}

/* Two stores: what another process that purges would be to a kiosk. */
static double
longest_sign_in (gpointer data)
{
  Sides *sides = data;
  g_autoptr (GThread) thread = NULL;
  double longest;
  double quiet;

  copy_house (sides);
  sides->lobby = g_main_loop_new (NULL, FALSE);
  sides->kiosk = foyer_store_new (&sides->copy);
  sides->purger = foyer_store_new (&sides->copy);
  bench_sign_in (&sides->house, sides->kiosk, NINE_O_CLOCK); /* opened, and prepared */
  thread = g_thread_new ("purger", purge_in_thread, sides);
  longest = let_arrive (sides, 0);
  g_thread_join (g_steal_pointer (&thread));
  quiet = let_arrive (sides, sides->arrived);
  g_array_append_val (sides->quiet, quiet);
  g_assert_finalize_object (sides->purger);
  g_assert_finalize_object (sides->kiosk);
  g_main_loop_unref (sides->lobby);
  drop_copy (sides);
  return longest;
}

static double
fifty_ms (gpointer data)
{
  return MUST;
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

int
main (int argc, char *argv[])
{
  Sides sides = { .quiet = g_array_new (FALSE, FALSE, sizeof (double)) };
  guint stored = bench_stored (20000, 1000000);
  g_autofree char *of = NULL;
  g_autofree char *row_11 = NULL;
  g_autofree char *row_12 = NULL;
  g_autofree char *uri = NULL;

  g_test_init (&argc, &argv, NULL);
  sides.expired = stored / 10 * 9;
  of = g_strdup_printf ("purge of %u visits of %u", sides.expired, stored);
  row_11 = g_strdup_printf ("row 11, longest sign-in during a %s, in 50 ms", of);
  row_12 = g_strdup_printf ("row 12, %s", of);

  house_set_up (&sides.house, NULL);
  bench_fill (&sides.house,
              sides.expired,
              NINE_O_CLOCK - 60 * FOYER_DAY,
              NINE_O_CLOCK - 31 * FOYER_DAY);
  bench_fill (&sides.house,
              stored - sides.expired,
              NINE_O_CLOCK - 29 * FOYER_DAY,
              NINE_O_CLOCK - FOYER_DAY);
  sides.copy_folder = g_dir_make_tmp ("foyer-bench-XXXXXX", NULL);
  uri = g_strconcat ("sqlite:", sides.copy_folder, NULL);
  sides.copy.uri = uri;

  bench_compare (row_12, purge_all, delete_bare, &sides, 1, 50, 4.0, 2.0);
  bench_compare (row_11, longest_sign_in, fifty_ms, &sides, 1, 50, 1.0, 0.5);
  g_array_sort (sides.quiet, by_size);
  g_print ("  for comparison, the longest of as many while nobody purges: %.0f us\n",
           g_array_index (sides.quiet, double, sides.quiet->len / 2));

  g_array_unref (sides.quiet);
  g_rmdir (sides.copy_folder);
  g_free (sides.copy_folder);
  house_tear_down (&sides.house, NULL);
  return 0;
}

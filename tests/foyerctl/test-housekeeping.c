/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-housekeeping"

#include "housekeeping.h"

#include <unistd.h>

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "reception/correction.h"
#include "reception/sign-out.h"

/* A house that is kept; the quiet hour is 03:00, UTC. */
typedef struct {
  House house;
  char *folder;
  FoyerSettings *settings;
  FoyerHousekeeping *housekeeping;
  gboolean ready;
} Home;

static void
set_up (Home *home, gconstpointer unused)
{
  g_autofree char *types = NULL;
  g_autofree char *from = g_build_filename (FOYER_DATA, "types.d", NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) err = NULL;

  house_set_up (&home->house, NULL);
  home->folder = g_dir_make_tmp ("foyer-housekeeping-XXXXXX", &err);
  g_assert_no_error (err);
  types = g_build_filename (home->folder, "types.d", NULL);
  path = g_build_filename (home->folder, "foyer.conf", NULL);
  g_assert_cmpint (symlink (from, types), ==, 0);
  g_file_set_contents (path,
                       "[store]\nuri=sqlite:nowhere\n[station]\nname=Lobby kiosk\n"
                       "[site]\norganisation=Northwind Labs\ntimezone=UTC\n",
                       -1,
                       &err);
  g_assert_no_error (err);
  home->settings = foyer_settings_load (path, &err);
  g_assert_no_error (err);
  unlink (path);
  unlink (types);
  home->housekeeping =
      foyer_housekeeping_new (home->house.store, home->house.clock, home->settings);
}

static void
tear_down (Home *home, gconstpointer unused)
{
  g_assert_finalize_object (home->housekeeping);
  /* (what was on its way to the main loop arrives: the house keeps the store, nobody else) */
  while (G_OBJECT (home->house.store)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (home->settings);
  rmdir (home->folder);
  g_free (home->folder);
  house_tear_down (&home->house, NULL);
}

static void
on_ready (gpointer data)
{
  Home *home = data;

  home->ready = TRUE;
}

static void
start (Home *home)
{
  foyer_housekeeping_start (home->housekeeping, on_ready, home);
  g_assert_false (home->ready);
  while (!home->ready)
    g_main_context_iteration (NULL, TRUE);
}

static gint64
visits (Home *home)
{
  return house_count (&home->house, "SELECT count (*) FROM visit");
}

static gint64
owed (Home *home)
{
  return house_count (&home->house, "SELECT count (*) FROM deletion WHERE compacted_at IS NULL");
}

/* How many swaps there were; nothing is owed after the last. */
static gint64
swaps (Home *home)
{
  return house_count (&home->house, "SELECT swaps * (owed_since IS NULL) FROM vault");
}

static void
test_what_is_due_goes_before_the_first_screen (Home *home, gconstpointer unused)
{
  g_autoptr (FoyerVisit) old =
      house_sign_in (&home->house, "Ada Lovelace", NINE_O_CLOCK - 40 * FOYER_DAY);
  g_autoptr (FoyerVisit) fresh = house_sign_in (&home->house, "Zoë O'Brien", NINE_O_CLOCK);

  /* Given a machine that was off for forty days, when Foyer starts */
  start (home);

  /* Then what was due is gone and forgotten before anybody sees a screen, and rewritten soon after
   */
  g_assert_cmpint (visits (home), ==, 1);
  g_assert_cmpint (swaps (home), ==, 1);
  while (owed (home) != 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (house_files_hold (&home->house, "Lovelace"));
  g_assert_false (house_files_hold (&home->house, "Zoë"));
}

static void
test_what_was_erased_or_corrected_is_forgotten_within_a_minute (Home *home, gconstpointer unused)
{
  House *house = &home->house;
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) zoe = house_sign_in (house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) leaving =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (foyer_visit_get_id (ada), NINE_O_CLOCK);
  g_autoptr (FoyerCorrection) correction =
      foyer_correction_new (foyer_visit_get_id (zoe), NINE_O_CLOCK + FOYER_MINUTE);

  start (home);
  g_assert_cmpint (swaps (home), ==, 0);

  /* Given an erasure, whose debt is in its own commit */
  house_do (house, house->kiosk, &foyer_reception_sign_out, leaving);
  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_assert_cmpint (house_count (house, "SELECT owed_by - owed_since FROM vault"), ==, FOYER_MINUTE);

  /* When less than a minute has passed, then its key is swapped away */
  foyer_clock_advance (house->clock, 20 * FOYER_SECOND);
  foyer_clock_advance (house->clock, 20 * FOYER_SECOND);
  while (swaps (home) != 1)
    g_main_context_iteration (NULL, FALSE);

  /* And so with a correction */
  foyer_clock_advance (house->clock, 20 * FOYER_SECOND);
  foyer_correction_set_name (correction, "Zoë Brontë", NULL);
  house_do (house, house->receptionist, &foyer_reception_correct, correction);
  g_assert_cmpint (swaps (home), ==, 0); /* owed */
  for (int i = 0; i < 2; i++) {
    foyer_clock_advance (house->clock, 20 * FOYER_SECOND);
    g_main_context_iteration (NULL, FALSE);
  }
  while (swaps (home) != 2)
    g_main_context_iteration (NULL, FALSE);
}

static void
test_once_a_day_the_key_is_swapped_if_anything_was_sealed (Home *home, gconstpointer unused)
{
  House *house = &home->house;

  start (home);
  for (int hour = 0; hour < 23; hour++)
    foyer_clock_advance (house->clock, FOYER_HOUR);
  g_assert_cmpint (swaps (home), ==, 0);
  foyer_clock_advance (house->clock, FOYER_HOUR);
  while (swaps (home) == 0) { /* one look may still be on its way */
    foyer_clock_advance (house->clock, FOYER_SECOND);
    g_main_context_iteration (NULL, FALSE);
  }
}

static void
test_each_hour_what_is_due_goes (Home *home, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada =
      house_sign_in (&home->house, "Ada Lovelace", NINE_O_CLOCK - 31 * FOYER_DAY + FOYER_MINUTE);

  /* Given a visit whose period ends a minute after the start */
  start (home);
  g_assert_cmpint (visits (home), ==, 1);

  /* When an hour has passed */
  foyer_clock_advance (home->house.clock, FOYER_HOUR);
  while (visits (home) != 0)
    g_main_context_iteration (NULL, FALSE);

  /* Then it is forgotten at once, the file is rewritten in the quiet hour, and not before */
  while (swaps (home) != 1)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (owed (home), ==, 1);
  foyer_clock_advance (home->house.clock, 16 * FOYER_HOUR);
  g_assert_cmpint (owed (home), ==, 1);
  foyer_clock_advance (home->house.clock, FOYER_HOUR);
  while (owed (home) != 0)
    g_main_context_iteration (NULL, FALSE);
  g_assert_false (house_files_hold (&home->house, "Lovelace"));
}

static gboolean
is_denied (Home *home)
{
  return house_count (&home->house, "SELECT count (*) FROM visit WHERE state = 7") == 1;
}

static void
test_who_is_not_answered_for_a_quarter_of_an_hour_is_denied (Home *home, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (&home->house, "Ada");
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);

  sign_in->asks = FOYER_CALL_APPROVAL;
  house_do (&home->house, home->house.kiosk, &foyer_reception_sign_in, sign_in);
  start (home);

  /* No hour, and no retention run, has passed when that is seen */
  foyer_clock_advance (home->house.clock, 15 * FOYER_MINUTE);
  while (!is_denied (home))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_a_store_that_is_gone_does_not_hold_back_the_screen (Home *home, gconstpointer unused)
{
  g_autoptr (FoyerStore) nowhere =
      foyer_store_new (&(FoyerStorePlace){ .uri = "sqlite:/nowhere/at/all" });
  g_autoptr (FoyerHousekeeping) housekeeping =
      foyer_housekeeping_new (nowhere, home->house.clock, home->settings);

  foyer_housekeeping_start (housekeeping, on_ready, home);
  while (!home->ready)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/housekeeping/what is due goes before the first screen",
              Home,
              NULL,
              set_up,
              test_what_is_due_goes_before_the_first_screen,
              tear_down);
  g_test_add ("/housekeeping/what was erased or corrected is forgotten within a minute",
              Home,
              NULL,
              set_up,
              test_what_was_erased_or_corrected_is_forgotten_within_a_minute,
              tear_down);
  g_test_add ("/housekeeping/once a day the key is swapped if anything was sealed",
              Home,
              NULL,
              set_up,
              test_once_a_day_the_key_is_swapped_if_anything_was_sealed,
              tear_down);
  g_test_add ("/housekeeping/each hour what is due goes",
              Home,
              NULL,
              set_up,
              test_each_hour_what_is_due_goes,
              tear_down);
  g_test_add ("/housekeeping/who is not answered for a quarter of an hour is denied",
              Home,
              NULL,
              set_up,
              test_who_is_not_answered_for_a_quarter_of_an_hour_is_denied,
              tear_down);
  g_test_add ("/housekeeping/a store that is gone does not hold back the screen",
              Home,
              NULL,
              set_up,
              test_a_store_that_is_gone_does_not_hold_back_the_screen,
              tear_down);
  return g_test_run ();
}

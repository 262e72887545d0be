/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/error.h"
#include "privacy/periods.h"
#include "privacy/retention.h"
#include "reception/presence.h"
#include "reception/sign-out.h"
#include "store/visits.h"

static FoyerRetention *
retain (House *house, gint64 now)
{
  FoyerRetention *retention = foyer_retention_new (now, now - now % FOYER_DAY);

  house_do (house, house->program, &foyer_privacy_retain, retention);
  return retention;
}

static void
leave (House *house, FoyerVisit *visit, gint64 now)
{
  g_autoptr (FoyerSignOut) out = foyer_sign_out_new (foyer_visit_get_code (visit), NULL, now);

  house_do (house, house->kiosk, &foyer_reception_sign_out, out);
}

static void
set_days (House *house, int days, gint64 now)
{
  FoyerPeriodChange change = { "guest", days, 0, now };

  house_do (house, house->officer, &foyer_privacy_set_period, &change);
}

static gint64
visits (House *house)
{
  return house_count (house, "SELECT count (*) FROM visit");
}

static void
test_a_visit_goes_when_its_period_ends_and_not_a_second_before (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  gint64 left = NINE_O_CLOCK + FOYER_HOUR;
  g_autoptr (FoyerRetention) early = NULL;
  g_autoptr (FoyerRetention) due = NULL;

  leave (house, ada, left);
  early = retain (house, left + 30 * FOYER_DAY - 1000);
  g_assert_cmpuint (early->deleted, ==, 0);
  g_assert_cmpint (visits (house), ==, 1);

  due = retain (house, left + 30 * FOYER_DAY);
  g_assert_cmpuint (due->deleted, ==, 1);
  g_assert_false (due->more);
  g_assert_cmpint (visits (house), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM acknowledgement"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT sum (visits) FROM deletion WHERE type = 'guest'"),
                   ==,
                   1);
}

static void
test_who_never_signs_out_is_not_seen_leaving_and_goes_too (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) early = retain (house, NINE_O_CLOCK + FOYER_DAY - 1);
  g_autoptr (FoyerRetention) closes = retain (house, NINE_O_CLOCK + FOYER_DAY);
  g_autoptr (FoyerRetention) keeps = retain (house, NINE_O_CLOCK + 31 * FOYER_DAY - 1000);
  g_autoptr (FoyerRetention) deletes = NULL;

  g_assert_cmpuint (early->closed, ==, 0);
  g_assert_cmpuint (closes->closed, ==, 1);
  g_assert_cmpuint (keeps->deleted, ==, 0);
  g_assert_cmpint (
      house_count (house, "SELECT count (*) FROM visit WHERE state = 6 AND left_at IS NULL"),
      ==,
      1);
  deletes = retain (house, NINE_O_CLOCK + 31 * FOYER_DAY);
  g_assert_cmpuint (deletes->deleted, ==, 1);
}

static void
test_a_contractor_may_stay_seven_days (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) bob = house_visit (house, "Bob");
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (bob, NULL, "en", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) fifth = NULL;
  g_autoptr (FoyerRetention) seventh = NULL;

  foyer_visit_set_type (bob, "contractor");
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  fifth = retain (house, NINE_O_CLOCK + 5 * FOYER_DAY);
  g_assert_cmpuint (fifth->closed, ==, 0);
  seventh = retain (house, NINE_O_CLOCK + 7 * FOYER_DAY);
  g_assert_cmpuint (seventh->closed, ==, 1);
}

static void
test_a_longer_period_never_touches_who_was_told_less (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) due = NULL;

  leave (house, ada, NINE_O_CLOCK);
  set_days (house, 90, NINE_O_CLOCK + FOYER_HOUR);
  due = retain (house, NINE_O_CLOCK + 30 * FOYER_DAY);
  g_assert_cmpuint (due->deleted, ==, 1);
}

static void
test_a_shorter_period_applies_to_all (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) early = NULL;
  g_autoptr (FoyerRetention) due = NULL;

  leave (house, ada, NINE_O_CLOCK);
  set_days (house, 7, NINE_O_CLOCK + FOYER_HOUR);
  early = retain (house, NINE_O_CLOCK + 7 * FOYER_DAY - 1);
  g_assert_cmpuint (early->deleted, ==, 0);
  due = retain (house, NINE_O_CLOCK + 7 * FOYER_DAY);
  g_assert_cmpuint (due->deleted, ==, 1);
}

static void
test_a_period_of_zero_keeps_who_is_on_site (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) stays = NULL;
  g_autoptr (FoyerRetention) goes = NULL;

  set_days (house, 0, NINE_O_CLOCK);
  stays = retain (house, NINE_O_CLOCK + FOYER_HOUR);
  g_assert_cmpuint (stays->deleted, ==, 0);
  leave (house, ada, NINE_O_CLOCK + FOYER_HOUR);
  goes = retain (house, NINE_O_CLOCK + FOYER_HOUR);
  g_assert_cmpuint (goes->deleted, ==, 1);
}

static void
test_a_period_out_of_range_is_refused (House *house, gconstpointer unused)
{
  static const int days[] = { -1, 3651 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++) {
    FoyerPeriodChange change = { "guest", days[i], 0, NINE_O_CLOCK };
    g_autoptr (GError) err = NULL;

    g_assert_false (foyer_store_do_wait (house->store,
                                         house->officer,
                                         &foyer_privacy_set_period,
                                         &change,
                                         &err));
    g_assert_error (err, FOYER_PRIVACY_ERROR, FOYER_PRIVACY_ERROR_PERIOD);
  }
}

static void
test_a_run_goes_in_slices (House *house, gconstpointer unused)
{
  g_autoptr (FoyerRetention) run = NULL;
  guint slices = 0;

  house_plant (house, 1234, FOYER_VISIT_LEFT);
  run = foyer_retention_new (NINE_O_CLOCK + 31 * FOYER_DAY, NINE_O_CLOCK);
  do {
    house_do (house, house->program, &foyer_privacy_retain, run);
    g_assert_cmpuint (run->deleted, <=, FOYER_RETENTION_SLICE);
    slices++;
  } while (run->more);
  g_assert_cmpuint (slices, ==, 3);
  g_assert_cmpint (visits (house), ==, 0);
  /* one record for the run, whatever the number of slices */
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM deletion"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT visits FROM deletion"), ==, 1234);
}

static void
test_a_code_is_forgotten_on_the_day_after_leaving (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) bob = house_sign_in (house, "Bob", NINE_O_CLOCK + FOYER_HOUR);
  g_autoptr (FoyerRetention) today = NULL;
  g_autoptr (FoyerRetention) tomorrow = NULL;

  leave (house, ada, NINE_O_CLOCK + FOYER_HOUR);
  today = retain (house, NINE_O_CLOCK + 2 * FOYER_HOUR);
  g_assert_cmpint (house_count (house, "SELECT count (code_hash) FROM visit"), ==, 2);
  tomorrow = retain (house, NINE_O_CLOCK + 16 * FOYER_HOUR);
  g_assert_cmpint (house_count (house, "SELECT count (code_hash) FROM visit"), ==, 1);
}

static void
test_nothing_of_who_is_deleted_is_left_in_any_file (House *house, gconstpointer unused)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRetention) run = NULL;

  /* Given a day of visitors whose names a search finds, when they are on site */
  for (int i = 0; i < 200; i++) {
    g_autofree char *name = g_strdup_printf ("Marker-Zq%dx O'Brien", i);

    g_ptr_array_add (all, house_sign_in (house, name, NINE_O_CLOCK + i));
  }
  /* When they have left and the period has ended for each second one */
  for (guint i = 0; i < all->len; i += 2)
    leave (house, g_ptr_array_index (all, i), NINE_O_CLOCK + FOYER_HOUR);
  run = foyer_retention_new (NINE_O_CLOCK + FOYER_HOUR + 30 * FOYER_DAY, NINE_O_CLOCK);
  house_do (house, house->program, &foyer_privacy_retain, run);
  g_assert_cmpuint (run->deleted, ==, 100);
  g_assert_cmpuint (run->closed, ==, 100);
  foyer_store_compact (house->store, G_MAXINT64, NINE_O_CLOCK, &err);
  g_assert_no_error (err);

  /* Then nothing of them can be found, nor of the others, which are whole */
  for (guint i = 0; i < all->len; i++) {
    g_autofree char *marker = g_strdup_printf ("Marker-Zq%ux", i);
    g_autoptr (FoyerVisit) found = NULL;
    GBytes *id = foyer_visit_get_id (g_ptr_array_index (all, i));

    g_assert_false (house_files_hold (house, marker));
    g_assert_false (house_files_hold (house, foyer_visit_get_code (g_ptr_array_index (all, i))));
    g_assert_true (foyer_visits_find (house->desk, id, &found, &err));
    g_assert_cmpint (found != NULL && foyer_visit_get_name (found) != NULL, ==, i % 2 == 1);
  }
  g_assert_true (foyer_store_check (house->store, &err));
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM deletion WHERE compacted_at IS NULL"),
                   ==,
                   0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/retention/ends", test_a_visit_goes_when_its_period_ends_and_not_a_second_before);
  HOUSE_TEST ("/retention/not-seen-leaving",
              test_who_never_signs_out_is_not_seen_leaving_and_goes_too);
  HOUSE_TEST ("/retention/contractor", test_a_contractor_may_stay_seven_days);
  HOUSE_TEST ("/retention/longer", test_a_longer_period_never_touches_who_was_told_less);
  HOUSE_TEST ("/retention/shorter", test_a_shorter_period_applies_to_all);
  HOUSE_TEST ("/retention/zero", test_a_period_of_zero_keeps_who_is_on_site);
  HOUSE_TEST ("/retention/range", test_a_period_out_of_range_is_refused);
  HOUSE_TEST ("/retention/slices", test_a_run_goes_in_slices);
  HOUSE_TEST ("/retention/codes", test_a_code_is_forgotten_on_the_day_after_leaving);
  HOUSE_TEST ("/retention/residue", test_nothing_of_who_is_deleted_is_left_in_any_file);
  return g_test_run ();
}

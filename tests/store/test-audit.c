/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/error.h"
#include "privacy/soundness.h"

static void
assert_broken (House *house)
{
  g_autoptr (GError) err = NULL;
  FoyerSoundness soundness;

  foyer_store_do_wait (house->store,
                       house->administrator,
                       &foyer_privacy_verify_audit,
                       &soundness,
                       &err);
  g_assert_error (err, FOYER_PRIVACY_ERROR, FOYER_PRIVACY_ERROR_CHAIN);
}

static void
test_a_day_s_events_are_a_whole_chain (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  FoyerSoundness soundness;

  house_do (house, house->administrator, &foyer_privacy_verify_audit, &soundness);
  g_assert_cmpint (soundness.events, >, 5);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'sign-in'"),
                   ==,
                   1);
}

static void
test_each_change_of_the_trail_is_noticed (House *house, gconstpointer unused)
{
  static const char *const changes[] = {
    "UPDATE audit SET done_at = done_at + 1 WHERE seq = 2",
    "UPDATE audit SET event = 'sign-in' WHERE seq = 2",
    "UPDATE audit SET station = 'Elsewhere' WHERE seq = 3",
    "UPDATE audit SET roles = 1 WHERE seq = 3",
    "DELETE FROM audit WHERE seq = 3",
    "UPDATE audit SET subject = NULL WHERE seq = 4",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autoptr (GError) err = NULL;

    g_assert_true (foyer_db_script (house->desk, "BEGIN IMMEDIATE", &err));
    g_assert_true (foyer_db_script (house->desk, changes[i], &err));
    g_assert_true (foyer_db_script (house->desk, "COMMIT", &err));
    assert_broken (house);
    house_tear_down (house, NULL);
    house_set_up (house, NULL);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/audit/whole", test_a_day_s_events_are_a_whole_chain);
  HOUSE_TEST ("/audit/changes", test_each_change_of_the_trail_is_noticed);
  return g_test_run ();
}

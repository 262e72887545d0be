/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "reception/error.h"
#include "reception/sign-out.h"
#include "visit/badge-code.h"

static void
refuse (House *house, const FoyerDeed *deed, FoyerSignOut *sign_out, int code)
{
  g_autoptr (GError) err = NULL;
  FoyerActor *actor = deed == &foyer_reception_check_out ? house->receptionist : house->kiosk;

  g_assert_false (foyer_store_do_wait (house->store, actor, deed, sign_out, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, code);
}

static void
test_a_badge_signs_out_and_the_code_is_spent (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) out =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK + FOYER_HOUR);
  g_autoptr (FoyerSignOut) again =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK + FOYER_HOUR + 59999);
  g_autoptr (FoyerSignOut) later =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK + FOYER_HOUR + 60000);

  house_do (house, house->kiosk, &foyer_reception_sign_out, out);
  g_assert_cmpint (foyer_visit_get_state (out->visit), ==, FOYER_VISIT_LEFT);
  g_assert_cmpint (foyer_visit_get_left_at (out->visit), ==, NINE_O_CLOCK + FOYER_HOUR);
  g_assert_cmpint (foyer_visit_get_closed_at (out->visit), ==, NINE_O_CLOCK + FOYER_HOUR);
  g_assert_cmpint (out->days, ==, 30);
  g_assert_false (out->again);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 0);

  /* a second scan within a minute repeats the goodbye, and changes nothing */
  house_do (house, house->kiosk, &foyer_reception_sign_out, again);
  g_assert_true (again->again);
  g_assert_cmpint (foyer_visit_get_left_at (again->visit), ==, NINE_O_CLOCK + FOYER_HOUR);

  refuse (house, &foyer_reception_sign_out, later, FOYER_RECEPTION_ERROR_CODE_SPENT);
}

static void
test_a_random_code_signs_nobody_out (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);

  for (int i = 0; i < 1000; i++) {
    g_autofree char *code = foyer_badge_code_new ();
    g_autoptr (FoyerSignOut) out = foyer_sign_out_new (code, NULL, NINE_O_CLOCK + 1);

    refuse (house, &foyer_reception_sign_out, out, FOYER_RECEPTION_ERROR_NO_SUCH_CODE);
  }
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit WHERE state = 3"), ==, 1);
}

static void
test_a_desk_checks_out_by_the_row (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) out =
      foyer_sign_out_new (NULL, foyer_visit_get_id (ada), NINE_O_CLOCK + 5);

  house_do (house, house->receptionist, &foyer_reception_check_out, out);
  g_assert_cmpint (foyer_visit_get_state (out->visit), ==, FOYER_VISIT_LEFT);
  refuse (house, &foyer_reception_check_out, out, FOYER_RECEPTION_ERROR_NOT_ON_SITE);
}

static void
test_the_wrong_role_checks_nobody_out (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  FoyerActor *const others[] = { house->kiosk,
                                 house->security,
                                 house->officer,
                                 house->administrator };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) err = NULL;
    g_autoptr (FoyerSignOut) out =
        foyer_sign_out_new (NULL, foyer_visit_get_id (ada), NINE_O_CLOCK + 5);

    g_assert_false (
        foyer_store_do_wait (house->store, others[i], &foyer_reception_check_out, out, &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
  }
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit WHERE state = 3"), ==, 1);
}

static void
test_a_clock_that_was_set_back_extends_nothing (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) out =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK + 400 * FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_sign_out, out);
  g_assert_cmpint (foyer_visit_get_closed_at (out->visit), ==, NINE_O_CLOCK + FOYER_DAY);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/sign-out/badge", test_a_badge_signs_out_and_the_code_is_spent);
  HOUSE_TEST ("/sign-out/random", test_a_random_code_signs_nobody_out);
  HOUSE_TEST ("/sign-out/desk", test_a_desk_checks_out_by_the_row);
  HOUSE_TEST ("/sign-out/wrong-role", test_the_wrong_role_checks_nobody_out);
  HOUSE_TEST ("/sign-out/clock", test_a_clock_that_was_set_back_extends_nothing);
  return g_test_run ();
}

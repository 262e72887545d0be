/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "visit/role.h"

static void
test_every_right_is_somebody_s (void)
{
  for (int right = 0; right < FOYER_N_RIGHTS; right++) {
    g_assert_false (foyer_roles_may (0, right));
    g_assert_true (foyer_roles_may (FOYER_ROLES_OF_STAFF | FOYER_ROLE_KIOSK | FOYER_ROLE_PROGRAM
                                        | FOYER_ROLE_FOYERCTL,
                                    right));
  }
}

static void
test_the_kiosk_and_the_administrator_see_no_visits (void)
{
  g_assert_false (foyer_roles_may (FOYER_ROLE_KIOSK, FOYER_RIGHT_TODAY));
  g_assert_false (foyer_roles_may (FOYER_ROLE_KIOSK, FOYER_RIGHT_DAY_LOG));
  g_assert_false (foyer_roles_may (FOYER_ROLE_ADMINISTRATOR, FOYER_RIGHT_TODAY));
  g_assert_false (foyer_roles_may (FOYER_ROLE_ADMINISTRATOR, FOYER_RIGHT_DAY_LOG));
  g_assert_false (foyer_roles_may (FOYER_ROLE_RECEPTIONIST, FOYER_RIGHT_DAY_LOG));
  g_assert_true (foyer_roles_may (FOYER_ROLE_SECURITY, FOYER_RIGHT_DAY_LOG));
}

static void
test_no_visitor_serves_a_station (void)
{
  g_assert_false (foyer_roles_may (FOYER_ROLE_KIOSK, FOYER_RIGHT_SERVE_STATION));
  g_assert_false (foyer_roles_may (FOYER_ROLE_PRIVACY_OFFICER, FOYER_RIGHT_SERVE_STATION));
  g_assert_true (foyer_roles_may (FOYER_ROLE_RECEPTIONIST, FOYER_RIGHT_SERVE_STATION));
  g_assert_true (foyer_roles_may (FOYER_ROLE_SECURITY, FOYER_RIGHT_SERVE_STATION));
  g_assert_true (foyer_roles_may (FOYER_ROLE_ADMINISTRATOR, FOYER_RIGHT_SERVE_STATION));
}

static void
test_roles_are_read_and_written (void)
{
  g_autofree char *text = foyer_roles_to_string (FOYER_ROLES_OF_STAFF);
  FoyerRole roles;

  g_assert_true (foyer_roles_from_string (text, &roles));
  g_assert_cmpint (roles, ==, FOYER_ROLES_OF_STAFF);
  g_assert_true (foyer_roles_from_string ("security, receptionist", &roles));
  g_assert_cmpint (roles, ==, FOYER_ROLE_SECURITY | FOYER_ROLE_RECEPTIONIST);
  g_assert_false (foyer_roles_from_string ("kiosk", &roles));
  g_assert_false (foyer_roles_from_string ("", &roles));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/role/every-right", test_every_right_is_somebody_s);
  g_test_add_func ("/role/no-visits", test_the_kiosk_and_the_administrator_see_no_visits);
  g_test_add_func ("/role/service", test_no_visitor_serves_a_station);
  g_test_add_func ("/role/names", test_roles_are_read_and_written);
  return g_test_run ();
}

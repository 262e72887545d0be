/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/service-hold.h"

typedef struct {
  FoyerClock *clock;
  FoyerServiceHold *hold;
  guint held;
} Key;

static void
on_held (Key *key)
{
  key->held++;
}

static void
set_up (Key *key, gconstpointer unused)
{
  key->clock = foyer_clock_new_standing (0);
  key->hold = foyer_service_hold_new (key->clock);
  g_signal_connect_swapped (key->hold, "held", G_CALLBACK (on_held), key);
}

static void
tear_down (Key *key, gconstpointer unused)
{
  g_assert_finalize_object (key->hold);
  g_assert_finalize_object (key->clock);
}

static void
test_three_seconds_are_needed (Key *key, gconstpointer unused)
{
  foyer_service_hold_press (key->hold);
  foyer_clock_advance (key->clock, 2999);
  g_assert_cmpuint (key->held, ==, 0);
  foyer_clock_advance (key->clock, 1);
  g_assert_cmpuint (key->held, ==, 1);
  foyer_clock_advance (key->clock, FOYER_MINUTE); /* held on */
  g_assert_cmpuint (key->held, ==, 1);
}

static void
test_a_key_that_repeats_is_held_all_the_same (Key *key, gconstpointer unused)
{
  for (int i = 0; i < 30; i++) {
    foyer_service_hold_press (key->hold);
    foyer_clock_advance (key->clock, 100);
  }
  g_assert_cmpuint (key->held, ==, 1);
}

static void
test_short_ones_do_not_add_up (Key *key, gconstpointer unused)
{
  for (int i = 0; i < 3; i++) {
    foyer_service_hold_press (key->hold);
    foyer_clock_advance (key->clock, 2900);
    foyer_service_hold_release (key->hold);
    foyer_clock_advance (key->clock, 2900);
  }
  g_assert_cmpuint (key->held, ==, 0);
}

#define HOLD_TEST(path, func) g_test_add (path, Key, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOLD_TEST ("/service-hold/three-seconds", test_three_seconds_are_needed);
  HOLD_TEST ("/service-hold/repeats", test_a_key_that_repeats_is_held_all_the_same);
  HOLD_TEST ("/service-hold/short-ones", test_short_ones_do_not_add_up);
  return g_test_run ();
}

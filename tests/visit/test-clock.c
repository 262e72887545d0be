/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "visit/clock.h"

static gboolean
count (gpointer data)
{
  ++*(int *) data;
  return G_SOURCE_REMOVE;
}

static gboolean
count_on (gpointer data)
{
  ++*(int *) data;
  return G_SOURCE_CONTINUE;
}

static void
test_a_time_out_falls_due_to_the_millisecond (void)
{
  g_autoptr (FoyerClock) clock = foyer_clock_new_standing (1000);
  int calls = 0;

  foyer_clock_after (clock, 45000, count, &calls);
  foyer_clock_advance (clock, 44999);
  g_assert_cmpint (calls, ==, 0);
  foyer_clock_advance (clock, 1);
  g_assert_cmpint (calls, ==, 1);
  foyer_clock_advance (clock, 90000);
  g_assert_cmpint (calls, ==, 1);
  g_assert_cmpint (foyer_clock_now (clock), ==, 1000 + 45000 + 90000);
}

static void
test_a_cancelled_time_out_is_never_called (void)
{
  g_autoptr (FoyerClock) clock = foyer_clock_new_standing (0);
  int calls = 0;
  guint id = foyer_clock_after (clock, 10, count, &calls);

  foyer_clock_cancel (clock, id);
  foyer_clock_advance (clock, 20);
  g_assert_cmpint (calls, ==, 0);
}

static void
test_a_time_out_that_continues_comes_again (void)
{
  g_autoptr (FoyerClock) clock = foyer_clock_new_standing (0);
  int calls = 0;

  foyer_clock_after (clock, 10, count_on, &calls);
  foyer_clock_advance (clock, 35);
  g_assert_cmpint (calls, ==, 3);
}

static void
test_the_machine_s_clock_calls_too (void)
{
  g_autoptr (FoyerClock) clock = foyer_clock_new ();
  int calls = 0;

  foyer_clock_after (clock, 1, count, &calls);
  while (calls == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (foyer_clock_now (clock), >, G_GINT64_CONSTANT (1700000000000));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/due", test_a_time_out_falls_due_to_the_millisecond);
  g_test_add_func ("/clock/cancelled", test_a_cancelled_time_out_is_never_called);
  g_test_add_func ("/clock/continues", test_a_time_out_that_continues_comes_again);
  g_test_add_func ("/clock/machine", test_the_machine_s_clock_calls_too);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "visit/clock.h"
#include "visit/retention-rule.h"

#define IN G_GINT64_CONSTANT (1795426523123)

static void
test_the_period_begins_at_check_out_or_at_the_longest_stay (void)
{
  g_assert_cmpint (foyer_retention_closed_at (IN, IN + FOYER_HOUR, FOYER_DAY), ==, IN + FOYER_HOUR);
  g_assert_cmpint (foyer_retention_closed_at (IN, 0, FOYER_DAY), ==, IN + FOYER_DAY);
  /* a clock fault cannot extend or shorten it */
  g_assert_cmpint (foyer_retention_closed_at (IN, IN - 1, FOYER_DAY), ==, IN + FOYER_DAY);
  g_assert_cmpint (foyer_retention_closed_at (IN, IN + 400 * FOYER_DAY, FOYER_DAY),
                   ==,
                   IN + FOYER_DAY);
}

static void
test_the_shorter_of_told_and_set_counts (void)
{
  g_assert_cmpint (foyer_retention_expires_at (IN, 30, 90), ==, IN + 30 * FOYER_DAY);
  g_assert_cmpint (foyer_retention_expires_at (IN, 90, 30), ==, IN + 30 * FOYER_DAY);
  g_assert_cmpint (foyer_retention_expires_at (IN, 0, 30), ==, IN);
}

static void
test_the_promise_is_kept_even_by_who_never_signs_out (void)
{
  g_assert_cmpint (foyer_retention_promise (IN, 0, FOYER_DAY, 30),
                   ==,
                   IN + 31 * FOYER_DAY + FOYER_HOUR);
  g_assert_cmpint (foyer_retention_promise (IN, IN + FOYER_HOUR, FOYER_DAY, 30),
                   ==,
                   IN + 30 * FOYER_DAY + 2 * FOYER_HOUR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retention-rule/begin",
                   test_the_period_begins_at_check_out_or_at_the_longest_stay);
  g_test_add_func ("/retention-rule/shorter", test_the_shorter_of_told_and_set_counts);
  g_test_add_func ("/retention-rule/promise", test_the_promise_is_kept_even_by_who_never_signs_out);
  return g_test_run ();
}

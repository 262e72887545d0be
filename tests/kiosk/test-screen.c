/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "visitor.h"

/* A printer's address where nobody listens. */
#define NO_PRINTER "ipp://127.0.0.1:9/ipp/print"

/* How long the visitor may wait for the word that reception has the badge, in ms. */
#define TOLD_WITHIN 13000

static void
test_the_kiosk_fills_its_monitor (gconstpointer data)
{
  Story *story = (Story *) data;
  int x, y, width, height, screen_width, screen_height;

  visitor_arrives (story);
  robot_get_window (story->kiosk, &x, &y, &width, &height);
  robot_get_screen (story->robot, &screen_width, &screen_height);
  g_assert_cmpint (x, ==, 0);
  g_assert_cmpint (y, ==, 0);
  g_assert_cmpint (width, ==, screen_width);
  g_assert_cmpint (height, ==, screen_height);
}

static void
test_the_machine_ends_it (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  g_assert_cmpint (robot_app_stop (story->kiosk), ==, 0);
}

static void
test_without_a_printer_reception_has_the_badge (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Chidi Okonkwo");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, Quentin.");

  g_assert_true (robot_sees_within (story->kiosk,
                                    ATSPI_ROLE_LABEL,
                                    "*The badge cannot be printed here*",
                                    TOLD_WITHIN));
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");
  g_assert_cmpint (visitor_count_visits (story), ==, 1);

  /* and reception knows it */
  robot_app_stop (story->kiosk);
  story_open_desk (story, 0, 1080, 800, STORY_RECEPTIONIST);
  g_object_unref (robot_wait (story->desk, ATSPI_ROLE_TABLE_CELL, MARKER "*"));
  g_object_unref (robot_wait (story->desk, ATSPI_ROLE_TABLE_CELL, "*Badge waiting*"));
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/screen/fills-its-monitor", story, test_the_kiosk_fills_its_monitor);
  g_test_add_data_func ("/screen/the-machine-ends-it", story, test_the_machine_ends_it);
  g_test_add_data_func ("/screen/without-a-printer",
                        story,
                        test_without_a_printer_reception_has_the_badge);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NO_PRINTER, add_tests);
}

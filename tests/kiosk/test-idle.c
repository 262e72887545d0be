/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "foyer-test.h"
#include "visitor.h"

#define WARNING "Are you still there?"

/* Long enough for the kiosk to look at its clock twice, in ms. */
#define TWO_LOOKS 2200

/* Long enough for the kiosk to handle an event that was sent, in ms. */
#define SETTLED 300

static gboolean
is_forgotten (gpointer data)
{
  return !visitor_leaves_traces (data, "Quentin");
}

/* Nobody touches the screen, once what was done there has reached the kiosk. */
static void
nobody_touches_it_for (Story *story, gint64 seconds)
{
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, WARNING, SETTLED));
  story_pass (story, seconds);
}

static void
assert_no_warning (Story *story)
{
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, WARNING, TWO_LOOKS));
}

/* What assistive technology cannot reach would come back with its page. */
static void
assert_next_finds_nothing (Story *story)
{
  foyer_test_wait_until (is_forgotten, story);
  visitor_is_asked_for_name (story);
  visitor_assert_typed (story, "What is your name?", "");
}

static void
test_a_touch_during_the_warning_keeps_everything (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given a half typed name */
  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);

  /* When nobody touches the screen for less than 45 s */
  nobody_touches_it_for (story, 40);

  /* Then nothing is said */
  assert_no_warning (story);

  /* When the time is over */
  story_pass (story, 6);

  /* Then it asks, and a touch anywhere is an answer */
  visitor_reads (story, WARNING);
  visitor_sees (story, ATSPI_ROLE_LABEL, "Your answers are deleted in * seconds.");
  robot_tap_at (story->robot, 20, 20);
  robot_wait_gone (story->kiosk, ATSPI_ROLE_HEADING, WARNING);
  visitor_assert_typed (story, "What is your name?", MARKER);

  /* and a key is another one, which types nothing */
  nobody_touches_it_for (story, 46);
  visitor_reads (story, WARNING);
  robot_key (story->robot, "Tab");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_HEADING, WARNING);
  visitor_assert_typed (story, "What is your name?", MARKER);
}

static void
test_i_need_more_time_keeps_everything (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  visitor_types (story, "Who are you visiting?", "ren");

  for (int i = 0; i < 3; i++) {
    nobody_touches_it_for (story, 46);
    visitor_reads (story, WARNING);
    visitor_taps (story, "I need more time");
    robot_wait_gone (story->kiosk, ATSPI_ROLE_HEADING, WARNING);
  }
  visitor_assert_typed (story, "Who are you visiting?", "ren");
}

static void
test_start_over_wipes_at_once (gconstpointer data)
{
  Story *story = (Story *) data;
  int x, y, width, height;

  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  nobody_touches_it_for (story, 46);
  visitor_reads (story, WARNING);

  /* When a finger takes its time on the button */
  robot_get_box (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Start over", &x, &y, &width, &height);
  robot_finger_down (story->robot, 0, x + width / 2, y + height / 2);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", SETTLED));
  visitor_reads (story, WARNING);
  robot_finger_up (story->robot, 0, x + width / 2, y + height / 2);

  visitor_reads (story, "Welcome.");
  assert_next_finds_nothing (story);
}

static void
test_after_the_warning_nothing_typed_is_left (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given answers and a half typed host */
  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  visitor_types (story, "Who are you visiting?", "Quentin");
  visitor_assert_typed (story, "Who are you visiting?", "Quentin");
  g_assert_true (visitor_leaves_traces (story, "Quentin"));

  /* When the visitor walks off */
  nobody_touches_it_for (story, 46);
  visitor_reads (story, WARNING);
  story_pass (story, 20);

  /* Then the kiosk welcomes the next one, who finds nothing */
  visitor_reads (story, "Welcome.");
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, WARNING, 0));
  assert_next_finds_nothing (story);
  g_assert_cmpint (visitor_count_visits (story), ==, 0);
}

static void
test_the_check_page_gives_time_to_read (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");
  nobody_touches_it_for (story, 110);
  assert_no_warning (story);
  story_pass (story, 12);
  visitor_reads (story, WARNING);
  story_pass (story, 20);
  visitor_reads (story, "Welcome.");
  foyer_test_wait_until (is_forgotten, story);
  g_assert_cmpint (visitor_count_visits (story), ==, 0);
}

static void
test_answers_left_behind_the_welcome_page_are_wiped (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given a visitor who went all the way back */
  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  visitor_taps (story, "Back");
  visitor_reads (story, "What is your name?");
  visitor_taps (story, "Back");
  visitor_reads (story, "What brings you here?");
  visitor_taps (story, "Back");
  visitor_reads (story, "Welcome.");

  nobody_touches_it_for (story, 46);
  visitor_reads (story, WARNING);
  story_pass (story, 20);

  robot_wait_gone (story->kiosk, ATSPI_ROLE_HEADING, WARNING);
  assert_next_finds_nothing (story);
}

static void
test_an_untouched_welcome_page_says_nothing (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  nobody_touches_it_for (story, 46);
  assert_no_warning (story);
  story_pass (story, 3600);
  assert_no_warning (story);
  visitor_reads (story, "Welcome.");
}

static void
test_an_empty_page_goes_silently_in_the_language_of_the_site (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given a visitor who chose German and walked off before answering anything */
  visitor_arrives (story);
  visitor_taps (story, "Deutsch");
  visitor_reads (story, "Willkommen.");
  visitor_taps (story, "Anmelden");
  visitor_reads (story, "Was führt Sie zu uns?");

  /* When the time is over, then nothing is asked, and the site's own language welcomes */
  story_pass (story, 50);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Sind Sie*", TWO_LOOKS));
  story_pass (story, 16);
  visitor_reads (story, "Welcome.");
}

static void
test_answers_are_wiped_while_the_store_is_away (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *there = g_build_filename (story->folder, "data", NULL);
  g_autofree char *away = g_build_filename (story->folder, "away", NULL);

  /* Given a visitor whose sign-in waits for the store */
  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");
  g_assert_cmpint (g_rename (there, away), ==, 0);
  visitor_taps (story, "Sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Signing in is not possible at the moment.*");
  visitor_taps (story, "English");
  visitor_taps (story, "Deutsch");
  visitor_reads (story, "Anmelden geht gerade nicht.");

  /* When they go to reception, then the next one finds nothing, though the store is tried again and
   * again */
  nobody_touches_it_for (story, 46);
  visitor_reads (story, "Sind Sie noch da?");
  story_pass (story, 20);
  visitor_reads (story, "Signing in is not possible at the moment.");
  foyer_test_wait_until (is_forgotten, story);
  g_assert_cmpint (g_rename (away, there), ==, 0);
  visitor_reads (story, "Welcome.");
  assert_next_finds_nothing (story);
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/idle/a-touch-keeps-everything",
                        story,
                        test_a_touch_during_the_warning_keeps_everything);
  g_test_add_data_func ("/idle/more-time", story, test_i_need_more_time_keeps_everything);
  g_test_add_data_func ("/idle/start-over", story, test_start_over_wipes_at_once);
  g_test_add_data_func ("/idle/nothing-is-left",
                        story,
                        test_after_the_warning_nothing_typed_is_left);
  g_test_add_data_func ("/idle/time-to-read", story, test_the_check_page_gives_time_to_read);
  g_test_add_data_func ("/idle/behind-the-welcome-page",
                        story,
                        test_answers_left_behind_the_welcome_page_are_wiped);
  g_test_add_data_func ("/idle/untouched-welcome",
                        story,
                        test_an_untouched_welcome_page_says_nothing);
  g_test_add_data_func ("/idle/store-away", story, test_answers_are_wiped_while_the_store_is_away);
  g_test_add_data_func ("/idle/silently",
                        story,
                        test_an_empty_page_goes_silently_in_the_language_of_the_site);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

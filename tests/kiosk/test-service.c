/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foyer-test.h"
#include "visitor.h"

#define ASK_NAME VISITOR_STAFF_NAME

static gint64
count_events (Story *story, const char *event)
{
  g_autofree char *sql =
      g_strconcat ("SELECT count (*) FROM audit WHERE event = '", event, "'", NULL);

  return story_count (story, sql);
}

static gboolean
call_is_over (gpointer story)
{
  return story_count (story, "SELECT count (*) FROM call") == 0;
}

static void
open_service (Story *story, const char *name)
{
  visitor_holds_service_key (story);
  visitor_signs_staff_in (story, name, STORY_PASSWORD);
  visitor_reads (story, "Service");
}

static void
test_staff_hold_a_key_and_sign_in (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *tree = NULL;

  /* Given a visitor who left a half-filled form */
  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);

  /* A short press is nothing, and types nothing */
  robot_key (story->robot, "F12");
  visitor_assert_typed (story, "What is your name?", MARKER);

  /* When staff hold F12 for three seconds, then nothing of the visitor is left */
  visitor_holds_service_key (story);
  g_assert_false (visitor_leaves_traces (story, "Quentin"));

  /* A wrong password leads nowhere, and is not to be read anywhere */
  visitor_signs_staff_in (story, STORY_SECURITY, "wrong horse battery");
  g_object_unref (robot_wait (story->kiosk,
                              ATSPI_ROLE_LABEL,
                              "Name and password do not fit. Type both again."));
  g_assert_false (visitor_leaves_traces (story, "horse"));

  /* nor does an account that has no business here */
  visitor_signs_staff_in (story, STORY_OFFICER, STORY_PASSWORD);
  g_object_unref (
      robot_wait (story->kiosk, ATSPI_ROLE_LABEL, "This account may not serve a kiosk."));
  g_assert_cmpint (count_events (story, "service-open"), ==, 0);

  /* The right one opens the page, in the audit trail too */
  visitor_signs_staff_in (story, STORY_RECEPTIONIST, STORY_PASSWORD);
  visitor_reads (story, "Service");
  g_assert_cmpint (count_events (story, "service-open"), ==, 1);
  tree = robot_tree (story->kiosk);
  g_assert_null (strstr (tree, "battery"));

  /* and the way out is the welcome page, behind which it is closed */
  visitor_taps (story, "Back to the start");
  visitor_reads (story, "Welcome.");
  g_assert_false (visitor_leaves_traces (story, "Test the printer"));
}

static void
test_a_test_badge_is_printed_and_stays_nowhere (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *folder = g_build_filename (story->folder, "badges", NULL);
  g_autoptr (GDir) badges = NULL;

  visitor_arrives (story);
  open_service (story, STORY_ADMINISTRATOR);
  visitor_taps (story, "Test the printer");
  g_object_unref (
      robot_wait (story->kiosk, ATSPI_ROLE_NOTIFICATION, "The test badge was printed."));
  g_assert_cmpint (count_events (story, "test-printed"), ==, 1);
  g_assert_cmpint (story_count (story, "SELECT count (*) FROM letter"), ==, 0);
  g_assert_cmpint (visitor_count_visits (story), ==, 0);
  badges = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (badges);
  g_assert_null (g_dir_read_name (badges));

  /* Where no logind is, the machine stays on, and says so */
  visitor_taps (story, "Switch off");
  g_object_unref (robot_wait (story->kiosk,
                              ATSPI_ROLE_NOTIFICATION,
                              "This machine cannot be switched off from here."));
  g_assert_cmpint (count_events (story, "station-switch-off"), ==, 1);
}

static void
test_it_closes_by_itself (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  open_service (story, STORY_SECURITY);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", 500));
  story_pass (story, 28);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", 1300));
  story_pass (story, 2);
  visitor_reads (story, "Welcome.");

  /* so does the page before it */
  visitor_holds_service_key (story);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", 500));
  story_pass (story, 31);
  visitor_reads (story, "Welcome.");
}

static void
test_restart_ends_it_without_a_fault (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  open_service (story, STORY_SECURITY);
  visitor_taps (story, "Restart the kiosk");
  g_assert_cmpint (robot_app_wait_end (story->kiosk), ==, 0);
  g_assert_cmpint (count_events (story, "station-restart"), ==, 1);
}

static void
test_foyerctl_calls_it_when_nobody_stands_there (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *said = NULL;

  /* Given a visitor who types */
  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", "Quentin");

  /* When the kiosk is called for service, then it has heard, and the visitor goes on */
  said = story_ctl (story, NULL, NULL, STORY_ARGS ("station", "service"));
  foyer_test_wait_until (call_is_over, story);
  g_assert_cmpint (count_events (story, "call"), ==, 1);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, ASK_NAME, 500));
  visitor_types (story, "What is your name?", " M");
  visitor_assert_typed (story, "What is your name?", "Quentin M");

  /* When they are gone, then staff are asked for their names */
  story_pass (story, 66);
  visitor_reads (story, ASK_NAME);
  g_assert_false (visitor_leaves_traces (story, "Quentin"));
  visitor_taps (story, "Back to the start");
  visitor_reads (story, "Welcome.");

  /* At once where nobody stands there */
  g_free (said);
  said = story_ctl (story, NULL, NULL, STORY_ARGS ("station", "service"));
  visitor_reads (story, ASK_NAME);
}

static void
test_no_start_leads_to_it (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *said = NULL;

  /* Given a call that nobody heard */
  robot_end_apps (story->robot);
  said = story_ctl (story, NULL, NULL, STORY_ARGS ("station", "service"));

  /* When the kiosk starts, then it is over, and visitors are welcome */
  story_open_kiosk (story, 0, 0);
  foyer_test_wait_until (call_is_over, story);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, ASK_NAME, 500));
  visitor_reads (story, "Welcome.");
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/service/signs-in", story, test_staff_hold_a_key_and_sign_in);
  g_test_add_data_func ("/service/test-badge",
                        story,
                        test_a_test_badge_is_printed_and_stays_nowhere);
  g_test_add_data_func ("/service/closes", story, test_it_closes_by_itself);
  g_test_add_data_func ("/service/foyerctl",
                        story,
                        test_foyerctl_calls_it_when_nobody_stands_there);
  g_test_add_data_func ("/service/not-at-start", story, test_no_start_leads_to_it);
  g_test_add_data_func ("/service/restart", story, test_restart_ends_it_without_a_fault);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

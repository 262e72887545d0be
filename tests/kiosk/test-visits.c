/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "station/day.h"
#include "visit/clock.h"
#include "visitor.h"

static void
test_a_group_is_told_one_by_one (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  /* Given a guest with two others */
  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");
  visitor_taps (story, "Add a person");
  visitor_types (story, "Who is with you?", "Bo Derek");
  visitor_taps (story, "Add a person");
  visitor_sees (story, ATSPI_ROLE_PUSH_BUTTON, "Remove Bo Derek");
  visitor_types (story, "Who is with you?", "Cher");
  visitor_taps (story, "Continue");
  visitor_reads (story, "Check, and sign in");

  /* When only one of them has read the notice, nobody is signed in */
  visitor_taps (story, "Bo Derek");
  visitor_sees (story, ATSPI_ROLE_PUSH_BUTTON, "Bo Derek has been told");
  visitor_taps (story, "Sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Everyone with you taps their own name first.");
  g_assert_cmpint (visitor_count_visits (story), ==, before);

  /* Then, once the other one has, all three are */
  visitor_taps (story, "Cher");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 3);
  g_assert_cmpint (story_count (story, "SELECT count (DISTINCT visit) FROM acknowledgement"),
                   ==,
                   before + 3);
}

static void
test_nobody_comes_along_where_each_has_to_accept (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  /* Given a guest with somebody else, who works on the building after all */
  visitor_arrives (story);
  story_answer (story, "Alone Again", NULL, "Renée Dubois");
  visitor_taps (story, "Add a person");
  visitor_types (story, "Who is with you?", "Cher");
  visitor_taps (story, "Continue");
  visitor_taps (story, "Cher");
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Work on the building");
  visitor_puts (story, "Which company sends you?", "ACME");
  visitor_taps (story, "Continue");
  visitor_taps (story, "I have read these");
  visitor_reads (story, "Check, and sign in");

  /* When they sign in, then nobody else has accepted the rules by it */
  g_assert_null (robot_find (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Cher*"));
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 1);
}

static void
test_a_delivery_left_here_leaves_no_trace (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  visitor_arrives (story);
  visitor_taps (story, "Sign in");
  visitor_taps (story, "Delivery");
  visitor_taps (story, "Leave it here");
  visitor_reads (story, "Reception has been called.");
  g_assert_cmpint (visitor_count_visits (story), ==, before);
  g_assert_cmpint (story_count (story, "SELECT count (*) FROM call"), ==, 1);
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");
}

static void
test_who_goes_inside_with_a_delivery_is_asked_for_the_name (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  visitor_arrives (story);
  visitor_taps (story, "Sign in");
  visitor_taps (story, "Delivery");
  visitor_taps (story, "I need to go inside");
  visitor_types (story, "What is your name?", MARKER);
  visitor_taps (story, "Continue");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 1);
}

static void
test_reception_can_be_called_from_any_page (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  visitor_taps (story, "Call reception");
  visitor_reads (story, "Reception has been called.");
  visitor_taps (story, "Close");
  visitor_reads (story, "Who are you visiting?");
}

static void
test_without_a_badge_reception_is_asked_whoever_it_is (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_taps (story, "Sign out");
  visitor_taps (story, "I do not have my badge");
  visitor_types (story, "What is your name?", "Nobody Atall");
  visitor_taps (story, "Continue");
  visitor_reads (story, "Thank you.");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Reception will sign you out.");
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");
}

static void
scan (Story *story, const char *code)
{
  g_autofree char *keys = g_strdup_printf ("FOYER1:%s\n", code);

  robot_scan (story->robot, keys, 0);
}

/* Somebody is expected today; returns the invitation's code. */
static char *
expect (Story *story, const char *name, const char *host)
{
  g_autoptr (FoyerClock) clock = foyer_clock_new ();
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autofree char *now = foyer_day_format_rfc3339 (zone, foyer_clock_now (clock));
  g_autofree char *day = g_strndup (now, strlen ("2026-12-24"));
  g_autofree char *json = g_strdup_printf ("{\"name\": \"%s\", \"at\": \"%s 23:30\","
                                           " \"host\": \"%s\", \"company\": \"ACME\","
                                           " \"type\": \"contractor\"}",
                                           name,
                                           day,
                                           host);
  g_autofree char *said = story_ctl (story, STORY_RECEPTIONIST, json, STORY_ARGS ("expect", "add"));

  return story_take_code (said);
}

static void
test_an_invitation_s_code_is_all_that_is_needed (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *code = expect (story, MARKER, "Renée Dubois");
  gint64 before = visitor_count_visits (story);

  visitor_arrives (story);
  scan (story, code);
  visitor_taps (story, "I have read these");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "ACME");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  g_assert_cmpint (visitor_count_visits (story), ==, before);

  /* And it is the badge's code now */
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");
  scan (story, code);
  visitor_reads (story, "Goodbye.");

  /* When they come back on the same day, then reception is asked for a new visit */
  story_pass (story, 120);
  visitor_reads (story, "Welcome.");
  scan (story, code);
  visitor_reads (story, "Check, and sign in");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Reception is looking at this.");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 1);
}

static void
test_name_and_host_find_the_invitation_silently (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *code = expect (story, "Silvia Still", "Renée Dubois");
  gint64 before = visitor_count_visits (story);

  /* Given another host, an ordinary guest */
  visitor_arrives (story);
  story_answer (story, "silvia still", NULL, "Chidi Okonkwo");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_LABEL, "ACME");

  /* With the right one, the rest is known */
  visitor_taps (story, "Change host");
  visitor_puts (story, "Who are you visiting?", "ren");
  visitor_taps (story, "Renée Dubois*");
  visitor_taps (story, "I have read these");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "ACME");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  g_assert_cmpint (visitor_count_visits (story), ==, before);
}

static void
test_a_name_is_put_right_at_once (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  visitor_arrives (story);
  story_answer (story, "Wring", NULL, "Renée Dubois");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  visitor_taps (story, "Something is wrong?");
  visitor_taps (story, "My name");
  visitor_puts (story, "What is your name?", "Wrong");
  visitor_taps (story, "Continue");
  visitor_reads (story, "Thank you, Wrong.");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 1);
}

static void
test_who_tries_again_at_once_is_not_signed_in_twice (gconstpointer data)
{
  Story *story = (Story *) data;
  gint64 before = visitor_count_visits (story);

  visitor_arrives (story);
  story_answer (story, "Twain", NULL, "Renée Dubois");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  robot_app_kill (story->kiosk);
  visitor_arrives (story);
  story_answer (story, "twain", NULL, "Renée Dubois");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "You are signed in already, since *");
  g_assert_cmpint (visitor_count_visits (story), ==, before + 1);
}

/* What a telephone's camera would read off the screen. */
static char *
read_screen (Story *story)
{
  g_autofree char *shot = g_build_filename (story->folder, "screen.png", NULL);
  const char *argv[] = { "zbarimg", "-q", "--raw", shot, NULL };
  char *read = NULL;
  g_autoptr (GError) err = NULL;

  robot_shot (story->robot, shot);
  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                &read,
                NULL,
                NULL,
                &err);
  g_assert_no_error (err);
  g_assert_true (g_str_has_prefix (read, "FOYER1:"));
  return read;
}

static void
test_a_code_brings_the_answers_back (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *code = NULL;

  /* Given a visitor who had the answers kept */
  visitor_arrives (story);
  story_answer (story, "Memory Lane", NULL, "Renée Dubois");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, *");
  visitor_taps (story, "Keep my answers for next time?");
  visitor_reads (story, "Keep my answers for next time?");
  visitor_taps (story, "Yes");
  visitor_reads (story, "Scan this code next time.");
  code = read_screen (story);
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");

  /* When the code is scanned, then all is answered */
  robot_scan (story->robot, code, 0);
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Memory Lane");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Renée Dubois");
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/visits/group", story, test_a_group_is_told_one_by_one);
  g_test_add_data_func ("/visits/alone", story, test_nobody_comes_along_where_each_has_to_accept);
  g_test_add_data_func ("/visits/delivery", story, test_a_delivery_left_here_leaves_no_trace);
  g_test_add_data_func ("/visits/delivery-inside",
                        story,
                        test_who_goes_inside_with_a_delivery_is_asked_for_the_name);
  g_test_add_data_func ("/visits/call", story, test_reception_can_be_called_from_any_page);
  g_test_add_data_func ("/visits/no-badge",
                        story,
                        test_without_a_badge_reception_is_asked_whoever_it_is);
  g_test_add_data_func ("/visits/invitation",
                        story,
                        test_an_invitation_s_code_is_all_that_is_needed);
  g_test_add_data_func ("/visits/expected", story, test_name_and_host_find_the_invitation_silently);
  g_test_add_data_func ("/visits/put-right", story, test_a_name_is_put_right_at_once);
  g_test_add_data_func ("/visits/remembered", story, test_a_code_brings_the_answers_back);
  g_test_add_data_func ("/visits/again",
                        story,
                        test_who_tries_again_at_once_is_not_signed_in_twice);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
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
add_tests (Story *story)
{
  g_test_add_data_func ("/visits/group", story, test_a_group_is_told_one_by_one);
  g_test_add_data_func ("/visits/delivery", story, test_a_delivery_left_here_leaves_no_trace);
  g_test_add_data_func ("/visits/delivery-inside",
                        story,
                        test_who_goes_inside_with_a_delivery_is_asked_for_the_name);
  g_test_add_data_func ("/visits/call", story, test_reception_can_be_called_from_any_page);
  g_test_add_data_func ("/visits/no-badge",
                        story,
                        test_without_a_badge_reception_is_asked_whoever_it_is);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

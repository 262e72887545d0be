/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "visitor.h"

static void
goes_back_to (Story *story, const char *question)
{
  visitor_taps (story, "Back");
  visitor_reads (story, question);
}

static void
test_change_leads_back_to_the_check (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");

  visitor_taps (story, "Change name");
  visitor_types (story, "What is your name?", "son");
  visitor_taps (story, "Continue");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, MARKER "son");

  visitor_taps (story, "Change host");
  visitor_reads (story, "Who are you visiting?");
  visitor_taps (story, "I do not know*");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Not listed");

  /* A purpose that asks for more asks only for that. */
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Work on the building*");
  visitor_types (story, "Which company sends you?", "ACME");
  visitor_taps (story, "Continue");
  visitor_taps (story, "I have read these");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "ACME");
  visitor_sees (story, ATSPI_ROLE_LABEL, MARKER "son");
}

static void
test_back_from_a_change_leads_to_the_check (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");
  visitor_taps (story, "Change name");
  visitor_types (story, "What is your name?", "son");
  goes_back_to (story, "Check, and sign in");
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Work on the building*");
  visitor_types (story, "Which company sends you?", "ACME");
  goes_back_to (story, "What brings you here?");
  goes_back_to (story, "Check, and sign in");
  g_assert_cmpint (visitor_count_visits (story), ==, 0);
}

static void
test_a_question_that_is_not_asked_any_more_is_gone (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given one who works on the building, and then is a guest */
  visitor_arrives (story);
  story_answer (story, MARKER, "ACME", "Renée Dubois");
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Visiting someone*");
  visitor_reads (story, "Check, and sign in");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_LABEL, "ACME");

  /* When it is the first purpose after all, only what it asks besides is asked again */
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Work on the building*");
  visitor_reads (story, "Which company sends you?");
  visitor_taps (story, "Continue");
  visitor_taps (story, "I have read these");
  visitor_reads (story, "Check, and sign in");

  /* When it is none again, then it is not there on the way back either */
  visitor_taps (story, "Change purpose");
  visitor_taps (story, "Visiting someone*");
  visitor_reads (story, "Check, and sign in");
  goes_back_to (story, "Who are you visiting?");
  goes_back_to (story, "What is your name?");
  goes_back_to (story, "What brings you here?");
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/change/leads-back-to-the-check",
                        story,
                        test_change_leads_back_to_the_check);
  g_test_add_data_func ("/change/back-leads-to-the-check",
                        story,
                        test_back_from_a_change_leads_to_the_check);
  g_test_add_data_func ("/change/not-asked-any-more",
                        story,
                        test_a_question_that_is_not_asked_any_more_is_gone);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foyer-test.h"
#include "visitor.h"

#define NAME_QUESTION "What is your name?"
#define HOST_QUESTION "Who are you visiting?"
#define TOO_LONG "This name is longer than 80 characters. Shorten it."
#define NO_LETTERS "This name has no letters we can print. Try another spelling."

static void
test_a_name_needs_letters (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given nothing */
  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  g_assert_false (robot_is_sensitive (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Continue"));

  /* Then Enter says what is missing */
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Type your name to go on.");

  /* and so it is with mere spaces */
  robot_type (story->robot, "   ");
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Type your name to go on.");
  visitor_reads (story, NAME_QUESTION);
}

static void
test_a_name_without_anything_to_print_is_refused (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_puts (story, NAME_QUESTION, "\u202e\u200d\u0301");
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, NO_LETTERS);

  /* and a single letter makes it a name */
  robot_type (story->robot, "Q");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_LABEL, NO_LETTERS);
  robot_key (story->robot, "Return");
  visitor_reads (story, HOST_QUESTION);
}

static void
test_a_name_of_81_letters_is_to_be_shortened (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *long_name = g_strnfill (81, 'w');

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_puts (story, NAME_QUESTION, long_name);
  visitor_taps (story, "Continue");
  visitor_sees (story, ATSPI_ROLE_LABEL, TOO_LONG);
  robot_key (story->robot, "End");

  robot_key (story->robot, "BackSpace");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_LABEL, TOO_LONG);
  visitor_taps (story, "Continue");
  visitor_reads (story, HOST_QUESTION);
}

static void
test_a_name_of_10_kb_is_no_burden (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *long_name = g_strnfill (10240, 'w');
  g_autofree char *typed = NULL;

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_puts (story, NAME_QUESTION, long_name);
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, TOO_LONG);
  typed = robot_read (story->kiosk, ATSPI_ROLE_TEXT, NAME_QUESTION);
  g_assert_cmpint (strlen (typed), >, 80); /* enough of it to be shortened */
  visitor_taps (story, "Back");
  visitor_reads (story, "What brings you here?");
}

static void
test_every_script_is_a_name (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_puts (story, NAME_QUESTION, "\u202eزينب 👩\u200d🚀 李\u202c");
  visitor_taps (story, "Continue");
  visitor_reads (story, HOST_QUESTION);
  visitor_taps (story, "I do not know*");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "زينب 👩\u200d🚀 李");
}

static void
test_a_name_is_text_and_no_markup (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, NAME_QUESTION, "<b>Q</b> & %n%s'--");
  visitor_taps (story, "Continue");
  visitor_types (story, HOST_QUESTION, "<b>&%n%s'--");
  visitor_sees (story, ATSPI_ROLE_LABEL, "No match for “<b>&%n%s'--”.*");
  visitor_taps (story, "I do not know*");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "<b>Q</b> & %n%s'--");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Not listed");
}

static void
add_host (Story *story, const char *name)
{
  g_autofree char *json = g_strdup_printf ("{\"name\": \"%s\"}", name);
  g_autofree char *said = story_ctl (story, STORY_ADMINISTRATOR, json, STORY_ARGS ("host", "add"));
}

static guint
count_hosts (Story *story)
{
  return robot_count (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Annabel *");
}

static void
test_three_letters_find_five_hosts_at_most (gconstpointer data)
{
  Story *story = (Story *) data;

  for (int i = 0; i < 7; i++) {
    g_autofree char *name = g_strdup_printf ("Annabel Test%c", 'A' + i);

    add_host (story, name);
  }
  visitor_arrives (story);
  visitor_is_asked_for_host (story);

  /* Given two letters, nobody is shown, and Enter says what is missing */
  visitor_types (story, HOST_QUESTION, "a");
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Type two more letters.");
  visitor_types (story, HOST_QUESTION, "n");
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Type one more letter.");
  g_assert_cmpint (count_hosts (story), ==, 0);

  /* Given three, five of seven are */
  visitor_types (story, HOST_QUESTION, "n");
  visitor_sees (story, ATSPI_ROLE_PUSH_BUTTON, "Annabel *");
  g_assert_cmpint (count_hosts (story), ==, 5);

  /* Given one less, nobody again */
  robot_key (story->robot, "BackSpace");
  robot_wait_gone (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Annabel *");
}

static void
test_a_host_who_is_not_listed_is_an_answer (gconstpointer data)
{
  Story *story = (Story *) data;

  visitor_arrives (story);
  visitor_is_asked_for_host (story);
  visitor_types (story, HOST_QUESTION, "xyz");
  visitor_sees (story,
                ATSPI_ROLE_LABEL,
                "No match for “xyz”. Check the spelling, or choose “not listed”.");
  visitor_taps (story, "I do not know, or not listed");
  visitor_reads (story, "Check, and sign in");
  visitor_sees (story, ATSPI_ROLE_LABEL, "Not listed");
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/answers/a-name-needs-letters", story, test_a_name_needs_letters);
  g_test_add_data_func ("/answers/nothing-to-print",
                        story,
                        test_a_name_without_anything_to_print_is_refused);
  g_test_add_data_func ("/answers/81-letters", story, test_a_name_of_81_letters_is_to_be_shortened);
  g_test_add_data_func ("/answers/10-kb", story, test_a_name_of_10_kb_is_no_burden);
  g_test_add_data_func ("/answers/every-script", story, test_every_script_is_a_name);
  g_test_add_data_func ("/answers/no-markup", story, test_a_name_is_text_and_no_markup);
  g_test_add_data_func ("/answers/five-hosts-at-most",
                        story,
                        test_three_letters_find_five_hosts_at_most);
  g_test_add_data_func ("/answers/not-listed", story, test_a_host_who_is_not_listed_is_an_answer);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

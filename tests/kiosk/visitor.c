/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visitor"

#include "visitor.h"

#include <string.h>

#include "foyer-test.h"

/* Long enough for the kiosk to see a key, in ms. */
#define KEY_TAKES 500

int
visitor_run (int argc, char *argv[], const char *printer, void (*add_tests) (Story *story))
{
  gboolean portrait = argc > 1 && strcmp (argv[argc - 1], "portrait") == 0;
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = NULL;
  g_autoptr (Story) story = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  robot = robot_new (portrait ? 1080 : 1280, portrait ? 1920 : 800, "us", &err);
  g_assert_no_error (err);
  story = story_new (robot, printer);
  add_tests (story);
  status = g_test_run ();
  g_clear_pointer (&story, story_free);
  return status;
}

void
visitor_arrives (Story *story)
{
  robot_end_apps (story->robot);
  story_open_kiosk (story, 0, 0);
}

void
visitor_sees (Story *story, AtspiRole role, const char *name)
{
  g_object_unref (robot_wait (story->kiosk, role, name));
}

void
visitor_reads (Story *story, const char *question)
{
  visitor_sees (story, ATSPI_ROLE_HEADING, question);
}

void
visitor_taps (Story *story, const char *button)
{
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, button);
}

void
visitor_assert_typed (Story *story, const char *question, const char *text)
{
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, question, text);
}

void
visitor_types (Story *story, const char *question, const char *text)
{
  g_autofree char *pattern = g_strconcat ("*", text, NULL);

  visitor_sees (story, ATSPI_ROLE_TEXT, question);
  robot_type (story->robot, text);
  visitor_assert_typed (story, question, pattern);
}

void
visitor_puts (Story *story, const char *question, const char *text)
{
  g_autoptr (AtspiAccessible) entry = robot_wait (story->kiosk, ATSPI_ROLE_TEXT, question);

  g_assert_true (atspi_editable_text_set_text_contents (ATSPI_EDITABLE_TEXT (entry), text, NULL));
}

void
visitor_is_asked_for_name (Story *story)
{
  visitor_taps (story, "Sign in");
  visitor_taps (story, "Visiting someone*");
  visitor_reads (story, "What is your name?");
}

void
visitor_is_asked_for_host (Story *story)
{
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);
  visitor_taps (story, "Continue");
  visitor_reads (story, "Who are you visiting?");
}

void
visitor_holds_service_key (Story *story)
{
  robot_key_down (story->robot, "F12");
  /* Once the kiosk has seen it go down, the clock may move. */
  g_assert_false (
      robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, VISITOR_STAFF_NAME, KEY_TAKES));
  story_pass (story, 3);
  visitor_reads (story, VISITOR_STAFF_NAME);
  robot_key_up (story->robot, "F12");
}

void
visitor_signs_staff_in (Story *story, const char *name, const char *password)
{
  visitor_types (story, VISITOR_STAFF_NAME, name);
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_PASSWORD_TEXT, VISITOR_STAFF_PASSWORD);
  robot_type (story->robot, password);
  robot_key (story->robot, "Return");
}

gboolean
visitor_leaves_traces (Story *story, const char *text)
{
  g_autofree char *tree = robot_tree (story->kiosk);

  return strstr (tree, text) != NULL;
}

gint64
visitor_count_visits (Story *story)
{
  return story_count (story, "SELECT count (*) FROM visit");
}

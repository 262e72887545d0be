/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-flow"

#include <glib/gstdio.h>
#include <string.h>

#include "foyer-test.h"
#include "story.h"
#include "visit/badge-code.h"

/*
 * The kiosk's own way through the pages, by finger and by key, on a screen of one size.
 */
typedef struct {
  Story *story;
  int width;
  int height;
} Lobby;

#define BUTTON ATSPI_ROLE_PUSH_BUTTON
#define ENTRY ATSPI_ROLE_TEXT

static void
set_up (Lobby *lobby, gconstpointer data)
{
  const Lobby *house = data;

  *lobby = *house;
  story_open_kiosk (lobby->story, lobby->width, lobby->height);
}

static void
tear_down (Lobby *lobby, gconstpointer unused)
{
  robot_end_apps (lobby->story->robot);
}

static void
tap (Lobby *lobby, const char *name)
{
  robot_tap (lobby->story->kiosk, BUTTON, name);
}

static void
see (Lobby *lobby, const char *heading)
{
  g_object_unref (robot_wait (lobby->story->kiosk, ATSPI_ROLE_HEADING, heading));
}

static void
type (Lobby *lobby, const char *text)
{
  robot_type (lobby->story->robot, text);
}

static void
see_text (Lobby *lobby, const char *field, const char *text)
{
  robot_wait_text (lobby->story->kiosk, ENTRY, field, text);
}

static void
see_words (Lobby *lobby, const char *words)
{
  g_object_unref (robot_wait (lobby->story->kiosk, ATSPI_ROLE_LABEL, words));
}

static void
key (Lobby *lobby, const char *name)
{
  robot_key (lobby->story->robot, name);
}

/* To the question for a guest's name. */
static void
go_to_name (Lobby *lobby)
{
  tap (lobby, "Sign in");
  tap (lobby, "Visiting someone");
  see (lobby, "What is your name?");
}

/* To the check page, as a guest. */
static void
go_to_check (Lobby *lobby, const char *name)
{
  go_to_name (lobby);
  type (lobby, name);
  key (lobby, "Return");
  see (lobby, "Who are you visiting?");
  type (lobby, "ren");
  tap (lobby, "Renée Dubois");
  see (lobby, "Check, and sign in");
}

static void
test_going_back_loses_nothing (Lobby *lobby, gconstpointer unused)
{
  /* Given a contractor who has begun to type a name */
  tap (lobby, "Sign in");
  tap (lobby, "Work on the building");
  see (lobby, "Which company sends you?");
  see_words (lobby, "Question 2 of 4");
  type (lobby, "ACME");
  tap (lobby, "Continue");
  see (lobby, "What is your name?");
  type (lobby, "Zo");

  /* When they go back twice, and forward again */
  tap (lobby, "Back");
  see (lobby, "Which company sends you?");
  see_text (lobby, "Which company sends you?", "ACME");
  tap (lobby, "Back");
  see (lobby, "What brings you here?");
  tap (lobby, "Work on the building");
  see (lobby, "Which company sends you?");
  tap (lobby, "Continue");

  /* Then the name is as far as it was */
  see (lobby, "What is your name?");
  see_text (lobby, "What is your name?", "Zo");
}

static void
test_a_change_of_language_keeps_what_is_half_typed (Lobby *lobby, gconstpointer unused)
{
  /* Given a visitor in the middle of a word */
  go_to_name (lobby);
  type (lobby, "Zo");

  /* When they choose German */
  tap (lobby, "English");
  see (lobby, "Which language?");
  tap (lobby, "Deutsch");

  /* Then it is the same page with the same letters, and the focus is where it was */
  see (lobby, "Wie heißen Sie?");
  see_text (lobby, "Wie heißen Sie?", "Zo");
  type (lobby, "e");
  see_text (lobby, "Wie heißen Sie?", "Zoe");
  tap (lobby, "ü");
  see_text (lobby, "Wie heißen Sie?", "Zoeü");

  /* And Back leads to the questions before, not to the languages */
  tap (lobby, "Zurück");
  see (lobby, "Was führt Sie zu uns?");
}

static void
test_the_check_page_changes_its_language (Lobby *lobby, gconstpointer unused)
{
  go_to_check (lobby, "Ada Lovelace");

  tap (lobby, "English");
  see (lobby, "Which language?");
  tap (lobby, "Deutsch");

  see (lobby, "Prüfen und anmelden");
  see_words (lobby, "Ada Lovelace");
}

static void
test_a_keyboard_is_enough (Lobby *lobby, gconstpointer unused)
{
  /* Enter is the primary action of each page, the arrows and Tab lead to the others */
  see (lobby, "Welcome.");
  key (lobby, "Return");
  see (lobby, "What brings you here?");
  key (lobby, "Return");
  see (lobby, "What is your name?");
  type (lobby, "Ada Lovelace");
  key (lobby, "Return");
  see (lobby, "Who are you visiting?");
  type (lobby, "oko");
  g_object_unref (robot_wait (lobby->story->kiosk, BUTTON, "Chidi Okonkwo"));
  key (lobby, "Return");
  see (lobby, "Check, and sign in");

  /* Esc is Back */
  key (lobby, "Escape");
  see (lobby, "Who are you visiting?");
  key (lobby, "Return");
  see (lobby, "Check, and sign in");
  key (lobby, "Return");
  see (lobby, "Thank you, Ada.");
}

/* What a badge's QR gives. */
static char *
sign_in_somebody (Lobby *lobby)
{
  g_autofree char *said =
      story_ctl (lobby->story,
                 NULL,
                 "{\"name\": \"Grace Hopper\", \"host\": \"Chidi Okonkwo\", \"type\": \"guest\"}",
                 STORY_ARGS ("visit", "sign-in"));
  g_autofree char *code = story_take_code (said);

  return g_strdup_printf (FOYER_BADGE_CODE_PREFIX "%s\n", code);
}

static void
test_a_scan_leaves_somebody_elses_form_alone (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *scan = sign_in_somebody (lobby);
  g_autofree char *tree = NULL;

  /* Given a half filled form */
  go_to_name (lobby);
  type (lobby, "Zo");

  /* When somebody who leaves holds a badge under the reader */
  robot_scan (lobby->story->robot, scan, 0);

  /* Then they are signed out, without their name, and the form is as it was */
  g_object_unref (
      robot_wait (lobby->story->kiosk, ATSPI_ROLE_NOTIFICATION, "Goodbye. You are signed out, *."));
  see_text (lobby, "What is your name?", "Zo");
  tree = robot_tree (lobby->story->kiosk);
  g_assert_null (strstr (tree, "Grace"));
  type (lobby, "e");
  see_text (lobby, "What is your name?", "Zoe");
}

static void
test_a_scan_at_the_welcome_page_says_goodbye (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *scan = sign_in_somebody (lobby);

  robot_scan (lobby->story->robot, FOYER_BADGE_CODE_PREFIX "00000000000000000000000000\n", 0);
  g_object_unref (robot_wait (lobby->story->kiosk,
                              ATSPI_ROLE_NOTIFICATION,
                              "This is not a Foyer code. Show your invitation or badge."));

  robot_scan (lobby->story->robot, scan, 0);
  see (lobby, "Goodbye.");
  tap (lobby, "Finish");
  see (lobby, "Welcome.");
}

static void
test_a_store_that_cannot_be_written_loses_no_answer (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *data = g_build_filename (lobby->story->folder, "data", NULL);
  g_autofree char *away = g_build_filename (lobby->story->folder, "away", NULL);

  /* Given a visitor who is about to sign in when the store goes */
  go_to_check (lobby, "Ada Lovelace");
  g_assert_cmpint (g_rename (data, away), ==, 0);

  /* When they press Sign in, then nothing is claimed to be saved */
  tap (lobby, "Sign in");
  see_words (lobby,
             "Signing in is not possible at the moment. Nothing was saved. Reception can help.");
  see_words (lobby, "Ada Lovelace");

  /* When it is back, then it works */
  g_assert_cmpint (g_rename (away, data), ==, 0);
  tap (lobby, "Sign in");
  see (lobby, "Thank you, Ada.");
}

static void
test_a_store_that_is_away_is_waited_for (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *data = g_build_filename (lobby->story->folder, "data", NULL);
  g_autofree char *away = g_build_filename (lobby->story->folder, "away", NULL);

  /* Given a kiosk that starts without its store */
  robot_end_apps (lobby->story->robot);
  g_assert_cmpint (g_rename (data, away), ==, 0);
  story_start_kiosk (lobby->story, lobby->width, lobby->height);

  /* Then nobody is asked what could not be stored, and nothing leads anywhere else */
  see (lobby, "Signing in is not possible at the moment.");
  g_assert_cmpuint (robot_count (lobby->story->kiosk, BUTTON, "Back"), ==, 0);

  /* also after a long time, which was once spent on ever more tries at the same moment */
  story_pass (lobby->story, 120);
  see (lobby, "Signing in is not possible at the moment.");

  /* When it is back, then so is the welcome */
  g_assert_cmpint (g_rename (away, data), ==, 0);
  see (lobby, "Welcome.");
  go_to_check (lobby, "Ada Lovelace");
}

#define LOBBY_TEST(path, func) g_test_add (path, Lobby, &house, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;
  g_autoptr (Story) story = NULL;
  g_autoptr (GError) err = NULL;
  Lobby house = { 0 };

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  house.width = (int) g_ascii_strtoll (argv[1], NULL, 10);
  house.height = (int) g_ascii_strtoll (argv[2], NULL, 10);
  robot = robot_new (house.width, house.height, "us", &err);
  g_assert_no_error (err);
  story = story_new (robot, NULL);
  house.story = story;

  LOBBY_TEST ("/flow/going-back-loses-nothing", test_going_back_loses_nothing);
  LOBBY_TEST ("/flow/language-keeps-half-typed",
              test_a_change_of_language_keeps_what_is_half_typed);
  LOBBY_TEST ("/flow/language-of-check", test_the_check_page_changes_its_language);
  LOBBY_TEST ("/flow/keyboard", test_a_keyboard_is_enough);
  LOBBY_TEST ("/flow/scan-beside-a-form", test_a_scan_leaves_somebody_elses_form_alone);
  LOBBY_TEST ("/flow/scan-at-welcome", test_a_scan_at_the_welcome_page_says_goodbye);
  LOBBY_TEST ("/flow/store-fails", test_a_store_that_cannot_be_written_loses_no_answer);
  LOBBY_TEST ("/flow/store-away", test_a_store_that_is_away_is_waited_for);
  return g_test_run ();
}

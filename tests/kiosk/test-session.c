/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <signal.h>

#include "foyer-test.h"
#include "lobby.h"
#include "visitor.h"

#define CLOSED "Please go to reception."

static gboolean
has_ended (gpointer data)
{
  return kill (*(int *) data, 0) != 0;
}

static void
test_a_crash_without_a_store_ends_in_words (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *data = g_build_filename (lobby->story->folder, "data", NULL);
  g_autofree char *away = g_build_filename (lobby->story->folder, "away", NULL);
  int before;

  lobby_open (lobby);
  g_assert_cmpint (g_rename (data, away), ==, 0);
  before = robot_app_get_pid (lobby->story->kiosk);
  lobby_crash (lobby);
  lobby->story->kiosk = lobby_follow (lobby, "foyer", before);
  visitor_reads (lobby->story, "Signing in is not possible at the moment.");
  g_assert_cmpint (g_rename (away, data), ==, 0);
  lobby_crash_and_wait (lobby);
}

static void
test_five_crashes_send_visitors_to_reception (Lobby *lobby, gconstpointer unused)
{
  int before = 0;

  /* Given a kiosk that dies four times within a minute, and is there again each time */
  lobby_open (lobby);
  for (int i = 0; i < 4; i++) {
    before = robot_app_get_pid (lobby->story->kiosk);
    lobby_crash (lobby);
    lobby_is_welcomed (lobby, before);
  }
  g_assert_cmpuint (robot_count (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED), ==, 0);

  /* When it dies once more */
  before = robot_app_get_pid (lobby->story->kiosk);
  lobby_crash (lobby);

  /* Then nobody waits for it, in any language of the station */
  g_object_unref (robot_wait (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED));
  g_object_unref (robot_wait (lobby->curtain, ATSPI_ROLE_LABEL, "Bitte gehen Sie zum Empfang."));
  g_assert_false (lobby_sees_desktop (lobby));
  g_assert_cmpint (lobby_find_child (lobby, "foyer"), ==, 0);

  /* and no key or tap leads anywhere */
  robot_key (lobby->story->robot, "alt+F4");
  robot_tap_at (lobby->story->robot, 40, 40);
  g_object_unref (robot_wait (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED));

  /* When a minute has passed, then it is tried again, and trusted once it lives */
  story_pass (lobby->story, 61);
  lobby_is_welcomed (lobby, before);
  story_pass (lobby->story, 11);
  robot_wait_gone (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED);
}

static void
test_who_ends_the_kiosk_gets_a_fresh_one (Lobby *lobby, gconstpointer unused)
{
  lobby_open (lobby);
  for (int i = 0; i < 6; i++) {
    int before = robot_app_get_pid (lobby->story->kiosk);

    story_pass (lobby->story, 2);
    g_assert_cmpint (kill (before, SIGTERM), ==, 0);
    lobby_is_welcomed (lobby, before);
  }
  g_assert_cmpuint (robot_count (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED), ==, 0);
}

static void
test_wrong_settings_are_no_loop (Lobby *lobby, gconstpointer unused)
{
  g_autofree char *said = NULL;

  /* Given settings that the kiosk refuses */
  g_assert_true (g_file_get_contents (lobby->story->config, &said, NULL, NULL));
  g_assert_true (g_file_set_contents (lobby->story->config, "[nonsense]\n", -1, NULL));
  lobby_start (lobby, STORY_ARGS (NULL));
  lobby->curtain = lobby_follow (lobby, "foyer-curtain", 0);
  g_object_unref (robot_wait (lobby->curtain, ATSPI_ROLE_HEADING, CLOSED));
  g_assert_cmpint (lobby_find_child (lobby, "foyer"), ==, 0);

  /* When they are mended, then the kiosk is there within a minute */
  g_assert_true (g_file_set_contents (lobby->story->config, said, -1, NULL));
  story_pass (lobby->story, 61);
  lobby_is_welcomed (lobby, 0);
}

static void
test_nothing_outlives_the_session (Lobby *lobby, gconstpointer unused)
{
  int kiosk, curtain;

  lobby_open (lobby);
  kiosk = robot_app_get_pid (lobby->story->kiosk);
  curtain = robot_app_get_pid (lobby->curtain);
  g_assert_cmpint (robot_app_stop (lobby->session), ==, 0);
  g_assert_true (has_ended (&kiosk));
  g_assert_true (has_ended (&curtain));

  /* nor one that is killed */
  lobby_open (lobby);
  kiosk = robot_app_get_pid (lobby->story->kiosk);
  curtain = robot_app_get_pid (lobby->curtain);
  robot_app_kill (lobby->session);
  foyer_test_wait_until (has_ended, &kiosk);
  foyer_test_wait_until (has_ended, &curtain);
}

static void
add_tests (Story *story)
{
  LOBBY_TEST ("/session/crash-without-a-store", test_a_crash_without_a_store_ends_in_words);
  LOBBY_TEST ("/session/five-crashes", test_five_crashes_send_visitors_to_reception);
  LOBBY_TEST ("/session/ended-on-purpose", test_who_ends_the_kiosk_gets_a_fresh_one);
  LOBBY_TEST ("/session/wrong-settings", test_wrong_settings_are_no_loop);
  LOBBY_TEST ("/session/nothing-outlives-it", test_nothing_outlives_the_session);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/robot.h"

typedef struct {
  Robot *robot;
  const char *program;
  RobotApp *stage;
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  const Scene *whole = data;
  const char *const argv[] = { whole->program, NULL };
  g_autoptr (GError) err = NULL;

  scene->robot = whole->robot;
  scene->stage = robot_launch (scene->robot, argv, NULL, &err);
  g_assert_no_error (err);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  robot_end_apps (scene->robot);
}

static void
test_it_types_and_taps_and_reads (Scene *scene, gconstpointer data)
{
  g_autofree char *tree = NULL;

  /* Given a field that it found by its label */
  robot_tap (scene->stage, ATSPI_ROLE_TEXT, "Name");

  /* When it types on a German keyboard and taps the button */
  robot_type (scene->robot, "Jörg Weiß (2)");
  robot_wait_text (scene->stage, ATSPI_ROLE_TEXT, "Name", "Jörg Weiß (2)");
  robot_tap (scene->stage, ATSPI_ROLE_PUSH_BUTTON, "Greet");

  /* Then the label says so, and the tree has it all */
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "Hello*", "Hello, Jörg Weiß (2).");
  tree = robot_tree (scene->stage);
  g_assert_nonnull (strstr (tree, "push button “Greet”"));
  g_assert_nonnull (strstr (tree, "text “” = “Jörg Weiß (2)”"));
}

static void
test_its_finger_is_a_finger_and_its_mouse_a_mouse (Scene *scene, gconstpointer data)
{
  robot_tap (scene->stage, ATSPI_ROLE_LABEL, "untouched");
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "a *", "a finger");
  robot_click (scene->stage, ATSPI_ROLE_LABEL, "a finger");
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "a *", "a mouse");
}

static void
test_its_scanner_types_us_key_codes (Scene *scene, gconstpointer data)
{
  robot_tap (scene->stage, ATSPI_ROLE_TEXT, "Name");
  robot_scan (scene->robot, "FOYER1:0Z", 0);
  robot_wait_text (scene->stage, ATSPI_ROLE_TEXT, "Name", "FOZER1Ö0Y");
}

static void
test_keys_have_names_and_modifiers (Scene *scene, gconstpointer data)
{
  robot_tap (scene->stage, ATSPI_ROLE_TEXT, "Name");
  robot_type (scene->robot, "ab");
  robot_key (scene->robot, "shift+Left");
  robot_type (scene->robot, "c");
  robot_wait_text (scene->stage, ATSPI_ROLE_TEXT, "Name", "ac");
  robot_key (scene->robot, "ctrl+a");
  robot_key (scene->robot, "BackSpace");
  robot_wait_text (scene->stage, ATSPI_ROLE_TEXT, "Name", "");
}

static void
test_it_takes_pictures_and_places_windows (Scene *scene, gconstpointer data)
{
  g_autofree char *path = g_build_filename (robot_get_folder (scene->robot), "shot.png", NULL);
  g_autofree char *png = NULL;
  int x, y, width, height;
  gsize length;

  /* When it moves the window and takes its picture */
  robot_place (scene->stage, 120, 80, 500, 300);
  robot_get_window (scene->stage, &x, &y, &width, &height);
  robot_app_shot (scene->stage, path);

  /* Then the window is there, the picture has its size, and the finger still finds things */
  g_assert_cmpint (x, ==, 120);
  g_assert_cmpint (y, ==, 80);
  g_assert_cmpint (width, ==, 500);
  g_assert_cmpint (height, ==, 300);
  g_assert_true (g_file_get_contents (path, &png, &length, NULL));
  g_assert_cmpmem (png, 4, "\x89PNG", 4);
  g_assert_cmpint ((guchar) png[18] << 8 | (guchar) png[19], ==, 500);
  g_assert_cmpint ((guchar) png[22] << 8 | (guchar) png[23], ==, 300);
  robot_tap (scene->stage, ATSPI_ROLE_LABEL, "untouched");
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "a *", "a finger");
}

static void
test_it_counts_what_its_hands_do (Scene *scene, gconstpointer data)
{
  RobotTally before = robot_get_tally (scene->robot), after;

  /* When it taps twice, types a letter, holds a code under the reader */
  robot_tap (scene->stage, ATSPI_ROLE_TEXT, "Name");
  robot_tap (scene->stage, ATSPI_ROLE_PUSH_BUTTON, "Greet");
  robot_type (scene->robot, "a");
  robot_scan (scene->robot, "FOYER1:", 0);

  /* Then that is what it did, on one page */
  after = robot_get_tally (scene->robot);
  g_assert_cmpuint (after.touches - before.touches, ==, 2);
  g_assert_cmpuint (after.keys - before.keys, ==, 1);
  g_assert_cmpuint (after.scans - before.scans, ==, 1);
  g_assert_cmpuint (robot_count_pages (scene->stage), ==, 1);
}

static void
test_in_a_hurry_nothing_is_lost (Scene *scene, gconstpointer data)
{
  robot_tap (scene->stage, ATSPI_ROLE_TEXT, "Name");
  robot_hurry (scene->robot);
  for (int i = 0; i < 10; i++)
    robot_type (scene->robot, "0123456789");
  robot_catch_up (scene->robot);
  robot_wait_text (scene->stage,
                   ATSPI_ROLE_TEXT,
                   "Name",
                   "01234567890123456789012345678901234567890123456789"
                   "01234567890123456789012345678901234567890123456789");
}

static void
test_the_screen_changes (Scene *scene, gconstpointer data)
{
  int width, height;

  /* When the monitor is unplugged, and another one comes */
  robot_change_screen (scene->robot, 0, 0);
  robot_change_screen (scene->robot, 640, 480);

  /* Then a finger still finds things, also once the first one is back */
  robot_get_screen (scene->robot, &width, &height);
  g_assert_cmpint (width, ==, 640);
  g_assert_cmpint (height, ==, 480);
  robot_tap (scene->stage, ATSPI_ROLE_LABEL, "untouched");
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "a *", "a finger");
  robot_change_screen (scene->robot, 800, 600);
  robot_click (scene->stage, ATSPI_ROLE_LABEL, "a finger");
  robot_wait_text (scene->stage, ATSPI_ROLE_LABEL, "a *", "a mouse");
}

static void
test_it_sees_programs_end (Scene *scene, gconstpointer data)
{
  robot_wait (scene->stage, ATSPI_ROLE_PUSH_BUTTON, "Greet");
  g_assert_cmpint (robot_app_get_pid (scene->stage), >, 0);
  g_assert_cmpint (robot_app_stop (scene->stage), ==, -1);
  g_assert_cmpint (robot_app_get_pid (scene->stage), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = NULL;
  Scene whole = { 0 };

  g_test_init (&argc, &argv, NULL);
  robot = robot_new (800, 600, "de", &err);
  g_assert_no_error (err);
  whole = (Scene){ robot, argv[1], NULL };
#define ADD(name, test) g_test_add ("/robot/" name, Scene, &whole, set_up, test, tear_down)
  ADD ("types-taps-reads", test_it_types_and_taps_and_reads);
  ADD ("finger-and-mouse", test_its_finger_is_a_finger_and_its_mouse_a_mouse);
  ADD ("scanner", test_its_scanner_types_us_key_codes);
  ADD ("keys", test_keys_have_names_and_modifiers);
  ADD ("pictures-and-windows", test_it_takes_pictures_and_places_windows);
  ADD ("counts", test_it_counts_what_its_hands_do);
  ADD ("hurry", test_in_a_hurry_nothing_is_lost);
  ADD ("screen", test_the_screen_changes);
  ADD ("programs-end", test_it_sees_programs_end);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdlib.h>

#include "ui/robot.h"

#define KEY ATSPI_ROLE_PUSH_BUTTON
#define FIELD ATSPI_ROLE_TEXT

typedef struct {
  Robot *robot;
  const char *gallery;
  const char *width;
  const char *height;
} Screen;

static RobotApp *
show (const Screen *screen, const char *what)
{
  const char *const argv[] = { screen->gallery, what, screen->width, screen->height, NULL };
  g_autoptr (GError) err = NULL;
  RobotApp *app = robot_launch (screen->robot, argv, NULL, &err);

  g_assert_no_error (err);
  return app;
}

static void
tap_keys (RobotApp *app, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p = g_utf8_next_char (p)) {
    g_autofree char *key = g_utf8_substring (p, 0, 1);

    robot_tap (app, KEY, *p == ' ' ? "space" : key);
  }
}

static void
test_a_name_is_typed_with_capitals_where_names_have_them (gconstpointer data)
{
  RobotApp *app = show (data, "en");

  /* When only the letters are tapped, as the keys then say them */
  tap_keys (app, "Zo O'Br-W");

  /* Then Shift was on where a part of the name begins, and the keys say so */
  robot_wait_text (app, FIELD, NULL, "Zo O'Br-W");
  g_assert_true (robot_sees_within (app, KEY, "q", ROBOT_PATIENCE));
  robot_end_apps (((const Screen *) data)->robot);
}

static void
test_every_accent_is_two_taps_from_its_letter (gconstpointer data)
{
  RobotApp *app = show (data, "en");

  tap_keys (app, "Zo");
  robot_tap (app, KEY, "Letters with accents");
  robot_tap (app, KEY, "e");
  robot_tap (app, KEY, "ë");
  tap_keys (app, " ");
  robot_tap (app, KEY, "Letters with accents");
  robot_tap (app, KEY, "L");
  robot_tap (app, KEY, "Ł");
  tap_keys (app, "u");
  robot_wait_text (app, FIELD, NULL, "Zoë Łu");

  /* And the digits are back */
  robot_tap (app, KEY, "7");
  robot_wait_text (app, FIELD, NULL, "Zoë Łu7");
  robot_end_apps (((const Screen *) data)->robot);
}

static void
test_a_german_screen_has_german_keys (gconstpointer data)
{
  RobotApp *app = show (data, "de");

  tap_keys (app, "Jörgweißü");
  robot_wait_text (app, FIELD, NULL, "Jörgweißü");
  robot_end_apps (((const Screen *) data)->robot);
}

static void
test_shift_and_backspace_do_what_they_say (gconstpointer data)
{
  const Screen *screen = data;
  RobotApp *app = show (data, "en");
  int x, y, w, h;

  robot_tap (app, KEY, "Shift");
  tap_keys (app, "a");
  robot_tap (app, KEY, "Shift");
  tap_keys (app, "Bc");
  robot_wait_text (app, FIELD, NULL, "aBc");
  robot_tap (app, KEY, "Delete a letter");
  robot_wait_text (app, FIELD, NULL, "aB");

  /* When Backspace is held, it repeats; a letter then begins a name again */
  robot_get_box (app, KEY, "Delete a letter", &x, &y, &w, &h);
  robot_finger_down (screen->robot, 0, x + w / 2, y + h / 2);
  robot_wait_text (app, FIELD, NULL, "");
  robot_finger_up (screen->robot, 0, x + w / 2, y + h / 2);
  tap_keys (app, "Q");
  robot_wait_text (app, FIELD, NULL, "Q");
  robot_end_apps (screen->robot);
}

static void
test_continue_can_be_used_once_the_page_is_complete (gconstpointer data)
{
  RobotApp *app = show (data, "en");

  robot_wait (app, KEY, "Continue");
  g_assert_false (robot_is_sensitive (app, KEY, "Continue"));
  tap_keys (app, "A");
  robot_tap (app, KEY, "Continue");
  robot_wait (app, ATSPI_ROLE_LABEL, "went on");
  robot_end_apps (((const Screen *) data)->robot);
}

static void
test_keys_are_large_and_apart (gconstpointer data)
{
  const Screen *screen = data;
  static const char *const languages[] = { "en", "de" };
  static const char *const neighbours[] = { "Q", "W", "A" };
  int width = atoi (screen->width);
  int gap = width < 1000 ? 5 : 8;

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++) {
    RobotApp *app = show (screen, languages[i]);
    int x[3], y[3], w[3], h[3];

    for (int k = 0; k < 3; k++)
      robot_get_box (app, KEY, neighbours[k], &x[k], &y[k], &w[k], &h[k]);
    g_assert_cmpint (h[0], >=, 58);
    g_assert_cmpint (w[0], >=, (width - 80) / 11 - 9);
    g_assert_cmpint (x[1] - x[0] - w[0], >=, gap);
    g_assert_cmpint (y[2] - y[0] - h[0], >=, gap);
    robot_end_apps (screen->robot);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = NULL;
  Screen screen = { NULL, argv[1], argv[2], argv[3] };

  g_test_init (&argc, &argv, NULL);
  robot = robot_new (atoi (screen.width), atoi (screen.height), "us", &err);
  g_assert_no_error (err);
  screen.robot = robot;
#define ADD(name, test) g_test_add_data_func ("/touch-keyboard/" name, &screen, test)
  ADD ("capitals", test_a_name_is_typed_with_capitals_where_names_have_them);
  ADD ("accents", test_every_accent_is_two_taps_from_its_letter);
  ADD ("german", test_a_german_screen_has_german_keys);
  ADD ("shift-and-backspace", test_shift_and_backspace_do_what_they_say);
  ADD ("continue", test_continue_can_be_used_once_the_page_is_complete);
  ADD ("large-and-apart", test_keys_are_large_and_apart);
  return g_test_run ();
}

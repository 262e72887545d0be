/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A scanner and a person at one keyboard, on a German one, where US key codes mean other letters.
 */

#include "ui/robot.h"

#define CODE "7ABCDEFGHJKMNPQRSTVWXYZ012"
#define SCAN "FOYER1:" CODE

typedef struct {
  Robot *robot;
  const char *gallery;
  RobotApp *app;
} Scene;

static void
set_up (Scene *scene, gconstpointer data)
{
  const Scene *whole = data;
  const char *const argv[] = { whole->gallery, "scan", "800", "600", NULL };
  g_autoptr (GError) err = NULL;

  scene->robot = whole->robot;
  scene->app = robot_launch (scene->robot, argv, NULL, &err);
  g_assert_no_error (err);
  robot_tap (scene->app, ATSPI_ROLE_TEXT, NULL);
}

static void
tear_down (Scene *scene, gconstpointer data)
{
  robot_end_apps (scene->robot);
}

static void
assert_scanned (Scene *scene, const char *text)
{
  robot_wait (scene->app, ATSPI_ROLE_LABEL, text);
}

static void
assert_typed (Scene *scene, const char *text)
{
  robot_wait_text (scene->app, ATSPI_ROLE_TEXT, NULL, text);
}

static void
test_a_scan_is_heard_and_not_typed (Scene *scene, gconstpointer data)
{
#ifdef __SANITIZE_ADDRESS__
  static const guint paces[] = {
    0
  }; /* an instrumented program does not keep the scanner's 30 ms */
#else
  static const guint paces[] = { 0, 2, 10 };
#endif

  for (gsize i = 0; i < G_N_ELEMENTS (paces); i++) {
    robot_scan (scene->robot, SCAN "\n", paces[i]);
    assert_scanned (scene, SCAN);
    robot_scan (scene->robot, "FOYER1:00000000000000000000000000\n", paces[i]);
    assert_scanned (scene, "FOYER1:00000000000000000000000000");
  }
  robot_type (scene->robot, ".");
  assert_typed (scene, ".");
}

static void
test_a_scan_goes_into_nobodys_half_typed_name (Scene *scene, gconstpointer data)
{
  robot_type (scene->robot, "Jörg F");
  robot_scan (scene->robot, SCAN "\n", 0);
  assert_scanned (scene, SCAN);
  robot_type (scene->robot, "ritz");
  assert_typed (scene, "Jörg Fritz");
}

static void
test_what_a_person_types_stays_in_order (Scene *scene, gconstpointer data)
{
  /* Also when it begins as a scan does, at a person's speed or at once */
  robot_type_slowly (scene->robot, "FOZER1:", 40);
  assert_typed (scene, "FOZER1:");
  robot_key (scene->robot, "ctrl+a");
  robot_type (scene->robot, "FOFFOZ FOZE, Foto FF");
  assert_typed (scene, "FOFFOZ FOZE, Foto FF");
}

static void
test_a_single_letter_waits_for_nobody (Scene *scene, gconstpointer data)
{
  robot_type (scene->robot, "F");
  assert_typed (scene, "F");
}

static void
test_other_codes_are_typed_on (Scene *scene, gconstpointer data)
{
  /* Too short, too long, of another alphabet, without Enter: on this layout as they come */
  robot_scan (scene->robot, "FOYER1:ABC\n", 0);
  assert_typed (scene, "FOZER1ÖABC");
  robot_key (scene->robot, "ctrl+a");
  robot_scan (scene->robot, SCAN "3\n", 0);
  assert_typed (scene, "FOZER1Ö7ABCDEFGHJKMNPQRSTVWXZY0123");
  robot_key (scene->robot, "ctrl+a");
  robot_scan (scene->robot, SCAN, 0);
  assert_typed (scene, "FOZER1Ö7ABCDEFGHJKMNPQRSTVWXZY012");
  robot_wait (scene->app, ATSPI_ROLE_LABEL, "nothing scanned");
}

static void
test_a_scan_is_found_after_a_false_beginning (Scene *scene, gconstpointer data)
{
  robot_scan (scene->robot, "FOYFOYER1:ABF" SCAN "\n", 0);
  assert_scanned (scene, SCAN);
  assert_typed (scene, "FOZFOZER1ÖABF");
}

static void
test_a_very_long_code_comes_through_whole (Scene *scene, gconstpointer data)
{
  GString *code = g_string_new (NULL);
  g_autofree char *text = NULL;

  /* Given a kilobyte of beginnings */
  while (code->len < 1000)
    g_string_append (code, "FOER");
  text = g_string_free (code, FALSE);

  robot_scan (scene->robot, text, 0);
  assert_typed (scene, text);
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
#define ADD(name, test) g_test_add ("/scan/" name, Scene, &whole, set_up, test, tear_down)
  ADD ("heard-and-not-typed", test_a_scan_is_heard_and_not_typed);
  ADD ("half-typed-name", test_a_scan_goes_into_nobodys_half_typed_name);
  ADD ("person-in-order", test_what_a_person_types_stays_in_order);
  ADD ("single-letter", test_a_single_letter_waits_for_nobody);
  ADD ("other-codes", test_other_codes_are_typed_on);
  ADD ("false-beginning", test_a_scan_is_found_after_a_false_beginning);
  ADD ("very-long", test_a_very_long_code_comes_through_whole);
  return g_test_run ();
}

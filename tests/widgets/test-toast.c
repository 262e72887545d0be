/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ui/robot.h"

static void
test_what_was_done_is_said_for_a_moment (gconstpointer data)
{
  RobotApp *app = (RobotApp *) data;

  robot_wait (app, ATSPI_ROLE_LABEL, "<b>Zoë</b> checked out");
  robot_wait_gone (app, ATSPI_ROLE_LABEL, "<b>Zoë</b> checked out");
}

int
main (int argc, char *argv[])
{
  const char *const program[] = { argv[1], "toast", "800", "600", NULL };
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = robot_new (800, 600, "us", &err);
  g_assert_no_error (err);
  g_test_add_data_func ("/toast/for-a-moment",
                        robot_launch (robot, program, NULL, &err),
                        test_what_was_done_is_said_for_a_moment);
  g_assert_no_error (err);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"
#include "story.h"
#include "watcher.h"

/* The focus ring of plain GTK fades in for some 200 ms. */
#define QUIET (500 * 1000)

typedef struct {
  Story *story;
  Watcher *screen;
} Sides;

static double
start (Sides *sides, const char *const *argv)
{
  g_autoptr (GError) err = NULL;
  gint64 began = g_get_monotonic_time ();
  RobotApp *app = robot_launch (sides->story->robot, argv, NULL, &err);
  double complete;

  g_assert_no_error (err);
  complete = watcher_wait_still (sides->screen, began, QUIET);
  robot_app_kill (app);
  return complete;
}

static double
start_kiosk (gpointer data)
{
  Sides *sides = data;
  const char *const argv[] = { sides->story->foyer, "--kiosk",  "--config", sides->story->config,
                               "--window",          "1280x800", NULL };

  return start (sides, argv);
}

static double
start_bare (gpointer data)
{
  return start (data, (const char *const[]){ g_getenv ("FOYER_BARE_WINDOW"), NULL });
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = robot_new (1280, 800, "us", &err);
  Sides sides = { NULL, NULL };

  g_assert_no_error (err);
  sides.story = story_new (robot, NULL);
  sides.screen = watcher_open (robot_get_display (robot));
  bench_compare ("row 1, start to first page complete, warm",
                 start_kiosk,
                 start_bare,
                 &sides,
                 5,
                 50,
                 2.0,
                 1.5);
  watcher_close (sides.screen);
  story_free (sides.story);
  return 0;
}

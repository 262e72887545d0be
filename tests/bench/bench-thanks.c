/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"
#include "story.h"
#include "watcher.h"

#define FRAME 16667.0 /* µs */
#define QUIET (700 * 1000)

typedef struct {
  Story *story;
  Watcher *screen;
} Sides;

/* From the finger that leaves “Sign in” on the last page until “Thank you” is painted. */
static double
thank (gpointer data)
{
  Sides *sides = data;
  Robot *robot = sides->story->robot;
  int x, y, width, height;
  gint64 began;
  double painted;

  story_answer (sides->story, "Ada Lovelace", NULL, "Chidi Okonkwo");
  robot_get_box (sides->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in", &x, &y, &width, &height);
  robot_finger_down (robot, 0, x + width / 2, y + height / 2);
  watcher_begin (sides->screen);
  began = g_get_monotonic_time ();
  robot_finger_up (robot, 0, x + width / 2, y + height / 2);
  painted = watcher_wait_kept (sides->screen, began);
  robot_tap (sides->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Finish");
  return painted;
}

static double
frame (gpointer data)
{
  return FRAME;
}

/* What has to be painted: the page as it looks when it stands still. */
static void
learn (Sides *sides)
{
  Robot *robot = sides->story->robot;
  g_autofree char *path = g_build_filename (robot_get_folder (robot), "thanks.png", NULL);

  story_answer (sides->story, "Ada Lovelace", NULL, "Chidi Okonkwo");
  robot_tap (sides->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  g_object_unref (robot_wait (sides->story->kiosk, ATSPI_ROLE_HEADING, "Thank you, Ada."));
  robot_shot (robot, path);
  watcher_keep (sides->screen);
  robot_tap (sides->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Finish");
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
  watcher_look_at (sides.screen, 72, 240, 640, 160); /* the heading */
  story_open_kiosk (sides.story, 1280, 800);
  learn (&sides);
  bench_compare ("row 7, last touch to “Thank you” painted, in frames",
                 thank,
                 frame,
                 &sides,
                 4,
                 50,
                 3.0,
                 2.0);
  watcher_close (sides.screen);
  story_free (sides.story);
  return 0;
}

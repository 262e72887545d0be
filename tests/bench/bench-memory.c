/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include "bench.h"
#include "story.h"

/* A program is at rest when it has held the same for so long, in ms. */
#define AT_REST 2000
#define LOOKS 10

/* What the process holds (PSS), in kB. */
static double
read_memory (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  g_autoptr (GError) err = NULL;
  const char *line;
  unsigned kb = 0;

  g_file_get_contents (path, &text, NULL, &err);
  g_assert_no_error (err);
  line = strstr (text, "\nPss:");
  g_assert_true (line != NULL && sscanf (line, "\nPss: %u", &kb) == 1);
  return kb;
}

/* What others share with it counts in part: nothing else that uses GTK may run beside it. */
static double
rest (Story *story, const char *const *argv)
{
  g_autoptr (GError) err = NULL;
  RobotApp *app = robot_launch (story->robot, argv, NULL, &err);
  double kb = 0;
  int x, y, width, height;

  g_assert_no_error (err);
  robot_get_window (app, &x, &y, &width, &height);
  for (int looks = 0; looks < LOOKS; looks++) {
    double now = read_memory (robot_app_get_pid (app));

    if (now != kb)
      looks = 0;
    kb = now;
    g_poll (NULL, 0, AT_REST / LOOKS);
  }
  robot_app_kill (app);
  return kb;
}

static double
rest_kiosk (gpointer data)
{
  Story *story = data;
  const char *const argv[] = { story->foyer, "--kiosk",  "--config", story->config,
                               "--window",   "1280x800", NULL };

  return rest (story, argv);
}

static double
rest_bare (gpointer data)
{
  return rest (data, (const char *const[]){ g_getenv ("FOYER_BARE_WINDOW"), NULL });
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = robot_new (1280, 800, "us", &err);
  g_autoptr (Story) story = NULL;

  g_assert_no_error (err);
  story = story_new (robot, NULL);
  bench_compare_in ("kB",
                    "row 4, memory at rest (PSS)",
                    rest_kiosk,
                    rest_bare,
                    story,
                    1,
                    50,
                    1.6,
                    1.3);
  g_clear_pointer (&story, story_free);
  return 0;
}

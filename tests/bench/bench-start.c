/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"
#include "cold.h"
#include "story.h"
#include "watcher.h"

/* The focus ring of plain GTK fades in for some 200 ms. */
#define QUIET (500 * 1000)

/* Chromium is many processes, and long in coming. */
#define CHROMIUM "chromium"

typedef struct {
  Story *story;
  Watcher *screen;
  GPtrArray *files; /* of the program that is looked at, once it has started; owned */
  gboolean is_cold;
  guint forgotten; /* of a hundred pages */
} Sides;

/* Nothing but the robot's screen is to be seen when it begins. */
static double
start (Sides *sides, const char *const *argv)
{
  g_autoptr (GError) err = NULL;
  RobotApp *app;
  gint64 began;
  double complete;

  if (sides->is_cold && sides->files != NULL)
    sides->forgotten = cold_forget (sides->files);
  began = g_get_monotonic_time ();
  app = robot_launch (sides->story->robot, argv, NULL, &err);
  g_assert_no_error (err);
  complete = watcher_wait_still (sides->screen, began, QUIET);
  if (sides->files == NULL)
    sides->files = cold_learn (robot_app_get_pid (app));
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

static double
start_chromium (gpointer data)
{
  Sides *sides = data;
  g_autofree char *profile =
      g_strdup_printf ("--user-data-dir=%s/chromium", robot_get_folder (sides->story->robot));
  const char *const argv[] = { CHROMIUM,
                               "--kiosk",
                               "--no-sandbox",
                               "--no-first-run",
                               profile,
                               "data:text/html,<h1>Welcome.</h1>",
                               NULL };

  return start (sides, argv);
}

static void
compare_cold (Sides *sides)
{
  sides->is_cold = TRUE;
  start_kiosk (sides); /* the kiosk's files, which are the bare window's and more */
  start_kiosk (sides);
  if (sides->forgotten < 20)
    g_print ("row 2: skipped, the kernel forgets only %u %% of the program's pages here\n",
             sides->forgotten);
  else
    bench_compare ("row 2, start to first page complete, cold",
                   start_kiosk,
                   start_bare,
                   sides,
                   3,
                   50,
                   2.2,
                   1.6);
  sides->is_cold = FALSE;
}

static void
compare_chromium (Sides *sides)
{
  g_autofree char *chromium = g_find_program_in_path (CHROMIUM);

  if (chromium == NULL)
    g_print ("row 3: skipped, chromium is not installed\n");
  else
    bench_compare ("row 3, start to first page complete, against chromium",
                   start_kiosk,
                   start_chromium,
                   sides,
                   3,
                   50,
                   0.5,
                   0.33);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = robot_new (1280, 800, "us", &err);
  Sides sides = { 0 };

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
  compare_cold (&sides);
  compare_chromium (&sides);
  g_ptr_array_unref (sides.files);
  watcher_close (sides.screen);
  story_free (sides.story);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-lobby"

#include "lobby.h"

#include <X11/Xutil.h>
#include <signal.h>
#include <stdlib.h>

#include "foyer-test.h"
#include "visitor.h"

/* What nobody may see: the desktop below is painted with it. */
#define MAGENTA 0xff00ff

static void
paint_desktop (Lobby *lobby, gulong colour)
{
  Window root = DefaultRootWindow (lobby->x);

  XSetWindowBackground (lobby->x, root, colour);
  XClearWindow (lobby->x, root);
  XSync (lobby->x, False);
}

gboolean
lobby_sees_desktop (Lobby *lobby)
{
  int width, height;
  gboolean shows = FALSE;

  robot_get_screen (lobby->story->robot, &width, &height);
  for (int i = 1; i < 4; i++) {
    XImage *line = XGetImage (lobby->x,
                              DefaultRootWindow (lobby->x),
                              0,
                              height * i / 4,
                              (unsigned) width,
                              1,
                              AllPlanes,
                              ZPixmap);

    for (int x = 0; x < width; x += 16)
      shows |= (XGetPixel (line, x, 0) & 0xffffff) == MAGENTA;
    XDestroyImage (line);
  }
  return shows;
}

/* Returns: The session's child that runs that program, 0: none does at the moment */
int
lobby_find_child (Lobby *lobby, const char *program)
{
  int parent = robot_app_get_pid (lobby->session);
  g_autofree char *file = g_strdup_printf ("/proc/%d/task/%d/children", parent, parent);
  g_autofree char *text = NULL;
  g_auto (GStrv) children = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL))
    return 0;
  children = g_strsplit (g_strchomp (text), " ", -1);
  for (char **child = children; *child != NULL; child++) {
    g_autofree char *name_file = g_strdup_printf ("/proc/%s/comm", *child);
    g_autofree char *name = NULL;

    if (g_file_get_contents (name_file, &name, NULL, NULL)
        && g_str_equal (g_strchomp (name), program))
      return atoi (*child);
  }
  return 0;
}

typedef struct {
  Lobby *lobby;
  const char *program;
  int before;
  int pid;
} Search;

static gboolean
is_another (gpointer data)
{
  Search *search = data;

  g_assert_false (lobby_sees_desktop (search->lobby));
  search->pid = lobby_find_child (search->lobby, search->program);
  return search->pid != 0 && search->pid != search->before;
}

RobotApp *
lobby_follow (Lobby *lobby, const char *program, int before)
{
  Search search = { lobby, program, before, 0 };

  foyer_test_wait_until (is_another, &search);
  return robot_follow (lobby->story->robot, search.pid);
}

static gboolean
welcomes (gpointer data)
{
  Lobby *lobby = data;

  g_assert_false (lobby_sees_desktop (lobby));
  return robot_count (lobby->story->kiosk, ATSPI_ROLE_HEADING, "Welcome.") > 0;
}

void
lobby_is_welcomed (Lobby *lobby, int before)
{
  lobby->story->kiosk = lobby_follow (lobby, "foyer", before);
  foyer_test_wait_until (welcomes, lobby);
}

void
lobby_start (Lobby *lobby, const char *const *args)
{
  lobby->session = story_launch (lobby->story, g_getenv ("FOYER_SESSION"), args);
}

void
lobby_open (Lobby *lobby)
{
  gint64 since = g_get_monotonic_time ();

  paint_desktop (lobby, 0); /* what is there before the first curtain may be seen */
  lobby_start (lobby, STORY_ARGS (NULL));
  lobby->curtain = lobby_follow (lobby, "foyer-curtain", 0);
  lobby_is_welcomed (lobby, 0);
  lobby->first_took = g_get_monotonic_time () - since;
  paint_desktop (lobby, MAGENTA);
}

void
lobby_crash (Lobby *lobby)
{
  g_assert_cmpint (kill (robot_app_get_pid (lobby->story->kiosk), SIGSEGV), ==, 0);
}

/* Returns: How long there was no kiosk, in µs */
gint64
lobby_crash_and_wait (Lobby *lobby)
{
  int before = robot_app_get_pid (lobby->story->kiosk);
  gint64 since = g_get_monotonic_time ();
  gint64 took;

  lobby_crash (lobby);
  lobby_is_welcomed (lobby, before);
  took = g_get_monotonic_time () - since;
  story_pass (lobby->story, 20); /* five within a minute are another matter */
  return took;
}

void
lobby_set_up (Lobby *lobby, gconstpointer data)
{
  lobby->story = (Story *) data;
  lobby->x = XOpenDisplay (robot_get_display (lobby->story->robot));
  g_assert_nonnull (lobby->x);
}

void
lobby_tear_down (Lobby *lobby, gconstpointer unused)
{
  if (robot_app_get_pid (lobby->session) != 0)
    g_assert_cmpint (robot_app_stop (lobby->session), ==, 0);
  robot_end_apps (lobby->story->robot);
  paint_desktop (lobby, 0);
  XCloseDisplay (lobby->x);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <signal.h>
#include <stdlib.h>

#include <X11/Xatom.h>
#include <X11/Xutil.h>

void
robot_mind_leaks (Robot *robot)
{
  robot->minds_leaks = TRUE;
}

/* The last of two settings counts. What is killed never comes to look for leaks. */
static GStrv
without_leaks (const char *const *env)
{
  const char *options = g_getenv ("ASAN_OPTIONS");
  g_autofree char *value =
      g_strconcat (options != NULL ? options : "", ":detect_leaks=0:fast_unwind_on_malloc=1", NULL);
  GStrv less = env != NULL ? g_strdupv ((char **) env) : g_new0 (char *, 1);
  guint n = g_strv_length (less);

  less = g_renew (char *, less, n + 2);
  less[n] = g_strconcat ("ASAN_OPTIONS=", value, NULL);
  less[n + 1] = NULL;
  return less;
}

RobotApp *
robot_launch (Robot *robot, const char *const *argv, const char *const *env, GError **error)
{
  g_auto (GStrv) less = without_leaks (env);
  GSubprocess *process =
      robot_spawn (robot, argv, robot->minds_leaks ? env : (const char *const *) less, -1, error);
  RobotApp *app;

  if (process == NULL)
    return NULL;
  app = g_new0 (RobotApp, 1);
  app->robot = robot;
  app->process = process;
  app->pid = atoi (g_subprocess_get_identifier (process));
  g_ptr_array_add (robot->apps, app);
  return app;
}

RobotApp *
robot_follow (Robot *robot, int pid)
{
  RobotApp *app = g_new0 (RobotApp, 1);

  app->robot = robot;
  app->pid = pid;
  g_ptr_array_add (robot->apps, app);
  return app;
}

int
robot_app_wait_end (RobotApp *app)
{
  if (app->process != NULL) {
    g_subprocess_wait (app->process, NULL, NULL);
    app->status = g_subprocess_get_if_exited (app->process)
                      ? g_subprocess_get_exit_status (app->process)
                      : -1;
    g_clear_object (&app->process);
    app->pid = 0;
  }
  return app->status;
}

int
robot_app_stop (RobotApp *app)
{
  if (app->process != NULL)
    g_subprocess_send_signal (app->process, SIGTERM);
  return robot_app_wait_end (app);
}

void
robot_app_kill (RobotApp *app)
{
  if (app->process != NULL)
    g_subprocess_force_exit (app->process);
  robot_app_wait_end (app);
}

void
robot_app_free (RobotApp *app)
{
  robot_app_kill (app);
  g_free (app->page);
  g_free (app->counted_page);
  g_free (app);
}

void
robot_end_apps (Robot *robot)
{
  g_ptr_array_set_size (robot->apps, 0);
}

int
robot_app_get_pid (RobotApp *app)
{
  return app->pid;
}

static int
get_window_pid (Display *x, Window window)
{
  Atom property = XInternAtom (x, "_NET_WM_PID", False), type;
  unsigned char *data = NULL;
  unsigned long n, left;
  int format, pid = 0;

  if (XGetWindowProperty (x,
                          window,
                          property,
                          0,
                          1,
                          False,
                          XA_CARDINAL,
                          &type,
                          &format,
                          &n,
                          &left,
                          &data)
          == Success
      && n == 1)
    pid = (int) *(unsigned long *) (void *) data;
  if (data != NULL)
    XFree (data);
  return pid;
}

static gboolean
accepts_keyboard (Display *x, Window window)
{
  XWMHints *hints = XGetWMHints (x, window);
  gboolean accepts = hints == NULL || !(hints->flags & InputHint) || hints->input;

  if (hints != NULL)
    XFree (hints);
  return accepts;
}

/* The topmost window that shows: of that process (0: any), and one that accepts the keyboard where
 * that is asked for. Menus and tooltips do not count. */
static Window
find_window (Robot *robot, int pid, gboolean for_keyboard)
{
  Window root, parent, *children = NULL, found = None;
  unsigned int n = 0;

  XQueryTree (robot->x, DefaultRootWindow (robot->x), &root, &parent, &children, &n);
  while (n > 0 && found == None) {
    Window window = children[--n];
    XWindowAttributes at;

    if (XGetWindowAttributes (robot->x, window, &at) && at.map_state == IsViewable
        && !at.override_redirect && at.class == InputOutput
        && (pid == 0 || get_window_pid (robot->x, window) == pid)
        && (!for_keyboard || accepts_keyboard (robot->x, window)))
      found = window;
  }
  if (children != NULL)
    XFree (children);
  return found;
}

void
robot_mind_focus (Robot *robot)
{
  Window window, focused;
  int revert;

  if (robot->hurries)
    return;
  window = find_window (robot, 0, TRUE);
  XGetInputFocus (robot->x, &focused, &revert);
  if (window != None && window != focused) {
    XSetInputFocus (robot->x, window, RevertToPointerRoot, CurrentTime);
    XSync (robot->x, False);
  }
}

void
robot_raise_at (Robot *robot, int x, int y)
{
  Window root = DefaultRootWindow (robot->x), window = None;
  XWindowAttributes at;
  int inside_x, inside_y;

  if (robot->hurries)
    return;
  XTranslateCoordinates (robot->x, root, root, x, y, &inside_x, &inside_y, &window);
  if (window != None && XGetWindowAttributes (robot->x, window, &at) && !at.override_redirect)
    XRaiseWindow (robot->x, window);
  robot_mind_focus (robot);
}

static Window
wait_for_window (RobotApp *app)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;
  Window window;

  while ((window = find_window (app->robot, app->pid, FALSE)) == None) {
    if (g_get_monotonic_time () > end)
      robot_give_up (app, "There is no window");
    robot_breathe (5);
  }
  return window;
}

void
robot_get_window (RobotApp *app, int *x, int *y, int *width, int *height)
{
  XWindowAttributes at = { 0 };

  XGetWindowAttributes (app->robot->x, wait_for_window (app), &at);
  *x = at.x;
  *y = at.y;
  *width = at.width;
  *height = at.height;
}

void
robot_place (RobotApp *app, int x, int y, int width, int height)
{
  Window window = wait_for_window (app);

  XMoveWindow (app->robot->x, window, x, y);
  if (width > 0 && height > 0)
    XResizeWindow (app->robot->x, window, width, height);
  XRaiseWindow (app->robot->x, window);
  XSync (app->robot->x, False);
  robot_mind_focus (app->robot);
}

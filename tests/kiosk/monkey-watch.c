/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-monkey-watch"

#include "monkey-watch.h"

#include <signal.h>
#include <string.h>

#include <X11/Xatom.h>
#include <X11/Xlib.h>

struct _MonkeyWatch {
  Robot *robot;
  RobotApp *app;
  Display *x;
  Window window; /* the kiosk's */
  char *notes;
  gsize n_read; /* of the notes */
  GString *found;
};

static Window
find_only_window (Display *x)
{
  Window root, parent, *children = NULL, only = None;
  unsigned int n = 0;

  XQueryTree (x, DefaultRootWindow (x), &root, &parent, &children, &n);
  for (unsigned int i = 0; i < n; i++) {
    XWindowAttributes at;

    if (!XGetWindowAttributes (x, children[i], &at) || at.map_state != IsViewable)
      continue;
    g_assert_cmpint (only, ==, None);
    only = children[i];
  }
  if (children != NULL)
    XFree (children);
  g_assert_cmpint (only, !=, None);
  return only;
}

MonkeyWatch *
monkey_watch_new (Robot *robot, RobotApp *app, const char *notes)
{
  MonkeyWatch *self = g_new0 (MonkeyWatch, 1);

  self->robot = robot;
  self->app = app;
  self->notes = g_strdup (notes);
  self->found = g_string_new (NULL);
  self->x = XOpenDisplay (robot_get_display (robot));
  g_assert_nonnull (self->x);
  self->window = find_only_window (self->x);
  XSelectInput (self->x, DefaultRootWindow (self->x), SubstructureNotifyMask);
  XSync (self->x, False);
  return self;
}

void
monkey_watch_free (MonkeyWatch *self)
{
  XCloseDisplay (self->x);
  g_free (self->notes);
  g_string_free (self->found, TRUE);
  g_free (self);
}

/* A window manager's question whether a program still lives. The answer comes after everything that
 * was sent to it before. */
static void
ask (MonkeyWatch *self)
{
  XEvent event = { 0 };

  event.xclient.type = ClientMessage;
  event.xclient.window = self->window;
  event.xclient.message_type = XInternAtom (self->x, "WM_PROTOCOLS", False);
  event.xclient.format = 32;
  event.xclient.data.l[0] = (long) XInternAtom (self->x, "_NET_WM_PING", False);
  event.xclient.data.l[2] = (long) self->window;
  XSendEvent (self->x, self->window, False, NoEventMask, &event);
  XFlush (self->x);
}

G_GNUC_PRINTF (2, 3)
static void
find (MonkeyWatch *self, const char *format, ...)
{
  va_list args;

  if (self->found->len > 0)
    g_string_append (self->found, "; ");
  va_start (args, format);
  g_string_append_vprintf (self->found, format, args);
  va_end (args);
}

static void
note_window (MonkeyWatch *self, const XMapEvent *event)
{
  XWindowAttributes at = { 0 };

  XGetWindowAttributes (self->x, event->window, &at);
  find (self,
        "another window, %dx%d at %d, %d%s",
        at.width,
        at.height,
        at.x,
        at.y,
        event->override_redirect ? ", which no window manager is asked about" : "");
}

/* Returns whether the answer is there. */
static gboolean
read_events (MonkeyWatch *self)
{
  gboolean is_answered = FALSE;

  while (XPending (self->x) > 0) {
    XEvent event;

    XNextEvent (self->x, &event);
    if (event.type == ClientMessage)
      is_answered = TRUE;
    else if (event.type == MapNotify && event.xmap.window != self->window)
      note_window (self, &event.xmap);
    else if (event.type == UnmapNotify && event.xunmap.window == self->window)
      find (self, "the kiosk's window gone");
  }
  return is_answered;
}

static void
wait_for_answer (MonkeyWatch *self)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * 1000;
  GPollFD poll = { ConnectionNumber (self->x), G_IO_IN, 0 };

  while (!read_events (self)) {
    int pid = robot_app_get_pid (self->app);

    if (pid == 0 || kill (pid, 0) != 0) {
      find (self, "the kiosk dead");
      return;
    }
    if (g_get_monotonic_time () > end) {
      find (self, "the kiosk without an answer");
      return;
    }
    g_poll (&poll, 1, 200);
  }
}

const char *
monkey_watch_look (MonkeyWatch *self)
{
  g_autofree char *notes = NULL;

  ask (self);
  wait_for_answer (self);
  g_assert_true (g_file_get_contents (self->notes, &notes, NULL, NULL));
  if (strlen (notes) > self->n_read)
    find (self, "%s", notes + self->n_read);
  self->n_read = strlen (notes);
  return self->found->len > 0 ? self->found->str : NULL;
}

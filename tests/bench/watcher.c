/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bench-watcher"

#include "watcher.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <string.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

struct _Screen {
  Display *x;
  XImage *kept;
};

Watcher *
watcher_open (const char *display)
{
  Watcher *screen = g_new0 (Watcher, 1);

  screen->x = XOpenDisplay (display);
  g_assert_nonnull (screen->x);
  return screen;
}

void
watcher_close (Watcher *screen)
{
  if (screen->kept != NULL)
    XDestroyImage (screen->kept);
  XCloseDisplay (screen->x);
  g_free (screen);
}

static XImage *
look (Watcher *screen)
{
  return XGetImage (screen->x,
                    DefaultRootWindow (screen->x),
                    0,
                    0,
                    DisplayWidth (screen->x, 0),
                    DisplayHeight (screen->x, 0),
                    AllPlanes,
                    ZPixmap);
}

static gboolean
is_same (XImage *a, XImage *b)
{
  return memcmp (a->data, b->data, (gsize) a->bytes_per_line * a->height) == 0;
}

void
watcher_keep (Watcher *screen)
{
  if (screen->kept != NULL)
    XDestroyImage (screen->kept);
  screen->kept = look (screen);
}

double
watcher_wait_still (Watcher *screen, gint64 began, gint64 quiet)
{
  XImage *last = look (screen);
  gint64 changed = 0;

  while (changed == 0 || g_get_monotonic_time () - changed < quiet) {
    XImage *now = look (screen);

    if (!is_same (last, now))
      changed = g_get_monotonic_time ();
    XDestroyImage (last);
    last = now;
    g_assert_cmpint (g_get_monotonic_time () - began, <, PATIENCE);
  }
  XDestroyImage (last);
  return changed - began;
}

/* Of the points that differ between @from and @to, how many in a hundred are in @now as in @to. */
static guint
progress (XImage *from, XImage *to, XImage *now)
{
  const guint32 *f = (const guint32 *) from->data;
  const guint32 *t = (const guint32 *) to->data;
  const guint32 *n = (const guint32 *) now->data;
  gsize points = (gsize) from->bytes_per_line / 4 * from->height;
  gsize differ = 1;
  gsize there = 0;

  for (gsize i = 0; i < points; i += 7) {
    differ += f[i] != t[i];
    there += f[i] != t[i] && n[i] == t[i];
  }
  return there * 100 / differ;
}

double
watcher_wait_kept (Watcher *screen, gint64 began)
{
  XImage *from = look (screen);
  guint there = 0;

  while (there < 90) {
    XImage *now = look (screen);

    there = progress (from, screen->kept, now);
    XDestroyImage (now);
    g_assert_cmpint (g_get_monotonic_time () - began, <, PATIENCE);
  }
  XDestroyImage (from);
  return g_get_monotonic_time () - began;
}

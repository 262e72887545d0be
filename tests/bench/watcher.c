/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bench-watcher"

#include "watcher.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <string.h>

#define PATIENCE (10 * G_USEC_PER_SEC)

struct _Watcher {
  Display *x;
  XRectangle area;
  XImage *before;
  XImage *kept;
};

static void
drop (XImage **image)
{
  if (*image != NULL)
    XDestroyImage (*image);
  *image = NULL;
}

static XImage *
look (Watcher *self)
{
  return XGetImage (self->x,
                    DefaultRootWindow (self->x),
                    self->area.x,
                    self->area.y,
                    self->area.width,
                    self->area.height,
                    AllPlanes,
                    ZPixmap);
}

void
watcher_look_at (Watcher *self, int x, int y, int width, int height)
{
  self->area = (XRectangle){ x, y, width, height };
}

Watcher *
watcher_open (const char *display)
{
  Watcher *self = g_new0 (Watcher, 1);

  self->x = XOpenDisplay (display);
  g_assert_nonnull (self->x);
  watcher_look_at (self, 0, 0, DisplayWidth (self->x, 0), DisplayHeight (self->x, 0));
  return self;
}

void
watcher_close (Watcher *self)
{
  drop (&self->before);
  drop (&self->kept);
  XCloseDisplay (self->x);
  g_free (self);
}

void
watcher_keep (Watcher *self)
{
  drop (&self->kept);
  self->kept = look (self);
}

void
watcher_begin (Watcher *self)
{
  drop (&self->before);
  self->before = look (self);
}

double
watcher_wait_still (Watcher *self, gint64 began, gint64 quiet)
{
  XImage *last = look (self);
  gint64 changed = 0;

  while (changed == 0 || g_get_monotonic_time () - changed < quiet) {
    XImage *now = look (self);

    if (memcmp (last->data, now->data, (gsize) now->bytes_per_line * now->height) != 0)
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
watcher_wait_kept (Watcher *self, gint64 began)
{
  guint there = 0;

  while (there < 90) {
    XImage *now = look (self);

    there = progress (self->before, self->kept, now);
    XDestroyImage (now);
    g_assert_cmpint (g_get_monotonic_time () - began, <, PATIENCE);
  }
  return g_get_monotonic_time () - began;
}

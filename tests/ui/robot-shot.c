/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <string.h>

#include <X11/Xutil.h>
#include <cairo.h>

#define STILL 40         /* ms without a change: the screen stands still */
#define NEVER_STILL 1500 /* a clock or a caret may never stand still: then it is taken as it is */

static gboolean
is_same (XImage *a, XImage *b)
{
  return memcmp (a->data, b->data, (gsize) a->bytes_per_line * (gsize) a->height) == 0;
}

static void
shoot (Robot *robot, const char *path, int x, int y, int width, int height)
{
  gint64 end = g_get_monotonic_time () + NEVER_STILL * 1000;
  Window root = DefaultRootWindow (robot->x);
  cairo_surface_t *surface;
  XImage *image, *next;

  x = CLAMP (x, 0, robot->width - 1);
  y = CLAMP (y, 0, robot->height - 1);
  width = CLAMP (width, 1, robot->width - x);
  height = CLAMP (height, 1, robot->height - y);
  image = XGetImage (robot->x, root, x, y, width, height, AllPlanes, ZPixmap);
  for (gboolean still = FALSE; !still; image = next) {
    robot_breathe (STILL);
    next = XGetImage (robot->x, root, x, y, width, height, AllPlanes, ZPixmap);
    still = is_same (image, next) || g_get_monotonic_time () > end;
    XDestroyImage (image);
  }

  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  surface = cairo_image_surface_create_for_data ((unsigned char *) image->data,
                                                 CAIRO_FORMAT_RGB24,
                                                 width,
                                                 height,
                                                 image->bytes_per_line);
  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("The picture %s cannot be written", path);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}

void
robot_shot (Robot *robot, const char *path)
{
  shoot (robot, path, 0, 0, robot->width, robot->height);
}

void
robot_app_shot (RobotApp *app, const char *path)
{
  int x, y, width, height;

  robot_get_window (app, &x, &y, &width, &height);
  shoot (app->robot, path, x, y, width, height);
}

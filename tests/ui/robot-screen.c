/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <string.h>

#include <X11/extensions/Xrandr.h>

void
robot_split_screen (Robot *robot, int x)
{
  static const char *const names[] = { "touch", "desk" };
  Window root = DefaultRootWindow (robot->x);

  for (int i = 0; i < 2; i++) {
    XRRMonitorInfo *monitor = XRRAllocateMonitor (robot->x, i == 0 ? 1 : 0);

    monitor->name = XInternAtom (robot->x, names[i], False);
    monitor->primary = i == 0;
    monitor->x = i == 0 ? 0 : x;
    monitor->width = i == 0 ? x : robot->width - x;
    monitor->height = robot->height;
    monitor->mwidth = monitor->width * 254 / 960; /* 96 dpi */
    monitor->mheight = monitor->height * 254 / 960;
    if (i == 0) {
      XRRScreenResources *resources = XRRGetScreenResources (robot->x, root);

      monitor->outputs[0] = resources->outputs[0];
      XRRFreeScreenResources (resources);
    }
    XRRSetMonitor (robot->x, root, monitor);
    XRRFreeMonitors (monitor);
  }
  XSync (robot->x, False);
}

static RRMode
find_mode (XRRScreenResources *resources, const char *name)
{
  for (int i = 0; i < resources->nmode; i++)
    if (g_str_equal (resources->modes[i].name, name))
      return resources->modes[i].id;
  return None;
}

/* A mode of that size, which the first output can have. */
static RRMode
make_mode (Robot *robot, XRRScreenResources *resources, int width, int height)
{
  g_autofree char *name = g_strdup_printf ("%dx%d", width, height);
  RRMode mode = find_mode (resources, name);
  XRRModeInfo info = { .width = (unsigned) width,
                       .height = (unsigned) height,
                       .dotClock =
                           (unsigned long) (width + 240) * (unsigned long) (height + 30) * 60,
                       .hSyncStart = (unsigned) width + 48,
                       .hSyncEnd = (unsigned) width + 144,
                       .hTotal = (unsigned) width + 240,
                       .vSyncStart = (unsigned) height + 3,
                       .vSyncEnd = (unsigned) height + 9,
                       .vTotal = (unsigned) height + 30,
                       .name = name,
                       .nameLength = (unsigned) strlen (name) };

  if (mode == None) {
    mode = XRRCreateMode (robot->x, DefaultRootWindow (robot->x), &info);
    XRRAddOutputMode (robot->x, resources->outputs[0], mode);
  }
  return mode;
}

void
robot_change_screen (Robot *robot, int width, int height)
{
  Window root = DefaultRootWindow (robot->x);
  XRRScreenResources *resources = XRRGetScreenResources (robot->x, root);
  RRCrtc crtc = resources->crtcs[0];
  XWindowAttributes at;

  XRRSetCrtcConfig (robot->x, resources, crtc, CurrentTime, 0, 0, None, RR_Rotate_0, NULL, 0);
  if (width > 0) {
    RRMode mode = make_mode (robot, resources, width, height);

    XRRSetScreenSize (robot->x, root, width, height, width * 254 / 960, height * 254 / 960);
    XRRSetCrtcConfig (robot->x,
                      resources,
                      crtc,
                      CurrentTime,
                      0,
                      0,
                      mode,
                      RR_Rotate_0,
                      resources->outputs,
                      1);
  }
  XRRFreeScreenResources (resources);
  XGetWindowAttributes (robot->x, root, &at); /* what came of it */
  robot->width = at.width;
  robot->height = at.height;
}

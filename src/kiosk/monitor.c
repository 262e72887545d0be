/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-monitor"

#include "kiosk/monitor.h"

void
foyer_monitor_find (const char *name, GdkRectangle *place)
{
  GdkDisplay *display = gdk_display_get_default ();
  GdkMonitor *monitor = gdk_display_get_primary_monitor (display);
  gboolean found = name == NULL;

  for (int i = 0; i < gdk_display_get_n_monitors (display); i++) {
    GdkMonitor *nth = gdk_display_get_monitor (display, i);

    if (monitor == NULL || g_strcmp0 (gdk_monitor_get_model (nth), name) == 0)
      monitor = nth;
    found |= g_strcmp0 (gdk_monitor_get_model (nth), name) == 0;
  }
  if (!found)
    g_message ("There is no monitor “%s”: the kiosk fills the first one", name);
  gdk_monitor_get_geometry (monitor, place);
}

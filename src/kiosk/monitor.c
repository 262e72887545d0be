/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-monitor"

#include "kiosk/monitor.h"

static void
find_monitor (const char *name, GdkRectangle *place)
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

/* With a window manager it is a full screen, without one it has its place and size all the same. */
gboolean
foyer_monitor_fill (GtkWindow *window, const char *monitor, int width, int height)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (window));
  GdkRectangle place = { 0, 0, width, height };
  gboolean portrait;

  if (width == 0 || height == 0) {
    find_monitor (monitor, &place);
    gtk_window_move (window, place.x, place.y);
    gtk_window_fullscreen (window);
  }
  gtk_widget_set_size_request (GTK_WIDGET (window), place.width, place.height);
  gtk_window_set_default_size (window, place.width, place.height);
  portrait = place.height > place.width;
  if (portrait)
    gtk_style_context_add_class (style, "portrait");
  if (portrait && place.width < 1000)
    gtk_style_context_add_class (style, "tablet");
  return portrait;
}

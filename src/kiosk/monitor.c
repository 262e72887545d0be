/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-monitor"

#include "kiosk/monitor.h"

/* What a px of scale 1.0 is drawn for, and what is still well, in mm. */
#define PITCH 0.21
#define FINEST 0.15
#define COARSEST 0.28

/* From which width on a portrait screen is none of a tablet, in px at scale 1.0. */
#define TABLET 1000

static void
propose_scale (GdkMonitor *monitor, const GdkRectangle *place, double scale)
{
  double pitch = (double) gdk_monitor_get_width_mm (monitor) / MAX (1, place->width);

  if (pitch > 0 && (pitch * scale < FINEST || pitch * scale > COARSEST))
    g_message ("A px of this monitor is %.3f mm: in the settings, scale=%.2f would suit it",
               pitch,
               CLAMP (PITCH / pitch, 0.75, 2.5));
}

static void
find_monitor (const char *name, double scale, GdkRectangle *place)
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
  propose_scale (monitor, place, scale);
}

/* With a window manager it is a full screen, without one it has its place and size all the same. */
gboolean
foyer_monitor_fill (GtkWindow *window, const char *monitor, double scale, int width, int height)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (window));
  GdkRectangle place = { 0, 0, width, height };
  gboolean portrait;

  if (width == 0 || height == 0) {
    find_monitor (monitor, scale, &place);
    gtk_window_move (window, place.x, place.y);
    gtk_window_fullscreen (window);
  }
  gtk_widget_set_size_request (GTK_WIDGET (window), place.width, place.height);
  gtk_window_set_default_size (window, place.width, place.height);
  portrait = place.height > place.width;
  if (portrait)
    gtk_style_context_add_class (style, "portrait");
  if (portrait && place.width < TABLET * scale)
    gtk_style_context_add_class (style, "tablet");
  return portrait;
}

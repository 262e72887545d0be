/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_monitor_fill:
 * @window: A window of the kiosk's that does not show yet
 * @monitor: (nullable): `[station] monitor`; where there is none of that name, the first one
 * @scale: How much larger everything is; where it does not suit the monitor, that is said in the
 * log
 * @width: In px; 0 fills the monitor
 * @height: In px; 0 fills the monitor
 *
 * Gives a window its place and size, with a window manager or without one, and the style classes
 * that go with its shape.
 *
 * Returns: Whether it is higher than wide
 */
gboolean
foyer_monitor_fill (GtkWindow *window, const char *monitor, double scale, int width, int height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_monitor_find:
 * @name: (nullable): A connector's name, as xrandr says it; %NULL for the first monitor
 * @place: (out): Where it is on the screen, in px
 *
 * Where there is no monitor of that name, says so and takes the first one.
 */
void foyer_monitor_find (const char *name, GdkRectangle *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DESK_WINDOW (foyer_desk_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDeskWindow, foyer_desk_window, FOYER, DESK_WINDOW, GtkApplicationWindow)

/**
 * foyer_desk_window_new:
 * @store: The store, which the window watches from now on
 * @clock: The clock
 * @settings: The station's settings
 *
 * The look comes from foyer_style_add(), which the program calls before.
 *
 * Returns: (transfer floating): The window of a desk, in which nobody has signed in yet
 */
GtkWidget *foyer_desk_window_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_KIOSK_WINDOW (foyer_kiosk_window_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskWindow, foyer_kiosk_window, FOYER, KIOSK_WINDOW, GtkWindow)

/**
 * foyer_kiosk_window_new:
 * @store: Where visits are
 * @clock: The clock
 * @settings: The station's settings
 * @width: In px; 0 fills the kiosk's monitor
 * @height: In px; 0 fills the kiosk's monitor
 *
 * The kiosk, which starts at its welcome page. One that fills the monitor cannot be closed.
 *
 * Returns: (transfer full): The window, shown
 */
GtkWidget *foyer_kiosk_window_new (FoyerStore *store,
                                   FoyerClock *clock,
                                   FoyerSettings *settings,
                                   int width,
                                   int height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CURTAIN (foyer_curtain_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCurtain, foyer_curtain, FOYER, CURTAIN, GtkWindow)

/**
 * foyer_curtain_new:
 * @languages: The languages to speak, the station's own first
 * @monitor: (nullable): As in foyer_monitor_fill()
 * @width: In px; 0 fills the monitor
 * @height: In px; 0 fills the monitor
 *
 * A black window that stands below the kiosk's, takes no keyboard and cannot be closed.
 *
 * Returns: (transfer full): The window, hidden
 */
GtkWidget *
foyer_curtain_new (const char *const *languages, const char *monitor, int width, int height);

/** foyer_curtain_speak: @speaks: Whether it sends visitors to reception; else it is black */
void foyer_curtain_speak (FoyerCurtain *self, gboolean speaks);

G_END_DECLS

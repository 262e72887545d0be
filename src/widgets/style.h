/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * foyer_style_add:
 * @screen: Where it counts, from now on
 *
 * Adds Foyer's look and icons. A window takes it by the style class "kiosk" or "desk".
 */
void foyer_style_add (GdkScreen *screen);

G_END_DECLS

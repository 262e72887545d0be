/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TOAST (foyer_toast_get_type ())
G_DECLARE_FINAL_TYPE (FoyerToast, foyer_toast, FOYER, TOAST, GtkRevealer)

/**
 * foyer_toast_new:
 *
 * It belongs into a GtkOverlay, as an overlay child, and shows nothing until it is told.
 *
 * Returns: (transfer floating): A new toast
 */
GtkWidget *foyer_toast_new (void);

/**
 * foyer_toast_say:
 * @text: What was done; plain text, so that a visitor's name may stand in it
 *
 * Shows that for six seconds, or until it is closed; the newest wins.
 */
void foyer_toast_say (FoyerToast *self, const char *text);

G_END_DECLS

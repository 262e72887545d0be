/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BODY (foyer_body_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBody, foyer_body, FOYER, BODY, GtkBin)

/**
 * foyer_body_new:
 * @child: What it holds, shown as it is while it fits
 * @low: Whether it stands in the lower half of the screen
 *
 * Where @child needs more height than there is, it scrolls, and a button says so and scrolls on.
 *
 * Returns: (transfer floating): A new body
 */
GtkWidget *foyer_body_new (GtkWidget *child, gboolean low);

/** foyer_body_get_child: Returns: (transfer none): What it holds */
GtkWidget *foyer_body_get_child (FoyerBody *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WRAP_BOX (foyer_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWrapBox, foyer_wrap_box, FOYER, WRAP_BOX, GtkContainer)

/**
 * FoyerWrapBox:
 *
 * Its children stand beside each other while there is room for their natural widths, and go on in
 * another row where there is none. What room a row leaves goes to those of its children that
 * expand. Its properties: "spacing", in px; with "homogeneous" all are equally wide, and all rows
 * equally long.
 */

G_END_DECLS

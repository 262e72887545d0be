/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerTagCell:kinds:
 *
 * How each tag looks, a letter each: "w" warning, "b" bad, "i" to be done, "o" in order, "p" plain.
 */

#define FOYER_TYPE_TAG_CELL (foyer_tag_cell_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTagCell, foyer_tag_cell, FOYER, TAG_CELL, GtkCellRendererText)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_WRAP_CELL (foyer_wrap_cell_get_type ())
G_DECLARE_FINAL_TYPE (FoyerWrapCell, foyer_wrap_cell, FOYER, WRAP_CELL, GtkCellRendererText)

G_END_DECLS

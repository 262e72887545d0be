/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ARCHES (foyer_arches_get_type ())
G_DECLARE_FINAL_TYPE (FoyerArches, foyer_arches, FOYER, ARCHES, GtkDrawingArea)

/**
 * foyer_arches_new:
 *
 * The picture fills whatever it is given, landscape or portrait. Its property "muted" makes it
 * paler, to stand behind something.
 *
 * Returns: (transfer floating): A new picture of an open door
 */
GtkWidget *foyer_arches_new (void);

/**
 * foyer_arches_get_muted:
 *
 * Returns: Whether the picture is paler
 */
gboolean foyer_arches_get_muted (FoyerArches *self);

/**
 * foyer_arches_set_muted:
 * @muted: Whether the picture is paler, to stand behind something
 */
void foyer_arches_set_muted (FoyerArches *self, gboolean muted);

G_END_DECLS

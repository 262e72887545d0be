/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_POINT (foyer_point_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPoint, foyer_point, FOYER, POINT, GtkBox)

/**
 * foyer_point_set_text:
 * @text: The line under its title, shown as it is
 *
 * In a template the rest: the properties "icon-name" and "title".
 */
void foyer_point_set_text (FoyerPoint *self, const char *text);

/** foyer_point_get_text: Returns: (transfer none): The line under its title */
const char *foyer_point_get_text (FoyerPoint *self);

G_END_DECLS

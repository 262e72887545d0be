/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_MORE_BELOW (foyer_more_below_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMoreBelow, foyer_more_below, FOYER, MORE_BELOW, GtkButton)

/**
 * foyer_more_below_set_body:
 * @body: What scrolls; the property "body" in a template
 *
 * The button is there only while something of @body lies below its lower edge, and a tap scrolls
 * there. It keeps its room in the meantime, so that nothing on the page moves.
 */
void foyer_more_below_set_body (FoyerMoreBelow *self, GtkScrolledWindow *body);

G_END_DECLS

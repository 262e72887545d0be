/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SELECTIONS (foyer_selections_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSelections, foyer_selections, FOYER, SELECTIONS, GObject)

/**
 * foyer_selections_new:
 * @clock: The clock
 *
 * Returns: (transfer full): Selections that wait for nothing yet
 */
FoyerSelections *foyer_selections_new (FoyerClock *clock);

/** foyer_selections_touch: Somebody is there: they are cleared once nobody was for 30 s */
void foyer_selections_touch (FoyerSelections *self);

/** foyer_selections_clear: Clears what this program put into clipboard and primary selection; what
 * another one owns stays */
void foyer_selections_clear (FoyerSelections *self);

G_END_DECLS

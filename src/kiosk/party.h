/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kiosk/companions.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PARTY (foyer_party_get_type ())
G_DECLARE_FINAL_TYPE (FoyerParty, foyer_party, FOYER, PARTY, GtkBox)

/**
 * foyer_party_show_companions:
 * @self: A party
 * @companions: Borrowed; outlives the party
 *
 * Shows the name of each companion, to be tapped by its owner once the notice was read: being told
 * is nothing that another can do for somebody. Nothing where there is nobody.
 */
void foyer_party_show_companions (FoyerParty *self, FoyerCompanions *companions);

G_END_DECLS

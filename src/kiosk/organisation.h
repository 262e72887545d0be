/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_ORGANISATION (foyer_organisation_get_type ())
G_DECLARE_FINAL_TYPE (FoyerOrganisation, foyer_organisation, FOYER, ORGANISATION, GtkBox)

/** foyer_organisation_show: Shows the name and the logo, or the name's first letter where there is
 * none. Called once */
void foyer_organisation_show (FoyerOrganisation *self, const FoyerKioskContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyerctl/ctl.h"
#include "privacy/vault.h"

G_BEGIN_DECLS

/**
 * foyer_ctl_search_damage:
 * @ctl: A call
 * @error: %FOYER_DB_ERROR
 *
 * Opens everything that is sealed.
 *
 * Returns: (transfer full) (nullable): What is damaged
 */
FoyerDamageSearch *foyer_ctl_search_damage (FoyerCtl *ctl, GError **error);

/** foyer_ctl_say_damage: Returns: (transfer full): What is damaged, and what to do; nobody's data
 */
char *foyer_ctl_say_damage (const FoyerDamage *damage);

/** foyer_ctl_say_forgotten: Says that @what is forgotten, and who holds the key, on which it
 * depends what that is worth; Returns: Whether it could be said */
gboolean foyer_ctl_say_forgotten (FoyerCtl *ctl, const char *what, GError **error);

/** foyer_ctl_forget: Swaps the store's key where something is owed; Returns: Whether nothing is */
gboolean foyer_ctl_forget (FoyerCtl *ctl, GError **error);

G_END_DECLS

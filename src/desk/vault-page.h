/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_VAULT_PAGE (foyer_vault_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVaultPage, foyer_vault_page, FOYER, VAULT_PAGE, GtkBox)

/**
 * FoyerVaultPage::found:
 * @is_missing: Whether the store's key is missing, so that this page is all there is to show
 * @is_overdue: Whether something that was deleted should have been forgotten by now
 *
 * How the vault stands, each time that it was looked at.
 */

/**
 * foyer_vault_page_start:
 * @self: A page
 * @store: The store
 * @clock: The clock
 * @station: The station's name, for the audit trail
 *
 * Looks at the vault now, and every few seconds from then on, so that work goes on by itself once a
 * missing key is back.
 */
void foyer_vault_page_start (FoyerVaultPage *self,
                             FoyerStore *store,
                             FoyerClock *clock,
                             const char *station);

G_END_DECLS

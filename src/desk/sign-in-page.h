/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DESK_SIGN_IN_PAGE (foyer_desk_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDeskSignInPage,
                      foyer_desk_sign_in_page,
                      FOYER,
                      DESK_SIGN_IN_PAGE,
                      GtkBox)

/**
 * FoyerDeskSignInPage::signed-in:
 * @actor: Who may act now
 */

/**
 * foyer_desk_sign_in_page_set_up:
 * @self: The page
 * @store: Where the accounts are
 * @clock: The clock
 * @station: The station's name
 *
 * To be called once.
 */
void foyer_desk_sign_in_page_set_up (FoyerDeskSignInPage *self,
                                     FoyerStore *store,
                                     FoyerClock *clock,
                                     const char *station);

/** foyer_desk_sign_in_page_start: Empties the page, and asks for the name */
void foyer_desk_sign_in_page_start (FoyerDeskSignInPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerNewAccount:
 *
 * An account to be added: its name cleaned, its password hashed.
 */
typedef struct _FoyerNewAccount FoyerNewAccount;

/**
 * foyer_new_account_new:
 * @name: The name to sign in with, as typed
 * @password: The password; at least %FOYER_PASSWORD_MIN characters
 * @roles: Roles of staff, at least one
 * @now: When, in ms since the epoch, UTC
 * @error: %FOYER_STAFF_ERROR
 *
 * Checks everything and hashes the password, which takes some 0.2 s: not on the main loop.
 *
 * Returns: (transfer full) (nullable): What the two deeds are about
 */
FoyerNewAccount *foyer_new_account_new (const char *name,
                                        const char *password,
                                        FoyerRole roles,
                                        gint64 now,
                                        GError **error);

/** foyer_new_account_free: @data: (transfer full) (nullable): A #FoyerNewAccount */
void foyer_new_account_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNewAccount, foyer_new_account_free)

/** FoyerUnlock: The account of @name is unlocked, @now, in ms since the epoch, UTC */
typedef struct {
  const char *name;
  gint64 now;
} FoyerUnlock;

/** Unlocks an account that was tried too often: takes a #FoyerUnlock.
 * %FOYER_STAFF_ERROR_NO_SUCH_ACCOUNT. */
extern const FoyerDeed foyer_staff_unlock;

/** Adds an account: takes a #FoyerNewAccount. %FOYER_STAFF_ERROR_NAME where the name is taken. */
extern const FoyerDeed foyer_staff_add_account;

/** Makes the first account of a new store: takes a #FoyerNewAccount. %FOYER_STAFF_ERROR_SET_UP. */
extern const FoyerDeed foyer_staff_set_up;

G_END_DECLS

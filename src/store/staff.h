/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * FoyerAccount:
 *
 * Who may sign in at a desk.
 */
typedef struct {
  GBytes *id;
  char *name;
  FoyerRole roles;
  char *password; /* Argon2id */
  int tries;      /* sign-ins begun since the last success */
  gint64 tried_at;
} FoyerAccount;

/** foyer_account_free: @account: (transfer full) (nullable): An account */
void foyer_account_free (FoyerAccount *account);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerAccount, foyer_account_free)

/** foyer_staff_add: Stores @account, added @now; Returns: Whether it is stored */
gboolean foyer_staff_add (FoyerDb *db, const FoyerAccount *account, gint64 now, GError **error);

/**
 * foyer_staff_find:
 * @db: A database
 * @name: An account's name; case and accents do not count
 * @found: (out) (transfer full) (nullable): The account, or %NULL
 * @any_damaged: (out) (optional): Whether an account does not open, which may be the one
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_staff_find (FoyerDb *db,
                           const char *name,
                           FoyerAccount **found,
                           gboolean *any_damaged,
                           GError **error);

/**
 * foyer_staff_roles:
 * @db: A database
 * @id: An account's id
 * @roles: (out): Its roles; 0 where there is no such account
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_staff_roles (FoyerDb *db, GBytes *id, FoyerRole *roles, GError **error);

/** foyer_staff_set_tries: Stores how many sign-ins were begun, and when; Returns: Whether it is
 * stored */
gboolean
foyer_staff_set_tries (FoyerDb *db, GBytes *id, int tries, gint64 tried_at, GError **error);

/** foyer_staff_any: @any: (out): Whether there is an account at all */
gboolean foyer_staff_any (FoyerDb *db, gboolean *any, GError **error);

/** foyer_staff_check: One page of a #FoyerDamageSearch: opens accounts; Returns: Whether the
 * database could be asked */
gboolean foyer_staff_check (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

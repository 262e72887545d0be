/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-account"

#include "staff/account.h"

#include <string.h>

#include "staff/error.h"
#include "store/audit.h"
#include "store/staff.h"
#include "vault/password.h"
#include "visit/id.h"
#include "visit/typed-text.h"

struct _FoyerNewAccount {
  FoyerAccount account;
  gint64 now;
};

FoyerNewAccount *
foyer_new_account_new (const char *name,
                       const char *password,
                       FoyerRole roles,
                       gint64 now,
                       GError **error)
{
  g_autofree char *clean = foyer_typed_text_clean (name, NULL);
  g_autofree char *hash = NULL;
  FoyerNewAccount *account;

  if (clean == NULL) {
    g_set_error (error, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_NAME, "This name cannot be used");
    return NULL;
  }
  if (roles == 0 || (roles & ~FOYER_ROLES_OF_STAFF) != 0) {
    g_set_error (error, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_ROLES, "There is no such role");
    return NULL;
  }
  if (!g_utf8_validate (password, -1, NULL) || g_utf8_strlen (password, -1) < FOYER_PASSWORD_MIN
      || strlen (password) > FOYER_PASSWORD_MAX) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_PASSWORD,
                 "A password has at least %d characters",
                 FOYER_PASSWORD_MIN);
    return NULL;
  }
  hash = foyer_password_hash (password);
  if (hash == NULL) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_MEMORY,
                 "There is not enough memory to hash a password");
    return NULL;
  }

  account = g_new0 (FoyerNewAccount, 1);
  account->account.id = foyer_id_new (now);
  account->account.name = g_steal_pointer (&clean);
  account->account.roles = roles;
  account->account.password = g_steal_pointer (&hash);
  account->now = now;
  return account;
}

void
foyer_new_account_free (gpointer data)
{
  FoyerNewAccount *account = data;

  if (account == NULL)
    return;
  g_bytes_unref (account->account.id);
  g_free (account->account.name);
  g_free (account->account.password);
  g_free (account);
}

static gboolean
add (FoyerDb *db, FoyerNewAccount *new_account, GError **error)
{
  const FoyerAccount *account = &new_account->account;
  g_autoptr (FoyerAccount) there = NULL;

  if (!foyer_staff_find (db, account->name, &there, NULL, error))
    return FALSE;
  if (there != NULL && g_bytes_equal (there->id, account->id)) /* a second run finds the first */
    return TRUE;
  if (there != NULL) {
    g_set_error (error, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_NAME, "This name is taken");
    return FALSE;
  }
  return foyer_staff_add (db, account, new_account->now, error)
         && foyer_audit_append (db, "staff-add", account->id, new_account->now, error);
}

static gboolean
run_add (FoyerDb *db, gpointer data, GError **error)
{
  return add (db, data, error);
}

static gboolean
run_set_up (FoyerDb *db, gpointer data, GError **error)
{
  gboolean any = FALSE;

  if (!foyer_staff_any (db, &any, error))
    return FALSE;
  if (any) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_SET_UP,
                 "This store has been set up already");
    return FALSE;
  }
  return add (db, data, error);
}

static gboolean
run_unlock (FoyerDb *db, gpointer data, GError **error)
{
  const FoyerUnlock *unlock = data;
  g_autoptr (FoyerAccount) account = NULL;

  if (!foyer_staff_find (db, unlock->name, &account, NULL, error))
    return FALSE;
  if (account == NULL) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_NO_SUCH_ACCOUNT,
                 "Nobody has an account of that name");
    return FALSE;
  }
  return foyer_staff_set_tries (db, account->id, 0, unlock->now, error)
         && foyer_audit_append (db, "staff-unlock", account->id, unlock->now, error);
}

const FoyerDeed foyer_staff_unlock = { .right = FOYER_RIGHT_UNLOCK_STAFF,
                                       .writes = TRUE,
                                       .run = run_unlock };

const FoyerDeed foyer_staff_add_account = { .right = FOYER_RIGHT_MANAGE_STAFF,
                                            .writes = TRUE,
                                            .run = run_add };

const FoyerDeed foyer_staff_set_up = { .right = FOYER_RIGHT_SET_UP,
                                       .writes = TRUE,
                                       .run = run_set_up };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-privacy-vault"

#include "privacy/vault.h"

#include "store/audit.h"
#include "store/keys.h"
#include "store/vault-row.h"

static gboolean
run_show (FoyerDb *db, gpointer data, GError **error)
{
  FoyerVaultShown *shown = data;
  FoyerVaultRow row;

  if (!foyer_vault_row_read (db, &row, error)
      || !foyer_keys_count (db, &shown->keys, &shown->rings, &shown->dirty, error))
    return FALSE;
  shown->holder = foyer_holder_get (row.holder)->name;
  shown->swaps = row.swaps;
  shown->swapped_at = row.swapped_at;
  shown->owed_since = row.owed_since;
  shown->owed_by = row.owed_by;
  shown->has_pepper = foyer_vault_has_pepper (db->vault);
  return TRUE;
}

static gboolean
run_check (FoyerDb *db, gpointer data, GError **error)
{
  return foyer_damage_search_next (db, data, error);
}

static gboolean
run_change (FoyerDb *db, gpointer data, GError **error)
{
  const FoyerHolderChange *change = data;
  const char *event = change->to == NULL                ? "vault-holder-change"
                      : g_str_equal (change->to, "tpm") ? "vault-holder-tpm"
                                                        : "vault-holder-file";

  return foyer_audit_append (db, event, NULL, change->now, error);
}

const FoyerDeed foyer_privacy_show_vault = { .right = FOYER_RIGHT_CHECK, .run = run_show };

const FoyerDeed foyer_privacy_check_records = { .right = FOYER_RIGHT_CHECK, .run = run_check };

const FoyerDeed foyer_privacy_change_holder = { .right = FOYER_RIGHT_CHANGE_HOLDER,
                                                .writes = TRUE,
                                                .run = run_change };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-first-key"

#include "store/first-key.h"

#include <glib/gstdio.h>
#include <string.h>

#include "store/audit.h"
#include "store/keys.h"
#include "store/vault-row.h"
#include "vault/lock.h"

/* A key that is there already may be another store's, or the one of a store whose rows are
 * elsewhere. */
static gboolean
is_free (const FoyerHolderPlace *place, GError **error)
{
  if (foyer_holder_is_in_use (FOYER_HOLDER_TPM, place)) {
    g_set_error (error,
                 FOYER_VAULT_ERROR,
                 FOYER_VAULT_ERROR_FAILED,
                 "%s/" FOYER_HOLDER_TPM_FILE
                 " opens a key in the TPM, perhaps another store's; if it is"
                 " nobody's, move it away",
                 place->folder);
    return FALSE;
  }
  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    FoyerSecret secret = { 0 };

    if (!foyer_holder_file.load (place, slot, &secret, error))
      return FALSE;
    explicit_bzero (secret.kek, sizeof secret.kek);
    if (secret.state == FOYER_SLOT_EMPTY)
      continue;
    g_set_error (
        error,
        FOYER_VAULT_ERROR,
        FOYER_VAULT_ERROR_FAILED,
        "%s/kek.%d is a key already, of another store, or of an init that was interrupted; if it is"
        " nobody's, move it away",
        place->folder,
        slot);
    return FALSE;
  }
  return TRUE;
}

static gboolean
make (FoyerDb *db, const FoyerHolderPlace *place, gint64 now, GError **error)
{
  FoyerSecret secret = { 0 };
  guint8 id[FOYER_ID_SIZE];
  g_autoptr (GError) err = NULL;

  if (!foyer_holder_file.create (place, 0, &err)
      || !foyer_holder_file.load (place, 0, &secret, &err)) {
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_FAILED,
                 "The store's key cannot be made: %s",
                 err->message);
    return FALSE;
  }
  memcpy (id, secret.id, sizeof id);
  foyer_vault_take (db->vault, &secret);
  return foyer_vault_row_insert (db, id, now, error) && foyer_audit_make_head (db, error)
         && foyer_db_script (db, "COMMIT", error);
}

/* Within the transaction; what was made in vain is destroyed. */
static gboolean
make_first (FoyerDb *db, gint64 now, GError **error)
{
  g_autoptr (GError) err = NULL;
  const FoyerHolderPlace *place = foyer_vault_place (db->vault, &err);
  gboolean virgin = FALSE;
  gboolean exists = TRUE;

  if (!foyer_vault_row_is_virgin (db, &virgin, error))
    return FALSE;
  if (!virgin)
    return foyer_vault_row_say_absent (db, error);
  if (place == NULL || !is_free (place, &err)) {
    g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, err->message);
    return FALSE;
  }
  if (make (db, place, now, error))
    return TRUE;
  /* Only what nothing names: an error of COMMIT may come after it happened */
  foyer_db_script (db, "ROLLBACK", NULL);
  if (foyer_vault_row_exists (db, &exists, NULL) && !exists)
    foyer_holder_file.destroy (place, 0, NULL);
  return FALSE;
}

static gboolean
make_locked (FoyerDb *db, gint64 now, GError **error)
{
  gboolean exists = FALSE;
  gboolean done;

  if (!foyer_db_script (db, db->driver->begin, error))
    return FALSE;
  done = foyer_vault_row_exists (db, &exists, error) && (exists || make_first (db, now, error));
  if (exists || !done)
    foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, done);
  return done;
}

gboolean
foyer_first_key_make (FoyerDb *db, gint64 now, GError **error)
{
  const char *folder = foyer_store_place_get_vault (db->place);
  g_autoptr (GError) err = NULL;
  gboolean exists = FALSE;
  gboolean done;
  int lock;

  if (!foyer_vault_row_exists (db, &exists, error))
    return FALSE;
  if (exists)
    return TRUE;
  g_mkdir_with_parents (folder, 0700); /* the lock says what is wrong */
  lock = foyer_vault_lock (folder, &err);
  if (lock < 0) {
    g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, err->message);
    return FALSE;
  }
  done = make_locked (db, now, error);
  foyer_vault_unlock (lock);
  return done;
}

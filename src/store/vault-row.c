/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-vault-row"

#include "store/vault-row.h"

#include <string.h>

#include "store/audit.h"
#include "store/keys.h"
#include "store/rings.h"
#include "visit/clock.h"
#include "visit/id.h"

/* Every query on the vault table. */

#define FORMAT 1
#define COLUMN_KEY FOYER_VAULT_ROW_COLUMN_KEY
#define TAG_KEY 1

static const guint8 nobody[FOYER_ID_SIZE]; /* the column key's record has no id of its own */

static const gint64 allowance[] = {
  [FOYER_OWED_EXPIRY] = FOYER_HOUR,
  [FOYER_OWED_ERASURE] = FOYER_MINUTE,
  [FOYER_OWED_CORRECTION] = FOYER_MINUTE,
};

gboolean
foyer_vault_row_refuse (const GError *err, GError **error)
{
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_KEYS,
               "The store's key is missing, so that nothing in it can be read: %s."
               " Nothing was changed. The manual's chapter “The vault” says how to go on",
               err->message);
  return FALSE;
}

gboolean
foyer_vault_row_refuse_lock (const GError *err, GError **error)
{
  if (g_error_matches (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_MISSING))
    return foyer_vault_row_refuse (err, error);
  g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY, err->message);
  return FALSE;
}

static GBytes *
tag_of (FoyerDb *db, const FoyerVaultRow *row, GBytes *record)
{
  FoyerVault *vault = db->vault;

  foyer_vault_tag (vault, FOYER_SEAL_VAULT, nobody);
  foyer_vault_tag_int (vault, FORMAT);
  foyer_vault_tag_int (vault, row->holder);
  foyer_vault_tag_int (vault, row->has_pepper);
  foyer_vault_tag_bytes (vault, row->kek_id, FOYER_ID_SIZE);
  foyer_vault_tag_int (vault, row->owed_since);
  foyer_vault_tag_int (vault, row->owed_by);
  foyer_vault_tag_int (vault, row->swaps);
  foyer_vault_tag_int (vault, row->swapped_at);
  foyer_vault_tag_int (vault, row->swapped_key);
  foyer_vault_tag_blob (vault, record);
  return foyer_vault_tag_end (vault);
}

static gboolean
say_damaged (GError **error)
{
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_DAMAGED,
               "The store's vault row is missing or damaged");
  return FALSE;
}

gboolean
foyer_vault_row_is_virgin (FoyerDb *db, gboolean *virgin, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT (SELECT count (*) FROM sealkey) + (SELECT count (*) FROM ring)"
                      " + (SELECT count (*) FROM audit) + (SELECT count (*) FROM audit_head)");

  if (rows == NULL || !foyer_rows_next (rows, error))
    return FALSE;
  *virgin = foyer_rows_int (rows, 0) == 0;
  return TRUE;
}

gboolean
foyer_vault_row_say_absent (FoyerDb *db, GError **error)
{
  gboolean virgin = FALSE;

  if (!foyer_vault_row_is_virgin (db, &virgin, error))
    return FALSE;
  if (virgin)
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_MISSING,
                 "The store was not made to its end: “foyerctl init” does it");
  else
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_KEYS,
                 "The row that names the store's key was taken away, so that nothing in it can be"
                 " read. Nothing was changed. The manual's chapter “The vault” says how to go on");
  return FALSE;
}

/* @record, @wrapped: (out) (nullable): the sealed column key, and its key */
static gboolean
read_row (FoyerDb *db, FoyerVaultRow *row, GBytes **record, GBytes **wrapped, GError **error)
{
  g_autoptr (GBytes) kek_id = NULL;
  g_autoptr (GBytes) tag = NULL;
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT holder, kek_id, owed_since, owed_by, swaps, swapped_at, swapped_key,"
                      " (SELECT max (key) FROM sealkey), record, open_tag,"
                      " (SELECT wrapped FROM sealkey WHERE key = $1), format, pepper"
                      " FROM vault WHERE one = 1",
                      foyer_int (COLUMN_KEY));

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (!there)
    return foyer_vault_row_say_absent (db, error);
  kek_id = foyer_rows_blob (rows, 1);
  tag = foyer_rows_blob (rows, 9);
  if (kek_id == NULL || g_bytes_get_size (kek_id) != FOYER_ID_SIZE
      || foyer_rows_int (rows, 11) != FORMAT)
    return say_damaged (error);
  *row = (FoyerVaultRow){
    .holder = foyer_rows_int (rows, 0) == FOYER_HOLDER_TPM ? FOYER_HOLDER_TPM : FOYER_HOLDER_FILE,
    .has_pepper = foyer_rows_int (rows, 12),
    .owed_since = foyer_rows_int (rows, 2),
    .owed_by = foyer_rows_int (rows, 3),
    .swaps = foyer_rows_int (rows, 4),
    .swapped_at = foyer_rows_int (rows, 5),
    .swapped_key = foyer_rows_int (rows, 6),
    .newest_key = foyer_rows_int (rows, 7),
  };
  memcpy (row->kek_id, g_bytes_get_data (kek_id, NULL), FOYER_ID_SIZE);
  *record = foyer_rows_blob (rows, 8);
  *wrapped = foyer_rows_blob (rows, 10);
  if (foyer_vault_has_column_key (db->vault)) {
    g_autoptr (GBytes) right = tag_of (db, row, *record);

    /* what these two are taken for is narrower than their columns */
    row->is_sound = foyer_rows_int (rows, 0) == (gint64) row->holder
                    && foyer_rows_int (rows, 12) == row->has_pepper
                    && foyer_seal_tag_fits (tag, right);
  }
  return TRUE;
}

gboolean
foyer_vault_row_read (FoyerDb *db, FoyerVaultRow *row, GError **error)
{
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) wrapped = NULL;

  return read_row (db, row, &record, &wrapped, error);
}

/* NULL where it does not open. */
static GBytes *
unseal_column_key (FoyerDb *db, GBytes *record, GBytes *wrapped)
{
  g_autoptr (GBytes) id = g_bytes_new_static (nobody, sizeof nobody);
  g_autoptr (FoyerRecord) opened =
      foyer_keys_open (db, FOYER_SEAL_COLUMN_KEY, id, COLUMN_KEY, wrapped, record);

  return opened != NULL ? foyer_record_get_bytes (opened, TAG_KEY) : NULL;
}

/* What is in memory hides that the next process would open nothing. */
gboolean
foyer_vault_row_check (FoyerDb *db, FoyerVaultRow *row, gboolean *sound, GError **error)
{
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) key = NULL;

  if (!read_row (db, row, &record, &wrapped, error))
    return FALSE;
  key = unseal_column_key (db, record, wrapped);
  *sound = row->is_sound && key != NULL;
  return TRUE;
}

static const char *
why_not (const FoyerVaultRow *row, gboolean has_pepper)
{
  if (row->has_pepper && !has_pepper)
    return "the pepper that it was made with is missing";
  if (!row->has_pepper && has_pepper)
    return "it was made without a pepper, and there is one now";
  return has_pepper
             ? "its secret or the store's first keys were changed, or the pepper is another one"
             : "its secret or the store's first keys were changed";
}

gboolean
foyer_vault_row_open (FoyerDb *db, GError **error)
{
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) key = NULL;
  FoyerVaultRow row;

  if (!read_row (db, &row, &record, &wrapped, error))
    return FALSE;
  key = unseal_column_key (db, record, wrapped);
  if (foyer_vault_take_column_key (db->vault, key))
    return TRUE;
  foyer_vault_forget (db->vault);
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_KEYS,
               "The store's key opens nothing in it: %s. Nothing was changed. The manual's chapter"
               " “The vault” says how to go on",
               why_not (&row, foyer_vault_has_pepper (db->vault)));
  return FALSE;
}

static gboolean
load (FoyerDb *db, GError **error)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { 0 };
  FoyerVaultRow row;
  int slot;

  foyer_vault_forget (db->vault);
  if (!foyer_vault_row_read (db, &row, error))
    return FALSE;
  if (!foyer_vault_find_slot (db->vault, row.holder, row.kek_id, &slot, &secret, &err))
    return foyer_vault_row_refuse (err, error);
  foyer_vault_take (db->vault, &secret);
  return foyer_vault_row_open (db, error);
}

gboolean
foyer_vault_row_begin (FoyerDb *db, GError **error)
{
  g_autoptr (GBytes) kek_id = NULL;
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT kek_id FROM vault WHERE one = 1");

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    kek_id = foyer_rows_blob (rows, 0);
  g_clear_pointer (&rows, foyer_rows_free);
  if (kek_id != NULL && g_bytes_get_size (kek_id) == FOYER_ID_SIZE
      && foyer_vault_is (db->vault, g_bytes_get_data (kek_id, NULL)))
    return TRUE;
  return load (db, error);
}

static gboolean
write_row (FoyerDb *db, const FoyerVaultRow *row, GError **error)
{
  g_autoptr (GBytes) record = NULL;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) tag = NULL;
  g_autoptr (GBytes) kek_id = g_bytes_new (row->kek_id, FOYER_ID_SIZE);
  FoyerVaultRow before;

  if (!read_row (db, &before, &record, &wrapped, error))
    return FALSE;
  tag = tag_of (db, row, record);
  return foyer_db_exec (db,
                        error,
                        "UPDATE vault SET holder = $1, kek_id = $2, owed_since = $3, owed_by = $4,"
                        " swaps = $5, swapped_at = $6, swapped_key = $7, open_tag = $8"
                        " WHERE one = 1",
                        foyer_int (row->holder),
                        foyer_blob (kek_id),
                        row->owed_since != 0 ? foyer_int (row->owed_since) : foyer_null (),
                        row->owed_since != 0 ? foyer_int (row->owed_by) : foyer_null (),
                        foyer_int (row->swaps),
                        foyer_int (row->swapped_at),
                        foyer_int (row->swapped_key),
                        foyer_blob (tag));
}

/* The trail keeps that the row was changed behind the program's back, before it is written anew.
 * What it says is owed cannot be believed: a swap is. */
static gboolean
mend (FoyerDb *db, FoyerVaultRow *row, gint64 now, GError **error)
{
  if (row->is_sound)
    return TRUE;
  row->owed_since = now;
  row->owed_by = now + FOYER_MINUTE;
  return foyer_audit_append (db, "vault-row-was-changed", NULL, now, error)
         && write_row (db, row, error);
}

gboolean
foyer_vault_row_mend (FoyerDb *db, gint64 now, GError **error)
{
  FoyerVaultRow row;

  return foyer_vault_row_read (db, &row, error) && mend (db, &row, now, error);
}

/* The end of the key before, where it is late, stays as urgent as it was. */
gboolean
foyer_vault_row_owe (FoyerDb *db, FoyerOwed owed, gint64 now, GError **error)
{
  FoyerVaultRow row;
  gint64 by = now + allowance[owed];

  if (!foyer_vault_row_read (db, &row, error) || !mend (db, &row, now, error))
    return FALSE;
  if (row.owed_by != 0 && row.owed_since <= now && row.owed_by <= by)
    return TRUE;
  if (row.owed_since != 0)
    by = MIN (by, row.owed_by != 0 ? row.owed_by : row.owed_since + FOYER_MINUTE);
  row.owed_since = row.owed_since != 0 ? MIN (row.owed_since, now) : now;
  row.owed_by = by;
  return write_row (db, &row, error);
}

gboolean
foyer_vault_row_swap (FoyerDb *db,
                      FoyerHolderKind holder,
                      const FoyerSecret *next,
                      gint64 now,
                      GError **error)
{
  FoyerVaultRow row;

  if (!foyer_vault_row_read (db, &row, error))
    return FALSE;
  if (!row.is_sound) {
    g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY, "The vault row was changed meanwhile");
    return FALSE;
  }
  row.holder = holder;
  memcpy (row.kek_id, next->id, FOYER_ID_SIZE);
  row.owed_since = now; /* by 0: the old key's end */
  row.owed_by = 0;
  row.swaps++;
  row.swapped_at = now;
  row.swapped_key = row.newest_key;
  return write_row (db, &row, error);
}

gboolean
foyer_vault_row_pay (FoyerDb *db, gboolean *owes, GError **error)
{
  FoyerVaultRow row;

  if (!foyer_vault_row_read (db, &row, error))
    return FALSE;
  *owes = row.owed_by != 0 || !row.is_sound;
  if (*owes || row.owed_since == 0)
    return TRUE;
  row.owed_since = 0;
  return write_row (db, &row, error);
}

gboolean
foyer_vault_row_exists (FoyerDb *db, gboolean *exists, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT 1 FROM vault");

  return foyer_rows_first (rows, exists, error);
}

static gboolean
seal_column_key (FoyerDb *db, GBytes **sealed, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) id = g_bytes_new_static (nobody, sizeof nobody);
  g_autoptr (GBytes) bytes = NULL;
  guint8 *key = g_malloc (FOYER_KEY_SIZE);
  gint64 number = 0;

  foyer_random_bytes (key, FOYER_KEY_SIZE);
  bytes = foyer_seal_wiped (key, FOYER_KEY_SIZE, FOYER_KEY_SIZE);
  foyer_record_put_bytes (record, TAG_KEY, bytes);
  foyer_vault_take_column_key (db->vault, bytes);
  if (!foyer_rings_make (db, 0, error)
      || !foyer_keys_seal (db, FOYER_SEAL_COLUMN_KEY, id, record, &number, sealed, error))
    return FALSE;
  return number == COLUMN_KEY || say_damaged (error);
}

gboolean
foyer_vault_row_insert (FoyerDb *db, const guint8 *id, gint64 now, GError **error)
{
  FoyerVaultRow row = { .holder = FOYER_HOLDER_FILE,
                        .has_pepper = foyer_vault_has_pepper (db->vault),
                        .swapped_at = now };
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) kek_id = g_bytes_new (id, FOYER_ID_SIZE);
  g_autoptr (GBytes) tag = NULL;

  memcpy (row.kek_id, id, FOYER_ID_SIZE);
  if (!seal_column_key (db, &sealed, error))
    return FALSE;
  tag = tag_of (db, &row, sealed);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO vault (one, format, holder, pepper, kek_id, swaps, swapped_at,"
                        " swapped_key, record, open_tag)"
                        " VALUES (1, $1, $2, $3, $4, 0, $5, 0, $6, $7)",
                        foyer_int (FORMAT),
                        foyer_int (row.holder),
                        foyer_int (row.has_pepper),
                        foyer_blob (kek_id),
                        foyer_int (now),
                        foyer_blob (sealed),
                        foyer_blob (tag));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "store/record.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/* Three layers, all of them in the store's own tables, so that its one COMMIT decides: the
 * key-encryption key, which the vault row names and a holder keeps, wraps ring keys; a ring key
 * wraps 1,024 record keys; a record key seals one record, and is drawn anew at each write. A key
 * that is retired is gone from its table; once its ring is rewound and the key-encryption key
 * swapped (store/swap.h), no copy of the file opens it any more. */

/**
 * foyer_keys_seal:
 * @db: A database, within a transaction that writes
 * @kind: What is sealed
 * @id: The row's id, 16 bytes
 * @record: Its personal fields
 * @key: (out): The number of the key that was drawn for it
 * @sealed: (out) (transfer full): What to write into the `record` column
 * @error: %FOYER_DB_ERROR
 *
 * Draws a key, stores it, and seals the record under it. A record that is overwritten has a key to
 * retire.
 *
 * Returns: Whether it can be stored
 */
gboolean foyer_keys_seal (FoyerDb *db,
                          FoyerSealKind kind,
                          GBytes *id,
                          FoyerRecord *record,
                          gint64 *key,
                          GBytes **sealed,
                          GError **error);

/**
 * foyer_keys_open:
 * @db: A database, within a transaction
 * @kind: What is sealed
 * @id: The row's id, 16 bytes
 * @key: The number of its key
 * @wrapped: (nullable): That key's row: `sealkey.wrapped`
 * @sealed: (nullable): The `record` column
 *
 * Returns: (transfer full) (nullable): The record, or %NULL where it is damaged: nothing is guessed
 */
FoyerRecord *foyer_keys_open (FoyerDb *db,
                              FoyerSealKind kind,
                              GBytes *id,
                              gint64 key,
                              GBytes *wrapped,
                              GBytes *sealed);

/**
 * foyer_keys_find:
 * @db: A database, within a transaction
 * @kind: What is sealed
 * @id: The row's id, 16 bytes
 * @sealed: The `record` column of a row whose key number was changed
 * @key: (out): The number of the key that opens it, 0 where none does
 * @error: %FOYER_DB_ERROR
 *
 * Tries every key there is: some microseconds each. For an erasure, which has to forget the right
 * one.
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_keys_find (FoyerDb *db,
                          FoyerSealKind kind,
                          GBytes *id,
                          GBytes *sealed,
                          gint64 *key,
                          GError **error);

/**
 * foyer_keys_retire:
 * @db: A database, within a transaction that writes
 * @key: The number of a key whose record goes in the same transaction
 * @error: %FOYER_DB_ERROR
 *
 * Takes the key out of its table and marks its ring. Who deletes or corrects also says so with
 * foyer_vault_row_owe().
 *
 * Returns: Whether that is stored
 */
gboolean foyer_keys_retire (FoyerDb *db, gint64 key, GError **error);

/**
 * foyer_keys_list:
 * @db: A database, within a transaction
 * @after: The number before the first
 * @until: The last number that counts
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type gint64) (nullable): Numbers that have a key, in order
 */
GArray *foyer_keys_list (FoyerDb *db, gint64 after, gint64 until, guint limit, GError **error);

/** foyer_keys_list_lost_rings: Adds numbers of rings that have keys, but no row; @lost:
 * (element-type gint64); Returns: Whether the database could be asked */
gboolean foyer_keys_list_lost_rings (FoyerDb *db, GArray *lost, GError **error);

/** foyer_keys_is_empty: @empty: (out): Whether that ring has no key; Returns: Whether the database
 * could be asked */
gboolean foyer_keys_is_empty (FoyerDb *db, guint64 ring, gboolean *empty, GError **error);

/** foyer_keys_count: @keys, @rings, @dirty: (out): How many there are; Returns: Whether the
 * database could be asked */
gboolean foyer_keys_count (FoyerDb *db, gint64 *keys, gint64 *rings, gint64 *dirty, GError **error);

/** foyer_keys_ended: @kept: Whether the transaction was; what was drawn in one that was taken back
 * is forgotten */
void foyer_keys_ended (FoyerDb *db, gboolean kept);

G_END_DECLS

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
 * foyer_keys_rewind:
 * @db: A database, within a transaction that writes
 * @after: (inout): The ring that the search begins after: -1 at first, then as it is left
 * @more: (out): Whether one was rewound, and another may follow
 * @error: %FOYER_DB_ERROR
 *
 * Gives the next dirty ring a new key, and wraps the record keys that it still has under it. Rings
 * without keys go. A ring that does not open stays as it is: damaged.
 *
 * Returns: Whether it could be done
 */
gboolean foyer_keys_rewind (FoyerDb *db, gint64 *after, gboolean *more, GError **error);

/**
 * foyer_keys_rewrap:
 * @db: A database, within a transaction that writes
 * @next: A key-encryption key
 * @dirty: (out): Whether a ring is dirty: nothing was done then, it has to be rewound first
 * @error: %FOYER_DB_ERROR
 *
 * Wraps all ring keys under @next. A ring that does not open stays as it is: damaged.
 *
 * Returns: Whether it could be done
 */
gboolean foyer_keys_rewrap (FoyerDb *db, const FoyerSecret *next, gboolean *dirty, GError **error);

/**
 * foyer_keys_make_first:
 * @db: A database, within a transaction that writes; its vault has a key-encryption key
 * @error: %FOYER_DB_ERROR
 *
 * Makes the first ring.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_keys_make_first (FoyerDb *db, GError **error);

/**
 * foyer_keys_take_ring:
 * @db: A database, within a transaction
 * @ring: A ring's number
 * @there: (out): Whether it has a row
 * @opened: (out): Whether its key is in memory now, as it stands in the table
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean
foyer_keys_take_ring (FoyerDb *db, guint64 ring, gboolean *there, gboolean *opened, GError **error);

/** foyer_keys_list_damaged_rings: Returns: (transfer full) (element-type gint64) (nullable):
 * Numbers of rings that do not open, or whose mark was changed */
GArray *foyer_keys_list_damaged_rings (FoyerDb *db, GError **error);

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

/** foyer_keys_count: @keys, @rings, @dirty: (out): How many there are; Returns: Whether the
 * database could be asked */
gboolean foyer_keys_count (FoyerDb *db, gint64 *keys, gint64 *rings, gint64 *dirty, GError **error);

/** foyer_keys_ended: @kept: Whether the transaction was; what was drawn in one that was taken back
 * is forgotten */
void foyer_keys_ended (FoyerDb *db, gboolean kept);

G_END_DECLS

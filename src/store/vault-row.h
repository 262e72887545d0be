/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/** The number of the column key's own key: the first of all. */
#define FOYER_VAULT_ROW_COLUMN_KEY 1

/**
 * FoyerVaultRow:
 *
 * The vault table's one row: which key-encryption key lives, who holds its secret, and what is
 * owed. Instants are ms since the epoch, UTC.
 */
typedef struct {
  FoyerHolderKind holder;
  gboolean has_pepper; /* the store was made with one */
  guint8 kek_id[FOYER_ID_SIZE];
  gint64 owed_since; /* 0: nothing is owed */
  gint64 owed_by;    /* 0 where only the end of the key before is owed */
  gint64 swaps;
  gint64 swapped_at;
  gint64 swapped_key;
  gint64 newest_key; /* the highest number that has a key */
  gboolean is_sound; /* its tag fits; FALSE, too, where the column key is not in memory */
} FoyerVaultRow;

/**
 * FoyerOwed:
 *
 * Why a key was retired: how long the swap may take that makes it final.
 */
typedef enum {
  FOYER_OWED_EXPIRY,    /* an hour */
  FOYER_OWED_ERASURE,   /* a minute */
  FOYER_OWED_CORRECTION /* a minute */
} FoyerOwed;

/**
 * foyer_vault_row_read:
 * @db: A database, within a transaction
 * @row: (out): The row
 * @error: %FOYER_DB_ERROR; where there is none, %FOYER_DB_ERROR_MISSING of a store that was not
 * made to its end, else %FOYER_DB_ERROR_KEYS
 *
 * Returns: Whether it could be read
 */
gboolean foyer_vault_row_read (FoyerDb *db, FoyerVaultRow *row, GError **error);

/** foyer_vault_row_check: As foyer_vault_row_read(); @sound: (out): Whether the row's tag fits, and
 * what stands in the tables gives the column key to who has it not in memory yet */
gboolean foyer_vault_row_check (FoyerDb *db, FoyerVaultRow *row, gboolean *sound, GError **error);

/**
 * foyer_vault_row_begin:
 * @db: A database, within a transaction that has just begun
 * @error: %FOYER_DB_ERROR_KEYS where no slot holds the store's key, or it opens nothing
 *
 * Compares the living key-encryption key's id with the one in memory. Where it is another one, all
 * keys in memory are wiped, and it is loaded again.
 *
 * Returns: Whether records can be sealed and opened now
 */
gboolean foyer_vault_row_begin (FoyerDb *db, GError **error);

/**
 * foyer_vault_row_owe:
 * @db: A database, within the transaction that retired a key
 * @owed: Why
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Writes down that a swap has to follow.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_vault_row_owe (FoyerDb *db, FoyerOwed owed, gint64 now, GError **error);

/**
 * foyer_vault_row_swap:
 * @db: A database, within the transaction in which all ring keys were wrapped anew
 * @holder: Who holds the next secret
 * @next: The next key-encryption key
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Names the next key-encryption key: from COMMIT on it is the living one, and the end of the one
 * before is all that is owed.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_vault_row_swap (FoyerDb *db,
                               FoyerHolderKind holder,
                               const FoyerSecret *next,
                               gint64 now,
                               GError **error);

/** foyer_vault_row_mend: Writes the row anew where it was changed behind the program's back, so
 * that a swap is owed; the audit trail keeps that it was; Returns: Whether that is stored, or it is
 * sound */
gboolean foyer_vault_row_mend (FoyerDb *db, gint64 now, GError **error);

/** foyer_vault_row_pay: The key before is destroyed; @owes: (out): whether something was retired
 * since the last swap; Returns: Whether that is stored */
gboolean foyer_vault_row_pay (FoyerDb *db, gboolean *owes, GError **error);

/** foyer_vault_row_open: Opens the column key with the key-encryption key in memory, within a
 * transaction; Returns: Whether it opens, else %FOYER_DB_ERROR_KEYS */
gboolean foyer_vault_row_open (FoyerDb *db, GError **error);

/**
 * foyer_vault_row_insert:
 * @db: A new store, within a transaction; its vault has a key-encryption key
 * @id: (array fixed-size=16): That key's id
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Makes the first ring and the column key, and the row that names the key.
 *
 * Returns: Whether they are stored
 */
gboolean foyer_vault_row_insert (FoyerDb *db, const guint8 *id, gint64 now, GError **error);

/** foyer_vault_row_is_virgin: @virgin: (out): Whether nothing was ever sealed in the store: only
 * then are its keys made; Returns: Whether the database could be asked */
gboolean foyer_vault_row_is_virgin (FoyerDb *db, gboolean *virgin, GError **error);

/** foyer_vault_row_say_absent: Says of a store without the row whether it is new, or the row was
 * taken away; Returns: %FALSE */
gboolean foyer_vault_row_say_absent (FoyerDb *db, GError **error);

/** foyer_vault_row_exists: @exists: (out): Whether the store has keys; Returns: Whether the
 * database could be asked */
gboolean foyer_vault_row_exists (FoyerDb *db, gboolean *exists, GError **error);

/** foyer_vault_row_refuse_lock: Turns foyer_vault_lock()'s error into %FOYER_DB_ERROR_BUSY, or
 * %FOYER_DB_ERROR_KEYS where the folder is gone; Returns: %FALSE */
gboolean foyer_vault_row_refuse_lock (const GError *err, GError **error);

/** foyer_vault_row_refuse: Turns a %FOYER_VAULT_ERROR into %FOYER_DB_ERROR_KEYS, with the sentence
 * that says where the way on is; Returns: %FALSE */
gboolean foyer_vault_row_refuse (const GError *err, GError **error);

G_END_DECLS

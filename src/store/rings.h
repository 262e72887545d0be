/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "vault/vault.h"

G_BEGIN_DECLS

/* A ring's key wraps 1,024 record keys, so that forgetting one of them costs some thousand wraps
 * and not all: see keys.h. */

/** foyer_rings_make: Draws the key of a new ring, and stores it; Returns: Whether it is stored */
gboolean foyer_rings_make (FoyerDb *db, guint64 ring, GError **error);

/** foyer_rings_mark: Marks a ring of which a key was retired: it has to be rewound; Returns:
 * Whether that is stored */
gboolean foyer_rings_mark (FoyerDb *db, guint64 ring, GError **error);

/**
 * foyer_rings_take:
 * @db: A database, within a transaction
 * @ring: A ring's number
 * @there: (out): Whether it has a row
 * @opened: (out): Whether its key is in memory now, as it stands in the table
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean
foyer_rings_take (FoyerDb *db, guint64 ring, gboolean *there, gboolean *opened, GError **error);

/**
 * foyer_rings_rewind:
 * @db: A database, within a transaction that writes
 * @now: The time, in ms since the epoch, UTC
 * @after: (inout): The ring that the search begins after: -1 at first, then as it is left
 * @more: (out): Whether one was rewound, and another may follow
 * @error: %FOYER_DB_ERROR
 *
 * Gives the next dirty ring a new key, and wraps the record keys that it still has under it. Rings
 * without keys go. One whose row was changed behind the program's back is written anew, and the
 * audit trail keeps that it was. A ring that does not open stays as it is: damaged.
 *
 * Returns: Whether it could be done
 */
gboolean
foyer_rings_rewind (FoyerDb *db, gint64 now, gint64 *after, gboolean *more, GError **error);

/**
 * foyer_rings_rewrap:
 * @db: A database, within a transaction that writes
 * @next: A key-encryption key
 * @dirty: (out): Whether a ring is dirty: nothing was done then, it has to be rewound first
 * @error: %FOYER_DB_ERROR
 *
 * Wraps all ring keys under @next. A ring that does not open stays as it is: damaged.
 *
 * Returns: Whether it could be done
 */
gboolean foyer_rings_rewrap (FoyerDb *db, const FoyerSecret *next, gboolean *dirty, GError **error);

/** foyer_rings_list_damaged: Returns: (transfer full) (element-type gint64) (nullable):
 * Numbers of rings that do not open, or whose mark was changed */
GArray *foyer_rings_list_damaged (FoyerDb *db, GError **error);

G_END_DECLS

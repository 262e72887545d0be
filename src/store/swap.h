/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "store/store.h"
#include "vault/holder.h"

G_BEGIN_DECLS

/**
 * foyer_swap:
 * @db: (inout): A connection of its own, outside a transaction; closed and opened again on the way,
 * and %NULL where that failed
 * @when: Whether a swap is due
 * @holder: Who is to hold the next secret, or -1 for who holds the living one
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Recovers what a crash has left, then, where it is due, makes final what was retired: rewinds
 * dirty rings, makes a new key-encryption key, wraps the ring keys under it, and destroys the old
 * one. The order, and what a crash at any point leaves behind:
 *
 * 1. `vault.lock` is taken, to the end: one process at a time makes and destroys secrets.
 * 2. Recovery: the vault row says which slot lives; it is loaded, and opens the column key. Every
 *    other slot of both holders, whole or torn, is destroyed. Where no slot fits, nothing is. From
 * here on only where a COMMIT survives a power cut: a journal that came back would name a
 * key-encryption key that is destroyed.
 * 3. The other slot is created, on the disk, and read back. Crash: recovery destroys it.
 * 4. One transaction: no ring is dirty, all ring keys are wrapped anew, the row names the new key.
 * 5. COMMIT. After any error the connection is opened again, and the row says which key lives.
 * 6. A new connection loads the key anew, and opens the column key; else nothing is destroyed.
 * 7. The old slot is destroyed, and read back. Until then the swap's own COMMIT owes it; only then
 * are deletions marked as forgotten. Crash, or an error: the next recovery does it.
 *
 * Before anything is destroyed, what was read is made durable: a COMMIT whose last step was not.
 *
 * Returns: Whether nothing is owed that was due
 */
gboolean foyer_swap (FoyerDb **db, FoyerSwapWhen when, int holder, gint64 now, GError **error);

G_END_DECLS

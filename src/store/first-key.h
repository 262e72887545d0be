/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * foyer_first_key_make:
 * @db: A new store
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Makes the first key-encryption key, in a file, the first ring and the column key, where the store
 * has none yet, nothing was ever sealed in it, and no key is there already.
 *
 * Returns: Whether the store has its keys now
 */
gboolean foyer_first_key_make (FoyerDb *db, gint64 now, GError **error);

G_END_DECLS

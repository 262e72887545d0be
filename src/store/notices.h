/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * foyer_notices_add:
 * @db: A database
 * @id: The version's id
 * @notice: A notice
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Stores a version, not in force yet.
 *
 * Returns: Whether it is stored
 */
gboolean
foyer_notices_add (FoyerDb *db, GBytes *id, FoyerNotice *notice, gint64 now, GError **error);

/** foyer_notices_publish: Puts version @id in force from @now on; Returns: Whether that is stored
 */
gboolean foyer_notices_publish (FoyerDb *db, GBytes *id, gint64 now, GError **error);

/**
 * foyer_notices_in_force:
 * @db: A database
 * @language: (nullable): A language; where no version is in force in it, or %NULL, the one that was
 *   published last is taken, so that there is always something to read
 * @found: (out) (transfer full) (nullable): The notice, or %NULL where none was ever published
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean
foyer_notices_in_force (FoyerDb *db, const char *language, FoyerNotice **found, GError **error);

G_END_DECLS

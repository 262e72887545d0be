/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * foyer_arrival_write_letters:
 * @db: A database, within a deed
 * @visit: A visit that is on site now
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Writes what has to leave the house for a visitor who is let in: the badge, printed where the
 * visitor stands, and the word to the host.
 *
 * Returns: Whether both letters are stored
 */
gboolean foyer_arrival_write_letters (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** The most visits that one read returns: a read is one short transaction. */
#define FOYER_VISITS_READ_MAX 2000

/**
 * foyer_visits_add:
 * @db: A database
 * @visit: A visit that has arrived
 * @added: (out): Whether the row was added; %FALSE where an earlier run of the deed had added it
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the visit is stored
 */
gboolean foyer_visits_add (FoyerDb *db, FoyerVisit *visit, gboolean *added, GError **error);

/**
 * foyer_visits_find:
 * @db: A database
 * @id: A visit's id
 * @found: (out) (transfer full) (nullable): The visit, with its host's name, or %NULL
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_visits_find (FoyerDb *db, GBytes *id, FoyerVisit **found, GError **error);

/** foyer_visits_find_by_code: As foyer_visits_find(), by the badge code's 26 letters */
gboolean
foyer_visits_find_by_code (FoyerDb *db, const char *code, FoyerVisit **found, GError **error);

/**
 * foyer_visits_update_times:
 * @db: A database
 * @visit: A visit whose state, check-out and close were set
 * @error: %FOYER_DB_ERROR
 *
 * Writes open columns only.
 *
 * Returns: Whether they are stored
 */
gboolean foyer_visits_update_times (FoyerDb *db, FoyerVisit *visit, GError **error);

/**
 * foyer_visits_list_present:
 * @db: A database
 * @left_since: Of those who left, the first check-out that counts, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (nullable): Who is on site, and who left since then, the latest arrival
 *   first, with hosts' names and what a desk has to see to
 */
GListStore *foyer_visits_list_present (FoyerDb *db, gint64 left_since, GError **error);

/**
 * foyer_visits_list:
 * @db: A database
 * @from: The first moment that counts, in ms since the epoch, UTC
 * @until: The first moment that does not
 * @before: (nullable): The last visit of the page before; %NULL for the first page
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (nullable): At most %FOYER_VISITS_READ_MAX visits that began in that
 *   time, the latest arrival first
 */
GListStore *
foyer_visits_list (FoyerDb *db, gint64 from, gint64 until, FoyerVisit *before, GError **error);

/**
 * foyer_visits_close_overdue:
 * @db: A database
 * @type: A visitor type's key
 * @longest_stay: Its longest stay, in ms
 * @now: The time
 * @limit: How many at most
 * @closed: (out): How many were closed
 * @error: %FOYER_DB_ERROR
 *
 * Closes as “not seen leaving” who came longer than @longest_stay ago. No leaving time is invented.
 *
 * Returns: Whether it could be done
 */
gboolean foyer_visits_close_overdue (FoyerDb *db,
                                     const char *type,
                                     gint64 longest_stay,
                                     gint64 now,
                                     guint limit,
                                     guint *closed,
                                     GError **error);

/**
 * foyer_visits_list_expired:
 * @db: A database
 * @type: A visitor type's key
 * @days: The days that are set for it
 * @now: The time
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits whose period has ended
 */
GPtrArray *foyer_visits_list_expired (FoyerDb *db,
                                      const char *type,
                                      int days,
                                      gint64 now,
                                      guint limit,
                                      GError **error);

/**
 * foyer_visits_delete:
 * @db: A database
 * @id: A visit's id
 * @error: %FOYER_DB_ERROR
 *
 * Deletes the visit and its acknowledgement; a badge that stands in a file is to be shredded.
 *
 * Returns: Whether they are gone
 */
gboolean foyer_visits_delete (FoyerDb *db, GBytes *id, GError **error);

/**
 * foyer_visits_forget_codes:
 * @db: A database
 * @closed_before: The beginning of the local day
 * @error: %FOYER_DB_ERROR
 *
 * Clears the codes' hashes of visits that closed before today.
 *
 * Returns: Whether it could be done
 */
gboolean foyer_visits_forget_codes (FoyerDb *db, gint64 closed_before, GError **error);

G_END_DECLS

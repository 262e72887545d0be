/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/* What becomes of a visit when its time is over. A damaged row is in none of these lists: nothing
 * is deleted by columns that were changed; it goes by an erasure. */

/**
 * foyer_expiry_list_overdue:
 * @db: A database
 * @type: A visitor type's key
 * @longest_stay: Its longest stay, in ms
 * @now: The time, in ms since the epoch, UTC
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits of who is on site and
 *   came longer than @longest_stay ago
 */
GPtrArray *foyer_expiry_list_overdue (FoyerDb *db,
                                      const char *type,
                                      gint64 longest_stay,
                                      gint64 now,
                                      guint limit,
                                      GError **error);

/**
 * foyer_expiry_list_unanswered:
 * @db: A database
 * @now: The time, in ms since the epoch, UTC
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits that have waited to be
 *   approved for %FOYER_ASKED_LONGEST
 */
GPtrArray *foyer_expiry_list_unanswered (FoyerDb *db, gint64 now, guint limit, GError **error);

/**
 * foyer_expiry_deny:
 * @db: A database
 * @visit: A visit that is asked
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_ROW where its row is damaged
 *
 * Closes it as denied, and its call with it; no reason is stored anywhere.
 *
 * Returns: Whether that is stored
 */
gboolean foyer_expiry_deny (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error);

/**
 * foyer_expiry_close:
 * @db: A database
 * @id: An overdue visit's id
 * @longest_stay: Its longest stay, in ms
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Closes it as “not seen leaving” at sign-in + @longest_stay. No leaving time is invented,
 * and answers that are kept until leaving are forgotten.
 *
 * Returns: Whether that is stored
 */
gboolean
foyer_expiry_close (FoyerDb *db, GBytes *id, gint64 longest_stay, gint64 now, GError **error);

/**
 * foyer_expiry_list_expired:
 * @db: A database
 * @type: A visitor type's key
 * @days: The days that are set for it
 * @now: The time, in ms since the epoch, UTC
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits whose period has ended,
 *   not of who never came
 */
GPtrArray *foyer_expiry_list_expired (FoyerDb *db,
                                      const char *type,
                                      int days,
                                      gint64 now,
                                      guint limit,
                                      GError **error);

/**
 * foyer_expiry_list_not_come:
 * @db: A database
 * @now: The time, in ms since the epoch, UTC
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits that were expected on a
 *   day that ended a day ago
 */
GPtrArray *foyer_expiry_list_not_come (FoyerDb *db, gint64 now, guint limit, GError **error);

/**
 * foyer_expiry_delete:
 * @db: A database
 * @id: A visit's id
 * @key_is_known: (out): Whether its key was retired; %FALSE where the row is so damaged that no key
 *   opens it: what its bytes are worth, nobody can tell
 * @error: %FOYER_DB_ERROR
 *
 * Deletes the visit and its acknowledgement and retires their keys; a badge that stands in a file
 * is to be shredded.
 *
 * Returns: Whether they are gone
 */
gboolean foyer_expiry_delete (FoyerDb *db, GBytes *id, gboolean *key_is_known, GError **error);

/**
 * foyer_expiry_list_codes:
 * @db: A database
 * @closed_before: The beginning of the local day, in ms since the epoch, UTC
 * @limit: How many at most
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): Ids of visits that closed before today
 *   and still have their code's hash
 */
GPtrArray *foyer_expiry_list_codes (FoyerDb *db, gint64 closed_before, guint limit, GError **error);

/** foyer_expiry_forget_code: Clears the hash of a visit's badge code; Returns: Whether it is gone
 */
gboolean foyer_expiry_forget_code (FoyerDb *db, GBytes *id, GError **error);

G_END_DECLS

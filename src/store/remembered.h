/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * foyer_remembered_add:
 * @db: A database
 * @id: The id of what is remembered
 * @code: The code that brings it back, 26 letters
 * @visit: Whose type, name, host and answers; not those that are forgotten on leaving
 * @ends_at: The moment that the visitor was told, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether it is stored
 */
gboolean foyer_remembered_add (FoyerDb *db,
                               GBytes *id,
                               const char *code,
                               FoyerVisit *visit,
                               gint64 ends_at,
                               GError **error);

/** foyer_remembered_has: @there: (out): Whether that is remembered; Returns: Whether the database
 * could be asked */
gboolean foyer_remembered_has (FoyerDb *db, GBytes *id, gboolean *there, GError **error);

/**
 * foyer_remembered_find_by_code:
 * @db: A database
 * @code: The code's 26 letters
 * @now: The time, in ms since the epoch, UTC
 * @id: (out) (transfer full) (nullable): The id of what is remembered, until it ends; %NULL where
 *   there is none, or it is damaged
 * @visit: (out) (transfer full) (optional): A new visit with those answers, and the host's name
 *   where the host is still there
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_remembered_find_by_code (FoyerDb *db,
                                        const char *code,
                                        gint64 now,
                                        GBytes **id,
                                        FoyerVisit **visit,
                                        GError **error);

/** foyer_remembered_find_by_visit: @id: (out) (transfer full) (nullable): What is remembered of the
 * visit of that id; Returns: Whether the database could be asked */
gboolean foyer_remembered_find_by_visit (FoyerDb *db, GBytes *visit, GBytes **id, GError **error);

/** foyer_remembered_list_ended: Returns: (transfer full) (element-type GBytes) (nullable): Ids of
 * what has ended @now, at most @limit */
GPtrArray *foyer_remembered_list_ended (FoyerDb *db, gint64 now, guint limit, GError **error);

/**
 * foyer_remembered_forget:
 * @db: A database
 * @id: What is remembered
 * @key_is_known: (out): Whether its key was retired; %FALSE where no key opens it
 * @error: %FOYER_DB_ERROR
 *
 * Deletes it and retires its key. The caller also says foyer_vault_row_owe().
 *
 * Returns: Whether it is gone
 */
gboolean foyer_remembered_forget (FoyerDb *db, GBytes *id, gboolean *key_is_known, GError **error);

/** foyer_remembered_check: One page of a #FoyerDamageSearch: opens what is remembered; Returns:
 * Whether the database could be asked */
gboolean foyer_remembered_check (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

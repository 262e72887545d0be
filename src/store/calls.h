/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/call.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * foyer_calls_add:
 * @db: A database
 * @call: A call
 * @added: (out): Whether it was added; %FALSE where an earlier run of the deed had added it
 * @error: %FOYER_DB_ERROR
 *
 * Adds a call. It takes the place of an older one of its kind: about the same visit, or of the same
 * station where both are about none. So nobody can fill the table.
 *
 * Returns: Whether the call is stored
 */
gboolean foyer_calls_add (FoyerDb *db, const FoyerCall *call, gboolean *added, GError **error);

/** foyer_calls_list: Returns: (transfer full) (element-type FoyerCall) (nullable): All calls, the
 * oldest first; at most 500 */
GPtrArray *foyer_calls_list (FoyerDb *db, GError **error);

/** foyer_calls_find: @found: (out) (transfer full) (nullable): The call of that id; Returns:
 * Whether the database could be asked */
gboolean foyer_calls_find (FoyerDb *db, GBytes *id, FoyerCall **found, GError **error);

/** foyer_calls_find_kind: @found: (out) (transfer full) (nullable): The station's oldest call of
 * @kind; Returns: Whether the database could be asked */
gboolean foyer_calls_find_kind (FoyerDb *db,
                                const char *station,
                                FoyerCallKind kind,
                                FoyerCall **found,
                                GError **error);

/** foyer_calls_take: @taken: (out): Whether it was taken now, and not before; Returns: Whether the
 * database could be asked */
gboolean foyer_calls_take (FoyerDb *db, GBytes *id, gint64 now, gboolean *taken, GError **error);

/** foyer_calls_remove: Removes the call of that id; Returns: Whether it is gone */
gboolean foyer_calls_remove (FoyerDb *db, GBytes *id, GError **error);

/** foyer_calls_drop: Removes all calls about @visit, which was decided, closes or is deleted;
 * Returns: Whether they are gone */
gboolean foyer_calls_drop (FoyerDb *db, GBytes *visit, GError **error);

/** foyer_calls_note_all: Marks on each of @visits that somebody under that name asks to leave;
 * Returns: Whether it could */
gboolean foyer_calls_note_all (FoyerDb *db, GListModel *visits, GError **error);

/** foyer_calls_forget: Removes what was made before @before, in ms since the epoch, UTC; Returns:
 * Whether it is gone */
gboolean foyer_calls_forget (FoyerDb *db, gint64 before, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"

G_BEGIN_DECLS

/* What the table families need of a #FoyerDamageSearch: each reads pages of its own rows. */

/** SQL: the tag that a row had when the audit trail was last about it; empty where it had none,
 * NULL where the trail knows nothing of it. */
#define FOYER_DAMAGE_LAST_TAG(id)                                                                  \
  "(SELECT coalesce (tag, X'') FROM audit WHERE subject = " id " ORDER BY seq DESC LIMIT 1)"

/** How many rows are read in one go. */
#define FOYER_DAMAGE_PAGE 2000

/**
 * FoyerDamageNote:
 * @db: A database
 * @search: Where foyer_damage_note() notes what is found
 * @rows: A row of a table family's own query
 *
 * Opens and checks the row that @rows is at.
 */
typedef void (*FoyerDamageNote) (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows);

/**
 * foyer_damage_read_page:
 * @db: A database, within a transaction
 * @search: A walk
 * @rows: (nullable): One page of a table, from @search->after on, at most %FOYER_DAMAGE_PAGE rows;
 * %NULL where the query failed, and has set @error
 * @note: What to do with each row
 * @error: %FOYER_DB_ERROR
 *
 * For the table families. After a full page the next one begins where this one ended.
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_damage_read_page (FoyerDb *db,
                                 FoyerDamageSearch *search,
                                 FoyerRows *rows,
                                 FoyerDamageNote note,
                                 GError **error);

/** foyer_damage_note: For a #FoyerDamageNote: the row of that @id, with the @key of that number, or
 * 0 where its own number is not believed, is sound, or damaged as @kind says */
void foyer_damage_note (FoyerDamageSearch *search,
                        FoyerDamageKind kind,
                        GBytes *id,
                        gint64 key,
                        gboolean is_sound);

/** foyer_damage_is_old: @tag, @last: the columns of `open_tag` and of %FOYER_DAMAGE_LAST_TAG;
 * Returns: Whether the audit trail knows a later state of the row */
gboolean foyer_damage_is_old (FoyerRows *rows, guint tag, guint last);

G_END_DECLS

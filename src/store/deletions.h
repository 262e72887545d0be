/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/** What stands in place of a visitor type's key where no visit was deleted: of who was expected and
 * never came, and of answers that were kept for next time. No type's key has brackets. */
#define FOYER_DELETION_EXPECTED "(expected)"
#define FOYER_DELETION_REMEMBERED "(remembered)"

/** In place of days, where each visitor was told a date. */
#define FOYER_DELETION_AS_TOLD -1

/**
 * FoyerDeletion:
 *
 * What stays after a deletion: nobody's data.
 */
typedef struct {
  char *type;
  int days;
  int visits;
  gint64 done_at;
  gint64 forgotten_at; /* 0: not yet */
  gint64 compacted_at; /* 0: not yet */
} FoyerDeletion;

/** foyer_deletion_free: @deletion: (transfer full) (nullable): A deletion record */
void foyer_deletion_free (FoyerDeletion *deletion);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDeletion, foyer_deletion_free)

/**
 * foyer_deletions_add:
 * @db: A database
 * @run: The run's id
 * @type: The visitor type's key, %FOYER_DELETION_EXPECTED or %FOYER_DELETION_REMEMBERED
 * @days: The period in force, in days, or %FOYER_DELETION_AS_TOLD
 * @visits: How many were deleted in this transaction, > 0
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Adds to the run's deletion record, in the transaction that deletes.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_deletions_add (FoyerDb *db,
                              GBytes *run,
                              const char *type,
                              int days,
                              guint visits,
                              gint64 now,
                              GError **error);

/** foyer_deletions_list: Returns: (transfer full) (element-type FoyerDeletion) (nullable): All, the
 * latest first */
GPtrArray *foyer_deletions_list (FoyerDb *db, GError **error);

/** foyer_deletions_mark_forgotten: Writes into all deletion records that a key swap has made them
 * final @now; Returns: Whether that is stored */
gboolean foyer_deletions_mark_forgotten (FoyerDb *db, gint64 now, GError **error);

/** foyer_deletions_owe_compaction: @owed: (out): How many deleted visits owe one in all, or 0 where
 * none was deleted earlier than @before */
gboolean foyer_deletions_owe_compaction (FoyerDb *db, gint64 before, gint64 *owed, GError **error);

/**
 * foyer_deletions_mark_compacted:
 * @db: A database whose file was rewritten
 * @owed: What foyer_deletions_owe_compaction() said before that
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR_BUSY where visits were deleted since then: they owe another compaction
 *
 * Returns: Whether all deletion records are marked
 */
gboolean foyer_deletions_mark_compacted (FoyerDb *db, gint64 owed, gint64 now, GError **error);

G_END_DECLS

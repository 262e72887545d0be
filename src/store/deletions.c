/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-deletions"

#include "store/deletions.h"

/* Every query on the deletion table. */

void
foyer_deletion_free (FoyerDeletion *deletion)
{
  if (deletion == NULL)
    return;
  g_free (deletion->type);
  g_free (deletion);
}

gboolean
foyer_deletions_add (FoyerDb *db,
                     GBytes *run,
                     const char *type,
                     int days,
                     guint visits,
                     gint64 now,
                     GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO deletion (run, type, days, visits, done_at)"
                        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (run, type, days)"
                        " DO UPDATE SET visits = deletion.visits + excluded.visits,"
                        " done_at = excluded.done_at, forgotten_at = NULL, compacted_at = NULL",
                        foyer_blob (run),
                        foyer_text (type),
                        foyer_int (days),
                        foyer_int (visits),
                        foyer_int (now));
}

GPtrArray *
foyer_deletions_list (FoyerDb *db, GError **error)
{
  g_autoptr (GPtrArray) deletions =
      g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_deletion_free);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT type, days, visits, done_at, forgotten_at, compacted_at FROM deletion"
                      " ORDER BY done_at DESC, type");

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    FoyerDeletion *deletion = g_new (FoyerDeletion, 1);

    *deletion = (FoyerDeletion){
      .type = g_strdup (foyer_rows_text (rows, 0)),
      .days = foyer_rows_int (rows, 1),
      .visits = foyer_rows_int (rows, 2),
      .done_at = foyer_rows_int (rows, 3),
      .forgotten_at = foyer_rows_int (rows, 4),
      .compacted_at = foyer_rows_int (rows, 5),
    };
    g_ptr_array_add (deletions, deletion);
  }
  if (err == NULL)
    return g_steal_pointer (&deletions);
  g_propagate_error (error, g_steal_pointer (&err));
  return NULL;
}

gboolean
foyer_deletions_mark_forgotten (FoyerDb *db, gint64 now, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "UPDATE deletion SET forgotten_at = $1 WHERE forgotten_at IS NULL",
                        foyer_int (now));
}

gboolean
foyer_deletions_owe_compaction (FoyerDb *db, gint64 before, gint64 *owed, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT coalesce (sum (visits), 0) FROM deletion WHERE compacted_at IS NULL"
                      " AND EXISTS (SELECT 1 FROM deletion"
                      " WHERE compacted_at IS NULL AND done_at < $1)",
                      foyer_int (before));

  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err)) {
    *owed = foyer_rows_int (rows, 0);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_deletions_mark_compacted (FoyerDb *db, gint64 owed, gint64 now, GError **error)
{
  gint64 left = 0;

  /* What was deleted since has made the sum greater, and nothing makes it smaller. */
  if (!foyer_db_exec (db,
                      error,
                      "UPDATE deletion SET compacted_at = $2 WHERE compacted_at IS NULL"
                      " AND (SELECT sum (visits) FROM deletion WHERE compacted_at IS NULL) = $1",
                      foyer_int (owed),
                      foyer_int (now))
      || !foyer_deletions_owe_compaction (db, G_MAXINT64, &left, error))
    return FALSE;
  if (left == 0)
    return TRUE;
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_BUSY,
               "Visits were deleted while the file was rewritten");
  return FALSE;
}

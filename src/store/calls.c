/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-calls"

#include "store/calls.h"

/* Every query on the call table. */

#define COLUMNS "id, kind, station, page, visit, made_at, taken_at"

gboolean
foyer_calls_add (FoyerDb *db, const FoyerCall *call, gboolean *added, GError **error)
{
  g_autoptr (FoyerRows) rows = NULL;

  *added = FALSE;
  if (!foyer_db_exec (db,
                      error,
                      "DELETE FROM call WHERE kind = $1 AND id <> $2"
                      " AND (visit = $3 OR ($3 IS NULL AND visit IS NULL AND station = $4))",
                      foyer_int (call->kind),
                      foyer_blob (call->id),
                      foyer_blob (call->visit),
                      foyer_text (call->station)))
    return FALSE;
  rows = foyer_db_query (db,
                         error,
                         "INSERT INTO call (id, kind, station, page, visit, made_at)"
                         " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING 1",
                         foyer_blob (call->id),
                         foyer_int (call->kind),
                         foyer_text (call->station),
                         foyer_text (call->page),
                         foyer_blob (call->visit),
                         foyer_int (call->made_at));
  return foyer_rows_first (rows, added, error);
}

static FoyerCall *
read_call (FoyerRows *rows)
{
  FoyerCall *call = g_new (FoyerCall, 1);

  *call = (FoyerCall){
    .id = foyer_rows_blob (rows, 0),
    .kind = foyer_rows_int (rows, 1),
    .station = g_strdup (foyer_rows_text (rows, 2)),
    .page = g_strdup (foyer_rows_text (rows, 3)),
    .visit = foyer_rows_blob (rows, 4),
    .made_at = foyer_rows_int (rows, 5),
    .taken_at = foyer_rows_int (rows, 6),
  };
  return call;
}

GPtrArray *
foyer_calls_list (FoyerDb *db, GError **error)
{
  g_autoptr (GPtrArray) calls = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_call_free);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT " COLUMNS " FROM call ORDER BY made_at, id LIMIT 500");

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err))
    g_ptr_array_add (calls, read_call (rows));
  if (err == NULL)
    return g_steal_pointer (&calls);
  g_propagate_error (error, g_steal_pointer (&err));
  return NULL;
}

static gboolean
take_one (FoyerRows *rows, FoyerCall **found, GError **error)
{
  gboolean there = FALSE;

  *found = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    *found = read_call (rows);
  return TRUE;
}

gboolean
foyer_calls_find (FoyerDb *db, GBytes *id, FoyerCall **found, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT " COLUMNS " FROM call WHERE id = $1", foyer_blob (id));

  return take_one (rows, found, error);
}

gboolean
foyer_calls_find_kind (FoyerDb *db,
                       const char *station,
                       FoyerCallKind kind,
                       FoyerCall **found,
                       GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM call"
                                               " WHERE station = $1 AND kind = $2"
                                               " ORDER BY made_at, id LIMIT 1",
                                               foyer_text (station),
                                               foyer_int (kind));

  return take_one (rows, found, error);
}

gboolean
foyer_calls_take (FoyerDb *db, GBytes *id, gint64 now, gboolean *taken, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "UPDATE call SET taken_at = $2"
                                               " WHERE id = $1 AND taken_at IS NULL RETURNING 1",
                                               foyer_blob (id),
                                               foyer_int (now));

  return foyer_rows_first (rows, taken, error);
}

gboolean
foyer_calls_remove (FoyerDb *db, GBytes *id, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM call WHERE id = $1", foyer_blob (id));
}

gboolean
foyer_calls_drop (FoyerDb *db, GBytes *visit, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM call WHERE visit = $1", foyer_blob (visit));
}

static gboolean
list_leaving (FoyerDb *db, GHashTable *leaving, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT visit FROM call WHERE kind = $1 AND visit IS NOT NULL",
                      foyer_int (FOYER_CALL_LEAVING));

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err))
    g_hash_table_add (leaving, foyer_rows_blob (rows, 0));
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_calls_note_all (FoyerDb *db, GListModel *visits, GError **error)
{
  g_autoptr (GHashTable) leaving =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);

  if (!list_leaving (db, leaving, error))
    return FALSE;
  for (guint i = 0; g_hash_table_size (leaving) > 0 && i < g_list_model_get_n_items (visits); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (visits, i);

    if (g_hash_table_contains (leaving, foyer_visit_get_id (visit)))
      foyer_visit_set_notes (visit, foyer_visit_get_notes (visit) | FOYER_VISIT_LEAVING);
  }
  return TRUE;
}

gboolean
foyer_calls_forget (FoyerDb *db, gint64 before, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM call WHERE made_at < $1", foyer_int (before));
}

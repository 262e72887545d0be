/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-expiry"

#include "store/expiry.h"

#include "store/acknowledgements.h"
#include "store/keys.h"
#include "store/outbox.h"
#include "store/visit-row.h"
#include "visit/clock.h"

/* Queries on the visit table: what becomes of a visit when its time is over. */

/* Adds the ids of sound rows, up to @limit of all. */
static gboolean
add_ids (FoyerDb *db, GPtrArray *ids, FoyerRows *rows, guint limit, GError **error)
{
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return FALSE;
  while (ids->len < limit && foyer_rows_next (rows, &err)) {
    g_auto (FoyerVisitRow) row = foyer_visit_row_read (db, rows);

    if (row.is_sound)
      g_ptr_array_add (ids, g_bytes_ref (row.id));
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

static GPtrArray *
list (FoyerDb *db, FoyerRows *rows, guint limit, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return add_ids (db, ids, rows, limit, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
foyer_expiry_list_overdue (FoyerDb *db,
                           const char *type,
                           gint64 longest_stay,
                           gint64 now,
                           guint limit,
                           GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                      " WHERE closed_at IS NULL AND type = $1 AND arrived_at <= $2"
                      " ORDER BY arrived_at",
                      foyer_text (type),
                      foyer_int (now - longest_stay));

  return list (db, rows, limit, error);
}

GPtrArray *
foyer_expiry_list_expired (FoyerDb *db,
                           const char *type,
                           int days,
                           gint64 now,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (FoyerRows) by_promise = NULL;
  g_autoptr (FoyerRows) by_period = NULL;

  /* Two questions that an index answers each, instead of one that reads every row. */
  by_promise = foyer_db_query (db,
                               error,
                               "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                               " WHERE closed_at IS NOT NULL"
                               " AND closed_at + days_told * 86400000 <= $1 AND type = $2",
                               foyer_int (now),
                               foyer_text (type));
  ids = list (db, by_promise, limit, error);
  if (ids == NULL || ids->len == limit)
    return g_steal_pointer (&ids);
  by_period = foyer_db_query (db,
                              error,
                              "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                              " WHERE closed_at IS NOT NULL AND type = $1"
                              " AND closed_at <= $2 AND closed_at + days_told * 86400000 > $3",
                              foyer_text (type),
                              foyer_int (now - days * FOYER_DAY),
                              foyer_int (now));
  return add_ids (db, ids, by_period, limit, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
foyer_expiry_list_codes (FoyerDb *db, gint64 closed_before, guint limit, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                                               " WHERE code_hash IS NOT NULL AND closed_at < $1",
                                               foyer_int (closed_before));

  return list (db, rows, limit, error);
}

/* The row, and whether its number of a key can be believed: the tag says so, or that key opens the
 * record. Another visit's key is not retired by a number that was changed. */
static gboolean
find (FoyerDb *db, GBytes *id, FoyerVisitRow *row, gboolean *key_is_its_own, GError **error)
{
  g_autoptr (FoyerRecord) record = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " FOYER_VISIT_ROW_COLUMNS
                                               " FROM " FOYER_VISIT_ROW_TABLES " WHERE id = $1",
                                               foyer_blob (id));

  *row = (FoyerVisitRow){ 0 };
  *key_is_its_own = FALSE;
  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err)) {
    *row = foyer_visit_row_read (db, rows);
    row->type = g_intern_string (row->type);
    row->site = g_intern_string (row->site);
    row->station = g_intern_string (row->station);
    if (!row->is_sound)
      record = foyer_visit_row_open (db, row, rows);
    *key_is_its_own = row->is_sound || record != NULL;
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_expiry_close (FoyerDb *db, GBytes *id, gint64 longest_stay, GError **error)
{
  g_auto (FoyerVisitRow) row = { 0 };
  g_autoptr (GBytes) tag = NULL;
  gboolean own = FALSE;

  if (!find (db, id, &row, &own, error))
    return FALSE;
  if (!row.is_sound)
    return TRUE;
  row.state = FOYER_VISIT_NOT_SEEN_LEAVING;
  row.closed_at = row.arrived_at + longest_stay;
  tag = foyer_visit_row_tag (db, &row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET state = $2, closed_at = $3, open_tag = $4 WHERE id = $1",
                        foyer_blob (id),
                        foyer_int (row.state),
                        foyer_int (row.closed_at),
                        foyer_blob (tag))
         && foyer_outbox_drop (db, id, error);
}

gboolean
foyer_expiry_delete (FoyerDb *db, GBytes *id, GError **error)
{
  g_auto (FoyerVisitRow) row = { 0 };
  gboolean own = FALSE;

  return find (db, id, &row, &own, error) && foyer_acknowledgements_delete (db, id, error)
         && foyer_outbox_drop (db, id, error) && foyer_outbox_shred (db, id, error)
         && foyer_db_exec (db, error, "DELETE FROM visit WHERE id = $1", foyer_blob (id))
         && (!own || foyer_keys_retire (db, row.key, error));
}

gboolean
foyer_expiry_forget_code (FoyerDb *db, GBytes *id, GError **error)
{
  g_auto (FoyerVisitRow) row = { 0 };
  g_autoptr (GBytes) tag = NULL;
  gboolean own = FALSE;

  if (!find (db, id, &row, &own, error))
    return FALSE;
  if (!row.is_sound)
    return TRUE;
  g_clear_pointer (&row.code_hash, g_bytes_unref);
  tag = foyer_visit_row_tag (db, &row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET code_hash = NULL, open_tag = $2 WHERE id = $1",
                        foyer_blob (id),
                        foyer_blob (tag));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-expiry"

#include "store/expiry.h"

#include "store/acknowledgements.h"
#include "store/calls.h"
#include "store/keys.h"
#include "store/outbox.h"
#include "store/visit-row.h"
#include "store/visits.h"
#include "visit/clock.h"
#include "visit/retention-rule.h"

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
                      " AND state = $3 ORDER BY arrived_at",
                      foyer_text (type),
                      foyer_int (now - longest_stay),
                      foyer_int (FOYER_VISIT_ON_SITE));

  return list (db, rows, limit, error);
}

GPtrArray *
foyer_expiry_list_unanswered (FoyerDb *db, gint64 now, guint limit, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                      " WHERE closed_at IS NULL AND state = $1 AND arrived_at <= $2",
                      foyer_int (FOYER_VISIT_ASKED),
                      foyer_int (now - FOYER_ASKED_LONGEST));

  return list (db, rows, limit, error);
}

gboolean
foyer_expiry_deny (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error)
{
  gint64 asked_at = foyer_visit_get_arrived_at (visit);

  foyer_visit_set_times (visit,
                         FOYER_VISIT_DENIED,
                         asked_at,
                         0,
                         foyer_retention_closed_at (asked_at, now, FOYER_ASKED_LONGEST));
  return foyer_visits_update_times (db, visit, error)
         && foyer_visits_forget_answers (db, visit, now, error)
         && foyer_calls_drop (db, foyer_visit_get_id (visit), error);
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
                               " AND closed_at + days_told * 86400000 <= $1 AND type = $2"
                               " AND state <> $3",
                               foyer_int (now),
                               foyer_text (type),
                               foyer_int (FOYER_VISIT_EXPECTED));
  ids = list (db, by_promise, limit, error);
  if (ids == NULL || ids->len == limit)
    return g_steal_pointer (&ids);
  by_period = foyer_db_query (db,
                              error,
                              "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                              " WHERE closed_at IS NOT NULL AND type = $1"
                              " AND closed_at <= $2 AND closed_at + days_told * 86400000 > $3"
                              " AND state <> $4",
                              foyer_text (type),
                              foyer_int (now - days * FOYER_DAY),
                              foyer_int (now),
                              foyer_int (FOYER_VISIT_EXPECTED));
  return add_ids (db, ids, by_period, limit, error) ? g_steal_pointer (&ids) : NULL;
}

GPtrArray *
foyer_expiry_list_not_come (FoyerDb *db, gint64 now, guint limit, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit"
                      " WHERE closed_at IS NOT NULL"
                      " AND closed_at + days_told * 86400000 <= $1 AND state = $2",
                      foyer_int (now),
                      foyer_int (FOYER_VISIT_EXPECTED));

  return list (db, rows, limit, error);
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

/* A row that outlives its query. */
typedef struct {
  FoyerVisitRow open;
  char *type;
  char *site;
  char *station;
  GBytes *sealed;
} Kept;

static void
kept_clear (Kept *kept)
{
  foyer_visit_row_clear (&kept->open);
  g_free (kept->type);
  g_free (kept->site);
  g_free (kept->station);
  g_clear_pointer (&kept->sealed, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Kept, kept_clear)

static gboolean
find (FoyerDb *db, GBytes *id, Kept *kept, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " FOYER_VISIT_ROW_OPEN ", record FROM visit"
                                               " WHERE id = $1",
                                               foyer_blob (id));

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    kept->open = foyer_visit_row_read (db, rows);
    kept->open.type = kept->type = g_strdup (kept->open.type);
    kept->open.site = kept->site = g_strdup (kept->open.site);
    kept->open.station = kept->station = g_strdup (kept->open.station);
    kept->sealed = foyer_rows_blob (rows, 12);
  }
  return TRUE;
}

/* The number of its key is believed where the tag fits; else the key is the one that opens the
 * record: another visit's is not retired by a number that was changed. */
static gboolean
find_key (FoyerDb *db, const Kept *kept, gint64 *key, GError **error)
{
  *key = kept->open.is_sound ? kept->open.key : 0;
  return kept->open.is_sound || kept->sealed == NULL
         || foyer_keys_find (db, FOYER_SEAL_VISIT, kept->open.id, kept->sealed, key, error);
}

gboolean
foyer_expiry_close (FoyerDb *db, GBytes *id, gint64 longest_stay, gint64 now, GError **error)
{
  g_autoptr (FoyerVisit) visit = NULL;
  gint64 arrived_at;

  if (!foyer_visits_find (db, id, &visit, error))
    return FALSE;
  if (visit == NULL || foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED)
    return TRUE;
  arrived_at = foyer_visit_get_arrived_at (visit);
  foyer_visit_set_times (visit,
                         FOYER_VISIT_NOT_SEEN_LEAVING,
                         arrived_at,
                         0,
                         arrived_at + longest_stay);
  return foyer_visits_update_times (db, visit, error)
         && foyer_visits_forget_answers (db, visit, now, error) && foyer_outbox_drop (db, id, error)
         && foyer_calls_drop (db, id, error);
}

gboolean
foyer_expiry_delete (FoyerDb *db, GBytes *id, gboolean *key_is_known, GError **error)
{
  g_auto (Kept) kept = { 0 };
  gint64 key = 0;

  if (!find (db, id, &kept, error) || !find_key (db, &kept, &key, error)
      || !foyer_acknowledgements_delete (db, id, error))
    return FALSE;
  *key_is_known = key != 0;
  return foyer_outbox_shred (db, id, error) && foyer_calls_drop (db, id, error)
         && foyer_db_exec (db, error, "DELETE FROM visit WHERE id = $1", foyer_blob (id))
         && (key == 0 || foyer_keys_retire (db, key, error));
}

gboolean
foyer_expiry_forget_code (FoyerDb *db, GBytes *id, GError **error)
{
  g_auto (Kept) kept = { 0 };
  FoyerVisitRow *row = &kept.open;
  g_autoptr (GBytes) tag = NULL;

  if (!find (db, id, &kept, error))
    return FALSE;
  if (!row->is_sound)
    return TRUE;
  g_clear_pointer (&row->code_hash, g_bytes_unref);
  tag = foyer_visit_row_tag (db, row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET code_hash = NULL, open_tag = $2 WHERE id = $1",
                        foyer_blob (id),
                        foyer_blob (tag));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visits"

#include "store/visits.h"

#include <string.h>

#include "store/hosts.h"
#include "store/outbox.h"
#include "store/record.h"
#include "vault/digest.h"

/* Every query on the visit table. They all read a row through visit_from_row(), where the personal
 * fields are opened, and nowhere else. */

#define COLUMNS "id, type, state, arrived_at, left_at, closed_at, days_told, site, station, record"

enum {
  TAG_NAME = 1,
  TAG_COMPANY = 2,
  TAG_HOST = 3,
  TAG_CODE = 4
};

static GBytes *
visit_to_record (FoyerVisit *visit)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();

  foyer_record_put_text (record, TAG_NAME, foyer_visit_get_name (visit));
  foyer_record_put_text (record, TAG_COMPANY, foyer_visit_get_company (visit));
  foyer_record_put_bytes (record, TAG_HOST, foyer_visit_get_host_id (visit));
  foyer_record_put_text (record, TAG_CODE, foyer_visit_get_code (visit));
  return foyer_record_to_bytes (record);
}

/* A damaged record gives a visit without a name: it is shown as damaged, never guessed. */
static FoyerVisit *
visit_from_row (FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autoptr (GBytes) bytes = foyer_rows_blob (rows, 9);
  g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);
  g_autofree char *code = record != NULL ? foyer_record_get_text (record, TAG_CODE) : NULL;
  FoyerVisit *visit = foyer_visit_new_stored (id, code);

  foyer_visit_set_type (visit, foyer_rows_text (rows, 1));
  foyer_visit_set_times (visit,
                         foyer_rows_int (rows, 2),
                         foyer_rows_int (rows, 3),
                         foyer_rows_int (rows, 4),
                         foyer_rows_int (rows, 5));
  foyer_visit_set_days_told (visit, foyer_rows_int (rows, 6));
  foyer_visit_set_place (visit, foyer_rows_text (rows, 7), foyer_rows_text (rows, 8));
  if (record != NULL) {
    g_autofree char *name = foyer_record_get_text (record, TAG_NAME);
    g_autofree char *company = foyer_record_get_text (record, TAG_COMPANY);
    g_autoptr (GBytes) host = foyer_record_get_bytes (record, TAG_HOST);

    if (name != NULL)
      foyer_visit_set_name (visit, name, NULL);
    foyer_visit_set_company (visit, company, NULL);
    foyer_visit_set_host (visit, host, NULL);
  }
  return visit;
}

static GBytes *
code_hash (const char *code)
{
  return code != NULL ? foyer_digest (code, strlen (code)) : NULL;
}

gboolean
foyer_visits_add (FoyerDb *db, FoyerVisit *visit, gboolean *added, GError **error)
{
  g_autoptr (GBytes) record = visit_to_record (visit);
  g_autoptr (GBytes) hash = code_hash (foyer_visit_get_code (visit));
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "INSERT INTO visit (id, type, state, arrived_at, days_told, site, station,"
                      " code_hash, record)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
                      " ON CONFLICT (id) DO NOTHING RETURNING id",
                      foyer_blob (foyer_visit_get_id (visit)),
                      foyer_text (foyer_visit_get_type_key (visit)),
                      foyer_int (foyer_visit_get_state (visit)),
                      foyer_int (foyer_visit_get_arrived_at (visit)),
                      foyer_int (foyer_visit_get_days_told (visit)),
                      foyer_text (foyer_visit_get_site (visit)),
                      foyer_text (foyer_visit_get_station (visit)),
                      foyer_blob (hash),
                      foyer_blob (record));

  if (rows == NULL)
    return FALSE;
  *added = foyer_rows_next (rows, &err);
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

/* Takes the one row of @rows, and looks up its host's name. */
static gboolean
take_one (FoyerDb *db, FoyerRows *rows, FoyerVisit **found, GError **error)
{
  g_autoptr (GError) err = NULL;

  *found = NULL;
  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err)) {
    *found = visit_from_row (rows);
    if (!foyer_hosts_name (db, *found, &err))
      g_clear_object (found);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_visits_find (FoyerDb *db, GBytes *id, FoyerVisit **found, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT " COLUMNS " FROM visit WHERE id = $1", foyer_blob (id));

  return take_one (db, rows, found, error);
}

gboolean
foyer_visits_find_by_code (FoyerDb *db, const char *code, FoyerVisit **found, GError **error)
{
  g_autoptr (GBytes) hash = code_hash (code);
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM visit WHERE code_hash = $1",
                                               foyer_blob (hash));

  return take_one (db, rows, found, error);
}

gboolean
foyer_visits_update_times (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  gint64 left_at = foyer_visit_get_left_at (visit);
  gint64 closed_at = foyer_visit_get_closed_at (visit);

  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET state = $2, left_at = $3, closed_at = $4 WHERE id = $1",
                        foyer_blob (foyer_visit_get_id (visit)),
                        foyer_int (foyer_visit_get_state (visit)),
                        left_at != 0 ? foyer_int (left_at) : foyer_null (),
                        closed_at != 0 ? foyer_int (closed_at) : foyer_null ());
}

static GListStore *
take_all (FoyerDb *db, FoyerRows *rows, GError **error)
{
  g_autoptr (GListStore) visits = g_list_store_new (FOYER_TYPE_VISIT);
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    g_autoptr (FoyerVisit) visit = visit_from_row (rows);

    g_list_store_append (visits, visit);
  }
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return NULL;
  }
  if (!foyer_hosts_name_all (db, G_LIST_MODEL (visits), error)
      || !foyer_outbox_note_all (db, G_LIST_MODEL (visits), error))
    return NULL;
  return g_steal_pointer (&visits);
}

GListStore *
foyer_visits_list_present (FoyerDb *db, gint64 left_since, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM visit"
                                               " WHERE closed_at IS NULL OR closed_at >= $1"
                                               " ORDER BY arrived_at DESC, id LIMIT $2",
                                               foyer_int (left_since),
                                               foyer_int (FOYER_VISITS_READ_MAX));

  return take_all (db, rows, error);
}

GListStore *
foyer_visits_list (FoyerDb *db, gint64 from, gint64 until, FoyerVisit *before, GError **error)
{
  gint64 at = before != NULL ? foyer_visit_get_arrived_at (before) : G_MAXINT64;
  GBytes *id = before != NULL ? foyer_visit_get_id (before) : NULL;
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " COLUMNS " FROM visit"
                      " WHERE arrived_at >= $1 AND arrived_at < $2"
                      " AND (arrived_at < $3 OR (arrived_at = $3 AND id > $4))"
                      " ORDER BY arrived_at DESC, id LIMIT $5",
                      foyer_int (from),
                      foyer_int (until),
                      foyer_int (at),
                      foyer_blob (id != NULL ? id : none),
                      foyer_int (FOYER_VISITS_READ_MAX));

  return take_all (db, rows, error);
}

gboolean
foyer_visits_close_overdue (FoyerDb *db,
                            const char *type,
                            gint64 longest_stay,
                            gint64 now,
                            guint limit,
                            guint *closed,
                            GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "UPDATE visit SET state = $1, closed_at = arrived_at + $2"
                      " WHERE id IN (SELECT id FROM visit WHERE closed_at IS NULL AND type = $3"
                      " AND arrived_at <= $4 ORDER BY arrived_at LIMIT $5) RETURNING id",
                      foyer_int (FOYER_VISIT_NOT_SEEN_LEAVING),
                      foyer_int (longest_stay),
                      foyer_text (type),
                      foyer_int (now - longest_stay),
                      foyer_int (limit));

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err))
    g_ptr_array_add (ids, foyer_rows_blob (rows, 0));
  *closed = ids->len;
  for (guint i = 0; err == NULL && i < ids->len; i++)
    foyer_outbox_drop (db, g_ptr_array_index (ids, i), &err);
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

static gboolean
add_ids (GPtrArray *ids, FoyerRows *rows, GError **error)
{
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err))
    g_ptr_array_add (ids, foyer_rows_blob (rows, 0));
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

GPtrArray *
foyer_visits_list_expired (FoyerDb *db,
                           const char *type,
                           int days,
                           gint64 now,
                           guint limit,
                           GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (FoyerRows) by_promise = NULL;
  g_autoptr (FoyerRows) by_period = NULL;

  /* Two questions that an index answers each, instead of one that reads every row. */
  by_promise = foyer_db_query (db,
                               error,
                               "SELECT id FROM visit WHERE closed_at IS NOT NULL"
                               " AND closed_at + days_told * 86400000 <= $1 AND type = $2 LIMIT $3",
                               foyer_int (now),
                               foyer_text (type),
                               foyer_int (limit));
  if (!add_ids (ids, by_promise, error))
    return NULL;
  by_period =
      foyer_db_query (db,
                      error,
                      "SELECT id FROM visit WHERE closed_at IS NOT NULL AND type = $1"
                      " AND closed_at <= $2 AND closed_at + days_told * 86400000 > $3 LIMIT $4",
                      foyer_text (type),
                      foyer_int (now - days * G_GINT64_CONSTANT (86400000)),
                      foyer_int (now),
                      foyer_int (limit - ids->len));
  if (!add_ids (ids, by_period, error))
    return NULL;
  return g_steal_pointer (&ids);
}

gboolean
foyer_visits_delete (FoyerDb *db, GBytes *id, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM acknowledgement WHERE visit = $1", foyer_blob (id))
         && foyer_outbox_drop (db, id, error) && foyer_outbox_shred (db, id, error)
         && foyer_db_exec (db, error, "DELETE FROM visit WHERE id = $1", foyer_blob (id));
}

gboolean
foyer_visits_forget_codes (FoyerDb *db, gint64 closed_before, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET code_hash = NULL"
                        " WHERE code_hash IS NOT NULL AND closed_at < $1",
                        foyer_int (closed_before));
}

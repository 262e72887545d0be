/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visits"

#include "store/visits.h"

#include "store/damage-page.h"
#include "store/hosts.h"
#include "store/keys.h"
#include "store/outbox.h"
#include "store/vault-row.h"
#include "store/visit-row.h"

/* Queries on the visit table: who is there, and who was. What becomes of a visit when its time is
 * over stands in expiry.c. */

#define COLUMNS FOYER_VISIT_ROW_COLUMNS
#define TABLES FOYER_VISIT_ROW_TABLES

static gboolean
exists (FoyerDb *db, GBytes *id, gboolean *there, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT 1 FROM visit WHERE id = $1", foyer_blob (id));

  return foyer_rows_first (rows, there, error);
}

gboolean
foyer_visits_add (FoyerDb *db, FoyerVisit *visit, gboolean *added, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_visit_row_to_record (visit);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  gboolean is_asked = foyer_visit_get_state (visit) == FOYER_VISIT_ASKED;
  g_autoptr (GBytes) hash =
      is_asked ? NULL : foyer_visit_row_code_hash (foyer_visit_get_code (visit));
  gboolean there = FALSE;
  FoyerVisitRow row = {
    .id = foyer_visit_get_id (visit),
    .type = foyer_visit_get_type_key (visit),
    .state = foyer_visit_get_state (visit),
    .arrived_at = foyer_visit_get_arrived_at (visit),
    .closed_at = foyer_visit_get_closed_at (visit),
    .days_told = foyer_visit_get_days_told (visit),
    .site = foyer_visit_get_site (visit),
    .station = foyer_visit_get_station (visit),
    .code_hash = hash,
  };

  if (!exists (db, row.id, &there, error))
    return FALSE;
  *added = !there;
  if (there)
    return TRUE;
  if (!foyer_keys_seal (db, FOYER_SEAL_VISIT, row.id, record, &row.key, &sealed, error))
    return FALSE;
  tag = foyer_visit_row_tag (db, &row);
  return foyer_db_exec (
      db,
      error,
      "INSERT INTO visit (id, type, state, arrived_at, closed_at, days_told, site,"
      " station, code_hash, key, record, open_tag)"
      " VALUES ($1, $2, $3, $4, $12, $5, $6, $7, $8, $9, $10, $11)",
      foyer_blob (row.id),
      foyer_text (row.type),
      foyer_int (row.state),
      foyer_int (row.arrived_at),
      foyer_int (row.days_told),
      foyer_text (row.site),
      foyer_text (row.station),
      foyer_blob (hash),
      foyer_int (row.key),
      foyer_blob (sealed),
      foyer_blob (tag),
      row.closed_at != 0 ? foyer_int (row.closed_at) : foyer_null ());
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
    *found = foyer_visit_row_to_visit (db, rows);
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
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM " TABLES " WHERE id = $1",
                                               foyer_blob (id));

  return take_one (db, rows, found, error);
}

gboolean
foyer_visits_find_by_code (FoyerDb *db, const char *code, FoyerVisit **found, GError **error)
{
  g_autoptr (GBytes) hash = foyer_visit_row_code_hash (code);
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " COLUMNS " FROM " TABLES " WHERE code_hash = $1",
                      foyer_blob (hash));

  return take_one (db, rows, found, error);
}

static GListStore *
take_all (FoyerDb *db, FoyerRows *rows, GError **error)
{
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) visits = g_list_store_new (FOYER_TYPE_VISIT);
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err))
    g_ptr_array_add (read, foyer_visit_row_to_visit (db, rows));
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return NULL;
  }
  g_list_store_splice (visits, 0, 0, read->pdata, read->len);
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
                                               "SELECT " COLUMNS " FROM " TABLES
                                               " WHERE (closed_at IS NULL OR closed_at >= $1)"
                                               " AND state <> $3"
                                               " ORDER BY arrived_at DESC, id LIMIT $2",
                                               foyer_int (left_since),
                                               foyer_int (FOYER_VISITS_READ_MAX),
                                               foyer_int (FOYER_VISIT_EXPECTED));

  return take_all (db, rows, error);
}

GListStore *
foyer_visits_list (FoyerDb *db, gint64 from, gint64 until, FoyerVisit *before, GError **error)
{
  gint64 at = before != NULL ? foyer_visit_get_arrived_at (before) : G_MAXINT64;
  GBytes *id = before != NULL ? foyer_visit_get_id (before) : NULL;
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS " FROM " TABLES " WHERE arrived_at >= $1 AND arrived_at < $2"
      " AND (arrived_at < $3 OR (arrived_at = $3 AND id > $4)) AND state <> $6"
      " ORDER BY arrived_at DESC, id LIMIT $5",
      foyer_int (from),
      foyer_int (until),
      foyer_int (at),
      foyer_blob (id != NULL ? id : none),
      foyer_int (FOYER_VISITS_READ_MAX),
      foyer_int (FOYER_VISIT_EXPECTED));

  return take_all (db, rows, error);
}

GListStore *
foyer_visits_list_expected (FoyerDb *db, gint64 from, gint64 until, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM " TABLES
                                               " WHERE arrived_at >= $1 AND arrived_at < $2"
                                               " AND state = $3 ORDER BY arrived_at, id LIMIT $4",
                                               foyer_int (from),
                                               foyer_int (until),
                                               foyer_int (FOYER_VISIT_EXPECTED),
                                               foyer_int (FOYER_VISITS_READ_MAX));

  return take_all (db, rows, error);
}

/* Changes the row that @change is given; its texts last that long. */
typedef gboolean (*Change) (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error);

static gboolean
change_row (FoyerDb *db, FoyerVisit *visit, Change change, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " FOYER_VISIT_ROW_OPEN " FROM visit WHERE id = $1",
                      foyer_blob (foyer_visit_get_id (visit)));

  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err)) {
    g_auto (FoyerVisitRow) row = foyer_visit_row_read (db, rows);

    if (row.is_sound)
      return change (db, &row, visit, error);
  }
  if (err != NULL)
    g_propagate_error (error, g_steal_pointer (&err));
  else
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_ROW,
                 "This visit's row is damaged or gone: it is not changed");
  return FALSE;
}

static gboolean
change_times (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error)
{
  g_autoptr (GBytes) tag = NULL;

  row->state = foyer_visit_get_state (visit);
  row->left_at = foyer_visit_get_left_at (visit);
  row->closed_at = foyer_visit_get_closed_at (visit);
  if (row->state == FOYER_VISIT_ON_SITE && row->code_hash == NULL)
    row->code_hash = foyer_visit_row_code_hash (foyer_visit_get_code (visit));
  tag = foyer_visit_row_tag (db, row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET state = $2, left_at = $3, closed_at = $4, code_hash = $5,"
                        " open_tag = $6 WHERE id = $1",
                        foyer_blob (row->id),
                        foyer_int (row->state),
                        row->left_at != 0 ? foyer_int (row->left_at) : foyer_null (),
                        row->closed_at != 0 ? foyer_int (row->closed_at) : foyer_null (),
                        foyer_blob (row->code_hash),
                        foyer_blob (tag));
}

gboolean
foyer_visits_update_times (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  return change_row (db, visit, change_times, error);
}

static gboolean
change_record (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_visit_row_to_record (visit);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  gint64 before = row->key;

  if (!foyer_keys_seal (db, FOYER_SEAL_VISIT, row->id, record, &row->key, &sealed, error))
    return FALSE;
  tag = foyer_visit_row_tag (db, row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET key = $2, record = $3, open_tag = $4 WHERE id = $1",
                        foyer_blob (row->id),
                        foyer_int (row->key),
                        foyer_blob (sealed),
                        foyer_blob (tag))
         && foyer_keys_retire (db, before, error);
}

gboolean
foyer_visits_correct (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  return change_row (db, visit, change_record, error);
}

static gboolean
change_all (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error)
{
  row->type = foyer_visit_get_type_key (visit);
  row->arrived_at = foyer_visit_get_arrived_at (visit);
  row->days_told = foyer_visit_get_days_told (visit);
  row->site = foyer_visit_get_site (visit);
  row->station = foyer_visit_get_station (visit);
  if (foyer_visit_get_state (visit) == FOYER_VISIT_ASKED)
    g_clear_pointer (&row->code_hash, g_bytes_unref);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET type = $2, arrived_at = $3, days_told = $4, site = $5,"
                        " station = $6 WHERE id = $1",
                        foyer_blob (row->id),
                        foyer_text (row->type),
                        foyer_int (row->arrived_at),
                        foyer_int (row->days_told),
                        foyer_text (row->site),
                        foyer_text (row->station))
         && change_times (db, row, visit, error) && change_record (db, row, visit, error);
}

gboolean
foyer_visits_arrive (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error)
{
  return change_row (db, visit, change_all, error)
         && foyer_vault_row_owe (db, FOYER_OWED_EXPIRY, now, error);
}

static gboolean
change_code_and_record (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error)
{
  g_clear_pointer (&row->code_hash, g_bytes_unref);
  return change_times (db, row, visit, error) && change_record (db, row, visit, error);
}

gboolean
foyer_visits_renew (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  return change_row (db, visit, change_code_and_record, error);
}

gboolean
foyer_visits_forget_answers (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error)
{
  if (!foyer_visit_drop_answers (visit, FOYER_KEPT_WITH_VISIT, FOYER_SEEN_BY_ALL))
    return TRUE;
  return foyer_visits_correct (db, visit, error)
         && foyer_vault_row_owe (db, FOYER_OWED_EXPIRY, now, error);
}

static gboolean
change_code (FoyerDb *db, FoyerVisitRow *row, FoyerVisit *visit, GError **error)
{
  g_autoptr (GBytes) tag = NULL;

  g_clear_pointer (&row->code_hash, g_bytes_unref);
  row->code_hash = foyer_visit_row_used_hash (foyer_visit_get_code (visit));
  tag = foyer_visit_row_tag (db, row);
  return foyer_db_exec (db,
                        error,
                        "UPDATE visit SET code_hash = $2, open_tag = $3 WHERE id = $1",
                        foyer_blob (row->id),
                        foyer_blob (row->code_hash),
                        foyer_blob (tag));
}

gboolean
foyer_visits_use_code_up (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  return change_row (db, visit, change_code, error);
}

gboolean
foyer_visits_code_is_used_up (FoyerDb *db, const char *code, gboolean *used, GError **error)
{
  g_autoptr (GBytes) hash = foyer_visit_row_used_hash (code);
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT 1 FROM visit WHERE code_hash = $1", foyer_blob (hash));

  return foyer_rows_first (rows, used, error);
}

static void
note_row (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows)
{
  g_auto (FoyerVisitRow) row = foyer_visit_row_read (db, rows);
  g_autoptr (FoyerRecord) record = foyer_visit_row_open (db, &row, rows);
  gboolean is_old = foyer_damage_is_old (rows, 11, 14);

  foyer_damage_note (search,
                     row.is_sound && is_old ? FOYER_DAMAGE_OLD : FOYER_DAMAGE_VISIT,
                     row.id,
                     row.is_sound || record != NULL ? row.key : 0,
                     row.is_sound && record != NULL && !is_old);
}

gboolean
foyer_visits_check (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS
      ", " FOYER_DAMAGE_LAST_TAG ("visit.id") " FROM " TABLES
                                              " WHERE $1 IS NULL OR id > $1 ORDER BY id LIMIT $2",
      foyer_blob (search->after),
      foyer_int (FOYER_DAMAGE_PAGE));

  return foyer_damage_read_page (db, search, rows, note_row, error);
}

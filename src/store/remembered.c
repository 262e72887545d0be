/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-remembered"

#include "store/remembered.h"

#include "store/damage-page.h"
#include "store/hosts.h"
#include "store/keys.h"
#include "store/visit-row.h"

/* Every query on the remembered table. */

#define OPEN "id, code_hash, visit, ends_at, remembered.key, open_tag"
#define COLUMNS OPEN ", record, wrapped"
#define TABLES "remembered LEFT JOIN sealkey ON sealkey.key = remembered.key"

enum {
  TAG_TYPE = 1,
  TAG_NAME = 2,
  TAG_HOST = 3,
  TAG_ANSWERS = 4
};

typedef struct {
  GBytes *id;
  GBytes *code_hash;
  GBytes *visit;
  gint64 ends_at;
  gint64 key;
  gboolean is_sound; /* its tag fits */
} Row;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->id, g_bytes_unref);
  g_clear_pointer (&row->code_hash, g_bytes_unref);
  g_clear_pointer (&row->visit, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static GBytes *
tag_of (FoyerDb *db, const Row *row)
{
  foyer_vault_tag (db->vault, FOYER_SEAL_REMEMBERED, g_bytes_get_data (row->id, NULL));
  foyer_vault_tag_blob (db->vault, row->code_hash);
  foyer_vault_tag_blob (db->vault, row->visit);
  foyer_vault_tag_int (db->vault, row->ends_at);
  foyer_vault_tag_int (db->vault, row->key);
  return foyer_vault_tag_end (db->vault);
}

static Row
read_row (FoyerDb *db, FoyerRows *rows)
{
  g_autoptr (GBytes) stored = foyer_rows_peek (rows, 5);
  g_autoptr (GBytes) right = NULL;
  Row row = {
    .id = foyer_rows_blob (rows, 0),
    .code_hash = foyer_rows_blob (rows, 1),
    .visit = foyer_rows_blob (rows, 2),
    .ends_at = foyer_rows_int (rows, 3),
    .key = foyer_rows_int (rows, 4),
  };

  if (g_bytes_get_size (row.id) != FOYER_ID_SIZE)
    return row;
  right = tag_of (db, &row);
  row.is_sound = foyer_seal_tag_fits (stored, right);
  return row;
}

static FoyerRecord *
open_row (FoyerDb *db, const Row *row, FoyerRows *rows)
{
  g_autoptr (GBytes) sealed = foyer_rows_peek (rows, 6);
  g_autoptr (GBytes) wrapped = foyer_rows_peek (rows, 7);

  return foyer_keys_open (db, FOYER_SEAL_REMEMBERED, row->id, row->key, wrapped, sealed);
}

static FoyerRecord *
to_record (FoyerVisit *visit)
{
  g_autoptr (FoyerVisit) kept = foyer_visit_new_stored (foyer_visit_get_id (visit), NULL);
  g_autoptr (GBytes) answers = NULL;
  FoyerRecord *record = foyer_record_new ();

  foyer_visit_copy_answers (kept, visit);
  foyer_visit_drop_answers (kept, FOYER_KEPT_WITH_VISIT, (FoyerRole) G_MAXINT);
  answers = foyer_visit_row_answers_to_bytes (kept);
  foyer_record_put_text (record, TAG_TYPE, foyer_visit_get_type_key (kept));
  foyer_record_put_text (record, TAG_NAME, foyer_visit_get_name (kept));
  foyer_record_put_bytes (record, TAG_HOST, foyer_visit_get_host_id (kept));
  foyer_record_put_bytes (record, TAG_ANSWERS, answers);
  return record;
}

static FoyerVisit *
from_record (FoyerRecord *record, gint64 now)
{
  g_autofree char *type = foyer_record_get_text (record, TAG_TYPE);
  g_autofree char *name = foyer_record_get_text (record, TAG_NAME);
  g_autoptr (GBytes) host = foyer_record_get_bytes (record, TAG_HOST);
  g_autoptr (GBytes) answers = foyer_record_get_bytes (record, TAG_ANSWERS);
  FoyerVisit *visit = foyer_visit_new (now);

  foyer_visit_set_type (visit, type);
  if (name != NULL)
    foyer_visit_set_name (visit, name, NULL);
  foyer_visit_set_host (visit, host, NULL);
  foyer_visit_row_answers_from_bytes (visit, answers);
  return visit;
}

gboolean
foyer_remembered_add (FoyerDb *db,
                      GBytes *id,
                      const char *code,
                      FoyerVisit *visit,
                      gint64 ends_at,
                      GError **error)
{
  g_autoptr (FoyerRecord) record = to_record (visit);
  g_autoptr (GBytes) hash = foyer_visit_row_code_hash (code);
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  Row row = {
    .id = id,
    .code_hash = hash,
    .visit = foyer_visit_get_id (visit),
    .ends_at = ends_at,
  };

  if (!foyer_keys_seal (db, FOYER_SEAL_REMEMBERED, id, record, &row.key, &sealed, error))
    return FALSE;
  tag = tag_of (db, &row);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO remembered (id, code_hash, visit, ends_at, key, record,"
                        " open_tag) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        foyer_blob (id),
                        foyer_blob (hash),
                        foyer_blob (row.visit),
                        foyer_int (ends_at),
                        foyer_int (row.key),
                        foyer_blob (sealed),
                        foyer_blob (tag));
}

gboolean
foyer_remembered_has (FoyerDb *db, GBytes *id, gboolean *there, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT 1 FROM remembered WHERE id = $1", foyer_blob (id));

  return foyer_rows_first (rows, there, error);
}

/* A host who is gone is one whom the visitor is asked for again. */
static gboolean
name_host (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  if (!foyer_hosts_name (db, visit, error))
    return FALSE;
  if (foyer_visit_get_host_name (visit) == NULL)
    foyer_visit_set_host (visit, NULL, NULL);
  foyer_visit_set_damage (visit, FOYER_VISIT_SOUND);
  return TRUE;
}

gboolean
foyer_remembered_find_by_code (FoyerDb *db,
                               const char *code,
                               gint64 now,
                               GBytes **id,
                               FoyerVisit **visit,
                               GError **error)
{
  g_autoptr (GBytes) hash = foyer_visit_row_code_hash (code);
  g_autoptr (FoyerRecord) record = NULL;
  g_auto (Row) row = { 0 };
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " COLUMNS " FROM " TABLES " WHERE code_hash = $1 AND ends_at > $2",
                      foyer_blob (hash),
                      foyer_int (now));

  *id = NULL;
  if (visit != NULL)
    *visit = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    row = read_row (db, rows);
  if (row.is_sound)
    record = open_row (db, &row, rows);
  if (record == NULL)
    return TRUE;
  *id = g_bytes_ref (row.id);
  if (visit == NULL)
    return TRUE;
  *visit = from_record (record, now);
  return name_host (db, *visit, error);
}

gboolean
foyer_remembered_find_by_visit (FoyerDb *db, GBytes *visit, GBytes **id, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT id FROM remembered WHERE visit = $1", foyer_blob (visit));

  *id = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    *id = foyer_rows_blob (rows, 0);
  return TRUE;
}

GPtrArray *
foyer_remembered_list_ended (FoyerDb *db, gint64 now, guint limit, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " OPEN " FROM remembered WHERE ends_at <= $1 ORDER BY ends_at",
                      foyer_int (now));

  if (rows == NULL)
    return NULL;
  while (ids->len < limit && foyer_rows_next (rows, &err)) {
    g_auto (Row) row = read_row (db, rows);

    if (row.is_sound)
      g_ptr_array_add (ids, g_bytes_ref (row.id));
  }
  if (err == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&err));
  return NULL;
}

/* The number of its key is believed where the tag fits; else the key is the one that opens it. */
static gboolean
find_key (FoyerDb *db, GBytes *id, gint64 *key, GError **error)
{
  g_auto (Row) row = { 0 };
  g_autoptr (GBytes) sealed = NULL;
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " OPEN ", record FROM remembered WHERE id = $1",
                      foyer_blob (id));

  *key = 0;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (!there)
    return TRUE;
  row = read_row (db, rows);
  if (row.is_sound) {
    *key = row.key;
    return TRUE;
  }
  sealed = foyer_rows_blob (rows, 6);
  return sealed == NULL || foyer_keys_find (db, FOYER_SEAL_REMEMBERED, id, sealed, key, error);
}

gboolean
foyer_remembered_forget (FoyerDb *db, GBytes *id, gboolean *key_is_known, GError **error)
{
  gint64 key = 0;

  if (!find_key (db, id, &key, error))
    return FALSE;
  *key_is_known = key != 0;
  return foyer_db_exec (db, error, "DELETE FROM remembered WHERE id = $1", foyer_blob (id))
         && (key == 0 || foyer_keys_retire (db, key, error));
}

static void
note_row (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows)
{
  g_auto (Row) row = read_row (db, rows);
  g_autoptr (FoyerRecord) record = open_row (db, &row, rows);
  gboolean is_old = foyer_damage_is_old (rows, 5, 8);

  foyer_damage_note (search,
                     row.is_sound && is_old ? FOYER_DAMAGE_OLD : FOYER_DAMAGE_REMEMBERED,
                     row.id,
                     row.is_sound || record != NULL ? row.key : 0,
                     row.is_sound && record != NULL && !is_old);
}

gboolean
foyer_remembered_check (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS ", " FOYER_DAMAGE_LAST_TAG (
          "remembered.id") " FROM " TABLES " WHERE $1 IS NULL OR id > $1 ORDER BY id LIMIT $2",
      foyer_blob (search->after),
      foyer_int (FOYER_DAMAGE_PAGE));

  return foyer_damage_read_page (db, search, rows, note_row, error);
}

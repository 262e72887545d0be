/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-acknowledgements"

#include "store/acknowledgements.h"

#include "store/damage-page.h"
#include "store/keys.h"

/* Every query on the acknowledgement table. They all read a row through row_from(). */

#define COLUMNS "visit, notice, shown_at, acknowledgement.key, record, open_tag, wrapped"
#define TABLES "acknowledgement LEFT JOIN sealkey ON sealkey.key = acknowledgement.key"

enum {
  TAG_LANGUAGE = 1
};

typedef struct {
  GBytes *visit;
  gint64 key;
  gboolean is_sound;   /* its open columns' tag fits */
  FoyerRecord *record; /* NULL: damaged, or not opened */
} Row;

static void
row_clear (Row *row)
{
  g_clear_pointer (&row->visit, g_bytes_unref);
  g_clear_pointer (&row->record, foyer_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static GBytes *
tag_of (FoyerDb *db, GBytes *visit, GBytes *notice, gint64 shown_at, gint64 key)
{
  foyer_vault_tag (db->vault, FOYER_SEAL_ACKNOWLEDGEMENT, g_bytes_get_data (visit, NULL));
  foyer_vault_tag_blob (db->vault, notice);
  foyer_vault_tag_int (db->vault, shown_at);
  foyer_vault_tag_int (db->vault, key);
  return foyer_vault_tag_end (db->vault);
}

static FoyerRecord *
open_record (FoyerDb *db, const Row *row, FoyerRows *rows)
{
  g_autoptr (GBytes) sealed = foyer_rows_blob (rows, 4);
  g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 6);

  return foyer_keys_open (db, FOYER_SEAL_ACKNOWLEDGEMENT, row->visit, row->key, wrapped, sealed);
}

/* Its record is not opened. */
static Row
row_from (FoyerDb *db, FoyerRows *rows)
{
  g_autoptr (GBytes) notice = foyer_rows_blob (rows, 1);
  g_autoptr (GBytes) tag = foyer_rows_blob (rows, 5);
  g_autoptr (GBytes) right = NULL;
  Row row = { .visit = foyer_rows_blob (rows, 0), .key = foyer_rows_int (rows, 3) };

  if (g_bytes_get_size (row.visit) != FOYER_ID_SIZE)
    return row;
  right = tag_of (db, row.visit, notice, foyer_rows_int (rows, 2), row.key);
  row.is_sound = foyer_seal_tag_fits (tag, right);
  return row;
}

static Row
row_opened (FoyerDb *db, FoyerRows *rows)
{
  Row row = row_from (db, rows);

  row.record = open_record (db, &row, rows);
  return row;
}

gboolean
foyer_acknowledgements_add (FoyerDb *db,
                            GBytes *visit,
                            GBytes *notice,
                            const char *language,
                            gint64 shown_at,
                            GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  gint64 key = 0;

  foyer_record_put_text (record, TAG_LANGUAGE, language);
  if (!foyer_keys_seal (db, FOYER_SEAL_ACKNOWLEDGEMENT, visit, record, &key, &sealed, error))
    return FALSE;
  tag = tag_of (db, visit, notice, shown_at, key);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO acknowledgement (visit, notice, shown_at, key, record,"
                        " open_tag) VALUES ($1, $2, $3, $4, $5, $6)",
                        foyer_blob (visit),
                        foyer_blob (notice),
                        foyer_int (shown_at),
                        foyer_int (key),
                        foyer_blob (sealed),
                        foyer_blob (tag));
}

static FoyerRows *
find (FoyerDb *db, GBytes *visit, GError **error)
{
  return foyer_db_query (db,
                         error,
                         "SELECT " COLUMNS " FROM " TABLES " WHERE visit = $1",
                         foyer_blob (visit));
}

gboolean
foyer_acknowledgements_language (FoyerDb *db, GBytes *visit, char **language, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows = find (db, visit, error);

  *language = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    g_auto (Row) row = row_opened (db, rows);

    if (row.is_sound && row.record != NULL)
      *language = foyer_record_get_text (row.record, TAG_LANGUAGE);
  }
  return TRUE;
}

/* The number of a key is believed where the tag says so, or where that key opens the record:
 * another visit's key is not retired by a number that was changed. */
gboolean
foyer_acknowledgements_delete (FoyerDb *db, GBytes *visit, GError **error)
{
  g_autoptr (FoyerRows) rows = find (db, visit, error);
  gboolean there = FALSE;
  gint64 key = 0;

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    g_auto (Row) row = row_from (db, rows);

    if (!row.is_sound)
      row.record = open_record (db, &row, rows);
    key = row.is_sound || row.record != NULL ? row.key : 0;
  }
  g_clear_pointer (&rows, foyer_rows_free);
  return !there
         || ((key == 0 || foyer_keys_retire (db, key, error))
             && foyer_db_exec (db,
                               error,
                               "DELETE FROM acknowledgement WHERE visit = $1",
                               foyer_blob (visit)));
}

static void
note_row (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows)
{
  g_auto (Row) row = row_opened (db, rows);
  gboolean opens = row.record != NULL;

  foyer_damage_note (search,
                     FOYER_DAMAGE_ACKNOWLEDGEMENT,
                     row.visit,
                     row.is_sound || opens ? row.key : 0,
                     row.is_sound && opens);
}

gboolean
foyer_acknowledgements_check (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS " FROM " TABLES " WHERE $1 IS NULL OR visit > $1 ORDER BY visit LIMIT $2",
      foyer_blob (search->after),
      foyer_int (FOYER_DAMAGE_PAGE));

  return foyer_damage_read_page (db, search, rows, note_row, error);
}

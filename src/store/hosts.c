/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-hosts"

#include "store/hosts.h"

#include "store/damage-page.h"
#include "store/keys.h"

/* Every query on the host table. They all read a row through host_from_row(). */

#define COLUMNS "id, added_at, host.key, record, open_tag, wrapped"
#define TABLES "host LEFT JOIN sealkey ON sealkey.key = host.key"

enum {
  TAG_NAME = 1
};

static GBytes *
tag_of (FoyerDb *db, GBytes *id, gint64 added_at, gint64 key)
{
  foyer_vault_tag (db->vault, FOYER_SEAL_HOST, g_bytes_get_data (id, NULL));
  foyer_vault_tag_int (db->vault, added_at);
  foyer_vault_tag_int (db->vault, key);
  return foyer_vault_tag_end (db->vault);
}

/* NULL: damaged. */
static FoyerHost *
host_from_row (FoyerDb *db, FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  gint64 key = foyer_rows_int (rows, 2);
  g_autoptr (GBytes) sealed = foyer_rows_blob (rows, 3);
  g_autoptr (GBytes) tag = foyer_rows_blob (rows, 4);
  g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 5);
  g_autoptr (GBytes) right = NULL;
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *name = NULL;

  if (g_bytes_get_size (id) != FOYER_ID_SIZE)
    return NULL;
  right = tag_of (db, id, foyer_rows_int (rows, 1), key);
  if (!foyer_seal_tag_fits (tag, right))
    return NULL;
  record = foyer_keys_open (db, FOYER_SEAL_HOST, id, key, wrapped, sealed);
  name = record != NULL ? foyer_record_get_text (record, TAG_NAME) : NULL;
  return name != NULL ? foyer_host_new (id, name) : NULL;
}

gboolean
foyer_hosts_add (FoyerDb *db, FoyerHost *host, gint64 now, GError **error)
{
  GBytes *id = foyer_host_get_id (host);
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  gint64 key = 0;

  foyer_record_put_text (record, TAG_NAME, foyer_host_get_name (host));
  if (!foyer_keys_seal (db, FOYER_SEAL_HOST, id, record, &key, &sealed, error))
    return FALSE;
  tag = tag_of (db, id, now, key);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO host (id, added_at, key, record, open_tag)"
                        " VALUES ($1, $2, $3, $4, $5)",
                        foyer_blob (id),
                        foyer_int (now),
                        foyer_int (key),
                        foyer_blob (sealed),
                        foyer_blob (tag));
}

static int
by_name (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (foyer_host_get_name (*(FoyerHost **) a),
                         foyer_host_get_name (*(FoyerHost **) b));
}

GPtrArray *
foyer_hosts_list (FoyerDb *db, GError **error)
{
  g_autoptr (GPtrArray) hosts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT " COLUMNS " FROM " TABLES);
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    FoyerHost *host = host_from_row (db, rows);

    if (host != NULL)
      g_ptr_array_add (hosts, host);
  }
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return NULL;
  }
  g_ptr_array_sort (hosts, by_name);
  return g_steal_pointer (&hosts);
}

/* The host of that id; NULL where there is none. */
static FoyerHost *
find (FoyerDb *db, GBytes *id, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT " COLUMNS " FROM " TABLES " WHERE id = $1",
                                               foyer_blob (id));

  return rows != NULL && foyer_rows_next (rows, error) ? host_from_row (db, rows) : NULL;
}

static void
give (FoyerVisit *visit, FoyerHost *host)
{
  if (host != NULL)
    foyer_visit_set_host (visit, foyer_host_get_id (host), foyer_host_get_name (host));
  else
    foyer_visit_set_damage (visit, FOYER_VISIT_HOST_DAMAGED);
}

gboolean
foyer_hosts_name (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerHost) host = NULL;
  GBytes *id = foyer_visit_get_host_id (visit);

  if (id == NULL)
    return TRUE;
  host = find (db, id, &err);
  if (err == NULL) {
    give (visit, host);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_hosts_name_all (FoyerDb *db, GListModel *visits, GError **error)
{
  g_autoptr (GHashTable) hosts =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (visits, i);
    GBytes *id = foyer_visit_get_host_id (visit);
    FoyerHost *host;

    if (id == NULL)
      continue;
    host = g_hash_table_lookup (hosts, id);
    if (host == NULL) {
      g_autoptr (GError) err = NULL;

      host = find (db, id, &err);
      if (err != NULL) {
        g_propagate_error (error, g_steal_pointer (&err));
        return FALSE;
      }
      if (host != NULL)
        g_hash_table_insert (hosts, foyer_host_get_id (host), host);
    }
    give (visit, host);
  }
  return TRUE;
}

static void
note_row (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autoptr (FoyerHost) host = host_from_row (db, rows);

  foyer_damage_note (search,
                     host != NULL ? FOYER_DAMAGE_OLD : FOYER_DAMAGE_HOST,
                     id,
                     foyer_rows_int (rows, 2),
                     host != NULL && !foyer_damage_is_old (rows, 4, 6));
}

gboolean
foyer_hosts_check (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS
      ", " FOYER_DAMAGE_LAST_TAG ("host.id") " FROM " TABLES
                                             " WHERE $1 IS NULL OR id > $1 ORDER BY id LIMIT $2",
      foyer_blob (search->after),
      foyer_int (FOYER_DAMAGE_PAGE));

  return foyer_damage_read_page (db, search, rows, note_row, error);
}

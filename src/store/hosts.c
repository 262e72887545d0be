/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-hosts"

#include "store/hosts.h"

#include "store/record.h"

/* Every query on the host table. They all read a row through host_from_row(). */

enum {
  TAG_NAME = 1
};

/* NULL: the record is damaged. */
static FoyerHost *
host_from_row (FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autoptr (GBytes) bytes = foyer_rows_blob (rows, 1);
  g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);
  g_autofree char *name = record != NULL ? foyer_record_get_text (record, TAG_NAME) : NULL;

  return name != NULL ? foyer_host_new (id, name) : NULL;
}

gboolean
foyer_hosts_add (FoyerDb *db, FoyerHost *host, gint64 now, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) bytes = NULL;

  foyer_record_put_text (record, TAG_NAME, foyer_host_get_name (host));
  bytes = foyer_record_to_bytes (record);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO host (id, added_at, record) VALUES ($1, $2, $3)"
                        " ON CONFLICT (id) DO NOTHING",
                        foyer_blob (foyer_host_get_id (host)),
                        foyer_int (now),
                        foyer_blob (bytes));
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
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT id, record FROM host");
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    FoyerHost *host = host_from_row (rows);

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
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT id, record FROM host WHERE id = $1", foyer_blob (id));

  return rows != NULL && foyer_rows_next (rows, error) ? host_from_row (rows) : NULL;
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
  if (host != NULL)
    foyer_visit_set_host (visit, foyer_host_get_id (host), foyer_host_get_name (host));
  if (err == NULL)
    return TRUE;
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
      if (host == NULL)
        continue;
      g_hash_table_insert (hosts, foyer_host_get_id (host), host);
    }
    foyer_visit_set_host (visit, foyer_host_get_id (host), foyer_host_get_name (host));
  }
  return TRUE;
}

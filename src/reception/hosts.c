/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-reception-hosts"

#include "reception/hosts.h"

#include <csv.h>
#include <string.h>

#include "reception/error.h"
#include "store/audit.h"
#include "store/hosts.h"
#include "visit/id.h"
#include "visit/typed-text.h"

#define COLUMN "name"

FoyerHostSearch *
foyer_host_search_new (const char *query)
{
  FoyerHostSearch *search = g_new0 (FoyerHostSearch, 1);

  search->query = g_strdup (query);
  return search;
}

void
foyer_host_search_free (gpointer data)
{
  FoyerHostSearch *search = data;

  if (search == NULL)
    return;
  g_free (search->query);
  g_clear_pointer (&search->hosts, g_ptr_array_unref);
  g_free (search);
}

/* A host whose whole name has fewer than three letters (Li) is found by all of it. */
static gboolean
is_found (FoyerHost *host, const char *query, const FoyerHostSearch *search, gboolean too_short)
{
  g_autofree char *name = NULL;
  const char *last;

  if (!search->whole && !search->last_name && !too_short)
    return foyer_host_matches (host, query);
  name = foyer_typed_text_fold (foyer_host_get_name (host));
  last = strrchr (name, ' ');
  return *query != '\0'
         && (g_str_equal (name, query)
             || (search->last_name && last != NULL && g_str_equal (last + 1, query)));
}

static gboolean
run_find_hosts (FoyerDb *db, gpointer data, GError **error)
{
  FoyerHostSearch *search = data;
  g_autofree char *query = foyer_typed_text_fold (search->query);
  gboolean too_short = foyer_typed_text_letters (search->query) < FOYER_HOST_SEARCH_LETTERS;
  g_autoptr (GPtrArray) hosts = foyer_hosts_list (db, error);

  if (hosts == NULL)
    return FALSE;
  g_clear_pointer (&search->hosts, g_ptr_array_unref);
  search->hosts = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < hosts->len && search->hosts->len < FOYER_HOST_SEARCH_MAX; i++) {
    FoyerHost *host = g_ptr_array_index (hosts, i);

    if (is_found (host, query, search, too_short))
      g_ptr_array_add (search->hosts, g_object_ref (host));
  }
  if (!too_short || search->whole || search->hosts->len > 0)
    return TRUE;
  g_set_error (error,
               FOYER_RECEPTION_ERROR,
               FOYER_RECEPTION_ERROR_TOO_SHORT,
               "A search for a host needs three letters");
  return FALSE;
}

static FoyerHostsToAdd *
hosts_to_add_new (gint64 now)
{
  FoyerHostsToAdd *hosts = g_new0 (FoyerHostsToAdd, 1);

  hosts->names = g_ptr_array_new_with_free_func (g_free);
  hosts->now = now;
  return hosts;
}

void
foyer_hosts_to_add_free (gpointer data)
{
  FoyerHostsToAdd *hosts = data;

  if (hosts == NULL)
    return;
  g_ptr_array_unref (hosts->names);
  g_free (hosts);
}

FoyerHostsToAdd *
foyer_hosts_to_add_one (const char *name, gint64 now, GError **error)
{
  char *clean = foyer_typed_text_clean (name, error);
  FoyerHostsToAdd *hosts;

  if (clean == NULL)
    return NULL;
  hosts = hosts_to_add_new (now);
  g_ptr_array_add (hosts->names, clean);
  return hosts;
}

/* What libcsv is read into: rows of fields. */
typedef struct {
  GPtrArray *rows; /* of GPtrArray of char* */
  GPtrArray *row;
} Reading;

static void
on_field (void *field, size_t size, void *data)
{
  Reading *reading = data;

  g_ptr_array_add (reading->row, g_strndup (field != NULL ? field : "", size));
}

static void
on_row (int end, void *data)
{
  Reading *reading = data;

  g_ptr_array_add (reading->rows, reading->row);
  reading->row = g_ptr_array_new_with_free_func (g_free);
}

/* All rows, or NULL where quotes do not match. libcsv leaves empty lines out. */
static GPtrArray *
read_rows (GBytes *csv)
{
  gsize size;
  const char *bytes = g_bytes_get_data (csv, &size);
  gsize mark = size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
  struct csv_parser parser;
  Reading reading = {
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref),
    g_ptr_array_new_with_free_func (g_free),
  };
  gboolean sound;

  csv_init (&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  sound = csv_parse (&parser, bytes + mark, size - mark, on_field, on_row, &reading) == size - mark
          && csv_fini (&parser, on_field, on_row, &reading) == 0;
  csv_free (&parser);
  g_ptr_array_unref (reading.row);
  if (!sound)
    g_clear_pointer (&reading.rows, g_ptr_array_unref);
  return reading.rows;
}

static int
find_column (GPtrArray *head)
{
  for (guint i = 0; i < head->len; i++) {
    if (g_ascii_strcasecmp (g_strstrip (g_ptr_array_index (head, i)), COLUMN) == 0)
      return i;
  }
  return -1;
}

static gboolean
take_row (FoyerHostsToAdd *hosts,
          GPtrArray *row,
          guint number,
          guint columns,
          int column,
          GError **error)
{
  g_autoptr (GError) err = NULL;
  char *name;

  if (row->len != columns) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_CSV,
                 "Row %u has %u columns, the first row has %u",
                 number,
                 row->len,
                 columns);
    return FALSE;
  }
  name = foyer_typed_text_clean (g_ptr_array_index (row, column), &err);
  if (name == NULL) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_CSV,
                 "Row %u has no name that can be used: %s",
                 number,
                 err->message);
    return FALSE;
  }
  g_ptr_array_add (hosts->names, name);
  return TRUE;
}

FoyerHostsToAdd *
foyer_hosts_to_add_parse (GBytes *csv, gint64 now, GError **error)
{
  g_autoptr (FoyerHostsToAdd) hosts = hosts_to_add_new (now);
  g_autoptr (GPtrArray) rows = read_rows (csv);
  GPtrArray *head = rows != NULL && rows->len > 0 ? g_ptr_array_index (rows, 0) : NULL;
  int column = head != NULL ? find_column (head) : -1;

  if (column < 0) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_CSV,
                 rows == NULL ? "The quotes in this file do not match"
                              : "The first row names no column “" COLUMN "”");
    return NULL;
  }
  for (guint i = 1; i < rows->len; i++) {
    if (!take_row (hosts, g_ptr_array_index (rows, i), i + 1, head->len, column, error))
      return NULL;
  }
  return g_steal_pointer (&hosts);
}

static gboolean
run_add_hosts (FoyerDb *db, gpointer data, GError **error)
{
  FoyerHostsToAdd *hosts = data;
  g_autoptr (GPtrArray) there = foyer_hosts_list (db, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    g_hash_table_add (names, g_strdup (foyer_host_get_name (g_ptr_array_index (there, i))));

  hosts->added = 0;
  for (guint i = 0; i < hosts->names->len; i++) {
    const char *name = g_ptr_array_index (hosts->names, i);
    g_autoptr (GBytes) id = foyer_id_new (hosts->now);
    g_autoptr (FoyerHost) host = foyer_host_new (id, name);

    if (!g_hash_table_add (names, g_strdup (name)))
      continue;
    if (!foyer_hosts_add (db, host, hosts->now, error)
        || !foyer_audit_append (db, "host-add", id, hosts->now, error))
      return FALSE;
    hosts->added++;
  }
  return TRUE;
}

const FoyerDeed foyer_reception_find_hosts = { .right = FOYER_RIGHT_FIND_HOST,
                                               .run = run_find_hosts };

const FoyerDeed foyer_reception_add_hosts = { .right = FOYER_RIGHT_MANAGE_HOSTS,
                                              .writes = TRUE,
                                              .run = run_add_hosts };

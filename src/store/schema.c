/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-schema"

#include "store/schema.h"

#include "store/schema-steps.h"

/* In the order of their numbers; a released file is never edited. */
static const char *const steps[] = { "0001-first.sql" };

static gboolean
has_steps (FoyerDb *db, gint64 *last, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT coalesce (max (step), 0) FROM schema_step");

  if (rows == NULL || !foyer_rows_next (rows, error))
    return FALSE;
  *last = foyer_rows_int (rows, 0);
  return TRUE;
}

static gboolean
apply_step (FoyerDb *db, guint step, GError **error)
{
  g_autofree char *path = g_strconcat ("/org/foyer/schema/", steps[step - 1], NULL);
  g_autoptr (GBytes) sql = g_resource_lookup_data (foyer_schema_get_resource (),
                                                   path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                   error);

  return sql != NULL && foyer_db_script (db, g_bytes_get_data (sql, NULL), error)
         && foyer_db_exec (db,
                           error,
                           "INSERT INTO schema_step (step) VALUES ($1)",
                           foyer_int (step));
}

gboolean
foyer_schema_apply (FoyerDb *db, GError **error)
{
  g_autoptr (GError) err = NULL;
  gint64 last = 0;

  /* Under the write lock from the start: a statement that begins as a reader would be refused at
   * once while somebody else commits. */
  if (!foyer_db_script (db, db->driver->begin, error))
    return FALSE;
  if (!foyer_db_script (db,
                        "CREATE TABLE IF NOT EXISTS schema_step ("
                        " step INTEGER NOT NULL PRIMARY KEY)",
                        error)
      || !has_steps (db, &last, error) || !foyer_db_script (db, "COMMIT", error)) {
    foyer_db_script (db, "ROLLBACK", NULL);
    return FALSE;
  }

  if (last > (gint64) G_N_ELEMENTS (steps)) {
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_SCHEMA,
                 "The store was made by a later version of Foyer (step %d): use that version",
                 (int) last);
    return FALSE;
  }
  if (last > 0 && !foyer_db_script (db, "SELECT one FROM vault", &err)) {
    if (!g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED)) { /* not that it has none */
      g_propagate_error (error, g_steal_pointer (&err));
      return FALSE;
    }
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_SCHEMA,
                 "The store was made before Foyer sealed its records, and cannot be used: make a"
                 " new one with “foyerctl init”, in another folder");
    return FALSE;
  }
  for (guint step = last + 1; step <= G_N_ELEMENTS (steps); step++) {
    gint64 meanwhile = 0;

    /* Another process may have been first: it is asked again under the write lock. */
    if (!foyer_db_script (db, db->driver->begin, error))
      return FALSE;
    if (!has_steps (db, &meanwhile, error) || (meanwhile < step && !apply_step (db, step, error))
        || !foyer_db_script (db, "COMMIT", error)) {
      foyer_db_script (db, "ROLLBACK", NULL);
      g_prefix_error (error, "Schema step %u was not applied, nothing was changed: ", step);
      return FALSE;
    }
  }
  return TRUE;
}

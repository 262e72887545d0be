/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-db"

#include "store/db.h"

#include "store/keys.h"
#include "store/schema.h"
#include "store/staff.h"
#include "store/vault-row.h"

#define TRIES 3

/* Who had the store for so long lets others in for so long, before it asks for it again. */
#define LONG_US 4000
#define GIVE_WAY_US 1500

G_DEFINE_QUARK (foyer_db_error, foyer_db_error)

static const FoyerDriver *const drivers[] = { &foyer_driver_sqlite };

/* What every engine's connection has. */
static gboolean
furnish (FoyerDb *db, const FoyerStorePlace *place, GError **error)
{
  const char *folder = foyer_store_place_get_vault (place);
  g_autoptr (GError) err = NULL;

  db->place = foyer_store_place_copy (place);
  db->vault = foyer_vault_new (folder, foyer_store_place_get_tpm (place), &err);
  foyer_keys_ended (db, TRUE);
  if (err != NULL)
    g_set_error_literal (error, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED, err->message);
  return err == NULL;
}

FoyerDb *
foyer_db_open (const FoyerStorePlace *place, gboolean create, GError **error)
{
  g_autoptr (FoyerDb) db = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (drivers); i++) {
    if (g_str_has_prefix (place->uri, drivers[i]->scheme)) {
      db = drivers[i]->open (place->uri, create, error);
      return db != NULL && furnish (db, place, error) && foyer_schema_apply (db, error)
                 ? g_steal_pointer (&db)
                 : NULL;
    }
  }
  g_set_error (
      error,
      FOYER_DB_ERROR,
      FOYER_DB_ERROR_MISSING,
      "The store's address begins with no engine that this program has: use sqlite:FOLDER");
  return NULL;
}

void
foyer_db_close (FoyerDb *db)
{
  if (db == NULL)
    return;
  foyer_vault_free (db->vault);
  foyer_store_place_free (db->place);
  db->driver->close (db);
}

/* Staff's roles are read again in each transaction: who was disabled a second ago is refused. */
static gboolean
may (FoyerDb *db, FoyerActor *actor, FoyerRight right, GError **error)
{
  FoyerRole roles = foyer_actor_get_roles (actor);

  if (foyer_actor_get_staff (actor) != NULL) {
    FoyerRole now;

    if (!foyer_staff_roles (db, foyer_actor_get_staff (actor), &now, error))
      return FALSE;
    roles &= now;
  }
  db->roles = roles;
  if (foyer_roles_may (roles, right))
    return TRUE;
  g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED, "This is not allowed for your role");
  return FALSE;
}

gboolean
foyer_db_begin (FoyerDb *db, const char *sql, GError **error)
{
  gboolean writes = sql == db->driver->begin;
  gint64 since = g_get_monotonic_time () - db->let_go_at;

  if (writes && db->kept_it_long && since < GIVE_WAY_US)
    g_usleep (GIVE_WAY_US - since);
  if (!foyer_db_script (db, sql, error))
    return FALSE;
  db->writes_since = writes ? g_get_monotonic_time () : 0;
  return TRUE;
}

void
foyer_db_let_go (FoyerDb *db)
{
  if (db->writes_since == 0)
    return;
  db->let_go_at = g_get_monotonic_time ();
  db->kept_it_long = db->let_go_at - db->writes_since > LONG_US;
  db->writes_since = 0;
}

static gboolean
try_once (FoyerDb *db,
          FoyerActor *actor,
          const FoyerDeed *deed,
          gpointer what,
          gboolean *uncertain,
          GError **error)
{
  const char *begin = deed->writes ? db->driver->begin : db->driver->begin_read;
  gboolean done = FALSE;

  if (!foyer_db_begin (db, begin, error))
    return FALSE;

  db->actor = actor;
  if (foyer_vault_row_begin (db, error) && may (db, actor, deed->right, error)
      && deed->run (db, what, error)) {
    done = foyer_db_script (db, "COMMIT", error);
    *uncertain = !done;
  }
  db->actor = NULL;
  db->roles = 0;
  if (!done)
    foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, done);
  foyer_db_let_go (db);
  return done;
}

gboolean
foyer_db_transact (FoyerDb *db,
                   FoyerActor *actor,
                   const FoyerDeed *deed,
                   gpointer what,
                   gboolean *uncertain,
                   GError **error)
{
  for (int tries_left = TRIES - 1;; tries_left--) {
    g_autoptr (GError) err = NULL;

    *uncertain = FALSE;
    if (try_once (db, actor, deed, what, uncertain, &err))
      return TRUE;
    if (tries_left == 0 || !g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY)) {
      g_propagate_error (error, g_steal_pointer (&err));
      return FALSE;
    }
  }
}

FoyerActor *
foyer_db_actor (FoyerDb *db)
{
  return db->actor;
}

FoyerRole
foyer_db_roles (FoyerDb *db)
{
  return db->roles;
}

gboolean
foyer_db_script (FoyerDb *db, const char *sql, GError **error)
{
  return db->driver->script (db, sql, error);
}

FoyerRows *
foyer_db_run (FoyerDb *db,
              const char *sql,
              const FoyerValue *values,
              guint n_values,
              GError **error)
{
  return db->driver->run (db, sql, values, n_values, error);
}

gboolean
foyer_db_run_all (FoyerDb *db,
                  const char *sql,
                  const FoyerValue *values,
                  guint n_values,
                  GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_run (db, sql, values, n_values, error);
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    /* a statement that only changes rows has none */
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_rows_next (FoyerRows *rows, GError **error)
{
  return rows->db->driver->next (rows, error);
}

gboolean
foyer_rows_first (FoyerRows *rows, gboolean *there, GError **error)
{
  g_autoptr (GError) err = NULL;

  *there = rows != NULL && foyer_rows_next (rows, &err);
  if (rows == NULL)
    return FALSE;
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gint64
foyer_rows_int (FoyerRows *rows, guint column)
{
  return rows->db->driver->integer (rows, column);
}

const char *
foyer_rows_text (FoyerRows *rows, guint column)
{
  return rows->db->driver->text (rows, column);
}

GBytes *
foyer_rows_blob (FoyerRows *rows, guint column)
{
  return rows->db->driver->blob (rows, column, TRUE);
}

GBytes *
foyer_rows_peek (FoyerRows *rows, guint column)
{
  return rows->db->driver->blob (rows, column, FALSE);
}

gboolean
foyer_rows_is_null (FoyerRows *rows, guint column)
{
  return rows->db->driver->is_null (rows, column);
}

void
foyer_rows_free (FoyerRows *rows)
{
  if (rows != NULL)
    rows->db->driver->done (rows);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-staff"

#include "store/staff.h"

#include "store/damage-page.h"
#include "store/keys.h"
#include "visit/typed-text.h"

/* Every query on the staff table. They all read a row through account_from_row(). */

#define COLUMNS "id, added_at, roles, tries, tried_at, staff.key, record, open_tag, wrapped"
#define TABLES "staff LEFT JOIN sealkey ON sealkey.key = staff.key"

enum {
  TAG_NAME = 1,
  TAG_PASSWORD = 2
};

/* The open columns, as the tag takes them. */
typedef struct {
  GBytes *id;
  gint64 added_at;
  gint64 roles;
  gint64 tries;
  gint64 tried_at;
  gint64 key;
} Open;

void
foyer_account_free (FoyerAccount *account)
{
  if (account == NULL)
    return;
  g_clear_pointer (&account->id, g_bytes_unref);
  g_free (account->name);
  g_free (account->password);
  g_free (account);
}

static GBytes *
tag_of (FoyerDb *db, const Open *open)
{
  foyer_vault_tag (db->vault, FOYER_SEAL_STAFF, g_bytes_get_data (open->id, NULL));
  foyer_vault_tag_int (db->vault, open->added_at);
  foyer_vault_tag_int (db->vault, open->roles);
  foyer_vault_tag_int (db->vault, open->tries);
  foyer_vault_tag_int (db->vault, open->tried_at);
  foyer_vault_tag_int (db->vault, open->key);
  return foyer_vault_tag_end (db->vault);
}

/* Whether the open columns are those that were written: a role is not had by changing a number. */
static gboolean
open_from_row (FoyerDb *db, FoyerRows *rows, GBytes *id, Open *open)
{
  g_autoptr (GBytes) tag = foyer_rows_blob (rows, 7);
  g_autoptr (GBytes) right = NULL;

  *open = (Open){
    .id = id,
    .added_at = foyer_rows_int (rows, 1),
    .roles = foyer_rows_int (rows, 2),
    .tries = foyer_rows_int (rows, 3),
    .tried_at = foyer_rows_int (rows, 4),
    .key = foyer_rows_int (rows, 5),
  };
  if (g_bytes_get_size (id) != FOYER_ID_SIZE)
    return FALSE;
  right = tag_of (db, open);
  return foyer_seal_tag_fits (tag, right);
}

/* NULL: damaged. */
static FoyerAccount *
account_from_row (FoyerDb *db, FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autoptr (GBytes) sealed = foyer_rows_blob (rows, 6);
  g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 8);
  g_autoptr (FoyerRecord) record = NULL;
  g_autofree char *name = NULL;
  FoyerAccount *account;
  Open open;

  if (!open_from_row (db, rows, id, &open))
    return NULL;
  record = foyer_keys_open (db, FOYER_SEAL_STAFF, id, open.key, wrapped, sealed);
  name = record != NULL ? foyer_record_get_text (record, TAG_NAME) : NULL;
  if (name == NULL)
    return NULL;
  account = g_new (FoyerAccount, 1);
  *account = (FoyerAccount){
    .id = g_steal_pointer (&id),
    .name = g_steal_pointer (&name),
    .roles = open.roles,
    .password = foyer_record_get_text (record, TAG_PASSWORD),
    .tries = open.tries,
    .tried_at = open.tried_at,
  };
  return account;
}

gboolean
foyer_staff_add (FoyerDb *db, const FoyerAccount *account, gint64 now, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (GBytes) tag = NULL;
  Open open = { .id = account->id, .added_at = now, .roles = account->roles };

  foyer_record_put_text (record, TAG_NAME, account->name);
  foyer_record_put_text (record, TAG_PASSWORD, account->password);
  if (!foyer_keys_seal (db, FOYER_SEAL_STAFF, open.id, record, &open.key, &sealed, error))
    return FALSE;
  tag = tag_of (db, &open);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO staff (id, added_at, roles, tries, tried_at, key, record,"
                        " open_tag) VALUES ($1, $2, $3, 0, 0, $4, $5, $6)",
                        foyer_blob (open.id),
                        foyer_int (now),
                        foyer_int (open.roles),
                        foyer_int (open.key),
                        foyer_blob (sealed),
                        foyer_blob (tag));
}

gboolean
foyer_staff_find (FoyerDb *db,
                  const char *name,
                  FoyerAccount **found,
                  gboolean *any_damaged,
                  GError **error)
{
  g_autofree char *wanted = foyer_typed_text_fold (name);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT " COLUMNS " FROM " TABLES);

  *found = NULL;
  if (any_damaged != NULL)
    *any_damaged = FALSE;
  if (rows == NULL)
    return FALSE;
  while (*found == NULL && foyer_rows_next (rows, &err)) {
    g_autoptr (FoyerAccount) account = account_from_row (db, rows);
    g_autofree char *folded = account != NULL ? foyer_typed_text_fold (account->name) : NULL;

    if (account == NULL && any_damaged != NULL)
      *any_damaged = TRUE;
    if (g_strcmp0 (folded, wanted) == 0)
      *found = g_steal_pointer (&account);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

static FoyerRows *
find (FoyerDb *db, GBytes *id, GError **error)
{
  return foyer_db_query (db,
                         error,
                         "SELECT " COLUMNS " FROM " TABLES " WHERE id = $1",
                         foyer_blob (id));
}

gboolean
foyer_staff_roles (FoyerDb *db, GBytes *id, FoyerRole *roles, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows = find (db, id, error);
  Open open;

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  *roles = there && open_from_row (db, rows, id, &open) ? open.roles : 0;
  return TRUE;
}

gboolean
foyer_staff_set_tries (FoyerDb *db, GBytes *id, int tries, gint64 tried_at, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) tag = NULL;
  g_autoptr (FoyerRows) rows = find (db, id, error);
  Open open;

  if (rows == NULL)
    return FALSE;
  if (!foyer_rows_next (rows, &err) || !open_from_row (db, rows, id, &open)) {
    if (err != NULL)
      g_propagate_error (error, g_steal_pointer (&err));
    else
      g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_ROW, "This account is damaged or gone");
    return FALSE;
  }
  open.tries = tries;
  open.tried_at = tried_at;
  tag = tag_of (db, &open);
  return foyer_db_exec (db,
                        error,
                        "UPDATE staff SET tries = $2, tried_at = $3, open_tag = $4 WHERE id = $1",
                        foyer_blob (id),
                        foyer_int (tries),
                        foyer_int (tried_at),
                        foyer_blob (tag));
}

gboolean
foyer_staff_any (FoyerDb *db, gboolean *any, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT 1 FROM staff LIMIT 1");

  return foyer_rows_first (rows, any, error);
}

static void
note_row (FoyerDb *db, FoyerDamageSearch *search, FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autoptr (FoyerAccount) account = account_from_row (db, rows);

  foyer_damage_note (search,
                     account != NULL ? FOYER_DAMAGE_OLD : FOYER_DAMAGE_STAFF,
                     id,
                     foyer_rows_int (rows, 5),
                     account != NULL && !foyer_damage_is_old (rows, 7, 9));
}

gboolean
foyer_staff_check (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (
      db,
      error,
      "SELECT " COLUMNS
      ", " FOYER_DAMAGE_LAST_TAG ("staff.id") " FROM " TABLES
                                              " WHERE $1 IS NULL OR id > $1 ORDER BY id LIMIT $2",
      foyer_blob (search->after),
      foyer_int (FOYER_DAMAGE_PAGE));

  return foyer_damage_read_page (db, search, rows, note_row, error);
}

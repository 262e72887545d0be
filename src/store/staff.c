/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-staff"

#include "store/staff.h"

#include "store/record.h"
#include "visit/typed-text.h"

/* Every query on the staff table. They all read a row through account_from_row(). */

enum {
  TAG_NAME = 1
};

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

/* NULL: the record is damaged. */
static FoyerAccount *
account_from_row (FoyerRows *rows)
{
  g_autoptr (GBytes) bytes = foyer_rows_blob (rows, 5);
  g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);
  g_autofree char *name = record != NULL ? foyer_record_get_text (record, TAG_NAME) : NULL;
  FoyerAccount *account;

  if (name == NULL)
    return NULL;
  account = g_new (FoyerAccount, 1);
  *account = (FoyerAccount){
    .id = foyer_rows_blob (rows, 0),
    .name = g_steal_pointer (&name),
    .roles = foyer_rows_int (rows, 1),
    .password = g_strdup (foyer_rows_text (rows, 2)),
    .tries = foyer_rows_int (rows, 3),
    .tried_at = foyer_rows_int (rows, 4),
  };
  return account;
}

gboolean
foyer_staff_add (FoyerDb *db, const FoyerAccount *account, gint64 now, GError **error)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) bytes = NULL;

  foyer_record_put_text (record, TAG_NAME, account->name);
  bytes = foyer_record_to_bytes (record);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO staff (id, added_at, roles, password, tries, tried_at, record)"
                        " VALUES ($1, $2, $3, $4, 0, 0, $5) ON CONFLICT (id) DO NOTHING",
                        foyer_blob (account->id),
                        foyer_int (now),
                        foyer_int (account->roles),
                        foyer_text (account->password),
                        foyer_blob (bytes));
}

gboolean
foyer_staff_find (FoyerDb *db, const char *name, FoyerAccount **found, GError **error)
{
  g_autofree char *wanted = foyer_typed_text_fold (name);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT id, roles, password, tries, tried_at, record FROM staff");

  *found = NULL;
  if (rows == NULL)
    return FALSE;
  while (*found == NULL && foyer_rows_next (rows, &err)) {
    g_autoptr (FoyerAccount) account = account_from_row (rows);
    g_autofree char *folded = account != NULL ? foyer_typed_text_fold (account->name) : NULL;

    if (g_strcmp0 (folded, wanted) == 0)
      *found = g_steal_pointer (&account);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_staff_roles (FoyerDb *db, GBytes *id, FoyerRole *roles, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT roles FROM staff WHERE id = $1", foyer_blob (id));

  if (rows == NULL)
    return FALSE;
  *roles = foyer_rows_next (rows, &err) ? foyer_rows_int (rows, 0) : 0;
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_staff_set_tries (FoyerDb *db, GBytes *id, int tries, gint64 tried_at, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "UPDATE staff SET tries = $2, tried_at = $3 WHERE id = $1",
                        foyer_blob (id),
                        foyer_int (tries),
                        foyer_int (tried_at));
}

gboolean
foyer_staff_any (FoyerDb *db, gboolean *any, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT 1 FROM staff LIMIT 1");

  if (rows == NULL)
    return FALSE;
  *any = foyer_rows_next (rows, &err);
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

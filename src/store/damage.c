/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-damage"

#include "store/damage.h"

#include "store/acknowledgements.h"
#include "store/audit.h"
#include "store/damage-page.h"
#include "store/hosts.h"
#include "store/keys.h"
#include "store/remembered.h"
#include "store/rings.h"
#include "store/staff.h"
#include "store/vault-row.h"
#include "store/visits.h"

/* Reads one page of a table; the next one follows @search->after, until that is NULL. */
typedef gboolean (*ReadPage) (FoyerDb *db, FoyerDamageSearch *search, GError **error);

void
foyer_damage_free (FoyerDamage *damage)
{
  if (damage == NULL)
    return;
  g_clear_pointer (&damage->id, g_bytes_unref);
  g_free (damage);
}

FoyerDamageSearch *
foyer_damage_search_new (void)
{
  FoyerDamageSearch *search = g_new0 (FoyerDamageSearch, 1);

  search->found = g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_damage_free);
  search->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  search->more = TRUE;
  return search;
}

void
foyer_damage_search_free (gpointer data)
{
  FoyerDamageSearch *search = data;

  if (search == NULL)
    return;
  g_ptr_array_unref (search->found);
  g_array_unref (search->keys);
  g_clear_pointer (&search->after, g_bytes_unref);
  g_free (search);
}

static void
add (FoyerDamageSearch *search, FoyerDamageKind kind, GBytes *id, gint64 number)
{
  FoyerDamage *damage = g_new (FoyerDamage, 1);

  *damage = (FoyerDamage){ kind, id != NULL ? g_bytes_ref (id) : NULL, number };
  g_ptr_array_add (search->found, damage);
}

void
foyer_damage_note (FoyerDamageSearch *search,
                   FoyerDamageKind kind,
                   GBytes *id,
                   gint64 key,
                   gboolean is_sound)
{
  search->checked++;
  if (key != 0)
    g_array_append_val (search->keys, key);
  if (!is_sound)
    add (search, kind, id, 0);
}

gboolean
foyer_damage_is_old (FoyerRows *rows, guint tag, guint last)
{
  g_autoptr (GBytes) stored = foyer_rows_peek (rows, tag);
  g_autoptr (GBytes) known = foyer_rows_peek (rows, last);

  return known != NULL && !foyer_seal_tag_fits (stored, known);
}

gboolean
foyer_damage_read_page (FoyerDb *db,
                        FoyerDamageSearch *search,
                        FoyerRows *rows,
                        FoyerDamageNote note,
                        GError **error)
{
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GError) err = NULL;
  guint n = 0;

  if (rows == NULL)
    return FALSE;
  for (; foyer_rows_next (rows, &err); n++) {
    g_clear_pointer (&last, g_bytes_unref);
    last = foyer_rows_blob (rows, 0);
    note (db, search, rows);
  }
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  g_clear_pointer (&search->after, g_bytes_unref);
  if (n == FOYER_DAMAGE_PAGE)
    search->after = g_steal_pointer (&last);
  return TRUE;
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static gboolean
begin (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  FoyerVaultRow row;
  gboolean sound = FALSE;

  if (!foyer_vault_row_check (db, &row, &sound, error))
    return FALSE;
  search->newest = row.newest_key;
  if (!sound)
    add (search, FOYER_DAMAGE_VAULT, NULL, 0);
  return TRUE;
}

static gboolean
check_rings (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (GArray) damaged = foyer_rings_list_damaged (db, error);

  if (damaged == NULL)
    return FALSE;
  for (guint i = 0; i < damaged->len; i++)
    add (search, FOYER_DAMAGE_RING, NULL, g_array_index (damaged, gint64, i));
  return TRUE;
}

/* Numbers that were given before the walk began and are still there have been seen with their
 * records by now. */
static gboolean
check_keys (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  g_autoptr (GArray) there = NULL;
  gint64 head = 0;

  if (!foyer_audit_head_key (db, &head, error))
    return FALSE;
  if (search->last == 0)
    g_array_sort (search->keys, by_number);
  there = foyer_keys_list (db, search->last, search->newest, FOYER_DAMAGE_PAGE, error);
  if (there == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++) {
    gint64 key = g_array_index (there, gint64, i);

    if (key != head && key != FOYER_VAULT_ROW_COLUMN_KEY
        && !g_array_binary_search (search->keys, &key, by_number, NULL))
      add (search, FOYER_DAMAGE_KEY, NULL, key);
    search->last = key;
  }
  search->more = there->len == FOYER_DAMAGE_PAGE;
  return TRUE;
}

gboolean
foyer_damage_search_next (FoyerDb *db, FoyerDamageSearch *search, GError **error)
{
  static const ReadPage tables[] = {
    foyer_visits_check, foyer_acknowledgements_check, foyer_hosts_check,
    foyer_staff_check,  foyer_remembered_check,
  };

  if (search->table == 0 && search->after == NULL && !begin (db, search, error))
    return FALSE;
  if (search->table == G_N_ELEMENTS (tables))
    return check_keys (db, search, error);
  if (!tables[search->table](db, search, error))
    return FALSE;
  if (search->after != NULL)
    return TRUE;
  search->table++;
  return search->table < G_N_ELEMENTS (tables) || check_rings (db, search, error);
}

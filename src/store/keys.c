/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-keys"

#include "store/keys.h"

#include "store/rings.h"

/* Every query on the sealkey table, but for the winding of a ring. */

#define RING_END(ring) ((gint64) ((ring) + 1) << FOYER_RING_SHIFT)

/* What is in memory may be a key that another process has replaced since: before something is
 * sealed under it, it is read once in each transaction. */
static gboolean
prepare_ring (FoyerDb *db, guint64 ring, gboolean *usable, GError **error)
{
  gboolean there = FALSE;

  *usable = TRUE;
  if (db->ring_in_use == (gint64) ring && foyer_vault_has_ring (db->vault, ring))
    return TRUE;
  if (!foyer_rings_take (db, ring, &there, usable, error))
    return FALSE;
  if (!there) {
    *usable = TRUE;
    if (!foyer_rings_make (db, ring, error))
      return FALSE;
  }
  if (*usable)
    db->ring_in_use = ring;
  return TRUE;
}

/* A number without a key yet; @at_least: the first of a ring, or 0 for the next in order. */
static gboolean
take_number (FoyerDb *db, gint64 at_least, gint64 *key, GError **error)
{
  static const guint8 nothing[FOYER_WRAPPED_SIZE];
  g_autoptr (GBytes) empty = g_bytes_new_static (nothing, sizeof nothing);
  g_autoptr (FoyerRows) rows =
      at_least == 0
          ? foyer_db_query (db,
                            error,
                            "INSERT INTO sealkey (wrapped) VALUES ($1) RETURNING key",
                            foyer_blob (empty))
          : foyer_db_query (db,
                            error,
                            "INSERT INTO sealkey (key, wrapped) VALUES ($1, $2) RETURNING key",
                            foyer_int (at_least),
                            foyer_blob (empty));

  if (rows == NULL || !foyer_rows_next (rows, error))
    return FALSE;
  *key = foyer_rows_int (rows, 0);
  return TRUE;
}

static gboolean
drop_key (FoyerDb *db, gint64 key, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM sealkey WHERE key = $1", foyer_int (key));
}

/* A damaged ring takes no further keys: the next one begins, so that work goes on. */
static gboolean
draw_number (FoyerDb *db, gint64 *key, GError **error)
{
  gboolean usable = FALSE;

  if (!take_number (db, 0, key, error))
    return FALSE;
  for (;;) {
    guint64 ring = *key >> FOYER_RING_SHIFT;

    if (!prepare_ring (db, ring, &usable, error))
      return FALSE;
    if (usable)
      return TRUE;
    if (!drop_key (db, *key, error) || !take_number (db, RING_END (ring), key, error))
      return FALSE;
  }
}

gboolean
foyer_keys_seal (FoyerDb *db,
                 FoyerSealKind kind,
                 GBytes *id,
                 FoyerRecord *record,
                 gint64 *key,
                 GBytes **sealed,
                 GError **error)
{
  g_autoptr (GBytes) plain = foyer_record_to_bytes (record);
  g_autoptr (GBytes) wrapped = NULL;
  FoyerSealPlace place = { .kind = kind, .id = g_bytes_get_data (id, NULL) };

  g_return_val_if_fail (g_bytes_get_size (id) == FOYER_ID_SIZE, FALSE);
  if (!draw_number (db, key, error))
    return FALSE;
  place.key = *key;
  *sealed = foyer_vault_seal (db->vault, &place, plain, &wrapped);
  if (foyer_db_exec (db,
                     error,
                     "UPDATE sealkey SET wrapped = $2 WHERE key = $1",
                     foyer_int (*key),
                     foyer_blob (wrapped)))
    return TRUE;
  g_clear_pointer (sealed, g_bytes_unref);
  return FALSE;
}

FoyerRecord *
foyer_keys_open (FoyerDb *db,
                 FoyerSealKind kind,
                 GBytes *id,
                 gint64 key,
                 GBytes *wrapped,
                 GBytes *sealed)
{
  FoyerSealPlace place = { .kind = kind, .id = g_bytes_get_data (id, NULL), .key = key };
  g_autoptr (GBytes) plain = NULL;

  if (g_bytes_get_size (id) != FOYER_ID_SIZE)
    return NULL;
  plain = foyer_vault_open (db->vault, &place, wrapped, sealed);
  if (plain == NULL) { /* the ring's key is not in memory, or is another one since */
    gboolean there = FALSE;
    gboolean opened = FALSE;

    if (foyer_rings_take (db, place.key >> FOYER_RING_SHIFT, &there, &opened, NULL) && opened)
      plain = foyer_vault_open (db->vault, &place, wrapped, sealed);
  }
  return plain != NULL ? foyer_record_parse (plain) : NULL;
}

gboolean
foyer_keys_find (FoyerDb *db,
                 FoyerSealKind kind,
                 GBytes *id,
                 GBytes *sealed,
                 gint64 *key,
                 GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_query (db, error, "SELECT key, wrapped FROM sealkey");

  *key = 0;
  if (rows == NULL)
    return FALSE;
  while (*key == 0 && foyer_rows_next (rows, &err)) {
    gint64 number = foyer_rows_int (rows, 0);
    g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 1);
    g_autoptr (FoyerRecord) record = foyer_keys_open (db, kind, id, number, wrapped, sealed);

    *key = record != NULL ? number : 0;
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_keys_retire (FoyerDb *db, gint64 key, GError **error)
{
  return drop_key (db, key, error) && foyer_rings_mark (db, key >> FOYER_RING_SHIFT, error);
}

static gboolean
add_numbers (GArray *numbers, FoyerRows *rows, GError **error)
{
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    gint64 number = foyer_rows_int (rows, 0);

    g_array_append_val (numbers, number);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

GArray *
foyer_keys_list (FoyerDb *db, gint64 after, gint64 until, guint limit, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT key FROM sealkey WHERE key > $1 AND key <= $2 ORDER BY key LIMIT $3",
                      foyer_int (after),
                      foyer_int (until),
                      foyer_int (limit));

  return add_numbers (keys, rows, error) ? g_steal_pointer (&keys) : NULL;
}

gboolean
foyer_keys_count (FoyerDb *db, gint64 *keys, gint64 *rings, gint64 *dirty, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT (SELECT count (*) FROM sealkey), (SELECT count (*) FROM ring),"
                      " (SELECT count (*) FROM ring WHERE dirty <> 0)");

  if (rows == NULL || !foyer_rows_next (rows, error))
    return FALSE;
  *keys = foyer_rows_int (rows, 0);
  *rings = foyer_rows_int (rows, 1);
  *dirty = foyer_rows_int (rows, 2);
  return TRUE;
}

gboolean
foyer_keys_is_empty (FoyerDb *db, guint64 ring, gboolean *empty, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT 1 FROM sealkey WHERE key >= $1 AND key < $2 LIMIT 1",
                      foyer_int ((gint64) ring << FOYER_RING_SHIFT),
                      foyer_int (RING_END (ring)));

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  *empty = !there;
  return TRUE;
}

/* Rings that have keys, but no row: what is in memory hides it. */
gboolean
foyer_keys_list_lost_rings (FoyerDb *db, GArray *lost, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT DISTINCT key / $1 FROM sealkey WHERE NOT EXISTS"
                      " (SELECT 1 FROM ring WHERE ring.ring = sealkey.key / $1)",
                      foyer_int (1 << FOYER_RING_SHIFT));

  return add_numbers (lost, rows, error);
}

void
foyer_keys_ended (FoyerDb *db, gboolean kept)
{
  if (!kept && db->has_drawn)
    foyer_vault_forget (db->vault);
  db->has_drawn = FALSE;
  db->ring_in_use = -1;
  db->ring_marked = -1;
}

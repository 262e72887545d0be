/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-rings"

#include "store/rings.h"

#include <string.h>

#include "store/audit.h"
#include "store/keys.h"

/* Queries on the ring table, and the winding of the keys that a ring has. */

#define RING_FIRST(ring) ((gint64) (ring) << FOYER_RING_SHIFT)
#define RING_END(ring) ((gint64) ((ring) + 1) << FOYER_RING_SHIFT)

static GBytes *
ring_tag (FoyerDb *db, guint64 ring, GBytes *wrapped, gint64 dirty)
{
  guint64 id[2] = { GUINT64_TO_LE (ring), 0 };

  foyer_vault_tag (db->vault, FOYER_SEAL_RING, (const guint8 *) id);
  foyer_vault_tag_blob (db->vault, wrapped);
  foyer_vault_tag_int (db->vault, dirty);
  return foyer_vault_tag_end (db->vault);
}

gboolean
foyer_rings_take (FoyerDb *db, guint64 ring, gboolean *there, gboolean *opened, GError **error)
{
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT wrapped FROM ring WHERE ring = $1", foyer_int (ring));

  if (!foyer_rows_first (rows, there, error))
    return FALSE;
  wrapped = *there ? foyer_rows_blob (rows, 0) : NULL;
  *opened = foyer_vault_take_ring (db->vault, ring, wrapped);
  return TRUE;
}

gboolean
foyer_rings_make (FoyerDb *db, guint64 ring, GError **error)
{
  g_autoptr (GBytes) wrapped = foyer_vault_make_ring (db->vault, ring);
  g_autoptr (GBytes) tag = ring_tag (db, ring, wrapped, FALSE);

  db->has_drawn = TRUE;
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO ring (ring, wrapped, dirty, open_tag) VALUES ($1, $2, 0, $3)",
                        foyer_int (ring),
                        foyer_blob (wrapped),
                        foyer_blob (tag));
}

/* Whether it is to be written, with its key: not where it is marked already. One whose tag does not
 * fit is left as it is: it counts as dirty, and the winding notes that it was changed. */
static gboolean
is_unmarked (FoyerDb *db, guint64 ring, GBytes **wrapped, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT wrapped, dirty, open_tag FROM ring WHERE ring = $1",
                      foyer_int (ring));

  *wrapped = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there && foyer_rows_int (rows, 1) == 0) {
    g_autoptr (GBytes) key = foyer_rows_blob (rows, 0);
    g_autoptr (GBytes) tag = foyer_rows_peek (rows, 2);
    g_autoptr (GBytes) right = ring_tag (db, ring, key, 0);

    if (foyer_seal_tag_fits (tag, right))
      *wrapped = g_steal_pointer (&key);
  }
  return TRUE;
}

gboolean
foyer_rings_mark (FoyerDb *db, guint64 ring, GError **error)
{
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) tag = NULL;

  if (db->ring_marked == (gint64) ring)
    return TRUE;
  if (!is_unmarked (db, ring, &wrapped, error))
    return FALSE;
  db->ring_marked = ring;
  if (wrapped == NULL)
    return TRUE;
  tag = ring_tag (db, ring, wrapped, TRUE);
  return foyer_db_exec (db,
                        error,
                        "UPDATE ring SET dirty = 1, open_tag = $2 WHERE ring = $1",
                        foyer_int (ring),
                        foyer_blob (tag));
}

/* A key or a ring's key, as it stands in its table. */
typedef struct {
  gint64 number;
  GBytes *wrapped;
  gboolean dirty;       /* of a ring: to be rewound */
  gboolean was_changed; /* behind the program's back; it counts as dirty: the safe side */
} Wrapped;

static void
wrapped_free (gpointer data)
{
  Wrapped *row = data;

  g_bytes_unref (row->wrapped);
  g_free (row);
}

/* All of them before the first is written anew. */
static GPtrArray *
take_rows (FoyerDb *db, FoyerRows *rows, gboolean rings, GError **error)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (wrapped_free);
  g_autoptr (GError) err = NULL;

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    Wrapped *row = g_new0 (Wrapped, 1);

    row->number = foyer_rows_int (rows, 0);
    row->wrapped = foyer_rows_blob (rows, 1);
    g_ptr_array_add (taken, row);
    if (rings) {
      gint64 dirty = foyer_rows_int (rows, 2);
      g_autoptr (GBytes) tag = foyer_rows_blob (rows, 3);
      g_autoptr (GBytes) right = ring_tag (db, row->number, row->wrapped, dirty);

      row->was_changed = !foyer_seal_tag_fits (tag, right);
      row->dirty = dirty != 0 || row->was_changed;
    }
  }
  if (err == NULL)
    return g_steal_pointer (&taken);
  g_propagate_error (error, g_steal_pointer (&err));
  return NULL;
}

static GPtrArray *
read_keys (FoyerDb *db, guint64 ring, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT key, wrapped FROM sealkey WHERE key >= $1 AND key < $2",
                      foyer_int (RING_FIRST (ring)),
                      foyer_int (RING_END (ring)));

  return take_rows (db, rows, FALSE, error);
}

static GPtrArray *
read_rings (FoyerDb *db, gint64 after, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT ring, wrapped, dirty, open_tag FROM ring"
                                               " WHERE ring > $1 ORDER BY ring",
                                               foyer_int (after));

  return take_rows (db, rows, TRUE, error);
}

static gboolean
write_ring (FoyerDb *db, guint64 ring, GBytes *wrapped, GError **error)
{
  g_autoptr (GBytes) tag = ring_tag (db, ring, wrapped, FALSE);

  db->ring_marked = -1; /* it is clean again */
  return foyer_db_exec (db,
                        error,
                        "UPDATE ring SET wrapped = $2, dirty = 0, open_tag = $3 WHERE ring = $1",
                        foyer_int (ring),
                        foyer_blob (wrapped),
                        foyer_blob (tag));
}

/* A key that does not open stays as it is: damaged. */
static gboolean
rewind_keys (FoyerDb *db, GPtrArray *keys, const guint8 *next, GError **error)
{
  for (guint i = 0; i < keys->len; i++) {
    const Wrapped *key = g_ptr_array_index (keys, i);
    g_autoptr (GBytes) rewound =
        foyer_vault_rewind_key (db->vault, key->number, key->wrapped, next);

    if (rewound != NULL
        && !foyer_db_exec (db,
                           error,
                           "UPDATE sealkey SET wrapped = $2 WHERE key = $1",
                           foyer_int (key->number),
                           foyer_blob (rewound)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
rewind_ring (FoyerDb *db, guint64 ring, GError **error)
{
  guint8 next[FOYER_KEY_SIZE];
  g_autoptr (GPtrArray) keys = read_keys (db, ring, error);
  g_autoptr (GBytes) wrapped = NULL;
  gboolean done;

  if (keys == NULL)
    return FALSE;
  db->has_drawn = TRUE;
  wrapped = foyer_vault_draw_ring (db->vault, ring, next);
  done = rewind_keys (db, keys, next, error) && write_ring (db, ring, wrapped, error)
         && foyer_vault_take_ring (db->vault, ring, wrapped);
  explicit_bzero (next, sizeof next);
  return done;
}

static gboolean
delete_ring (FoyerDb *db, guint64 ring, GError **error)
{
  db->ring_marked = -1;
  foyer_vault_drop_ring (db->vault, ring);
  return foyer_db_exec (db, error, "DELETE FROM ring WHERE ring = $1", foyer_int (ring));
}

/* Rings without keys all go at once: after a great deletion there are many. One whose mark was
 * changed stays: of its keys nobody knows whether they went rightly. */
static gboolean
delete_empty (FoyerDb *db, GPtrArray *rings, GError **error)
{
  for (guint i = 0; i < rings->len; i++) {
    Wrapped *row = g_ptr_array_index (rings, i);
    gboolean empty = FALSE;

    if (!row->dirty || row->was_changed)
      continue;
    if (!foyer_keys_is_empty (db, row->number, &empty, error)
        || (empty && !delete_ring (db, row->number, error)))
      return FALSE;
    row->dirty = row->dirty && !empty;
  }
  return TRUE;
}

gboolean
foyer_rings_rewind (FoyerDb *db, gint64 now, gint64 *after, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) rings = read_rings (db, *after, error);

  *more = FALSE;
  if (rings == NULL || (*after < 0 && !delete_empty (db, rings, error)))
    return FALSE;
  for (guint i = 0; i < rings->len; i++) {
    const Wrapped *row = g_ptr_array_index (rings, i);

    if (row->dirty && foyer_vault_take_ring (db->vault, row->number, row->wrapped)) {
      *after = row->number;
      *more = TRUE;
      return (!row->was_changed || foyer_audit_append (db, "ring-was-changed", NULL, now, error))
             && rewind_ring (db, row->number, error);
    }
  }
  return TRUE;
}

gboolean
foyer_rings_rewrap (FoyerDb *db, const FoyerSecret *next, gboolean *dirty, GError **error)
{
  g_autoptr (GPtrArray) rings = read_rings (db, -1, error);

  *dirty = FALSE;
  if (rings == NULL)
    return FALSE;
  for (guint i = 0; i < rings->len; i++) {
    const Wrapped *row = g_ptr_array_index (rings, i);
    g_autoptr (GBytes) rewrapped =
        foyer_vault_rewrap_ring (db->vault, row->number, row->wrapped, next);

    if (rewrapped == NULL)
      continue;
    *dirty = row->dirty;
    if (*dirty)
      return TRUE;
    if (!write_ring (db, row->number, rewrapped, error))
      return FALSE;
  }
  return TRUE;
}

GArray *
foyer_rings_list_damaged (FoyerDb *db, GError **error)
{
  g_autoptr (GPtrArray) rings = read_rings (db, G_MININT64, error);
  g_autoptr (GArray) damaged = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rings == NULL)
    return NULL;
  for (guint i = 0; i < rings->len; i++) {
    const Wrapped *row = g_ptr_array_index (rings, i);

    if (row->was_changed || !foyer_vault_take_ring (db->vault, row->number, row->wrapped))
      g_array_append_val (damaged, row->number);
  }
  return foyer_keys_list_lost_rings (db, damaged, error) ? g_steal_pointer (&damaged) : NULL;
}

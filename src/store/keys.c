/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-keys"

#include "store/keys.h"

#include <string.h>

/* Every query on the sealkey and ring tables. */

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
foyer_keys_take_ring (FoyerDb *db, guint64 ring, gboolean *there, gboolean *opened, GError **error)
{
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT wrapped FROM ring WHERE ring = $1", foyer_int (ring));

  if (rows == NULL)
    return FALSE;
  *there = foyer_rows_next (rows, &err);
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  wrapped = *there ? foyer_rows_blob (rows, 0) : NULL;
  *opened = foyer_vault_take_ring (db->vault, ring, wrapped);
  return TRUE;
}

static gboolean
make_ring (FoyerDb *db, guint64 ring, GError **error)
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

gboolean
foyer_keys_make_first (FoyerDb *db, GError **error)
{
  return make_ring (db, 0, error);
}

/* What is in memory may be a key that another process has replaced since: before something is
 * sealed under it, it is read once in each transaction. */
static gboolean
prepare_ring (FoyerDb *db, guint64 ring, gboolean *usable, GError **error)
{
  gboolean there = FALSE;

  *usable = TRUE;
  if (db->ring_in_use == (gint64) ring && foyer_vault_has_ring (db->vault, ring))
    return TRUE;
  if (!foyer_keys_take_ring (db, ring, &there, usable, error))
    return FALSE;
  if (!there) {
    *usable = TRUE;
    if (!make_ring (db, ring, error))
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

    if (foyer_keys_take_ring (db, place.key >> FOYER_RING_SHIFT, &there, &opened, NULL) && opened)
      plain = foyer_vault_open (db->vault, &place, wrapped, sealed);
  }
  return plain != NULL ? foyer_record_parse (plain) : NULL;
}

gboolean
foyer_keys_retire (FoyerDb *db, gint64 key, GError **error)
{
  guint64 ring = key >> FOYER_RING_SHIFT;
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) tag = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = NULL;

  if (!drop_key (db, key, error))
    return FALSE;
  if (db->ring_marked == (gint64) ring)
    return TRUE;
  rows = foyer_db_query (db,
                         error,
                         "SELECT wrapped FROM ring WHERE ring = $1 AND dirty = 0",
                         foyer_int (ring));
  if (rows == NULL)
    return FALSE;
  db->ring_marked = ring;
  if (!foyer_rows_next (rows, &err)) {
    if (err == NULL)
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  wrapped = foyer_rows_blob (rows, 0);
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

      row->was_changed = !g_bytes_equal (tag, right);
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
  if (keys->len == 0) {
    foyer_vault_drop_ring (db->vault, ring);
    return foyer_db_exec (db, error, "DELETE FROM ring WHERE ring = $1", foyer_int (ring));
  }
  db->has_drawn = TRUE;
  wrapped = foyer_vault_draw_ring (db->vault, ring, next);
  done = rewind_keys (db, keys, next, error) && write_ring (db, ring, wrapped, error)
         && foyer_vault_take_ring (db->vault, ring, wrapped);
  explicit_bzero (next, sizeof next);
  return done;
}

/* Rings without keys all go at once: after a great deletion there are many. */
static gboolean
drop_empty_rings (FoyerDb *db, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "DELETE FROM ring WHERE dirty = 1 AND NOT EXISTS (SELECT 1 FROM sealkey"
                        " WHERE key >= ring.ring * $1 AND key < (ring.ring + 1) * $1)",
                        foyer_int (1 << FOYER_RING_SHIFT));
}

gboolean
foyer_keys_rewind (FoyerDb *db, gint64 *after, gboolean *more, GError **error)
{
  g_autoptr (GPtrArray) rings = NULL;

  *more = FALSE;
  if (*after < 0 && !drop_empty_rings (db, error))
    return FALSE;
  rings = read_rings (db, *after, error);
  if (rings == NULL)
    return FALSE;
  for (guint i = 0; i < rings->len; i++) {
    const Wrapped *row = g_ptr_array_index (rings, i);

    if (row->dirty && foyer_vault_take_ring (db->vault, row->number, row->wrapped)) {
      *after = row->number;
      *more = TRUE;
      return rewind_ring (db, row->number, error);
    }
  }
  return TRUE;
}

gboolean
foyer_keys_rewrap (FoyerDb *db, const FoyerSecret *next, gboolean *dirty, GError **error)
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

/* Adds the one number of each row. */
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

/* Rings that have keys, but no row: what is in memory hides it. */
static gboolean
add_missing_rings (FoyerDb *db, GArray *damaged, GError **error)
{
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT DISTINCT key / $1 FROM sealkey WHERE NOT EXISTS"
                      " (SELECT 1 FROM ring WHERE ring.ring = sealkey.key / $1)",
                      foyer_int (1 << FOYER_RING_SHIFT));

  return add_numbers (damaged, rows, error);
}

GArray *
foyer_keys_list_damaged_rings (FoyerDb *db, GError **error)
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
  return add_missing_rings (db, damaged, error) ? g_steal_pointer (&damaged) : NULL;
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

void
foyer_keys_ended (FoyerDb *db, gboolean kept)
{
  if (!kept && db->has_drawn)
    foyer_vault_forget (db->vault);
  db->has_drawn = FALSE;
  db->ring_in_use = -1;
  db->ring_marked = -1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-witness"

#include <string.h>

#include "store/db.h"
#include "vault/vault.h"
#include "witness-private.h"

static void
seen_secret_free (gpointer data)
{
  SeenSecret *seen = data;

  g_free (seen->bytes);
  g_free (seen);
}

Witness *
witness_new (House *house)
{
  Witness *witness = g_new0 (Witness, 1);

  witness->house = house;
  witness->swaps = -1;
  witness->texts = g_ptr_array_new_with_free_func (g_free);
  witness->secrets = g_ptr_array_new_with_free_func (seen_secret_free);
  witness->rings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  witness->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  witness->old_rings = g_ptr_array_new_with_free_func (g_free);
  witness->retired = g_ptr_array_new_with_free_func (g_free);
  witness->dead = g_ptr_array_new_with_free_func (g_free);
  witness_look (witness);
  return witness;
}

void
witness_hear (Witness *witness, const char *text)
{
  g_assert_cmpuint (strlen (text), >=, sizeof (guint64));
  g_ptr_array_add (witness->texts, g_strdup (text));
}

/* After a swap there is one secret, and it is a new one. */
static void
take_secret (Witness *witness)
{
  g_autoptr (GError) err = NULL;
  const FoyerHolderPlace *place = foyer_vault_place (witness->house->desk->vault, &err);
  guint before = witness->secrets->len;

  g_assert_no_error (err);
  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    SeenSecret *seen = g_new0 (SeenSecret, 1);
    g_autofree char *path = g_strdup_printf ("%s/kek.%d", place->folder, slot);

    foyer_holder_file.load (place, slot, &seen->secret, &err);
    g_assert_no_error (err);
    if (seen->secret.state != FOYER_SLOT_FULL) {
      g_assert_cmpint (seen->secret.state, ==, FOYER_SLOT_EMPTY);
      g_free (seen);
      continue;
    }
    g_assert_true (g_file_get_contents (path, &seen->bytes, &seen->size, NULL));
    g_ptr_array_add (witness->secrets, seen);
  }
  g_assert_cmpuint (witness->secrets->len, ==, before + 1);
}

/* A key as its table has it now; @old: where to put what stood there before, or %NULL. */
static Seen *
see (GHashTable *table,
     guint64 number,
     GBytes *wrapped,
     guint look,
     GPtrArray *old,
     gboolean *is_new)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (wrapped, &size);
  Seen *seen = g_hash_table_lookup (table, &number);

  g_assert_cmpuint (size, ==, FOYER_WRAPPED_SIZE);
  *is_new = seen == NULL || memcmp (seen->wrapped, bytes, size) != 0;
  if (seen != NULL && *is_new && old != NULL)
    g_ptr_array_add (old, g_memdup2 (seen, sizeof *seen));
  if (seen == NULL) {
    seen = g_new0 (Seen, 1);
    seen->number = number;
    g_hash_table_insert (table, &seen->number, seen);
  }
  memcpy (seen->wrapped, bytes, size);
  seen->look = look;
  return seen;
}

/* What was not seen this time is not there any more. */
static void
put_away (GHashTable *table, guint look, GPtrArray *gone)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Seen *seen = value;

    if (seen->look == look)
      continue;
    g_hash_table_iter_steal (&iter);
    g_ptr_array_add (gone, seen);
  }
}

static void
see_rings (Witness *witness)
{
  const SeenSecret *living = g_ptr_array_index (witness->secrets, witness->secrets->len - 1);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (witness->house->desk, &err, "SELECT ring, wrapped FROM ring");

  g_assert_no_error (err);
  while (foyer_rows_next (rows, &err)) {
    g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 1);
    gboolean is_new;
    Seen *seen = see (witness->rings,
                      foyer_rows_int (rows, 0),
                      wrapped,
                      witness->looks,
                      witness->old_rings,
                      &is_new);

    if (is_new)
      g_assert_true (foyer_seal_unwrap_ring_key (seen->plain,
                                                 seen->wrapped,
                                                 FOYER_WRAPPED_SIZE,
                                                 seen->number,
                                                 living->secret.id,
                                                 living->secret.kek));
  }
  g_assert_no_error (err);
  put_away (witness->rings, witness->looks, witness->old_rings);
}

static void
see_keys (Witness *witness)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (witness->house->desk, &err, "SELECT key, wrapped FROM sealkey");

  g_assert_no_error (err);
  while (foyer_rows_next (rows, &err)) {
    g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 1);
    gboolean is_new;
    Seen *seen =
        see (witness->keys, foyer_rows_int (rows, 0), wrapped, witness->looks, NULL, &is_new);
    guint64 ring = seen->number >> FOYER_RING_SHIFT;
    const Seen *under = g_hash_table_lookup (witness->rings, &ring);

    g_assert_nonnull (under);
    if (is_new)
      g_assert_true (foyer_seal_unwrap_record_key (seen->plain,
                                                   seen->wrapped,
                                                   FOYER_WRAPPED_SIZE,
                                                   seen->number,
                                                   under->plain));
  }
  g_assert_no_error (err);
  put_away (witness->keys, witness->looks, witness->retired);
}

void
witness_condemn (Witness *witness)
{
  g_ptr_array_extend_and_steal (witness->dead, g_steal_pointer (&witness->retired));
  witness->retired = g_ptr_array_new_with_free_func (g_free);
}

void
witness_look (Witness *witness)
{
  gint64 swaps = house_count (witness->house, "SELECT swaps FROM vault");

  witness->looks++;
  if (swaps != witness->swaps) {
    take_secret (witness);
    witness_condemn (witness);
    witness->swaps = swaps;
  }
  see_rings (witness);
  see_keys (witness);
}

void
witness_free (Witness *witness)
{
  if (witness == NULL)
    return;
  g_ptr_array_unref (witness->texts);
  g_ptr_array_unref (witness->secrets);
  g_hash_table_unref (witness->rings);
  g_hash_table_unref (witness->keys);
  g_ptr_array_unref (witness->old_rings);
  g_ptr_array_unref (witness->retired);
  g_ptr_array_unref (witness->dead);
  g_free (witness);
}

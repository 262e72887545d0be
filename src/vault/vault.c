/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-vault"

#include "vault/vault.h"

#include <sodium.h>
#include <string.h>

/* The most of a row that is hashed in one piece. */
#define TAG_ROOM 512

/* Debian lets a program lock 8 MiB; this is some 130 KiB. */
typedef struct {
  guint8 kek[FOYER_KEY_SIZE];
  guint8 column[FOYER_KEY_SIZE];
  guint8 record[FOYER_KEY_SIZE];
  guint8 rings[FOYER_VAULT_RINGS_MAX][FOYER_KEY_SIZE];
} Keys;

struct _FoyerVault {
  char *folder;
  char *tpm;
  FoyerHolderPlace *place; /* with the pepper, and so in locked memory, too */
  gboolean has_place;
  gboolean has_pepper;

  Keys *keys;
  gboolean has_kek;
  gboolean has_column;
  guint8 kek_id[FOYER_ID_SIZE];
  GHashTable *rings;       /* number -> its place in keys->rings, from 1 */
  guint next;              /* place */
  guint8 tagged[TAG_ROOM]; /* what is not hashed yet: most rows are, at once */
  gsize n_tagged;
  gboolean is_long; /* the state has what came before */
  crypto_generichash_state tag;
};

FoyerVault *
foyer_vault_new (const char *folder, const char *tpm, GError **error)
{
  gboolean ready = sodium_init () >= 0;
  Keys *keys = ready ? sodium_malloc (sizeof (Keys)) : NULL;
  FoyerHolderPlace *place = ready ? sodium_malloc (sizeof (FoyerHolderPlace)) : NULL;
  FoyerVault *vault;

  if (keys == NULL || place == NULL) {
    sodium_free (keys);
    sodium_free (place);
    g_set_error (error, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED, "There is no memory for keys");
    return NULL;
  }
  vault = g_aligned_alloc0 (1, sizeof *vault, 64); /* as the hash state wants it */
  vault->folder = g_strdup (folder);
  vault->tpm = g_strdup (tpm);
  vault->keys = keys;
  vault->place = place;
  vault->rings = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  foyer_vault_forget (vault);
  return vault;
}

void
foyer_vault_free (FoyerVault *vault)
{
  if (vault == NULL)
    return;
  sodium_free (vault->keys); /* wipes */
  sodium_free (vault->place);
  g_hash_table_unref (vault->rings);
  g_free (vault->folder);
  g_free (vault->tpm);
  g_aligned_free (vault);
}

void
foyer_vault_forget (FoyerVault *vault)
{
  sodium_memzero (vault->keys, sizeof (Keys));
  g_hash_table_remove_all (vault->rings);
  vault->next = 0;
  vault->has_kek = FALSE;
  vault->has_column = FALSE;
}

const FoyerHolderPlace *
foyer_vault_place (FoyerVault *vault, GError **error)
{
  if (vault->has_place)
    return vault->place;
  if (!foyer_holder_read_pepper (vault->place->pepper, &vault->has_pepper, error))
    return NULL;
  vault->place->folder = vault->folder;
  vault->place->tpm = vault->tpm;
  vault->has_place = TRUE;
  return vault->place;
}

gboolean
foyer_vault_has_pepper (FoyerVault *vault)
{
  return foyer_vault_place (vault, NULL) != NULL && vault->has_pepper;
}

gboolean
foyer_vault_find_slot (FoyerVault *vault,
                       FoyerHolderKind kind,
                       const guint8 *kek_id,
                       int *slot,
                       FoyerSecret *secret,
                       GError **error)
{
  const FoyerHolder *holder = foyer_holder_get (kind);
  const FoyerHolderPlace *place = foyer_vault_place (vault, error);
  g_autoptr (GError) err = NULL;

  if (place == NULL)
    return FALSE;
  /* A slot that cannot be read does not hide the other one */
  for (*slot = 0; *slot < FOYER_HOLDER_SLOTS; ++*slot) {
    if (!holder->load (place, *slot, secret, err == NULL ? &err : NULL))
      continue;
    if (secret->state == FOYER_SLOT_FULL && memcmp (secret->id, kek_id, FOYER_ID_SIZE) == 0)
      return TRUE;
    sodium_memzero (secret, sizeof *secret);
  }
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  g_set_error (error,
               FOYER_VAULT_ERROR,
               FOYER_VAULT_ERROR_MISSING,
               kind == FOYER_HOLDER_TPM ? "the TPM holds no key of this store"
                                        : "neither kek.0 nor kek.1 is a key of this store");
  return FALSE;
}

void
foyer_vault_take (FoyerVault *vault, FoyerSecret *secret)
{
  foyer_vault_forget (vault);
  memcpy (vault->keys->kek, secret->kek, FOYER_KEY_SIZE);
  memcpy (vault->kek_id, secret->id, FOYER_ID_SIZE);
  vault->has_kek = TRUE;
  sodium_memzero (secret, sizeof *secret);
}

gboolean
foyer_vault_is (FoyerVault *vault, const guint8 *kek_id)
{
  return vault->has_kek && memcmp (vault->kek_id, kek_id, FOYER_ID_SIZE) == 0;
}

gboolean
foyer_vault_take_column_key (FoyerVault *vault, GBytes *key)
{
  if (key == NULL || g_bytes_get_size (key) != FOYER_KEY_SIZE)
    return FALSE;
  memcpy (vault->keys->column, g_bytes_get_data (key, NULL), FOYER_KEY_SIZE);
  vault->has_column = TRUE;
  return TRUE;
}

gboolean
foyer_vault_has_column_key (FoyerVault *vault)
{
  return vault->has_column;
}

static guint8 *
find_ring (FoyerVault *vault, guint64 ring)
{
  guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (vault->rings, &ring));

  return nth != 0 ? vault->keys->rings[nth - 1] : NULL;
}

/* Where all places are taken, all are freed: what is in use comes back at once. */
static guint8 *
keep_ring (FoyerVault *vault, guint64 ring, const guint8 *key)
{
  guint8 *at = find_ring (vault, ring);

  if (at == NULL) {
    if (vault->next == FOYER_VAULT_RINGS_MAX) {
      g_hash_table_remove_all (vault->rings);
      sodium_memzero (vault->keys->rings, sizeof vault->keys->rings);
      vault->next = 0;
    }
    at = vault->keys->rings[vault->next++];
    g_hash_table_insert (vault->rings,
                         g_memdup2 (&ring, sizeof ring),
                         GUINT_TO_POINTER (vault->next));
  }
  memcpy (at, key, FOYER_KEY_SIZE);
  return at;
}

gboolean
foyer_vault_has_ring (FoyerVault *vault, guint64 ring)
{
  return find_ring (vault, ring) != NULL;
}

static gboolean
unwrap_ring (FoyerVault *vault, guint64 ring, GBytes *wrapped, guint8 *key)
{
  gsize size = 0;
  const guint8 *bytes = wrapped != NULL ? g_bytes_get_data (wrapped, &size) : NULL;

  return foyer_seal_unwrap_ring_key (key, bytes, size, ring, vault->kek_id, vault->keys->kek);
}

gboolean
foyer_vault_take_ring (FoyerVault *vault, guint64 ring, GBytes *wrapped)
{
  guint8 key[FOYER_KEY_SIZE];
  gboolean opened = wrapped != NULL && vault->has_kek && unwrap_ring (vault, ring, wrapped, key);

  if (opened)
    keep_ring (vault, ring, key);
  sodium_memzero (key, sizeof key);
  return opened;
}

GBytes *
foyer_vault_draw_ring (FoyerVault *vault, guint64 ring, guint8 *key)
{
  guint8 *wrapped = g_malloc (FOYER_WRAPPED_SIZE);

  randombytes_buf (key, FOYER_KEY_SIZE);
  foyer_seal_wrap_ring_key (wrapped, key, ring, vault->kek_id, vault->keys->kek);
  return g_bytes_new_take (wrapped, FOYER_WRAPPED_SIZE);
}

GBytes *
foyer_vault_make_ring (FoyerVault *vault, guint64 ring)
{
  guint8 key[FOYER_KEY_SIZE];
  GBytes *wrapped = foyer_vault_draw_ring (vault, ring, key);

  keep_ring (vault, ring, key);
  sodium_memzero (key, sizeof key);
  return wrapped;
}

void
foyer_vault_drop_ring (FoyerVault *vault, guint64 ring)
{
  guint8 *at = find_ring (vault, ring);

  if (at != NULL)
    sodium_memzero (at, FOYER_KEY_SIZE);
  g_hash_table_remove (vault->rings, &ring);
}

GBytes *
foyer_vault_rewind_key (FoyerVault *vault, guint64 number, GBytes *wrapped, const guint8 *next)
{
  const guint8 *ring = find_ring (vault, number >> FOYER_RING_SHIFT);
  gsize size = 0;
  const guint8 *bytes = wrapped != NULL ? g_bytes_get_data (wrapped, &size) : NULL;
  guint8 *rewound;

  if (ring == NULL
      || !foyer_seal_unwrap_record_key (vault->keys->record, bytes, size, number, ring))
    return NULL;
  rewound = g_malloc (FOYER_WRAPPED_SIZE);
  foyer_seal_wrap_record_key (rewound, vault->keys->record, number, next);
  sodium_memzero (vault->keys->record, FOYER_KEY_SIZE);
  return g_bytes_new_take (rewound, FOYER_WRAPPED_SIZE);
}

GBytes *
foyer_vault_rewrap_ring (FoyerVault *vault, guint64 ring, GBytes *wrapped, const FoyerSecret *next)
{
  guint8 key[FOYER_KEY_SIZE];
  guint8 *rewrapped = NULL;

  if (unwrap_ring (vault, ring, wrapped, key)) {
    rewrapped = g_malloc (FOYER_WRAPPED_SIZE);
    foyer_seal_wrap_ring_key (rewrapped, key, ring, next->id, next->kek);
  }
  sodium_memzero (key, sizeof key);
  return rewrapped != NULL ? g_bytes_new_take (rewrapped, FOYER_WRAPPED_SIZE) : NULL;
}

GBytes *
foyer_vault_seal (FoyerVault *vault, const FoyerSealPlace *place, GBytes *plain, GBytes **wrapped)
{
  const guint8 *ring = find_ring (vault, place->key >> FOYER_RING_SHIFT);
  guint8 *bytes;
  GBytes *sealed;

  g_return_val_if_fail (ring != NULL, NULL);

  bytes = g_malloc (FOYER_WRAPPED_SIZE);
  randombytes_buf (vault->keys->record, FOYER_KEY_SIZE);
  foyer_seal_wrap_record_key (bytes, vault->keys->record, place->key, ring);
  *wrapped = g_bytes_new_take (bytes, FOYER_WRAPPED_SIZE);
  sealed = foyer_seal (place, vault->keys->record, plain);
  sodium_memzero (vault->keys->record, FOYER_KEY_SIZE);
  return sealed;
}

GBytes *
foyer_vault_open (FoyerVault *vault, const FoyerSealPlace *place, GBytes *wrapped, GBytes *sealed)
{
  const guint8 *ring = find_ring (vault, place->key >> FOYER_RING_SHIFT);
  GBytes *plain = NULL;
  gsize size;
  const guint8 *bytes;

  if (ring == NULL || wrapped == NULL || sealed == NULL)
    return NULL;
  bytes = g_bytes_get_data (wrapped, &size);
  if (foyer_seal_unwrap_record_key (vault->keys->record, bytes, size, place->key, ring))
    plain = foyer_seal_open (place, vault->keys->record, sealed);
  sodium_memzero (vault->keys->record, FOYER_KEY_SIZE);
  return plain;
}

static void
hash_tagged (FoyerVault *vault)
{
  if (!vault->is_long)
    crypto_generichash_init (&vault->tag, vault->keys->column, FOYER_KEY_SIZE, FOYER_OPEN_TAG_SIZE);
  vault->is_long = TRUE;
  crypto_generichash_update (&vault->tag, vault->tagged, vault->n_tagged);
  vault->n_tagged = 0;
}

static void
put_tagged (FoyerVault *vault, gconstpointer bytes, gsize size)
{
  if (size > TAG_ROOM - vault->n_tagged)
    hash_tagged (vault);
  if (size > TAG_ROOM) {
    crypto_generichash_update (&vault->tag, bytes, size);
    return;
  }
  memcpy (vault->tagged + vault->n_tagged, bytes, size);
  vault->n_tagged += size;
}

void
foyer_vault_tag (FoyerVault *vault, FoyerSealKind kind, const guint8 *id)
{
  guint8 begin = kind;

  vault->n_tagged = 0;
  vault->is_long = FALSE;
  put_tagged (vault, &begin, 1);
  put_tagged (vault, id, FOYER_ID_SIZE);
}

/* Each column begins with its length, so that no two rows give the same bytes. */
void
foyer_vault_tag_bytes (FoyerVault *vault, gconstpointer bytes, gsize size)
{
  guint64 head = GUINT64_TO_LE (bytes != NULL ? (guint64) size : G_MAXUINT64);

  put_tagged (vault, &head, sizeof head);
  if (bytes != NULL)
    put_tagged (vault, bytes, size);
}

void
foyer_vault_tag_int (FoyerVault *vault, gint64 integer)
{
  gint64 little = GINT64_TO_LE (integer);

  foyer_vault_tag_bytes (vault, &little, sizeof little);
}

void
foyer_vault_tag_text (FoyerVault *vault, const char *text)
{
  foyer_vault_tag_bytes (vault, text, text != NULL ? strlen (text) : 0);
}

void
foyer_vault_tag_blob (FoyerVault *vault, GBytes *blob)
{
  gsize size = 0;
  gconstpointer bytes = blob != NULL ? g_bytes_get_data (blob, &size) : NULL;

  foyer_vault_tag_bytes (vault, blob != NULL && bytes == NULL ? "" : bytes, size);
}

GBytes *
foyer_vault_tag_end (FoyerVault *vault)
{
  guint8 tag[FOYER_OPEN_TAG_SIZE];

  if (vault->is_long) {
    hash_tagged (vault);
    crypto_generichash_final (&vault->tag, tag, sizeof tag);
  } else
    crypto_generichash (tag,
                        sizeof tag,
                        vault->tagged,
                        vault->n_tagged,
                        vault->keys->column,
                        FOYER_KEY_SIZE);
  return g_bytes_new (tag, sizeof tag);
}

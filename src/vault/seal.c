/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-seal"

#include "vault/seal.h"

#include <sodium.h>
#include <string.h>

#define NONCE crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG crypto_aead_xchacha20poly1305_ietf_ABYTES
#define WRAP_DATA 32
#define SEAL_DATA 48
#define FORMAT 1
#define TEXTS 64
#define PICTURES 4096

G_STATIC_ASSERT (FOYER_WRAPPED_SIZE == NONCE + FOYER_KEY_SIZE + TAG);
G_STATIC_ASSERT (FOYER_SEALED_OVERHEAD == 1 + NONCE + TAG);

static void
put_u64 (guint8 *at, guint64 number)
{
  guint64 little = GUINT64_TO_LE (number);

  memcpy (at, &little, sizeof little);
}

static void
wrap (guint8 *wrapped, const guint8 *key, const guint8 data[WRAP_DATA], const guint8 *under)
{
  randombytes_buf (wrapped, NONCE);
  crypto_aead_xchacha20poly1305_ietf_encrypt (wrapped + NONCE,
                                              NULL,
                                              key,
                                              FOYER_KEY_SIZE,
                                              data,
                                              WRAP_DATA,
                                              NULL,
                                              wrapped,
                                              under);
}

static gboolean
unwrap (guint8 *key,
        const guint8 *wrapped,
        gsize size,
        const guint8 data[WRAP_DATA],
        const guint8 *under)
{
  return size == FOYER_WRAPPED_SIZE
         && crypto_aead_xchacha20poly1305_ietf_decrypt (key,
                                                        NULL,
                                                        NULL,
                                                        wrapped + NONCE,
                                                        size - NONCE,
                                                        data,
                                                        WRAP_DATA,
                                                        wrapped,
                                                        under)
                == 0;
}

static void
describe_record_key (guint8 data[WRAP_DATA], guint64 number)
{
  memcpy (data, "foyer-rk", 8);
  put_u64 (data + 8, number);
  put_u64 (data + 16, number >> FOYER_RING_SHIFT);
  put_u64 (data + 24, 0);
}

static void
describe_ring_key (guint8 data[WRAP_DATA], guint64 ring, const guint8 *kek_id)
{
  memcpy (data, "foyer-ri", 8);
  put_u64 (data + 8, ring);
  memcpy (data + 16, kek_id, FOYER_ID_SIZE);
}

void
foyer_seal_wrap_record_key (guint8 *wrapped,
                            const guint8 *key,
                            guint64 number,
                            const guint8 *ring_key)
{
  guint8 data[WRAP_DATA];

  describe_record_key (data, number);
  wrap (wrapped, key, data, ring_key);
}

gboolean
foyer_seal_unwrap_record_key (guint8 *key,
                              gconstpointer wrapped,
                              gsize size,
                              guint64 number,
                              const guint8 *ring_key)
{
  guint8 data[WRAP_DATA];

  describe_record_key (data, number);
  return unwrap (key, wrapped, size, data, ring_key);
}

void
foyer_seal_wrap_ring_key (guint8 *wrapped,
                          const guint8 *ring_key,
                          guint64 ring,
                          const guint8 *kek_id,
                          const guint8 *kek)
{
  guint8 data[WRAP_DATA];

  describe_ring_key (data, ring, kek_id);
  wrap (wrapped, ring_key, data, kek);
}

gboolean
foyer_seal_unwrap_ring_key (guint8 *ring_key,
                            gconstpointer wrapped,
                            gsize size,
                            guint64 ring,
                            const guint8 *kek_id,
                            const guint8 *kek)
{
  guint8 data[WRAP_DATA];

  describe_ring_key (data, ring, kek_id);
  return unwrap (ring_key, wrapped, size, data, kek);
}

static void
describe_seal (guint8 data[SEAL_DATA], const FoyerSealPlace *place)
{
  memset (data, 0, SEAL_DATA);
  memcpy (data, "foyer1", 6);
  data[6] = place->kind;
  data[7] = FORMAT;
  memcpy (data + 8, place->id, FOYER_ID_SIZE);
  put_u64 (data + 24, place->key);
}

static gsize
block_of (FoyerSealKind kind)
{
  return kind == FOYER_SEAL_PHOTO || kind == FOYER_SEAL_SIGNATURE ? PICTURES : TEXTS;
}

gboolean
foyer_seal_tag_fits (GBytes *stored, GBytes *right)
{
  gsize size;
  gsize length = 0;
  gconstpointer wanted = g_bytes_get_data (right, &size);
  gconstpointer found = stored != NULL ? g_bytes_get_data (stored, &length) : NULL;

  return found != NULL && length == size && sodium_memcmp (found, wanted, size) == 0;
}

typedef struct {
  guint8 *bytes;
  gsize all;
} Wiped;

static void
wipe (gpointer data)
{
  Wiped *wiped = data;

  sodium_memzero (wiped->bytes, wiped->all);
  g_free (wiped->bytes);
  g_free (wiped);
}

GBytes *
foyer_seal_wiped (guint8 *bytes, gsize size, gsize all)
{
  Wiped *wiped = g_new (Wiped, 1);

  *wiped = (Wiped){ bytes, all };
  return g_bytes_new_with_free_func (bytes, size, wipe, wiped);
}

GBytes *
foyer_seal (const FoyerSealPlace *place, const guint8 *key, GBytes *plain)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);
  gsize block = block_of (place->kind);
  gsize padded = (size / block + 1) * block;
  guint8 *sealed = g_malloc (padded + FOYER_SEALED_OVERHEAD);
  guint8 *text = sealed + 1 + NONCE; /* is encrypted where it stands */
  guint8 data[SEAL_DATA];

  describe_seal (data, place);
  sealed[0] = FORMAT;
  randombytes_buf (sealed + 1, NONCE);
  if (size > 0)
    memcpy (text, bytes, size);
  sodium_pad (&padded, text, size, block, padded);
  crypto_aead_xchacha20poly1305_ietf_encrypt (text,
                                              NULL,
                                              text,
                                              padded,
                                              data,
                                              SEAL_DATA,
                                              NULL,
                                              sealed + 1,
                                              key);
  return g_bytes_new_take (sealed, padded + FOYER_SEALED_OVERHEAD);
}

GBytes *
foyer_seal_open (const FoyerSealPlace *place, const guint8 *key, GBytes *sealed)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  guint8 data[SEAL_DATA];
  gsize padded;
  gsize plain = 0;
  guint8 *text;

  if (size <= FOYER_SEALED_OVERHEAD || bytes[0] != FORMAT)
    return NULL;
  padded = size - FOYER_SEALED_OVERHEAD;
  text = g_malloc (padded);
  describe_seal (data, place);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt (text,
                                                  NULL,
                                                  NULL,
                                                  bytes + 1 + NONCE,
                                                  padded + TAG,
                                                  data,
                                                  SEAL_DATA,
                                                  bytes + 1,
                                                  key)
          == 0
      && sodium_unpad (&plain, text, padded, block_of (place->kind)) == 0)
    return foyer_seal_wiped (text, plain, padded);
  sodium_memzero (text, padded);
  g_free (text);
  return NULL;
}

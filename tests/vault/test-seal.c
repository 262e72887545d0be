/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrapped and sealed, byte by byte: the layouts are built here a second time, by hand, and
 * opened with libsodium alone. Who changes seal.c so that this fails has made every store
 * unreadable. */

#include <sodium.h>
#include <string.h>

#include "vault/seal.h"

#define NONCE 24
#define TAG 16

static const guint8 record_key[FOYER_KEY_SIZE] = "a record's key, 32 bytes of it.";
static const guint8 ring_key[FOYER_KEY_SIZE] = "a ring's key, as long as that is";
static const guint8 kek[FOYER_KEY_SIZE] = "the key-encryption key: another";
static const guint8 id[FOYER_ID_SIZE] = "a record's id...";
static const guint8 kek_id[FOYER_ID_SIZE] = "the kek's own id";

static void
put_u64 (guint8 *at, guint64 number)
{
  for (int i = 0; i < 8; i++)
    at[i] = number >> (8 * i);
}

/* Opens with libsodium alone; NULL where it does not open. */
static GBytes *
open_by_hand (const guint8 *nonce,
              const guint8 *encrypted,
              gsize size,
              const guint8 *data,
              gsize data_size,
              const guint8 *key)
{
  guint8 *plain = g_malloc0 (size);

  if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain,
                                                  NULL,
                                                  NULL,
                                                  encrypted,
                                                  size,
                                                  data,
                                                  data_size,
                                                  nonce,
                                                  key)
      == 0)
    return g_bytes_new_take (plain, size - TAG);
  g_free (plain);
  return NULL;
}

static void
assert_bytes (GBytes *bytes, const void *expected, gsize size)
{
  g_assert_nonnull (bytes);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), expected, size);
}

static GBytes *
make_plain (gsize size)
{
  guint8 *plain = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    plain[i] = i * 7 + 1;
  return g_bytes_new_take (plain, size);
}

static void
test_a_wrapped_record_key_has_its_layout (void)
{
  static const guint64 numbers[] = { 1, 1023, 1024, 0x0102030405060708 };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++) {
    guint8 wrapped[FOYER_WRAPPED_SIZE];
    guint8 data[32] = "foyer-rk";
    g_autoptr (GBytes) key = NULL;

    put_u64 (data + 8, numbers[i]);
    put_u64 (data + 16, numbers[i] / 1024);
    put_u64 (data + 24, 0);
    foyer_seal_wrap_record_key (wrapped, record_key, numbers[i], ring_key);

    key = open_by_hand (wrapped, wrapped + NONCE, 32 + TAG, data, sizeof data, ring_key);
    assert_bytes (key, record_key, sizeof record_key);
  }
}

static void
test_a_wrapped_ring_key_has_its_layout (void)
{
  static const guint64 rings[] = { 0, 1, 0x0102030405060708 };

  for (gsize i = 0; i < G_N_ELEMENTS (rings); i++) {
    guint8 wrapped[FOYER_WRAPPED_SIZE];
    guint8 data[32] = "foyer-ri";
    g_autoptr (GBytes) key = NULL;

    put_u64 (data + 8, rings[i]);
    memcpy (data + 16, kek_id, 16);
    foyer_seal_wrap_ring_key (wrapped, ring_key, rings[i], kek_id, kek);

    key = open_by_hand (wrapped, wrapped + NONCE, 32 + TAG, data, sizeof data, kek);
    assert_bytes (key, ring_key, sizeof ring_key);
  }
}

/* What stands beside a sealed record of that place, unencrypted and never stored. */
static void
describe (guint8 data[48], const FoyerSealPlace *place, guint8 format)
{
  memset (data, 0, 48); /* the last 16: the site, none */
  memcpy (data, "foyer1", 6);
  data[6] = place->kind;
  data[7] = format;
  memcpy (data + 8, place->id, 16);
  put_u64 (data + 24, place->key);
}

/* The text, then one byte 0x80 and zeros to the end of the block. */
static void
assert_padded (GBytes *padded, GBytes *plain, gsize block)
{
  gsize size;
  gsize n;
  const guint8 *bytes = g_bytes_get_data (padded, &size);
  gconstpointer text = g_bytes_get_data (plain, &n);

  g_assert_cmpuint (size, ==, (n + block) / block * block);
  if (n > 0)
    g_assert_cmpmem (bytes, n, text, n);
  g_assert_cmphex (bytes[n], ==, 0x80);
  for (gsize i = n + 1; i < size; i++)
    g_assert_cmphex (bytes[i], ==, 0);
}

static void
test_a_sealed_record_has_its_layout_and_tells_no_length (void)
{
  static const gsize sizes[] = { 0, 1, 40, 63, 64, 65, 127, 128, 4095, 4096, 4097, 70000 };

  for (int kind = FOYER_SEAL_VISIT; kind <= FOYER_SEAL_REMEMBERED; kind++) {
    gsize block = kind == 2 || kind == 3 ? 4096 : 64; /* photo, signature */

    for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
      FoyerSealPlace place = { kind, id, 0x0102030405060708 };
      g_autoptr (GBytes) plain = make_plain (sizes[i]);
      g_autoptr (GBytes) sealed = foyer_seal (&place, record_key, plain);
      g_autoptr (GBytes) opened = foyer_seal_open (&place, record_key, sealed);
      g_autoptr (GBytes) padded = NULL;
      gsize size;
      const guint8 *bytes = g_bytes_get_data (sealed, &size);
      guint8 data[48];

      describe (data, &place, 1);
      g_assert_cmphex (bytes[0], ==, 1);
      padded = open_by_hand (bytes + 1, bytes + 1 + NONCE, size - 1 - NONCE, data, 48, record_key);
      assert_padded (padded, plain, block);
      g_assert_cmpuint (size, ==, g_bytes_get_size (padded) + FOYER_SEALED_OVERHEAD);
      g_assert_true (g_bytes_equal (opened, plain));
    }
  }
}

static gboolean
opens (FoyerSealKind kind, const guint8 *its_id, guint64 number, const guint8 *key, GBytes *sealed)
{
  FoyerSealPlace place = { kind, its_id, number };
  g_autoptr (GBytes) opened = foyer_seal_open (&place, key, sealed);

  return opened != NULL;
}

static void
test_a_record_opens_in_its_own_place_only (void)
{
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 5 };
  g_autoptr (GBytes) plain = make_plain (40);
  g_autoptr (GBytes) sealed = foyer_seal (&place, record_key, plain);

  g_assert_true (opens (FOYER_SEAL_VISIT, id, 5, record_key, sealed));
  for (int kind = 0; kind < 256; kind++) {
    if (kind != FOYER_SEAL_VISIT)
      g_assert_false (opens (kind, id, 5, record_key, sealed));
  }
  for (guint bit = 0; bit < 8 * FOYER_ID_SIZE; bit++) {
    guint8 other[FOYER_ID_SIZE];

    memcpy (other, id, sizeof other);
    other[bit / 8] ^= 1 << bit % 8;
    g_assert_false (opens (FOYER_SEAL_VISIT, other, 5, record_key, sealed));
  }
  for (guint bit = 0; bit < 64; bit++)
    g_assert_false (
        opens (FOYER_SEAL_VISIT, id, 5 ^ (G_GUINT64_CONSTANT (1) << bit), record_key, sealed));
  g_assert_false (opens (FOYER_SEAL_VISIT, id, 5, ring_key, sealed));
}

/* Sealed by hand, of whatever format, padded or not. */
static GBytes *
seal_by_hand (const FoyerSealPlace *place, guint8 format, const guint8 *text, gsize size)
{
  gsize length = 1 + NONCE + size + TAG;
  guint8 *sealed = g_malloc0 (length);
  guint8 data[48];

  describe (data, place, format);
  sealed[0] = format;
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + 1 + NONCE,
                                              NULL,
                                              text,
                                              size,
                                              data,
                                              sizeof data,
                                              NULL,
                                              sealed + 1,
                                              record_key);
  return g_bytes_new_take (sealed, length);
}

static void
test_what_was_sealed_in_another_way_does_not_open (void)
{
  FoyerSealPlace place = { FOYER_SEAL_HOST, id, 5 };
  guint8 right[64] = { 'Z', 'o', 0x80 };
  guint8 unpadded[64] = { 'Z', 'o' };
  g_autoptr (GBytes) sealed = seal_by_hand (&place, 1, right, 64);
  g_autoptr (GBytes) later = seal_by_hand (&place, 2, right, 64);
  g_autoptr (GBytes) bare = seal_by_hand (&place, 1, unpadded, 64);
  g_autoptr (GBytes) brief = seal_by_hand (&place, 1, right, 3);
  g_autoptr (GBytes) empty = seal_by_hand (&place, 1, right, 0);

  g_assert_true (opens (FOYER_SEAL_HOST, id, 5, record_key, sealed));
  g_assert_false (opens (FOYER_SEAL_HOST, id, 5, record_key, later));
  g_assert_false (opens (FOYER_SEAL_HOST, id, 5, record_key, bare));
  g_assert_false (opens (FOYER_SEAL_HOST, id, 5, record_key, brief));
  g_assert_false (opens (FOYER_SEAL_HOST, id, 5, record_key, empty));
}

static void
test_a_record_that_was_cut_lengthened_or_flipped_does_not_open (void)
{
  FoyerSealPlace place = { FOYER_SEAL_STAFF, id, 5 };
  g_autoptr (GBytes) plain = make_plain (100);
  g_autoptr (GBytes) sealed = foyer_seal (&place, record_key, plain);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sealed, &size);
  g_autofree guint8 *longer = g_malloc0 (size + 100);

  for (gsize i = 0; i < size; i++) {
    g_autoptr (GBytes) head = g_bytes_new (bytes, i);
    g_autoptr (GBytes) tail = g_bytes_new (bytes + size - i, i);

    g_assert_false (opens (FOYER_SEAL_STAFF, id, 5, record_key, head));
    g_assert_false (opens (FOYER_SEAL_STAFF, id, 5, record_key, tail));
  }
  memcpy (longer, bytes, size);
  for (gsize i = 1; i <= 100; i++) {
    g_autoptr (GBytes) more = g_bytes_new (longer, size + i);

    g_assert_false (opens (FOYER_SEAL_STAFF, id, 5, record_key, more));
  }
  for (gsize bit = 0; bit < 8 * size; bit++) {
    g_autoptr (GBytes) flipped = NULL;

    longer[bit / 8] ^= 1 << bit % 8;
    flipped = g_bytes_new (longer, size);
    longer[bit / 8] ^= 1 << bit % 8;
    g_assert_false (opens (FOYER_SEAL_STAFF, id, 5, record_key, flipped));
  }
}

/* Of a block of its own, so that a byte read beyond it is found. */
static gboolean
unwraps (gboolean is_ring, const guint8 *wrapped, gsize size, guint64 number, const guint8 *under)
{
  g_autofree guint8 *own = g_memdup2 (wrapped, MAX (size, 1));
  guint8 key[FOYER_KEY_SIZE];

  return is_ring ? foyer_seal_unwrap_ring_key (key, own, size, number, kek_id, under)
                 : foyer_seal_unwrap_record_key (key, own, size, number, under);
}

static void
assert_unwraps_whole_only (gboolean is_ring,
                           const guint8 *wrapped,
                           guint64 number,
                           const guint8 *under)
{
  guint8 longer[FOYER_WRAPPED_SIZE + 40] = { 0 };

  memcpy (longer, wrapped, FOYER_WRAPPED_SIZE);
  for (gsize size = 0; size <= sizeof longer; size++)
    g_assert_true (unwraps (is_ring, longer, size, number, under) == (size == FOYER_WRAPPED_SIZE));
  for (guint bit = 0; bit < 8 * FOYER_WRAPPED_SIZE; bit++) {
    longer[bit / 8] ^= 1 << bit % 8;
    g_assert_false (unwraps (is_ring, longer, FOYER_WRAPPED_SIZE, number, under));
    longer[bit / 8] ^= 1 << bit % 8;
  }
  for (guint bit = 0; bit < 64; bit++)
    g_assert_false (unwraps (is_ring,
                             wrapped,
                             FOYER_WRAPPED_SIZE,
                             number ^ (G_GUINT64_CONSTANT (1) << bit),
                             under));
  g_assert_false (unwraps (is_ring, wrapped, FOYER_WRAPPED_SIZE, number, record_key));
  g_assert_false (unwraps (!is_ring, wrapped, FOYER_WRAPPED_SIZE, number, under));
}

static void
test_a_wrapped_key_opens_whole_and_with_its_own_number_only (void)
{
  guint8 wrapped[FOYER_WRAPPED_SIZE];

  foyer_seal_wrap_record_key (wrapped, record_key, 2050, ring_key);
  assert_unwraps_whole_only (FALSE, wrapped, 2050, ring_key);
  foyer_seal_wrap_ring_key (wrapped, ring_key, 2, kek_id, kek);
  assert_unwraps_whole_only (TRUE, wrapped, 2, kek);
}

static void
test_a_ring_key_opens_with_the_id_of_its_own_kek_only (void)
{
  guint8 wrapped[FOYER_WRAPPED_SIZE];
  guint8 key[FOYER_KEY_SIZE];
  guint8 other[FOYER_ID_SIZE];

  foyer_seal_wrap_ring_key (wrapped, ring_key, 2, kek_id, kek);
  for (guint bit = 0; bit < 8 * FOYER_ID_SIZE; bit++) {
    memcpy (other, kek_id, sizeof other);
    other[bit / 8] ^= 1 << bit % 8;
    g_assert_false (foyer_seal_unwrap_ring_key (key, wrapped, sizeof wrapped, 2, other, kek));
  }
  g_assert_true (foyer_seal_unwrap_ring_key (key, wrapped, sizeof wrapped, 2, kek_id, kek));
  g_assert_cmpmem (key, sizeof key, ring_key, sizeof ring_key);
}

/* A nonce that came twice under one key would give away what both have in common. */
static void
test_no_nonce_comes_twice (void)
{
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 5 };
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GBytes) plain = make_plain (10);

  for (int i = 0; i < 1000; i++) {
    g_autoptr (GBytes) sealed = foyer_seal (&place, record_key, plain);
    guint8 record[FOYER_WRAPPED_SIZE];
    guint8 ring[FOYER_WRAPPED_SIZE];

    foyer_seal_wrap_record_key (record, record_key, 5, ring_key);
    foyer_seal_wrap_ring_key (ring, ring_key, 0, kek_id, kek);
    g_assert_true (g_hash_table_add (seen, g_bytes_new_from_bytes (sealed, 1, NONCE)));
    g_assert_true (g_hash_table_add (seen, g_bytes_new (record, NONCE)));
    g_assert_true (g_hash_table_add (seen, g_bytes_new (ring, NONCE)));
  }
}

static void
test_a_tag_fits_only_the_same_tag (void)
{
  g_autoptr (GBytes) right = g_bytes_new_static ("0123456789abcdef", 16);
  g_autoptr (GBytes) same = g_bytes_new ("0123456789abcdef", 16);
  g_autoptr (GBytes) other = g_bytes_new_static ("0123456789abcdeF", 16);
  g_autoptr (GBytes) cut = g_bytes_new_static ("0123456789abcde", 15);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);

  g_assert_true (foyer_seal_tag_fits (same, right));
  g_assert_false (foyer_seal_tag_fits (other, right));
  g_assert_false (foyer_seal_tag_fits (cut, right));
  g_assert_false (foyer_seal_tag_fits (empty, right));
  g_assert_false (foyer_seal_tag_fits (NULL, right));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);

  g_test_add_func ("/seal/tag-fits", test_a_tag_fits_only_the_same_tag);
  g_test_add_func ("/seal/record-key", test_a_wrapped_record_key_has_its_layout);
  g_test_add_func ("/seal/ring-key", test_a_wrapped_ring_key_has_its_layout);
  g_test_add_func ("/seal/record", test_a_sealed_record_has_its_layout_and_tells_no_length);
  g_test_add_func ("/seal/place", test_a_record_opens_in_its_own_place_only);
  g_test_add_func ("/seal/other", test_what_was_sealed_in_another_way_does_not_open);
  g_test_add_func ("/seal/damaged", test_a_record_that_was_cut_lengthened_or_flipped_does_not_open);
  g_test_add_func ("/seal/wraps", test_a_wrapped_key_opens_whole_and_with_its_own_number_only);
  g_test_add_func ("/seal/kek-id", test_a_ring_key_opens_with_the_id_of_its_own_kek_only);
  g_test_add_func ("/seal/nonces", test_no_nonce_comes_twice);
  return g_test_run ();
}

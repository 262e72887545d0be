/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The keys of one store in memory. */

#include <sodium.h>
#include <string.h>

#include "vault/vault.h"

static const guint8 id[FOYER_ID_SIZE] = "a record's id..";
static const guint8 kek_id[FOYER_ID_SIZE] = "the living kek.";

/* A vault that has a key-encryption key and a column key. */
static FoyerVault *
make_vault (void)
{
  FoyerVault *vault = foyer_vault_new ("/nowhere", "device:/nowhere", NULL);
  g_autoptr (GBytes) column = g_bytes_new ("0123456789abcdef0123456789abcdef", FOYER_KEY_SIZE);
  FoyerSecret secret = { .state = FOYER_SLOT_FULL, .kek = "the key-encryption key" };

  memcpy (secret.id, kek_id, sizeof secret.id);
  foyer_vault_take (vault, &secret);
  g_assert_true (sodium_is_zero ((guint8 *) &secret, sizeof secret));
  g_assert_true (foyer_vault_take_column_key (vault, column));
  return vault;
}

static void
make_next (FoyerSecret *next)
{
  *next = (FoyerSecret){ .state = FOYER_SLOT_FULL, .id = "the next kek..", .kek = "another" };
}

static void
test_a_vault_without_keys_opens_nothing (void)
{
  g_autoptr (FoyerVault) vault = foyer_vault_new ("/nowhere", "device:/nowhere", NULL);
  g_autoptr (FoyerVault) other = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (other, 0);
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) plain = g_bytes_new ("Zoë", 4);
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1 };
  g_autoptr (GBytes) sealed = foyer_vault_seal (other, &place, plain, &wrapped);

  g_assert_false (foyer_vault_is (vault, kek_id));
  g_assert_false (foyer_vault_has_column_key (vault));
  g_assert_false (foyer_vault_has_ring (vault, 0));
  g_assert_false (foyer_vault_take_ring (vault, 0, ring));
  g_assert_null (foyer_vault_open (vault, &place, wrapped, sealed));
  foyer_vault_free (NULL);
}

static void
test_a_record_goes_in_and_comes_out (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (vault, 2);
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) plain = g_bytes_new ("Zoë", 4);
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 2050 };
  FoyerSealPlace next = { FOYER_SEAL_VISIT, id, 2051 };
  g_autoptr (GBytes) sealed = foyer_vault_seal (vault, &place, plain, &wrapped);
  g_autoptr (GBytes) twice = foyer_vault_seal (vault, &place, plain, &again);
  g_autoptr (GBytes) opened = foyer_vault_open (vault, &place, wrapped, sealed);

  g_assert_true (g_bytes_equal (opened, plain));
  g_assert_null (foyer_vault_open (vault, &place, again, sealed)); /* a key for each writing */
  g_assert_null (foyer_vault_open (vault, &next, wrapped, sealed));
  g_assert_null (foyer_vault_open (vault, &place, NULL, sealed));
  g_assert_null (foyer_vault_open (vault, &place, wrapped, NULL));
  g_assert_null (foyer_vault_open (vault, &place, sealed, sealed));
  g_assert_null (foyer_vault_open (vault, &place, wrapped, wrapped));
}

static void
test_a_ring_is_taken_only_as_it_was_wrapped (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (FoyerVault) other = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (other, 7);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (ring, 0, FOYER_WRAPPED_SIZE - 1);

  g_assert_false (foyer_vault_take_ring (vault, 7, NULL));
  g_assert_false (foyer_vault_take_ring (vault, 7, cut));
  g_assert_false (foyer_vault_take_ring (vault, 8, ring));
  g_assert_false (foyer_vault_has_ring (vault, 7));
  g_assert_true (foyer_vault_take_ring (vault, 7, ring));
  g_assert_true (foyer_vault_has_ring (vault, 7));
  g_assert_true (foyer_vault_take_ring (vault, 7, ring));
  foyer_vault_drop_ring (vault, 7);
  g_assert_false (foyer_vault_has_ring (vault, 7));
  foyer_vault_drop_ring (vault, 7);
}

static void
test_forgetting_takes_every_key (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (vault, 0);
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) plain = g_bytes_new ("Zoë", 4);
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1 };
  g_autoptr (GBytes) sealed = foyer_vault_seal (vault, &place, plain, &wrapped);
  FoyerSecret zero = { .state = FOYER_SLOT_FULL };
  guint8 key[FOYER_KEY_SIZE];
  g_autoptr (GBytes) under_zero = NULL;

  g_assert_true (foyer_vault_is (vault, kek_id));
  foyer_vault_forget (vault);
  g_assert_false (foyer_vault_is (vault, kek_id));
  g_assert_false (foyer_vault_has_column_key (vault));
  g_assert_false (foyer_vault_has_ring (vault, 0));
  g_assert_false (foyer_vault_take_ring (vault, 0, ring));
  g_assert_null (foyer_vault_open (vault, &place, wrapped, sealed));

  /* Then its memory is zero: what it wraps now is wrapped under 32 zeros */
  under_zero = foyer_vault_draw_ring (vault, 3, key);
  g_assert_true (foyer_seal_unwrap_ring_key (key,
                                             g_bytes_get_data (under_zero, NULL),
                                             FOYER_WRAPPED_SIZE,
                                             3,
                                             kek_id,
                                             zero.kek));
}

static void
test_another_kek_makes_the_rings_forgotten (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (vault, 0);
  FoyerSecret next;

  make_next (&next);
  foyer_vault_take (vault, &next);
  g_assert_false (foyer_vault_is (vault, kek_id));
  g_assert_false (foyer_vault_has_ring (vault, 0));
  g_assert_false (foyer_vault_has_column_key (vault));
  g_assert_false (foyer_vault_take_ring (vault, 0, ring));
}

/* The cache has 4,096 places: the next ring frees them all, and none is written beyond. */
static void
test_more_rings_than_places_do_not_overflow (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint64 i = 0; i < FOYER_VAULT_RINGS_MAX; i++)
    g_ptr_array_add (rings, foyer_vault_make_ring (vault, i << 40));
  for (guint64 i = 0; i < FOYER_VAULT_RINGS_MAX; i++)
    g_assert_true (foyer_vault_has_ring (vault, i << 40));
  g_ptr_array_add (rings, foyer_vault_make_ring (vault, 5));
  g_assert_true (foyer_vault_has_ring (vault, 5));
  for (guint64 i = 0; i < FOYER_VAULT_RINGS_MAX; i++)
    g_assert_false (foyer_vault_has_ring (vault, i << 40));

  /* What is in use comes back, and is the right one */
  for (guint round = 0; round < 2; round++) {
    for (guint64 i = 0; i < FOYER_VAULT_RINGS_MAX; i++)
      g_assert_true (foyer_vault_take_ring (vault, i << 40, g_ptr_array_index (rings, i)));
  }
}

static void
test_the_column_key_has_32_bytes (void)
{
  g_autoptr (FoyerVault) vault = foyer_vault_new ("/nowhere", "device:/nowhere", NULL);
  g_autoptr (GBytes) brief = g_bytes_new ("brief", 5);
  g_autoptr (GBytes) right = g_bytes_new ("0123456789abcdef0123456789abcdef", 32);

  g_assert_false (foyer_vault_take_column_key (vault, NULL));
  g_assert_false (foyer_vault_take_column_key (vault, brief));
  g_assert_false (foyer_vault_has_column_key (vault));
  g_assert_true (foyer_vault_take_column_key (vault, right));
  g_assert_true (foyer_vault_has_column_key (vault));
}

static void
test_a_rewound_key_opens_under_the_next_ring_key_only (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (vault, 1);
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) plain = g_bytes_new ("Zoë", 4);
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1030 };
  g_autoptr (GBytes) sealed = foyer_vault_seal (vault, &place, plain, &wrapped);
  guint8 next[FOYER_KEY_SIZE];
  g_autoptr (GBytes) next_ring = foyer_vault_draw_ring (vault, 1, next);
  g_autoptr (GBytes) rewound = foyer_vault_rewind_key (vault, 1030, wrapped, next);
  g_autoptr (GBytes) opened = NULL;

  /* What does not open is not rewound */
  g_assert_null (foyer_vault_rewind_key (vault, 1031, wrapped, next));
  g_assert_null (foyer_vault_rewind_key (vault, 5000, wrapped, next));
  g_assert_null (foyer_vault_rewind_key (vault, 1030, sealed, next));

  /* The ring's key in use is still the one before */
  g_assert_null (foyer_vault_open (vault, &place, rewound, sealed));
  g_assert_true (foyer_vault_take_ring (vault, 1, next_ring));
  opened = foyer_vault_open (vault, &place, rewound, sealed);
  g_assert_true (g_bytes_equal (opened, plain));
  g_assert_null (foyer_vault_open (vault, &place, wrapped, sealed));
}

static void
test_a_ring_wrapped_anew_opens_under_the_next_kek_only (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  g_autoptr (GBytes) ring = foyer_vault_make_ring (vault, 1);
  g_autoptr (GBytes) wrapped = NULL;
  g_autoptr (GBytes) plain = g_bytes_new ("Zoë", 4);
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1030 };
  g_autoptr (GBytes) sealed = foyer_vault_seal (vault, &place, plain, &wrapped);
  g_autoptr (GBytes) rewrapped = NULL;
  g_autoptr (GBytes) opened = NULL;
  FoyerSecret next;

  make_next (&next);
  rewrapped = foyer_vault_rewrap_ring (vault, 1, ring, &next);
  g_assert_null (foyer_vault_rewrap_ring (vault, 2, ring, &next));
  g_assert_null (foyer_vault_rewrap_ring (vault, 1, rewrapped, &next));
  g_assert_false (foyer_vault_take_ring (vault, 1, rewrapped));

  foyer_vault_take (vault, &next);
  g_assert_false (foyer_vault_take_ring (vault, 1, ring));
  g_assert_true (foyer_vault_take_ring (vault, 1, rewrapped));
  opened = foyer_vault_open (vault, &place, wrapped, sealed);
  g_assert_true (g_bytes_equal (opened, plain));
}

/* BLAKE2b-128 of kind, id, and of each column its length and bytes, built here by hand. */
static void
test_a_tag_has_its_layout (void)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  GByteArray *bytes = g_byte_array_new ();
  guint8 expected[FOYER_OPEN_TAG_SIZE];
  g_autoptr (GBytes) tag = NULL;

  g_byte_array_append (bytes, (const guint8 *) "\1", 1);
  g_byte_array_append (bytes, id, sizeof id);
  g_byte_array_append (bytes, (const guint8 *) "\5\0\0\0\0\0\0\0guest", 13);
  g_byte_array_append (bytes, (const guint8 *) "\10\0\0\0\0\0\0\0\2\1\0\0\0\0\0\0", 16);
  g_byte_array_append (bytes, (const guint8 *) "\377\377\377\377\377\377\377\377", 8);
  crypto_generichash (expected,
                      sizeof expected,
                      bytes->data,
                      bytes->len,
                      (const guint8 *) "0123456789abcdef0123456789abcdef",
                      32);
  g_byte_array_unref (bytes);

  foyer_vault_tag (vault, FOYER_SEAL_VISIT, id);
  foyer_vault_tag_text (vault, "guest");
  foyer_vault_tag_int (vault, 0x0102);
  foyer_vault_tag_text (vault, NULL);
  tag = foyer_vault_tag_end (vault);
  g_assert_cmpmem (g_bytes_get_data (tag, NULL), g_bytes_get_size (tag), expected, sizeof expected);
}

/* A row of two columns, so that what moves over their boundary is seen. */
static void
test_a_tag_is_the_same_however_long_its_columns_are (void)
{
  static const gsize lengths[] = { 0, 400, 487, 488, 511, 512, 513, 3000 };
  g_autoptr (FoyerVault) vault = foyer_vault_new ("/nowhere", "device:/nowhere", NULL);
  guint8 column[FOYER_KEY_SIZE] = { 7 };
  g_autoptr (GBytes) key = g_bytes_new (column, sizeof column);

  foyer_vault_take_column_key (vault, key);
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++) {
    g_autofree char *text = g_strnfill (lengths[i], 'x');
    guint64 head = GUINT64_TO_LE (lengths[i]);
    g_autoptr (GByteArray) all = g_byte_array_new ();
    g_autoptr (GBytes) tag = NULL;
    guint8 expected[FOYER_OPEN_TAG_SIZE];
    guint8 kind = FOYER_SEAL_VISIT;

    foyer_vault_tag (vault, kind, id);
    foyer_vault_tag_text (vault, text);
    foyer_vault_tag_text (vault, text);
    tag = foyer_vault_tag_end (vault);

    g_byte_array_append (all, &kind, 1);
    g_byte_array_append (all, id, FOYER_ID_SIZE);
    for (int k = 0; k < 2; k++) {
      g_byte_array_append (all, (guint8 *) &head, sizeof head);
      g_byte_array_append (all, (guint8 *) text, lengths[i]);
    }
    crypto_generichash (expected, sizeof expected, all->data, all->len, column, sizeof column);
    g_assert_cmpmem (g_bytes_get_data (tag, NULL),
                     g_bytes_get_size (tag),
                     expected,
                     sizeof expected);
  }
}

static void
tag_into (GHashTable *seen, FoyerSealKind kind, const guint8 *its_id, const char *a, GBytes *b)
{
  g_autoptr (FoyerVault) vault = make_vault ();
  GBytes *tag;

  foyer_vault_tag (vault, kind, its_id);
  foyer_vault_tag_text (vault, a);
  foyer_vault_tag_blob (vault, b);
  tag = foyer_vault_tag_end (vault);
  g_assert_cmpuint (g_bytes_get_size (tag), ==, FOYER_OPEN_TAG_SIZE);
  g_assert_true (g_hash_table_add (seen, tag));
}

static void
test_no_two_rows_have_one_tag (void)
{
  static const guint8 other[FOYER_ID_SIZE] = "another's id...";
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GBytes) empty = g_bytes_new (NULL, 0);
  g_autoptr (GBytes) ab = g_bytes_new ("ab", 2);
  g_autoptr (GBytes) b = g_bytes_new ("b", 1);
  g_autoptr (GBytes) zero = g_bytes_new ("b\0", 2);

  tag_into (seen, FOYER_SEAL_VISIT, id, "a", b);
  tag_into (seen, FOYER_SEAL_HOST, id, "a", b);
  tag_into (seen, FOYER_SEAL_VISIT, other, "a", b);
  tag_into (seen, FOYER_SEAL_VISIT, id, "a", zero);
  tag_into (seen, FOYER_SEAL_VISIT, id, "a", NULL);
  tag_into (seen, FOYER_SEAL_VISIT, id, "a", empty);
  tag_into (seen, FOYER_SEAL_VISIT, id, "ab", empty);
  tag_into (seen, FOYER_SEAL_VISIT, id, "ab", NULL);
  tag_into (seen, FOYER_SEAL_VISIT, id, "", ab);
  tag_into (seen, FOYER_SEAL_VISIT, id, NULL, ab);
  tag_into (seen, FOYER_SEAL_VISIT, id, "", empty);
  tag_into (seen, FOYER_SEAL_VISIT, id, NULL, NULL);
  tag_into (seen, FOYER_SEAL_VISIT, id, NULL, empty);
  tag_into (seen, FOYER_SEAL_VISIT, id, "", NULL);
  g_assert_cmpuint (g_hash_table_size (seen), ==, 14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/long-tag", test_a_tag_is_the_same_however_long_its_columns_are);
  g_test_add_func ("/vault/empty", test_a_vault_without_keys_opens_nothing);
  g_test_add_func ("/vault/record", test_a_record_goes_in_and_comes_out);
  g_test_add_func ("/vault/ring", test_a_ring_is_taken_only_as_it_was_wrapped);
  g_test_add_func ("/vault/forget", test_forgetting_takes_every_key);
  g_test_add_func ("/vault/next", test_another_kek_makes_the_rings_forgotten);
  g_test_add_func ("/vault/places", test_more_rings_than_places_do_not_overflow);
  g_test_add_func ("/vault/column-key", test_the_column_key_has_32_bytes);
  g_test_add_func ("/vault/rewind", test_a_rewound_key_opens_under_the_next_ring_key_only);
  g_test_add_func ("/vault/rewrap", test_a_ring_wrapped_anew_opens_under_the_next_kek_only);
  g_test_add_func ("/vault/tag", test_a_tag_has_its_layout);
  g_test_add_func ("/vault/tags", test_no_two_rows_have_one_tag);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a record's text, as a sealed record and as a wrapped key. */

#include <sodium.h>
#include <string.h>

#include "fuzz.h"
#include "store/record.h"
#include "vault/seal.h"

static const guint8 key[FOYER_KEY_SIZE] = "a key that nobody ever drew";
static const guint8 id[FOYER_ID_SIZE] = "an id";

/* What parses is what it was, and each of its fields lies within it. */
static void
read_as_text (GBytes *bytes)
{
  g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);
  g_autoptr (GBytes) back = NULL;
  gsize left = g_bytes_get_size (bytes);

  if (record == NULL)
    return;
  for (int tag = 0; tag < 256; tag++) {
    g_autoptr (GBytes) field = foyer_record_get_bytes (record, tag);
    g_autofree char *text = foyer_record_get_text (record, tag);

    if (field != NULL) {
      g_assert_cmpuint (g_bytes_get_size (field) + 5, <=, left);
      left -= g_bytes_get_size (field) + 5;
    }
    if (text != NULL) {
      g_assert_nonnull (field);
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_cmpuint (strlen (text), ==, g_bytes_get_size (field));
    }
  }
  g_assert_cmpuint (left, ==, 0);
  back = foyer_record_to_bytes (record);
  g_assert_true (g_bytes_equal (back, bytes));
}

/* Nobody finds by chance what opens. */
static void
read_as_sealed (GBytes *bytes)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);
  guint8 opened[FOYER_KEY_SIZE];

  /* texts and pictures, which are padded differently */
  for (int kind = FOYER_SEAL_VISIT; kind <= FOYER_SEAL_PHOTO; kind++) {
    FoyerSealPlace place = { kind, id, 1 };

    g_assert_null (foyer_seal_open (&place, key, bytes));
  }
  g_assert_false (foyer_seal_unwrap_record_key (opened, data, size, 1, key));
  g_assert_false (foyer_seal_unwrap_ring_key (opened, data, size, 0, id, key));
}

static void
seal_and_open (GBytes *bytes)
{
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1 };
  g_autoptr (GBytes) sealed = foyer_seal (&place, key, bytes);
  g_autoptr (GBytes) opened = foyer_seal_open (&place, key, sealed);

  g_assert_true (g_bytes_equal (opened, bytes));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  g_assert_cmpint (sodium_init (), >=, 0);
  read_as_text (bytes);
  read_as_sealed (bytes);
  seal_and_open (bytes);
  return 0;
}

gsize
fuzz_seed (guint nth, guint8 *bytes)
{
  static const struct {
    const char *bytes;
    gsize size;
  } seeds[] = {
    { "\1\4\0\0\0Zo\303\253", 9 },
    { "\1\1\0\0\0a\2\0\0\0\0\3\20\0\0\0"
      "0123456789abcdef\4\1\0\0\0z",
      38 },
    { "\0\0\0\0\0\377\0\0\0\0", 10 },
    { "\1\377\377\377\377abc", 8 },
    { "\2\1\0\0\0a\1\1\0\0\0b", 12 },
    { "\1\1\0\0\0\377", 6 },
  };
  FoyerSealPlace place = { FOYER_SEAL_VISIT, id, 1 };
  static const guint8 other[FOYER_KEY_SIZE];

  if (nth < G_N_ELEMENTS (seeds)) {
    memcpy (bytes, seeds[nth].bytes, seeds[nth].size);
    return seeds[nth].size;
  }
  if (nth == G_N_ELEMENTS (seeds)) { /* sealed and wrapped under another key */
    g_autoptr (GBytes) plain = g_bytes_new (seeds[0].bytes, seeds[0].size);
    g_autoptr (GBytes) sealed = foyer_seal (&place, other, plain);
    gsize size;
    gconstpointer data = g_bytes_get_data (sealed, &size);

    memcpy (bytes, data, size);
    return size;
  }
  if (nth > G_N_ELEMENTS (seeds) + 1)
    return 0;
  foyer_seal_wrap_record_key (bytes, other, 1, other);
  return FOYER_WRAPPED_SIZE;
}

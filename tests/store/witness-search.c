/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-witness"

#include <string.h>

#include "witness-private.h"

/* A secret is looked for in pieces, one of each sector, and its end: a part may survive. */
#define SECTOR 512
#define PIECE 32

/* How SQLite writes a row before its blobs: the length of the head, NULL for the number (which
 * stands right before it), a blob of 72 bytes; of a ring also its mark (0 or 1) and a blob of 16.
 */
static const guint8 key_head[] = { 4, 0x00, 0x81, 0x1c };
static const guint8 ring_head[] = { 6, 0x00, 0x81, 0x1c };
#define RING_HEAD_MORE 2 /* bytes of it that follow */

/* A number's bytes: seven bits each, the highest says that another one follows. */
#define NUMBERS 3

typedef enum {
  TEXT,
  OLD_SECRET,
  LIVING_SECRET,
  UNWRAPPED,
  WRAPPED
} What;

typedef struct {
  guint64 head; /* its first bytes */
  const guint8 *bytes;
  gsize size;
  What what;
  Seen *seen; /* of what is wrapped */
} Pattern;

/* What looks like a row of a key; its number may be each of these. */
typedef struct {
  guint8 wrapped[FOYER_WRAPPED_SIZE];
  guint64 numbers[NUMBERS];
} Carved;

/* A ring's key that the living secret opens, from whatever lies on the disk. */
typedef struct {
  guint64 ring;
  guint8 plain[FOYER_KEY_SIZE];
} Reached;

#define FILTER_BITS 24

typedef struct {
  GArray *patterns; /* Pattern, by their heads */
  guint8 *filter;   /* a bit for each head's hash: most places are none */
  GHashTable *rings;
  GHashTable *keys; /* wrapped bytes -> Carved */
  Findings *findings;
} Search;

static guint
hash_of (guint64 head)
{
  return (guint) ((head * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)) >> (64 - FILTER_BITS));
}

static void
add (Search *search, gconstpointer bytes, gsize size, What what, Seen *seen)
{
  Pattern pattern = { 0, bytes, size, what, seen };
  guint hash;

  memcpy (&pattern.head, bytes, sizeof pattern.head);
  hash = hash_of (pattern.head);
  search->filter[hash / 8] |= 1 << (hash % 8);
  g_array_append_val (search->patterns, pattern);
}

static void
add_secrets (Search *search, Witness *witness)
{
  for (guint i = 0; i < witness->secrets->len; i++) {
    const SeenSecret *seen = g_ptr_array_index (witness->secrets, i);
    What what = i + 1 < witness->secrets->len ? OLD_SECRET : LIVING_SECRET;

    for (gsize at = 0; at < seen->size; at += SECTOR)
      add (search, seen->bytes + at, PIECE, what, NULL);
    add (search, seen->bytes + seen->size - PIECE, PIECE, what, NULL);
    add (search, seen->secret.kek, FOYER_KEY_SIZE, UNWRAPPED, NULL);
  }
}

static void
add_seen (gpointer data, gpointer user_data)
{
  Seen *seen = data;

  add (user_data, seen->plain, FOYER_KEY_SIZE, UNWRAPPED, NULL);
  add (user_data, seen->wrapped, FOYER_WRAPPED_SIZE, WRAPPED, seen);
}

static void
add_living (gpointer number, gpointer data, gpointer user_data)
{
  add_seen (data, user_data);
}

static int
by_head (gconstpointer a, gconstpointer b)
{
  guint64 first = ((const Pattern *) a)->head;
  guint64 second = ((const Pattern *) b)->head;

  return (first > second) - (first < second);
}

static void
note (Findings *findings, const Pattern *pattern)
{
  switch (pattern->what) {
  case TEXT:
    findings->texts++;
    break;
  case OLD_SECRET:
    findings->old_secrets++;
    break;
  case LIVING_SECRET:
    findings->living_secrets++;
    break;
  case UNWRAPPED:
    findings->unwrapped++;
    break;
  case WRAPPED:
  default:
    pattern->seen->found = TRUE;
    break;
  }
}

static void
compare (Search *search, guint64 head, const guint8 *at, gsize left)
{
  const Pattern *patterns = (const Pattern *) search->patterns->data;
  guint from = 0;
  guint to = search->patterns->len;

  while (from < to) {
    guint middle = (from + to) / 2;

    if (patterns[middle].head < head)
      from = middle + 1;
    else
      to = middle;
  }
  for (; from < search->patterns->len && patterns[from].head == head; from++) {
    if (patterns[from].size <= left && memcmp (patterns[from].bytes, at, patterns[from].size) == 0)
      note (search->findings, &patterns[from]);
  }
}

static guint
hash_wrapped (gconstpointer key)
{
  guint hash;

  memcpy (&hash, key, sizeof hash); /* of a random nonce */
  return hash;
}

static gboolean
is_wrapped_equal (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, FOYER_WRAPPED_SIZE) == 0;
}

/* @before: The head of a row, right after its number; @wrapped: its blob. The number's first byte
 * cannot be told from what stands before it, so each length is a guess. */
static void
carve (GHashTable *into, const guint8 *before, gsize room, const guint8 *wrapped)
{
  Carved *carved;
  guint64 number = 0;

  if (g_hash_table_contains (into, wrapped))
    return;
  carved = g_new0 (Carved, 1);
  memcpy (carved->wrapped, wrapped, FOYER_WRAPPED_SIZE);
  for (guint i = 0; i < NUMBERS && i < room; i++) {
    guint8 byte = before[-1 - (int) i];

    if (i > 0 && (byte & 0x80) == 0)
      break;
    number |= (guint64) (byte & 0x7f) << (7 * i);
    carved->numbers[i] = number;
  }
  g_hash_table_insert (into, carved->wrapped, carved);
}

static void
look_at_run (const guint8 *bytes, gsize size, gpointer data)
{
  Search *search = data;

  for (gsize i = 0; i + sizeof (guint64) <= size; i++) {
    guint64 head;
    guint hash;

    memcpy (&head, bytes + i, sizeof head);
    if (head == 0)
      continue;
    hash = hash_of (head);
    if ((search->filter[hash / 8] & (1 << (hash % 8))) != 0)
      compare (search, head, bytes + i, size - i);
    if (size - i < sizeof ring_head + RING_HEAD_MORE + FOYER_WRAPPED_SIZE)
      continue;
    if (memcmp (bytes + i, key_head, sizeof key_head) == 0)
      carve (search->keys, bytes + i, i, bytes + i + sizeof key_head);
    else if (memcmp (bytes + i, ring_head, sizeof ring_head) == 0)
      carve (search->rings, bytes + i, i, bytes + i + sizeof ring_head + RING_HEAD_MORE);
  }
}

static void
reach (GArray *reached, Witness *witness, const guint8 *wrapped, guint64 ring)
{
  const SeenSecret *living = g_ptr_array_index (witness->secrets, witness->secrets->len - 1);
  Reached key = { .ring = ring };

  if (foyer_seal_unwrap_ring_key (key.plain,
                                  wrapped,
                                  FOYER_WRAPPED_SIZE,
                                  ring,
                                  living->secret.id,
                                  living->secret.kek))
    g_array_append_val (reached, key);
}

/* Every ring key that who has the living secret and the disk has, too. */
static GArray *
reach_rings (Search *search, Witness *witness)
{
  GArray *reached = g_array_new (FALSE, FALSE, sizeof (Reached));
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < witness->old_rings->len; i++) {
    const Seen *seen = g_ptr_array_index (witness->old_rings, i);

    if (seen->found)
      reach (reached, witness, seen->wrapped, seen->number);
  }
  g_hash_table_iter_init (&iter, search->rings);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Carved *carved = value;

    for (guint i = 0; i < NUMBERS; i++)
      reach (reached, witness, carved->wrapped, carved->numbers[i]);
  }
  return reached;
}

static gboolean
opens (GArray *reached, const guint8 *wrapped, guint64 number)
{
  guint8 key[FOYER_KEY_SIZE];

  for (guint i = 0; i < reached->len; i++) {
    const Reached *ring = &g_array_index (reached, Reached, i);

    if (ring->ring == number >> FOYER_RING_SHIFT
        && foyer_seal_unwrap_record_key (key, wrapped, FOYER_WRAPPED_SIZE, number, ring->plain))
      return TRUE;
  }
  return FALSE;
}

/* Retired since the last swap: it may open. */
static gboolean
is_excused (Witness *witness, guint64 number)
{
  for (guint i = 0; i < witness->retired->len; i++) {
    if (((const Seen *) g_ptr_array_index (witness->retired, i))->number == number)
      return TRUE;
  }
  return g_hash_table_contains (witness->keys, &number);
}

static void
try_to_open (Search *search, Witness *witness)
{
  g_autoptr (GArray) reached = reach_rings (search, witness);
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < witness->dead->len; i++) {
    const Seen *seen = g_ptr_array_index (witness->dead, i);

    search->findings->residues += seen->found;
    search->findings->opened += seen->found && opens (reached, seen->wrapped, seen->number);
  }
  g_hash_table_iter_init (&iter, search->keys);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Carved *carved = value;

    search->findings->carved++;
    for (guint i = 0; i < NUMBERS; i++)
      search->findings->carved_opened += opens (reached, carved->wrapped, carved->numbers[i])
                                         && !is_excused (witness, carved->numbers[i]);
  }
}

void
witness_search (Witness *witness, Image *image, Findings *findings)
{
  Search search = {
    .patterns = g_array_new (FALSE, FALSE, sizeof (Pattern)),
    .filter = g_malloc0 (1 << (FILTER_BITS - 3)),
    .rings = g_hash_table_new_full (hash_wrapped, is_wrapped_equal, NULL, g_free),
    .keys = g_hash_table_new_full (hash_wrapped, is_wrapped_equal, NULL, g_free),
    .findings = findings,
  };

  *findings = (Findings){ .secrets = witness->secrets->len - 1, .keys = witness->dead->len };
  for (guint i = 0; i < witness->texts->len; i++) {
    const char *text = g_ptr_array_index (witness->texts, i);

    add (&search, text, strlen (text), TEXT, NULL);
  }
  add_secrets (&search, witness);
  g_ptr_array_foreach (witness->old_rings, add_seen, &search);
  g_ptr_array_foreach (witness->retired, add_seen, &search);
  g_ptr_array_foreach (witness->dead, add_seen, &search);
  g_hash_table_foreach (witness->rings, add_living, &search);
  g_hash_table_foreach (witness->keys, add_living, &search);
  g_array_sort (search.patterns, by_head);

  findings->bytes = image_read (image, look_at_run, &search);
  try_to_open (&search, witness);
  g_array_unref (search.patterns);
  g_free (search.filter);
  g_hash_table_unref (search.rings);
  g_hash_table_unref (search.keys);
}

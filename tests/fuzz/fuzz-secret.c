/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as the file that holds the store's secret. An input describes it: three bytes how long
 * it is, little-endian, then what is repeated in it; nothing: zeros. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "vault/holder.h"

#define SIZE 65536
#define HEAD 3
#define LONGEST (SIZE + 5000)

static gsize
describe (const guint8 *data, gsize size, guint8 *bytes)
{
  gsize length = (data[0] | data[1] << 8 | data[2] << 16) % LONGEST;

  memset (bytes, 0, length);
  for (gsize at = 0; size > HEAD && at < length; at += size - HEAD)
    memcpy (bytes + at, data + HEAD, MIN (size - HEAD, length - at));
  return length;
}

static void
assert_full (const FoyerHolderPlace *place, const FoyerSecret *secret, const guint8 *bytes)
{
  guint8 kek[FOYER_KEY_SIZE];

  crypto_generichash (kek, sizeof kek, bytes, SIZE, place->pepper, FOYER_KEY_SIZE);
  g_assert_cmpint (secret->state, ==, FOYER_SLOT_FULL);
  g_assert_cmpmem (secret->id, sizeof secret->id, bytes, FOYER_ID_SIZE);
  g_assert_cmpmem (secret->kek, sizeof secret->kek, kek, sizeof kek);
}

static void
read_as_secret (const FoyerHolderPlace *place, const guint8 *bytes, gsize length)
{
  FoyerSecret secret = { 0 };
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_holder_file.load (place, 0, &secret, &err));
  g_assert_no_error (err);
  if (length == 0 || (length == SIZE && sodium_is_zero (bytes, SIZE)))
    g_assert_cmpint (secret.state, ==, FOYER_SLOT_EMPTY);
  else if (length != SIZE)
    g_assert_cmpint (secret.state, ==, FOYER_SLOT_TORN);
  else
    assert_full (place, &secret, bytes);
}

/* The file is made in memory, where there is such a folder: no disk is worn. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const char *memory = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  g_autofree char *folder = g_build_filename (memory, "foyer-fuzz-XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree guint8 *bytes = g_malloc (LONGEST);
  FoyerHolderPlace place = { .folder = folder, .pepper = "whatever it is" };
  gsize length;
  int file;

  if (size < HEAD)
    return 0;
  g_assert_cmpint (sodium_init (), >=, 0);
  g_assert_nonnull (g_mkdtemp (folder));
  path = g_build_filename (folder, "kek.0", NULL);
  length = describe (data, size, bytes);
  file = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_assert_cmpint (write (file, bytes, length), ==, length);
  close (file);

  read_as_secret (&place, bytes, length);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  return 0;
}

gsize
fuzz_seed (guint nth, guint8 *bytes)
{
  static const struct {
    const char *bytes;
    gsize size;
  } seeds[] = {
    { "\0\0\1", 3 }, /* zeros */
    { "\0\0\1a whole secret", 17 },
    { "\0\0\1\0\0\0\0\0\0\0\0\1", 12 },
    { "\377\377\0cut", 6 }, /* by one byte */
    { "\1\0\1long", 7 },    /* by one byte */
    { "\0\0\0nothing", 10 },
    { "\20\0\0an id, at most", 17 },
  };

  if (nth >= G_N_ELEMENTS (seeds))
    return 0;
  memcpy (bytes, seeds[nth].bytes, seeds[nth].size);
  return seeds[nth].size;
}

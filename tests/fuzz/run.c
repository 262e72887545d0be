/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drives a fuzzer without libFuzzer: mutates inputs by chance, the same chance each time, and calls
 * it with each. What fails once fails again. */

#include <string.h>

#include "fuzz.h"

#define ROUNDS 100000
#define ROUNDS_LONG 10000000
#define POOL 64

typedef struct {
  gsize size;
  guint8 bytes[FUZZ_MAX];
} Input;

/* Returns: how many seeds there are: they stand first. */
static guint
sow (Input *pool)
{
  guint n_seeds = 0;

  while (n_seeds < POOL && (pool[n_seeds].size = fuzz_seed (n_seeds, pool[n_seeds].bytes)) > 0)
    n_seeds++;
  g_assert_cmpuint (n_seeds, >, 0);
  for (guint i = n_seeds; i < POOL; i++)
    pool[i] = pool[i % n_seeds];
  return n_seeds;
}

/* Makes room for @n bytes, or takes them out where it is negative. */
static void
shift (Input *input, gsize at, gssize n)
{
  if (n < 0)
    memmove (input->bytes + at, input->bytes + at - n, input->size - at + n);
  else
    memmove (input->bytes + at + n, input->bytes + at, input->size - at);
  input->size += n;
}

static void
mutate (GRand *rand, const Input *pool, Input *input)
{
  static const guint32 telling[] = { 0, 1, 0x7f, 0x80, 0xff, 0xffff, 0x7fffffff, 0x80000000, ~0u };
  gsize at = g_rand_int_range (rand, 0, input->size + 1);
  gsize left = input->size - at;
  const Input *other = &pool[g_rand_int_range (rand, 0, POOL)];
  guint32 word = telling[g_rand_int_range (rand, 0, G_N_ELEMENTS (telling))];
  gsize n = g_rand_int_range (rand, 1, 33);

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0: /* a bit */
    if (left > 0)
      input->bytes[at] ^= 1 << g_rand_int_range (rand, 0, 8);
    break;
  case 1: /* a byte */
    if (left > 0)
      input->bytes[at] = g_rand_int_range (rand, 0, 256);
    break;
  case 2: /* a telling number */
    if (left >= sizeof word)
      memcpy (input->bytes + at, &word, sizeof word);
    break;
  case 3: /* longer */
    if (input->size + n <= FUZZ_MAX) {
      shift (input, at, n);
      memset (input->bytes + at, g_rand_int_range (rand, 0, 256), n);
    }
    break;
  case 4: /* shorter */
    shift (input, at, -(gssize) MIN (n, left));
    break;
  case 5: /* cut */
    input->size = at;
    break;
  case 6: /* the end of another */
    n = MIN (other->size, FUZZ_MAX - at);
    memmove (input->bytes + at, other->bytes + other->size - n, n);
    input->size = at + n;
    break;
  }
}

static void
test_any_bytes_are_read_right (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree Input *pool = g_new0 (Input, POOL);
  g_autofree Input *input = g_new (Input, 1);
  guint n_seeds = sow (pool);
  guint rounds = g_getenv ("FOYER_TEST_LONG") != NULL ? ROUNDS_LONG : ROUNDS;

  for (guint i = 0; i < n_seeds; i++)
    LLVMFuzzerTestOneInput (pool[i].bytes, pool[i].size);
  for (guint i = 0; i < rounds; i++) {
    guint into = g_rand_int_range (rand, 0, POOL);

    *input = pool[g_rand_boolean (rand) ? into % n_seeds : into];
    do
      mutate (rand, pool, input);
    while (g_rand_int_range (rand, 0, 3) == 0);
    LLVMFuzzerTestOneInput (input->bytes, input->size);
    if (into >= n_seeds) /* the seeds stay */
      pool[into] = *input;
  }
  g_test_message ("%u inputs", rounds);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fuzz/any-bytes", test_any_bytes_are_read_right);
  return g_test_run ();
}

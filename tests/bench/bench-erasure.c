/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"
#include "fill.h"
#include "foyer-test.h"
#include "privacy/erasure.h"

#define EACH 10
#define ERASURES (EACH * BENCH_ROUNDS + 1)

typedef struct {
  House house;
  GPtrArray *ids; /* of visits that are erased, one after the other: all over the years */
  gint64 now;
} Sides;

/* Erased and forgotten: the swap makes it final. */
static double
erase (gpointer data)
{
  Sides *sides = data;
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) id = g_ptr_array_steal_index (sides->ids, 0);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (id, sides->now++);
  gint64 began = g_get_monotonic_time ();

  house_do (&sides->house, sides->house.officer, &foyer_privacy_erase, erasure);
  g_assert_true (foyer_store_swap (sides->house.store, FOYER_SWAP_IF_OWED, NULL, sides->now, &err));
  return g_get_monotonic_time () - began;
}

static double
sign_in (gpointer data)
{
  Sides *sides = data;

  return bench_sign_in (&sides->house, sides->house.store, sides->now++);
}

static void
choose (Sides *sides, guint stored)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (sides->house.desk,
                      &err,
                      "SELECT id FROM visit WHERE key / 2 % $1 = 2 LIMIT $2",
                      foyer_int (stored / (ERASURES + 1)),
                      foyer_int (ERASURES));

  g_assert_no_error (err);
  while (foyer_rows_next (rows, &err))
    g_ptr_array_add (sides->ids, foyer_rows_blob (rows, 0));
  g_assert_no_error (err);
  g_assert_cmpuint (sides->ids->len, ==, ERASURES);
}

int
main (int argc, char *argv[])
{
  Sides sides = { .ids = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref),
                  .now = NINE_O_CLOCK };
  guint stored = bench_stored (10000, 100000);
  g_autofree char *row =
      g_strdup_printf ("row 13, erasure of a visit of %u, swap included, against a sign-in",
                       stored);

  g_test_init (&argc, &argv, NULL);
  house_set_up (&sides.house, NULL);
  bench_fill (&sides.house, stored, NINE_O_CLOCK - 29 * FOYER_DAY, NINE_O_CLOCK - FOYER_DAY);
  choose (&sides, stored);
  bench_compare (row, erase, sign_in, &sides, EACH, 50, 50.0, 5.0);
  g_ptr_array_unref (sides.ids);
  house_tear_down (&sides.house, NULL);
  return 0;
}

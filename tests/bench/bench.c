/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bench"

#include "bench.h"

static int
by_size (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
at_percentile (GArray *figures, guint percentile)
{
  g_array_sort (figures, by_size);
  return g_array_index (figures, double, MIN (figures->len - 1, figures->len * percentile / 100));
}

static double
run_round (BenchSide side, gpointer data, guint times, guint percentile)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < times; i++) {
    double figure = side (data);

    g_array_append_val (figures, figure);
  }
  return at_percentile (figures, percentile);
}

double
bench_compare_in (const char *unit,
                  const char *row,
                  BenchSide ours,
                  BenchSide limit,
                  gpointer data,
                  guint times,
                  guint percentile,
                  double must,
                  double goal)
{
  g_autoptr (GArray) our_rounds = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) limit_rounds = g_array_new (FALSE, FALSE, sizeof (double));
  double ratio;

  ours (data); /* once for warmth */
  limit (data);
  for (int i = 0; i < BENCH_ROUNDS; i++) {
    double our_round = run_round (ours, data, times, percentile);
    double limit_round = run_round (limit, data, times, percentile);

    g_array_append_val (our_rounds, our_round);
    g_array_append_val (limit_rounds, limit_round);
  }
  ratio = at_percentile (our_rounds, 50) / at_percentile (limit_rounds, 50);
  g_print ("%s: %.2f times the limit (must %.2f, goal %.2f): p%u %.0f %s against %.0f %s\n",
           row,
           ratio,
           must,
           goal,
           percentile,
           at_percentile (our_rounds, 50),
           unit,
           at_percentile (limit_rounds, 50),
           unit);
  return ratio;
}

double
bench_compare (const char *row,
               BenchSide ours,
               BenchSide limit,
               gpointer data,
               guint times,
               guint percentile,
               double must,
               double goal)
{
  return bench_compare_in ("us", row, ours, limit, data, times, percentile, must, goal);
}

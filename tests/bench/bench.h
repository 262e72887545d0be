/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How often both sides run, in turn. */
#define BENCH_ROUNDS 5

/**
 * BenchSide:
 * @data: As given
 *
 * Does the work once.
 *
 * Returns: How long what counts of it took, in µs
 */
typedef double (*BenchSide) (gpointer data);

/**
 * bench_compare:
 * @row: The row of the table of goals, and what is measured
 * @ours: Our side
 * @limit: The limit's side
 * @data: Handed to both
 * @times: How often a round runs each side
 * @percentile: Which of a round's figures counts: 50, 99
 * @must: The ratio that must hold
 * @goal: The ratio that is aimed at
 *
 * Runs both sides in turn, takes each round's percentile and of those the median, and prints one
 * line.
 *
 * Returns: The ratio
 */
double bench_compare (const char *row,
                      BenchSide ours,
                      BenchSide limit,
                      gpointer data,
                      guint times,
                      guint percentile,
                      double must,
                      double goal);

/** bench_compare_in: @unit: As bench_compare(), where a side returns something else than µs */
double bench_compare_in (const char *unit,
                         const char *row,
                         BenchSide ours,
                         BenchSide limit,
                         gpointer data,
                         guint times,
                         guint percentile,
                         double must,
                         double goal);

G_END_DECLS

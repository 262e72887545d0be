/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"

G_BEGIN_DECLS

/** bench_stored: Returns: How many visits are to be stored: @in_long with FOYER_TEST_LONG, else
 * @by_default */
guint bench_stored (guint by_default, guint in_long);

/**
 * bench_fill:
 * @house: A house
 * @n: How many
 * @from: When the first one came, in ms since the epoch, UTC
 * @until: When nobody came any more
 *
 * Adds guests who came evenly over that time, left an hour later, and were shown the notice: their
 * visits and acknowledgements, sealed as by a deed, and their codes forgotten. In great
 * transactions that no power cut survives, and on the disk at the end.
 */
void bench_fill (House *house, guint n, gint64 from, gint64 until);

/** bench_settle: Brings a store's file to the disk, so that no measured deed pays for it */
void bench_settle (const char *folder);

/** bench_sign_in: Signs a guest in at the kiosk, on any store of this house; Returns: how long it
 * took, in µs */
double bench_sign_in (House *house, FoyerStore *store, gint64 now);

G_END_DECLS

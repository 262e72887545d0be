/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_HOUSEKEEPING (foyer_housekeeping_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHousekeeping, foyer_housekeeping, FOYER, HOUSEKEEPING, GObject)

/**
 * FoyerHousekeepingReady:
 * @data: As given to foyer_housekeeping_start()
 *
 * What is due was deleted, or the store could not be reached: the first screen may be shown.
 */
typedef void (*FoyerHousekeepingReady) (gpointer data);

/**
 * foyer_housekeeping_new:
 * @store: The store
 * @clock: The clock
 * @settings: For the site's time zone and its quiet hour
 *
 * Several processes may keep one store: whoever comes first does it, the others find nothing to do.
 *
 * Returns: (transfer full): Somebody who keeps the house; ends when let go
 */
FoyerHousekeeping *
foyer_housekeeping_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings);

/**
 * foyer_housekeeping_start:
 * @self: A housekeeping
 * @ready: What to call on the main loop once what was due at the start is done
 * @data: Its argument; not called any more when @self is gone
 *
 * Recovers what a crash has left of a key swap, closes and deletes what is due, and swaps the key
 * where something is owed: then @ready. The same every hour; a swap also where its term is near,
 * and at least daily. Compacts the store in the quiet hour, or at the first start after it. Never
 * on the main loop.
 */
void
foyer_housekeeping_start (FoyerHousekeeping *self, FoyerHousekeepingReady ready, gpointer data);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/clock.h"

G_BEGIN_DECLS

/** How long nobody may touch the screen before it asks, and how long it then waits, in ms. */
#define FOYER_IDLE_PATIENCE (45 * FOYER_SECOND)
#define FOYER_IDLE_PATIENCE_WHILE_READING (120 * FOYER_SECOND)
#define FOYER_IDLE_PATIENCE_FOR_STAFF (10 * FOYER_SECOND)
#define FOYER_IDLE_WARNING (20 * FOYER_SECOND)

#define FOYER_TYPE_IDLE (foyer_idle_get_type ())
G_DECLARE_FINAL_TYPE (FoyerIdle, foyer_idle, FOYER, IDLE, GObject)

/**
 * FoyerIdle::counting:
 * @seconds: How many are left, once a second; 0: somebody is there again
 *
 * FoyerIdle::over:
 *
 * Nobody is there.
 */

/** foyer_idle_new: Returns: (transfer full): One that waits for the first foyer_idle_touch() */
FoyerIdle *foyer_idle_new (FoyerClock *clock);

/**
 * foyer_idle_touch:
 * @patience: How long until it asks again, in ms
 * @warning: How long it then waits, in ms
 *
 * Somebody is there.
 */
void foyer_idle_touch (FoyerIdle *self, gint64 patience, gint64 warning);

/** foyer_idle_is_counting: Returns: Whether the seconds are being counted */
gboolean foyer_idle_is_counting (FoyerIdle *self);

G_END_DECLS

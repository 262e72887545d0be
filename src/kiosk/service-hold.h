/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/clock.h"

G_BEGIN_DECLS

/** How long the key has to be held, in ms. */
#define FOYER_SERVICE_HOLD_TIME (3 * FOYER_SECOND)

#define FOYER_TYPE_SERVICE_HOLD (foyer_service_hold_get_type ())
G_DECLARE_FINAL_TYPE (FoyerServiceHold, foyer_service_hold, FOYER, SERVICE_HOLD, GObject)

/**
 * FoyerServiceHold::held:
 *
 * The key was held long enough; once for each time that it goes down.
 */

/** foyer_service_hold_new: Returns: (transfer full): One that waits for the key to go down */
FoyerServiceHold *foyer_service_hold_new (FoyerClock *clock);

/** foyer_service_hold_press: The key went down, or repeats because it is down */
void foyer_service_hold_press (FoyerServiceHold *self);

/** foyer_service_hold_release: The key went up */
void foyer_service_hold_release (FoyerServiceHold *self);

G_END_DECLS

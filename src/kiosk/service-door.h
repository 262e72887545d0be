/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SERVICE_DOOR (foyer_service_door_get_type ())
G_DECLARE_FINAL_TYPE (FoyerServiceDoor, foyer_service_door, FOYER, SERVICE_DOOR, GObject)

/**
 * FoyerServiceDoor::asked:
 *
 * Staff ask for the service page.
 *
 * FoyerServiceDoor::called:
 *
 * Staff ask for it from elsewhere, so it can wait for the visitor: foyer_service_door_take_call()
 *
 * FoyerServiceDoor::restart:
 *
 * Staff have the kiosk end, and so start anew.
 */

/**
 * foyer_service_door_new:
 * @store: Where a call for service comes in
 * @kiosk: The kiosk
 * @clock: The clock
 *
 * Returns: (transfer full): A closed door
 */
FoyerServiceDoor *foyer_service_door_new (FoyerStore *store, FoyerActor *kiosk, FoyerClock *clock);

/** foyer_service_door_key: @is_down: Whether the service key went down, or up */
void foyer_service_door_key (FoyerServiceDoor *self, gboolean is_down);

/** foyer_service_door_take_call: Returns: Whether a call waited; it does not any more */
gboolean foyer_service_door_take_call (FoyerServiceDoor *self);

/** foyer_service_door_enter: @staff: (transfer full): Who has signed in, and may serve the station
 */
void foyer_service_door_enter (FoyerServiceDoor *self, FoyerActor *staff);

/** foyer_service_door_take_staff: Returns: (transfer full) (nullable): Who has signed in; given
 * once, so that nobody comes in behind them */
FoyerActor *foyer_service_door_take_staff (FoyerServiceDoor *self);

/** foyer_service_door_restart: Emits FoyerServiceDoor::restart */
void foyer_service_door_restart (FoyerServiceDoor *self);

G_END_DECLS

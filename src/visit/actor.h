/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "visit/role.h"

G_BEGIN_DECLS

#define FOYER_TYPE_ACTOR (foyer_actor_get_type ())
G_DECLARE_FINAL_TYPE (FoyerActor, foyer_actor, FOYER, ACTOR, GObject)

/**
 * foyer_actor_new:
 * @roles: %FOYER_ROLE_KIOSK, %FOYER_ROLE_PROGRAM or %FOYER_ROLE_FOYERCTL
 * @station: The name of the station it acts at, for the audit trail
 *
 * Returns: (transfer full): Somebody who acts without a person's account
 */
FoyerActor *foyer_actor_new (FoyerRole roles, const char *station);

/**
 * foyer_actor_new_staff:
 * @id: The account's id
 * @name: The account's name, for the screen only
 * @roles: The account's roles when its password was verified; each deed reads them again
 * @station: The name of the station
 *
 * Returns: (transfer full): A member of staff who has signed in
 */
FoyerActor *
foyer_actor_new_staff (GBytes *id, const char *name, FoyerRole roles, const char *station);

/** foyer_actor_get_roles: Returns: The roles; of staff, those at sign-in */
FoyerRole foyer_actor_get_roles (FoyerActor *self);

/** foyer_actor_get_staff: Returns: (transfer none) (nullable): The account's id, %NULL if no
 * person's */
GBytes *foyer_actor_get_staff (FoyerActor *self);

/** foyer_actor_get_name: Returns: (transfer none) (nullable): The account's name */
const char *foyer_actor_get_name (FoyerActor *self);

/** foyer_actor_get_station: Returns: (transfer none): The station's name */
const char *foyer_actor_get_station (FoyerActor *self);

G_END_DECLS

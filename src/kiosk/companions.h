/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/visit.h"

G_BEGIN_DECLS

/** Who comes with a visitor, each a visit of their own. */
typedef struct _FoyerCompanions FoyerCompanions;

/** foyer_companions_new: Returns: (transfer full): Nobody */
FoyerCompanions *foyer_companions_new (void);

/** foyer_companions_ref: Returns: (transfer full): @self */
FoyerCompanions *foyer_companions_ref (FoyerCompanions *self);

/** foyer_companions_unref: @self: (transfer full) (nullable): Companions */
void foyer_companions_unref (FoyerCompanions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCompanions, foyer_companions_unref)

/**
 * foyer_companions_add:
 * @self: Companions
 * @name: What was typed
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_TYPED_TEXT_ERROR
 *
 * Returns: Whether it is a name
 */
gboolean foyer_companions_add (FoyerCompanions *self, const char *name, gint64 now, GError **error);

/** foyer_companions_remove: Takes companion @nth away, from 0 */
void foyer_companions_remove (FoyerCompanions *self, guint nth);

/** foyer_companions_count: Returns: How many they are */
guint foyer_companions_count (FoyerCompanions *self);

/** foyer_companions_get_name: Returns: (transfer none): The name of companion @nth; personal */
const char *foyer_companions_get_name (FoyerCompanions *self, guint nth);

/** foyer_companions_set_told: @told: Whether companion @nth has seen the notice, and tapped the own
 * name */
void foyer_companions_set_told (FoyerCompanions *self, guint nth, gboolean told);

/** foyer_companions_is_told: Returns: Whether companion @nth has */
gboolean foyer_companions_is_told (FoyerCompanions *self, guint nth);

/** foyer_companions_are_told: Returns: Whether all of them have */
gboolean foyer_companions_are_told (FoyerCompanions *self);

/**
 * foyer_companions_to_visits:
 * @self: Companions
 * @leader: The visit that they came with
 *
 * Each is for the same host and of the same type as @leader, with the same answers.
 *
 * Returns: (transfer full) (element-type FoyerVisit): A visit each
 */
GPtrArray *foyer_companions_to_visits (FoyerCompanions *self, FoyerVisit *leader);

G_END_DECLS

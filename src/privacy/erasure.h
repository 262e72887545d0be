/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerErasure:
 * @id: The visit's id, also of one that is deleted and whose answers are remembered
 * @now: The time, in ms since the epoch, UTC
 * @key_is_known: (out): Whether the visit's key was retired; of a damaged visit it may not be known
 *
 * A data subject's request for erasure (GDPR Art. 17) that was granted.
 */
typedef struct {
  GBytes *id;
  gint64 now;
  gboolean key_is_known;
} FoyerErasure;

/** foyer_erasure_new: Returns: (transfer full): What foyer_privacy_erase is about */
FoyerErasure *foyer_erasure_new (GBytes *id, gint64 now);

/** foyer_erasure_free: @data: (transfer full) (nullable): A #FoyerErasure */
void foyer_erasure_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerErasure, foyer_erasure_free)

/**
 * Deletes a visit that has ended, its acknowledgement, what is remembered of it, and their keys:
 * takes a #FoyerErasure. What
 * was deleted is forgotten for good once the key was swapped, which is owed within a minute. A
 * damaged visit goes this way, too.
 *
 * Errors: %FOYER_PRIVACY_ERROR_NO_SUCH_VISIT, %FOYER_PRIVACY_ERROR_ON_SITE
 */
extern const FoyerDeed foyer_privacy_erase;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerCorrection:
 * @id: The visit's id
 * @name: (nullable): The right name, clean; %NULL leaves it as it is
 * @company: (nullable): The right company, clean; "" for none; %NULL leaves it as it is
 * @now: The time, in ms since the epoch, UTC
 *
 * What was written down wrongly (GDPR Art. 16).
 */
typedef struct {
  GBytes *id;
  char *name;
  char *company;
  gint64 now;
} FoyerCorrection;

/** foyer_correction_new: Returns: (transfer full): A correction of nothing yet */
FoyerCorrection *foyer_correction_new (GBytes *id, gint64 now);

/** foyer_correction_set_name: @text: what was typed; Returns: whether it is a name, else
 * %FOYER_TYPED_TEXT_ERROR is set */
gboolean foyer_correction_set_name (FoyerCorrection *correction, const char *text, GError **error);

/** foyer_correction_set_company: @text: what was typed, "" for none; Returns: whether it is a
 * company's name, else %FOYER_TYPED_TEXT_ERROR is set */
gboolean
foyer_correction_set_company (FoyerCorrection *correction, const char *text, GError **error);

/** foyer_correction_free: @data: (transfer full) (nullable): A #FoyerCorrection */
void foyer_correction_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCorrection, foyer_correction_free)

/**
 * Writes a visit's personal fields anew, under a new key: takes a #FoyerCorrection. The text before
 * is forgotten for good once the key was swapped, which is owed within a minute. The audit trail
 * says which fields, never what stood in them.
 *
 * Errors: %FOYER_RECEPTION_ERROR_NO_SUCH_VISIT; %FOYER_DB_ERROR_ROW where the visit is damaged
 */
extern const FoyerDeed foyer_reception_correct;

G_END_DECLS

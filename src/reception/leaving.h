/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerLeaving:
 * @call: The id of the first call that it makes
 * @name: What was typed, clean; personal
 * @station: Where
 * @now: When, in ms since the epoch, UTC
 */
typedef struct {
  GBytes *call;
  char *name;
  char *station;
  gint64 now;
} FoyerLeaving;

/** foyer_leaving_new: Returns: (transfer full): What foyer_reception_ask_to_leave is about */
FoyerLeaving *foyer_leaving_new (const char *name, const char *station, gint64 now);

/** foyer_leaving_free: @data: (transfer full) (nullable): A #FoyerLeaving */
void foyer_leaving_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLeaving, foyer_leaving_free)

/**
 * Somebody leaves without the badge: takes a #FoyerLeaving. Every visitor on site of exactly that
 * name, but for case and accents, gets a call of %FOYER_CALL_LEAVING; where there is none, one call
 * of no visit says that somebody stands there. Whoever asks learns nothing: the answer is the same,
 * and so are the rows that are read and written.
 */
extern const FoyerDeed foyer_reception_ask_to_leave;

G_END_DECLS

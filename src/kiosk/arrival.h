/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"
#include "visit/call.h"

G_BEGIN_DECLS

/**
 * FoyerArrivalOutcome:
 * @FOYER_ARRIVAL_FAILED: Nothing was stored
 * @FOYER_ARRIVAL_ON_SITE: The visitor is signed in, with all companions
 * @FOYER_ARRIVAL_ALREADY: The visitor was signed in a moment ago, and is not signed in twice
 * @FOYER_ARRIVAL_ASKED: Reception is asked; another outcome follows
 * @FOYER_ARRIVAL_DENIED: The visitor is to speak to reception
 */
typedef enum {
  FOYER_ARRIVAL_FAILED,
  FOYER_ARRIVAL_ON_SITE,
  FOYER_ARRIVAL_ALREADY,
  FOYER_ARRIVAL_ASKED,
  FOYER_ARRIVAL_DENIED,
} FoyerArrivalOutcome;

/**
 * FoyerArrivalDone:
 * @outcome: What came of it
 * @err: (nullable): Why it failed
 * @data: As given to foyer_arrival_new()
 */
typedef void (*FoyerArrivalDone) (FoyerArrivalOutcome outcome, const GError *err, gpointer data);

#define FOYER_TYPE_ARRIVAL (foyer_arrival_get_type ())
G_DECLARE_FINAL_TYPE (FoyerArrival, foyer_arrival, FOYER, ARRIVAL, GObject)

/**
 * foyer_arrival_new:
 * @context: Borrowed; outlives the arrival
 * @done: Called with each outcome, not any more once the arrival is gone
 * @data: For @done
 *
 * Returns: (transfer full): What signs the context's visit in
 */
FoyerArrival *
foyer_arrival_new (const FoyerKioskContext *context, FoyerArrivalDone done, gpointer data);

/**
 * foyer_arrival_sign_in:
 * @self: An arrival
 * @back_from: (nullable): Of who left today and is back: the id of the visit that ended
 *
 * Until now nothing was stored.
 */
void foyer_arrival_sign_in (FoyerArrival *self, GBytes *back_from);

/** foyer_arrival_get_since: Returns: After %FOYER_ARRIVAL_ALREADY: since when, in ms since the
 * epoch, UTC */
gint64 foyer_arrival_get_since (FoyerArrival *self);

G_END_DECLS

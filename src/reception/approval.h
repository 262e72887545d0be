/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerDecision:
 * @visit: The id of a visit that is asked
 * @yes: Whether its visitor is let in
 * @now: When, in ms since the epoch, UTC
 * @decided: (out): The visit, on site or denied
 */
typedef struct {
  GBytes *visit;
  gboolean yes;
  gint64 now;
  FoyerVisit *decided;
} FoyerDecision;

/** foyer_decision_new: Returns: (transfer full): What foyer_reception_decide is about */
FoyerDecision *foyer_decision_new (GBytes *visit, gboolean yes, gint64 now);

/** foyer_decision_free: @data: (transfer full) (nullable): A #FoyerDecision */
void foyer_decision_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDecision, foyer_decision_free)

/**
 * A desk says yes or no: takes a #FoyerDecision. After a yes the visit is on site since it was
 * asked, its badge code is valid, and both letters are written. After a no it is denied; a reason
 * is neither asked nor stored. The call is gone either way. Who came along is let in, or not, with
 * the visitor.
 *
 * Errors: %FOYER_RECEPTION_ERROR_DECIDED, %FOYER_RECEPTION_ERROR_NO_SUCH_VISIT, %FOYER_DB_ERROR_ROW
 */
extern const FoyerDeed foyer_reception_decide;

/**
 * FoyerVisitFollow:
 * @visit: A visit's id
 * @state: (out): Where it stands; %FOYER_VISIT_NEW where there is none
 */
typedef struct {
  GBytes *visit;
  FoyerVisitState state;
} FoyerVisitFollow;

/** foyer_visit_follow_new: Returns: (transfer full): What foyer_reception_follow_visit is about */
FoyerVisitFollow *foyer_visit_follow_new (GBytes *visit);

/** foyer_visit_follow_free: @data: (transfer full) (nullable): A #FoyerVisitFollow */
void foyer_visit_follow_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerVisitFollow, foyer_visit_follow_free)

/** The kiosk asks what became of a visit that was asked: takes a #FoyerVisitFollow. */
extern const FoyerDeed foyer_reception_follow_visit;

G_END_DECLS

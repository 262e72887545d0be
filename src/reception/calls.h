/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/call.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** Somebody calls reception, or staff a kiosk: takes a #FoyerCall of %FOYER_CALL_HELP or
 * %FOYER_CALL_SERVICE. A station's older call of that kind gives way to it. */
extern const FoyerDeed foyer_reception_call;

/**
 * FoyerCallFollow:
 * @id: (nullable): The call's id; %NULL: by @station and @kind
 * @station: (nullable): Who calls, or is called
 * @kind: Which call of that station
 * @now: For foyer_reception_take_call and the ends of a call: the time, in ms since the epoch, UTC
 * @call: (out) (nullable): The call as it stands: taken where @taken_at is not 0; %NULL where it is
 *   gone
 */
typedef struct {
  GBytes *id;
  char *station;
  FoyerCallKind kind;
  gint64 now;
  FoyerCall *call;
} FoyerCallFollow;

/** foyer_call_follow_new: Returns: (transfer full): What the deeds below are about: the call of
 * that id */
FoyerCallFollow *foyer_call_follow_new (GBytes *id, gint64 now);

/** foyer_call_follow_new_kind: Returns: (transfer full): The same, about the station's call of that
 * kind */
FoyerCallFollow *foyer_call_follow_new_kind (const char *station, FoyerCallKind kind, gint64 now);

/** foyer_call_follow_free: @data: (transfer full) (nullable): A #FoyerCallFollow */
void foyer_call_follow_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCallFollow, foyer_call_follow_free)

/** The kiosk asks whether its call waits, was taken, or is gone, and whether there is a call for
 * it: takes a #FoyerCallFollow. */
extern const FoyerDeed foyer_reception_follow_call;

/** The kiosk ends a call for help or for service, of its own station: takes a #FoyerCallFollow by
 * id. Ends nothing else. */
extern const FoyerDeed foyer_reception_end_call;

/** Somebody at a desk comes: takes a #FoyerCallFollow by id, and gives the call as it stands then.
 * The kiosk hears of it. Whoever was second has taken it as well. */
extern const FoyerDeed foyer_reception_take_call;

/** A desk has seen to a call: takes a #FoyerCallFollow by id. Visits that wait to be approved are
 * decided (foyer_reception_decide), not ended. */
extern const FoyerDeed foyer_reception_dismiss_call;

/**
 * FoyerOpenCall:
 * @call: The call
 * @visit: (nullable): The visit that it is about, with the answers that the actor may see
 * @companions: Of an approval: how many wait with that visitor
 */
typedef struct {
  FoyerCall *call;
  FoyerVisit *visit;
  guint companions;
} FoyerOpenCall;

/**
 * FoyerCallList:
 * @calls: (out) (element-type FoyerOpenCall): What waits for a desk, the oldest first: calls for
 *   help that nobody has taken, approvals, and who leaves without a badge
 */
typedef struct {
  GPtrArray *calls;
} FoyerCallList;

/** foyer_call_list_new: Returns: (transfer full): What foyer_reception_list_calls is about */
FoyerCallList *foyer_call_list_new (void);

/** foyer_call_list_free: @data: (transfer full) (nullable): A #FoyerCallList */
void foyer_call_list_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCallList, foyer_call_list_free)

/** What calls for a desk: takes a #FoyerCallList. */
extern const FoyerDeed foyer_reception_list_calls;

G_END_DECLS

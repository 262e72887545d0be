/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerCallKind:
 * @FOYER_CALL_NONE: No call; never stored
 * @FOYER_CALL_HELP: Somebody at a kiosk asks for reception
 * @FOYER_CALL_APPROVAL: Reception has to approve a visit that is asked for
 * @FOYER_CALL_RETURN: The same, of who left today and is back
 * @FOYER_CALL_LEAVING: Somebody leaves without the badge
 * @FOYER_CALL_SERVICE: Staff ask a kiosk for its service page
 *
 * What is asked. The numbers are stored: never change one.
 */
typedef enum {
  FOYER_CALL_NONE = 0,
  FOYER_CALL_HELP = 1,
  FOYER_CALL_APPROVAL = 2,
  FOYER_CALL_RETURN = 3,
  FOYER_CALL_LEAVING = 4,
  FOYER_CALL_SERVICE = 5,
} FoyerCallKind;

/**
 * FoyerCall:
 * @id: Its id, made with what asks and not in the deed
 * @kind: What is asked
 * @station: The name of the station that asks; of a service call, the one that is asked
 * @page: The name of the page that its screen shows; never anything typed; "" where that says
 * nothing
 * @visit: (nullable): The id of the visit that it is about
 * @made_at: When, in ms since the epoch, UTC
 * @taken_at: When somebody at a desk said that they come, or 0
 *
 * What kiosk and desk ask of each other: ids only, gone when answered.
 */
typedef struct {
  GBytes *id;
  FoyerCallKind kind;
  char *station;
  char *page;
  GBytes *visit;
  gint64 made_at;
  gint64 taken_at;
} FoyerCall;

/** foyer_call_new: Returns: (transfer full): A call with an id of its own; keeps @visit */
FoyerCall *foyer_call_new (FoyerCallKind kind,
                           const char *station,
                           const char *page,
                           GBytes *visit,
                           gint64 now);

/** foyer_call_free: @call: (transfer full) (nullable): A call */
void foyer_call_free (FoyerCall *call);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerCall, foyer_call_free)

G_END_DECLS

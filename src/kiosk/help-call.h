/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * FoyerHelpCallState:
 * @FOYER_HELP_CALL_FAILED: Reception cannot be called from here
 * @FOYER_HELP_CALL_MADE: It rings
 * @FOYER_HELP_CALL_TAKEN: Somebody comes
 */
typedef enum {
  FOYER_HELP_CALL_FAILED,
  FOYER_HELP_CALL_MADE,
  FOYER_HELP_CALL_TAKEN,
} FoyerHelpCallState;

/** FoyerHelpCallHeard: Called whenever a call stands otherwise */
typedef void (*FoyerHelpCallHeard) (FoyerHelpCallState state, gpointer data);

#define FOYER_TYPE_HELP_CALL (foyer_help_call_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHelpCall, foyer_help_call, FOYER, HELP_CALL, GObject)

/**
 * foyer_help_call_new:
 * @context: Borrowed; outlives the call
 * @page: The page from which reception is called; never anything typed
 * @heard: Called with each state, not any more once the call is gone
 * @data: For @heard
 *
 * Calls reception. The call itself outlives this object: somebody comes, whoever stands there.
 *
 * Returns: (transfer full): What hears of the answer
 */
FoyerHelpCall *foyer_help_call_new (const FoyerKioskContext *context,
                                    const char *page,
                                    FoyerHelpCallHeard heard,
                                    gpointer data);

G_END_DECLS

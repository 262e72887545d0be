/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CALL_BAR (foyer_call_bar_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCallBar, foyer_call_bar, FOYER, CALL_BAR, GtkBox)

/**
 * FoyerCallBar::said:
 * @words: What was done, or why it was not
 *
 * FoyerCallBar::let-go:
 *
 * The keyboard was in the bar, and belongs to the view again.
 */

/**
 * foyer_call_bar_start:
 * @self: A bar
 * @context: Borrowed, until foyer_call_bar_stop(); its actor may answer calls
 *
 * Shows what calls from now on. A new call rings; where nobody is at anything, it has the keyboard.
 */
void foyer_call_bar_start (FoyerCallBar *self, const FoyerDeskContext *context);

/** foyer_call_bar_stop: Forgets all calls */
void foyer_call_bar_stop (FoyerCallBar *self);

/** foyer_call_bar_enter: Gives the first call the keyboard; Returns: Whether there is one */
gboolean foyer_call_bar_enter (FoyerCallBar *self);

G_END_DECLS

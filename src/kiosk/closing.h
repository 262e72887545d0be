/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CLOSING (foyer_closing_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClosing, foyer_closing, FOYER, CLOSING, GtkBox)

/**
 * FoyerClosing::over:
 *
 * "Finish" was tapped, or the time is up.
 */

/**
 * foyer_closing_start:
 * @clock: Borrowed until it stopped
 * @seconds: After how many the screen closes
 *
 * Counts from the beginning, also where it counts already.
 */
void foyer_closing_start (FoyerClosing *self, FoyerClock *clock, int seconds);

/** foyer_closing_stop: Counts no more; nor does one that is not to be seen any more */
void foyer_closing_stop (FoyerClosing *self);

G_END_DECLS

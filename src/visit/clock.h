/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CLOCK (foyer_clock_get_type ())
G_DECLARE_FINAL_TYPE (FoyerClock, foyer_clock, FOYER, CLOCK, GObject)

/** One second, minute, hour and day in the unit of all instants: milliseconds. */
#define FOYER_SECOND G_GINT64_CONSTANT (1000)
#define FOYER_MINUTE (60 * FOYER_SECOND)
#define FOYER_HOUR (60 * FOYER_MINUTE)
#define FOYER_DAY (24 * FOYER_HOUR)

/**
 * foyer_clock_new:
 *
 * Returns: (transfer full): A clock that follows the machine's
 */
FoyerClock *foyer_clock_new (void);

/**
 * foyer_clock_new_standing:
 * @now: What the clock says, in ms since the epoch, UTC
 *
 * For tests: the clock stands still until foyer_clock_advance() moves it.
 *
 * Returns: (transfer full): A clock that stands
 */
FoyerClock *foyer_clock_new_standing (gint64 now);

/**
 * foyer_clock_now:
 * @self: A clock; may be asked from any thread
 *
 * Returns: The time, in ms since the epoch, UTC
 */
gint64 foyer_clock_now (FoyerClock *self);

/**
 * foyer_clock_steady:
 * @self: A clock
 *
 * What a time-out is measured by: nobody sets it, so a visitor's 45 seconds stay 45 seconds when
 * the time server corrects the date. Main thread only.
 *
 * Returns: Some number of ms, which grows as time passes
 */
gint64 foyer_clock_steady (FoyerClock *self);

/**
 * foyer_clock_advance:
 * @self: A standing clock
 * @ms: How far to move it, in ms, >= 0
 *
 * Moves the clock, and calls each time-out that falls due on the way, in the order of their times.
 * Main thread only.
 */
void foyer_clock_advance (FoyerClock *self, gint64 ms);

/**
 * foyer_clock_after:
 * @self: A clock
 * @ms: How long to wait, in ms, >= 0
 * @func: What to call on the main loop; %G_SOURCE_CONTINUE asks for the same wait again
 * @data: Its argument; borrowed, must outlive the time-out
 *
 * The only time-outs of the program that a person can notice, so that a test which moves the clock
 * moves them too. Not finer than a quarter of a second. Main thread only.
 *
 * Returns: A number above 0 for foyer_clock_cancel()
 */
guint foyer_clock_after (FoyerClock *self, gint64 ms, GSourceFunc func, gpointer data);

/**
 * foyer_clock_cancel:
 * @self: A clock
 * @id: From foyer_clock_after(); 0 and numbers that are over are ignored
 */
void foyer_clock_cancel (FoyerClock *self, guint id);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** How long a key that may begin a scan waits for the next one, in ms. */
#define FOYER_SCAN_PATIENCE 30

#define FOYER_TYPE_SCAN (foyer_scan_get_type ())
G_DECLARE_FINAL_TYPE (FoyerScan, foyer_scan, FOYER, SCAN, GObject)

/**
 * FoyerScan::scanned:
 * @self: The scan
 * @text: What was scanned: prefix and letters, without the Enter
 *
 * A whole scan came in, and nothing of it was typed anywhere.
 *
 * FoyerScan::strange:
 * @self: A strict scan
 *
 * Something else was scanned, and nothing of it was typed anywhere.
 */

/**
 * foyer_scan_new:
 * @prefix: How a scan begins, such as "FOYER1:"
 * @length: How many letters follow
 * @letters: Which letters those may be
 * @layout: The keyboard that the scanner pretends to be, as X names it: "us", "de"
 *
 * Tells a barcode scanner, which is a fast keyboard, from a person: exactly @prefix, @length
 * @letters and Enter, each key at most %FOYER_SCAN_PATIENCE ms after the one before, are a scan.
 * Everything else is typed on, in order. A scanner sends places of keys and no letters: they are
 * read as @layout has them, whatever the layout of the machine's own keyboard is.
 *
 * Returns: (transfer full): A new scan, which watches nothing yet
 */
FoyerScan *
foyer_scan_new (const char *prefix, guint length, const char *letters, const char *layout);

/**
 * foyer_scan_set_strict:
 * @strict: Whether scans of other codes are dropped
 *
 * What comes at a scanner's speed is then no typing, whatever it says: four keys or more of which
 * one is Enter, or more than 64. Every key waits %FOYER_SCAN_PATIENCE ms for the next one.
 */
void foyer_scan_set_strict (FoyerScan *self, gboolean strict);

/** foyer_scan_interrupt: Somebody does something else than typing: what few keys wait were typed
 * before */
void foyer_scan_interrupt (FoyerScan *self);

/**
 * foyer_scan_watch:
 * @window: A window whose keys may be a scanner's, wherever its focus is; dialogs need it too
 *
 * Filters that window's keys for as long as both live.
 */
void foyer_scan_watch (FoyerScan *self, GtkWindow *window);

/**
 * foyer_scan_filter:
 * @event: A key pressed or released, before anything else has seen it
 *
 * What foyer_scan_watch() calls for each key.
 *
 * Returns: Whether it was held back or was a scan's, so that nobody else shall see it now
 */
gboolean foyer_scan_filter (FoyerScan *self, GdkEventKey *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "widgets/scan-code.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SCANNER (foyer_scanner_get_type ())
G_DECLARE_FINAL_TYPE (FoyerScanner, foyer_scanner, FOYER, SCANNER, GObject)

/**
 * FoyerScanner::scanned:
 * @text: What was scanned: a code, without the Enter
 *
 * FoyerScanner::strange:
 *
 * Something else was scanned.
 */

/**
 * foyer_scanner_new:
 * @code: (transfer full): What a code looks like
 *
 * Reads a barcode scanner by itself, so that its keys reach no window.
 *
 * Returns: (transfer full): A scanner that is fed by nothing yet
 */
FoyerScanner *foyer_scanner_new (FoyerScanCode *code);

/**
 * foyer_scanner_open:
 * @path: The scanner's device, such as /dev/input/by-id/usb-…-event-kbd
 *
 * Takes the device for itself (EVIOCGRAB) and reads it for as long as the scanner lives. Where it
 * is not there, or goes away, it is tried again every 2 s.
 */
void foyer_scanner_open (FoyerScanner *self, const char *path);

/**
 * foyer_scanner_feed:
 * @bytes: What the device says: the kernel's struct input_event, in portions of any size
 * @size: How many
 *
 * What foyer_scanner_open() calls with all that it reads.
 */
void foyer_scanner_feed (FoyerScanner *self, const guint8 *bytes, gsize size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a barcode scanner ends a code with. */
#define FOYER_SCAN_ENTER '\n'

/** What a code looks like, and which keys type it on the keyboard that a scanner pretends to be. */
typedef struct _FoyerScanCode FoyerScanCode;

/**
 * foyer_scan_code_new:
 * @prefix: How a code begins, such as "FOYER1:"
 * @length: How many letters follow
 * @letters: Which letters those may be
 * @layout: The scanner's keyboard, as X names it: "us", "de"
 *
 * Returns: (transfer full): What a code looks like
 */
FoyerScanCode *
foyer_scan_code_new (const char *prefix, guint length, const char *letters, const char *layout);

/** foyer_scan_code_free: @self: (transfer full) (nullable): What a code looks like */
void foyer_scan_code_free (FoyerScanCode *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerScanCode, foyer_scan_code_free)

/**
 * foyer_scan_code_read_key:
 * @key: An X key code: the kernel's plus 8
 * @shift: Whether Shift is held; Caps Lock does not count: a scanner cannot see it
 *
 * Returns: The letter of the key, %FOYER_SCAN_ENTER, or 0 where it has none in ASCII
 */
char foyer_scan_code_read_key (FoyerScanCode *self, guint key, gboolean shift);

/** foyer_scan_code_fits: Returns: Whether @letter may stand at @place of a code, from 0;
 * %FOYER_SCAN_ENTER fits behind it */
gboolean foyer_scan_code_fits (const FoyerScanCode *self, gsize place, char letter);

/** foyer_scan_code_get_length: Returns: How many letters a code has, with the prefix */
gsize foyer_scan_code_get_length (const FoyerScanCode *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The letters of a badge code, without the prefix. */
#define FOYER_BADGE_CODE_LENGTH 26

/** Which letters those may be: Crockford's base32, which leaves out I, L, O and U. */
#define FOYER_BADGE_CODE_LETTERS "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** What stands before the letters in the QR. */
#define FOYER_BADGE_CODE_PREFIX "FOYER1:"

/**
 * foyer_badge_code_new:
 *
 * Draws a badge code: 128 bits from the kernel's random source, as 26 letters of Crockford's
 * base32.
 *
 * Returns: (transfer full): The letters, without the prefix
 */
char *foyer_badge_code_new (void);

/**
 * foyer_badge_code_to_qr:
 * @code: 26 letters
 *
 * Returns: (transfer full): What the QR holds, all in QR's alphanumeric mode: prefix and letters
 */
char *foyer_badge_code_to_qr (const char *code);

/**
 * foyer_badge_code_parse:
 * @text: (nullable): What a scanner or a person gave, with or without the prefix, in upper or lower
 *   case; Crockford's look-alikes (O for 0, I and L for 1) are read as meant
 *
 * Returns: (transfer full) (nullable): The 26 letters, or %NULL where @text is no badge code
 */
char *foyer_badge_code_parse (const char *text);

G_END_DECLS

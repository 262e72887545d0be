/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/** foyer_plural: Use npgettext() */
const char *foyer_plural (const char *key, const char *one, const char *many, gulong n)
    G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);

/**
 * npgettext:
 * @context: The context, a literal
 * @one: For one, a literal
 * @many: For any other number, a literal
 * @n: The number
 *
 * C_() with a plural, which GLib does not have.
 *
 * Returns: (transfer none): The text for that number in the thread's language
 */
#define npgettext(context, one, many, n) foyer_plural (context "\004" one, one, many, (n))

G_END_DECLS

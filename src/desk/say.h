/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_desk_say:
 * @err: What a deed, a sign-in or the store said
 *
 * Chooses the sentence for the person at the desk by the error's code; the error's own message is
 * never shown.
 *
 * Returns: (transfer none): The sentence, in the thread's language
 */
const char *foyer_desk_say (const GError *err);

/**
 * foyer_desk_is_cut_off:
 * @err: As foyer_desk_say()
 *
 * Returns: Whether the store cannot be reached or read at the moment, whatever one asks of it
 */
gboolean foyer_desk_is_cut_off (const GError *err);

G_END_DECLS

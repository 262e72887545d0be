/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_letter_variants:
 * @letter: A letter a to z or A to Z
 *
 * Which letters people write with an accent, a stroke or a tail on it, by Unicode's composition:
 * all of Latin-1, Latin Extended-A and Vietnamese.
 *
 * Returns: (transfer full): The letters as one string, in the same case, the more frequent first;
 *   empty where there is none
 */
char *foyer_letter_variants (gunichar letter);

/**
 * foyer_letter_has_variants:
 * @letter: A letter, as UTF-8
 *
 * Returns: Whether it has any
 */
gboolean foyer_letter_has_variants (const char *letter);

G_END_DECLS

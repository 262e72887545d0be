/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <locale.h>

G_BEGIN_DECLS

/**
 * foyer_language_set_up:
 * @texts: The folder of the catalogues that are installed
 *
 * For a program's main(), before any other thread: takes a locale that is no language's, and finds
 * the catalogues (in `TEXTDOMAINDIR`, of a build that is not installed).
 */
void foyer_language_set_up (const char *texts);

/**
 * foyer_language_use:
 * @language: A shipped language, "en"
 *
 * Makes the calling thread speak a language: gettext's messages, names of months and days, sorting.
 * Other threads keep theirs. The locales are those of the package: main() has set `LOCPATH` to
 * their folder, and `LANGUAGE` to nothing. Where one is missing the thread goes on in the language
 * of the code (English), and a warning is logged.
 */
void foyer_language_use (const char *language);

/**
 * foyer_language_open:
 * @language: A shipped language
 *
 * For a few texts in another language than the thread's: uselocale(3) it, and give back what that
 * returned afterwards.
 *
 * Returns: The language's locale, for freelocale(3); an English one where it is missing, and 0
 * where even that is
 */
locale_t foyer_language_open (const char *language);

/**
 * foyer_language_get_shipped:
 *
 * Returns: (transfer none): The languages that Foyer speaks, "en" first
 */
const char *const *foyer_language_get_shipped (void);

/**
 * foyer_language_is_shipped:
 * @language: A language code
 *
 * Returns: Whether Foyer speaks it
 */
gboolean foyer_language_is_shipped (const char *language);

/**
 * foyer_language_get_own_name:
 * @language: A language code
 *
 * Returns: (transfer none): What the language calls itself, "Deutsch"; for one that is not shipped,
 *   its code
 */
const char *foyer_language_get_own_name (const char *language);

G_END_DECLS

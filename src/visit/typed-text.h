/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest text a person may type into one field, in code points. */
#define FOYER_TYPED_TEXT_MAX 80

#define FOYER_TYPED_TEXT_ERROR (foyer_typed_text_error_quark ())

/**
 * FoyerTypedTextError:
 * @FOYER_TYPED_TEXT_ERROR_EMPTY: Nothing was typed
 * @FOYER_TYPED_TEXT_ERROR_UNPRINTABLE: Nothing is left that could be printed, or it is not UTF-8
 * @FOYER_TYPED_TEXT_ERROR_TOO_LONG: More than %FOYER_TYPED_TEXT_MAX code points
 */
typedef enum {
  FOYER_TYPED_TEXT_ERROR_EMPTY,
  FOYER_TYPED_TEXT_ERROR_UNPRINTABLE,
  FOYER_TYPED_TEXT_ERROR_TOO_LONG,
} FoyerTypedTextError;

GQuark foyer_typed_text_error_quark (void);

/**
 * foyer_typed_text_clean:
 * @text: What was typed: a name, a company
 * @error: %FOYER_TYPED_TEXT_ERROR
 *
 * Makes typed text safe to keep, show and print, before any widget sees it again: UTF-8 in NFC,
 * white space joined to single spaces and cut at both ends, without control characters, directional
 * controls (Unicode Bidirectional Algorithm, 2), private use and unassigned code points, and at
 * most two combining marks on a letter. No name is refused for its script, length 1, apostrophe,
 * hyphen, dot, digits or missing last name.
 *
 * Returns: (transfer full) (nullable): The cleaned text, or %NULL
 */
char *foyer_typed_text_clean (const char *text, GError **error);

/**
 * foyer_typed_text_fold:
 * @text: Cleaned text
 *
 * Folds for search: no case, no accents, letters that do not decompose taken apart (ł l, ø o, ß ss,
 * þ th, æ ae, …), words separated by single spaces, everything but letters and digits dropped, so
 * that “lu” finds Łukasz and “oc” finds O’Connor.
 *
 * Returns: (transfer full): The folded words
 */
char *foyer_typed_text_fold (const char *text);

/**
 * foyer_typed_text_matches:
 * @folded: Folded text to search in
 * @query: Folded words to look for; an empty query matches everything
 *
 * Returns: Whether each word of @query begins a word of @folded, in any order
 */
gboolean foyer_typed_text_matches (const char *folded, const char *query);

/**
 * foyer_typed_text_letters:
 * @text: Any text
 *
 * Returns: How many letters and digits stand in it (a search asks for three)
 */
guint foyer_typed_text_letters (const char *text);

/**
 * foyer_typed_text_given:
 * @name: A cleaned name
 *
 * The given text of a name, for greeting and badge: in alphabetic scripts what stands before the
 * first space, else (Han, Hiragana, Katakana, Hangul) the whole.
 *
 * Returns: (transfer full): The given text
 */
char *foyer_typed_text_given (const char *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a site's file says to people: the same words in each language. */
typedef struct _FoyerWords FoyerWords;

/** foyer_words_new: Returns: (transfer full): Nothing said yet */
FoyerWords *foyer_words_new (void);

/** foyer_words_free: @self: (transfer full) (nullable): Words */
void foyer_words_free (FoyerWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWords, foyer_words_free)

/** foyer_words_set: @language: A language's code, "en", or "" for every other language */
void foyer_words_set (FoyerWords *self, const char *language, const char *text);

/**
 * foyer_words_get:
 * @self: Words
 * @language: (nullable): A language's code
 *
 * Returns: (transfer none) (nullable): The words in that language, else those for every other one
 */
const char *foyer_words_get (FoyerWords *self, const char *language);

/** foyer_words_digest: Returns: (transfer full): A digest of all of them, which is another one when
 * a word in any language is */
char *foyer_words_digest (FoyerWords *self);

G_END_DECLS

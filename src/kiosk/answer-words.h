/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/visitor-field.h"

G_BEGIN_DECLS

/**
 * foyer_answer_words:
 * @field: A field
 * @answer: Its answer, as it is stored
 * @language: The language of the screen
 *
 * Returns: (transfer full): The answer in words: a choice's words, a date with the month's name
 */
char *foyer_answer_words (FoyerVisitorField *field, const char *answer, const char *language);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_ANSWER_ROW (foyer_answer_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerAnswerRow, foyer_answer_row, FOYER, ANSWER_ROW, GtkBox)

/**
 * FoyerAnswerRow::change:
 * @page: The page that asks for this answer
 *
 * The visitor wants to give another answer.
 *
 * Its properties: "question", the word before the answer; "page", where it is asked,
 * without which there is no "Change"; "change", what that button is called by assistive technology,
 * "Change host"; "deed", what stands on it instead of "Change".
 */

/** foyer_answer_row_set_answer: @answer: What the visitor said, shown as it is */
void foyer_answer_row_set_answer (FoyerAnswerRow *self, const char *answer);

/** foyer_answer_row_measure: Returns: How wide its question likes to be, in px */
int foyer_answer_row_measure (FoyerAnswerRow *self);

/** foyer_answer_row_join: Makes its question as wide as those of all rows of @questions */
void foyer_answer_row_join (FoyerAnswerRow *self, GtkSizeGroup *questions);

/** foyer_answer_row_stack: The answer stands below its question, where there is no room beside it
 */
void foyer_answer_row_stack (FoyerAnswerRow *self);

/** foyer_answer_row_make_offer: There is no answer yet: the sentence stands below the question */
void foyer_answer_row_make_offer (FoyerAnswerRow *self);

/** foyer_answer_row_get_answer: Returns: (transfer none): What is shown */
const char *foyer_answer_row_get_answer (FoyerAnswerRow *self);

G_END_DECLS

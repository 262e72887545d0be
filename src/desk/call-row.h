/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/page.h"
#include "reception/calls.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CALL_ROW (foyer_call_row_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCallRow, foyer_call_row, FOYER, CALL_ROW, GtkListBoxRow)

/**
 * FoyerCallRow::answered:
 * @yes: Whether the call's first answer was chosen, or the other one
 */

/**
 * foyer_call_row_new:
 * @open: A call; what is needed of it is kept
 * @context: Borrowed; outlives the row
 *
 * The row's answers can be chosen once it has been there for a moment, so that nobody answers by a
 * key that was meant for something else.
 *
 * Returns: (transfer floating): The row of a call
 */
GtkWidget *foyer_call_row_new (const FoyerOpenCall *open, const FoyerDeskContext *context);

/** foyer_call_row_get_id: Returns: (transfer none): The call's id */
GBytes *foyer_call_row_get_id (FoyerCallRow *self);

/** foyer_call_row_get_kind: Returns: What is asked */
FoyerCallKind foyer_call_row_get_kind (FoyerCallRow *self);

/** foyer_call_row_get_visit: Returns: (transfer none) (nullable): The visit that is to be decided
 */
GBytes *foyer_call_row_get_visit (FoyerCallRow *self);

/** foyer_call_row_show_keys: Shows the keys that answer while the row has the keyboard; @is_next:
 * the key that gives it the keyboard */
void foyer_call_row_show_keys (FoyerCallRow *self, gboolean is_next);

/** foyer_call_row_rest: As in its first moment, the row cannot be answered for another one: the
 * keyboard has come to it by itself */
void foyer_call_row_rest (FoyerCallRow *self);

/** foyer_call_row_answer: Chooses an answer, where there is that one and it can be chosen yet */
void foyer_call_row_answer (FoyerCallRow *self, gboolean yes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_FIELD (foyer_field_get_type ())
G_DECLARE_FINAL_TYPE (FoyerField, foyer_field, FOYER, FIELD, GtkBox)

/**
 * FoyerField::changed:
 *
 * Something was typed.
 *
 * FoyerField::activate:
 *
 * Enter was pressed.
 */

/** foyer_field_get_entry: Returns: (transfer none): Where is typed */
GtkEntry *foyer_field_get_entry (FoyerField *self);

/** foyer_field_get_text: Returns: (transfer none): What is typed */
const char *foyer_field_get_text (FoyerField *self);

/** foyer_field_show: Shows @text where nothing is typed yet, and takes the focus */
void foyer_field_show (FoyerField *self, const char *text);

/** foyer_field_set_note: @note: (nullable): What stands below it as long as nothing is wrong */
void foyer_field_set_note (FoyerField *self, const char *note);

/** foyer_field_complain: @sentence: (nullable): What is wrong; %NULL takes it back */
void foyer_field_complain (FoyerField *self, const char *sentence);

G_END_DECLS

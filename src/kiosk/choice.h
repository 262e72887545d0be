/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_CHOICE (foyer_choice_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChoice, foyer_choice, FOYER, CHOICE, GtkButton)

/**
 * FoyerChoice::chosen:
 * @key: What it stands for
 *
 * The visitor chose it.
 */

/**
 * foyer_choice_new:
 * @key: What it stands for: a visitor type's key, a language
 * @words: What stands on it; may come from a person, is shown as it is
 * @icon: (nullable): An icon's name
 * @style: A style class: "tile", "answer", "language"
 *
 * Returns: (transfer floating): A button whose words may take two lines
 */
GtkWidget *
foyer_choice_new (const char *key, const char *words, const char *icon, const char *style);

/** foyer_choice_get_key: Returns: (transfer none): What it stands for */
const char *foyer_choice_get_key (FoyerChoice *self);

/** foyer_choice_set_icon: @icon: (nullable): An icon's name; %NULL for none */
void foyer_choice_set_icon (FoyerChoice *self, const char *icon);

/** foyer_choice_set_current: @current: Whether it is what is chosen now: shown, and said to
 * assistive technology */
void foyer_choice_set_current (FoyerChoice *self, gboolean current);

G_END_DECLS

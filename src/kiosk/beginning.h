/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BEGINNING (foyer_beginning_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBeginning, foyer_beginning, FOYER, BEGINNING, GtkDrawingArea)

/** How many lines of its words a beginning asks for; it shows more where it is given more. */
#define FOYER_BEGINNING_LINES 3

/**
 * foyer_beginning_set_words:
 * @words: A long text; as many whole lines of it are shown as there is room for, then "…"
 */
void foyer_beginning_set_words (FoyerBeginning *self, const char *words);

/** foyer_beginning_get_shown: Returns: (transfer full): What is to be read of the words, in the
 * room that there is */
char *foyer_beginning_get_shown (FoyerBeginning *self);

G_END_DECLS

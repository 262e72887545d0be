/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What a key does. */
typedef enum {
  FOYER_KEY_LETTER, /* types its text */
  FOYER_KEY_DIGIT,  /* the same; gives its place to variants */
  FOYER_KEY_SHIFT,
  FOYER_KEY_BACKSPACE,
  FOYER_KEY_ACCENTS, /* the next letter shows its variants */
  FOYER_KEY_SPACE,
  FOYER_KEY_CONTINUE,
} FoyerKeyKind;

/** A key's place: all in half keys. */
typedef struct {
  FoyerKeyKind kind;
  char text[8]; /* of a letter or a digit, in lower case */
  int row;
  int start;
  int span;
} FoyerKeyPlace;

/**
 * foyer_key_layout:
 * @language: What the screen speaks, such as "de" or "de_AT"
 * @columns: (out): How many whole keys are side by side
 *
 * Returns: (transfer full) (element-type FoyerKeyPlace): The keys of the language's keyboard, row
 *   by row; English ones where it has none of its own
 */
GArray *foyer_key_layout (const char *language, int *columns);

/** How many rows every keyboard has. */
#define FOYER_KEY_ROWS 5

/** Lengths in px. */
typedef struct {
  int side; /* margins */
  int top;
  int bottom;
  int key_height;
  int gap;
  int least; /* that the keyboard is wide */
} FoyerKeyMeasures;

/**
 * foyer_key_measures:
 * @keyboard: A touch keyboard in its window; the style sheet gives it the scale
 * @width: What the keyboard is given, in px
 *
 * Returns: How large keys and gaps are there, so that a finger meets them
 */
FoyerKeyMeasures foyer_key_measures (GtkWidget *keyboard, int width);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TOUCH_KEYBOARD (foyer_touch_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTouchKeyboard, foyer_touch_keyboard, FOYER, TOUCH_KEYBOARD, GtkFixed)

/**
 * FoyerTouchKeyboard::continue:
 * @self: The keyboard
 *
 * Its Continue key was tapped: the page's primary action.
 */

/**
 * foyer_touch_keyboard_new:
 *
 * It takes the whole width that it is given and asks for the height that its keys then need. Its
 * properties "target", "language" and "complete" can be set in a template.
 *
 * Returns: (transfer floating): A new keyboard that types nowhere yet
 */
GtkWidget *foyer_touch_keyboard_new (void);

/**
 * foyer_touch_keyboard_get_target:
 *
 * Returns: (transfer none) (nullable): The field that it types into
 */
GtkEntry *foyer_touch_keyboard_get_target (FoyerTouchKeyboard *self);

/**
 * foyer_touch_keyboard_set_target:
 * @target: (nullable): The field that it types into; the focus stays where it is
 */
void foyer_touch_keyboard_set_target (FoyerTouchKeyboard *self, GtkEntry *target);

/**
 * foyer_touch_keyboard_get_language:
 *
 * Returns: What the screen speaks
 */
const char *foyer_touch_keyboard_get_language (FoyerTouchKeyboard *self);

/**
 * foyer_touch_keyboard_set_language:
 * @language: What the screen speaks, such as "de": decides which letters are where
 */
void foyer_touch_keyboard_set_language (FoyerTouchKeyboard *self, const char *language);

/**
 * foyer_touch_keyboard_get_complete:
 *
 * Returns: Whether the Continue key can be used
 */
gboolean foyer_touch_keyboard_get_complete (FoyerTouchKeyboard *self);

/**
 * foyer_touch_keyboard_set_complete:
 * @complete: Whether the page is complete, so that the Continue key can be used
 */
void foyer_touch_keyboard_set_complete (FoyerTouchKeyboard *self, gboolean complete);

G_END_DECLS

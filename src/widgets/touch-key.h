/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "widgets/key-layout.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TOUCH_KEY (foyer_touch_key_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTouchKey, foyer_touch_key, FOYER, TOUCH_KEY, GtkButton)

/**
 * FoyerTouchKey::typed:
 * @self: The key
 *
 * It was tapped (a finger can slide off it before), or repeats while it is held: Backspace does.
 */

/**
 * foyer_touch_key_new:
 * @place: What it does, and where
 *
 * Returns: (transfer floating): A new key, with the icon and the name that say what it does
 */
GtkWidget *foyer_touch_key_new (const FoyerKeyPlace *place);

/**
 * foyer_touch_key_get_place:
 *
 * Returns: (transfer none): What it does, and where
 */
const FoyerKeyPlace *foyer_touch_key_get_place (FoyerTouchKey *self);

/** foyer_touch_key_set_label: @label: What stands on the key */
void foyer_touch_key_set_label (FoyerTouchKey *self, const char *label);

/**
 * foyer_touch_key_set_class:
 * @name: A style class
 * @on: Whether the key has it from now on
 */
void foyer_touch_key_set_class (FoyerTouchKey *self, const char *name, gboolean on);

G_END_DECLS

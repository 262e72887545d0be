/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * foyer_fit_new_layout:
 * @cairo: Where the text will be drawn; one unit is one mm
 * @text: The text, as it is: no markup
 * @size: The em, in mm
 * @width: Where lines break, in mm
 *
 * Returns: (transfer full): The text in the badge's type (Inter Bold, Noto Sans for what it lacks)
 */
PangoLayout *foyer_fit_new_layout (cairo_t *cairo, const char *text, double size, double width);

/**
 * foyer_fit_set_size:
 * @layout: From foyer_fit_new_layout()
 * @size: The em, in mm
 * @break_words: Whether a word that is too long for the line may be broken
 */
void foyer_fit_set_size (PangoLayout *layout, double size, gboolean break_words);

/** foyer_fit_get_height: Returns: The height of all lines, in mm */
double foyer_fit_get_height (PangoLayout *layout);

/** foyer_fit_get_width: Returns: The width of the widest line, in mm */
double foyer_fit_get_width (PangoLayout *layout);

/**
 * foyer_fit_is_within:
 * @layout: From foyer_fit_new_layout()
 * @slack: How far ink may stand out on the left, in mm
 *
 * Returns: Whether no ink of any line stands out of the layout's width
 */
gboolean foyer_fit_is_within (PangoLayout *layout, double slack);

/**
 * foyer_fit_shrink:
 * @layout: From foyer_fit_new_layout()
 * @size: The largest em, in mm
 * @height: What all lines may take together, in mm
 *
 * Makes one text small enough. Words are broken only where whole ones would become illegible.
 */
void foyer_fit_shrink (PangoLayout *layout, double size, double height);

G_END_DECLS

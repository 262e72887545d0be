/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FoyerTheme:
 * @FOYER_THEME_PLAIN: As drawn
 * @FOYER_THEME_DARK: Light on dark
 * @FOYER_THEME_CONTRAST: White and yellow on black, with borders of 3 px
 *
 * A theme is a file of the style sheet's colour names.
 */
typedef enum {
  FOYER_THEME_PLAIN,
  FOYER_THEME_DARK,
  FOYER_THEME_CONTRAST,
} FoyerTheme;

/**
 * FoyerLook:
 * @theme: Its colours
 * @text: The size of the kiosk's text: 100, 150 or 200 %
 * @scale: How much larger everything is, for the px of the monitor: 0.75 to 2.5
 * @names: (nullable): The organisation's own colours: names again, as a theme has them. Only the
 *   plain theme takes them: what is dark enough to be written on is too dark for a dark screen
 *
 * What a screen looks like.
 */
typedef struct {
  FoyerTheme theme;
  int text;
  double scale;
  const char *names;
} FoyerLook;

/**
 * foyer_style_add:
 * @screen: Where it counts, from now on
 *
 * Adds Foyer's look and icons. A window takes it by the style class "kiosk" or "desk".
 */
void foyer_style_add (GdkScreen *screen);

#define FOYER_TYPE_STYLE (foyer_style_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStyle, foyer_style, FOYER, STYLE, GObject)

/** foyer_style_new: Returns: (transfer full): What @screen, which has Foyer's look, wears over it
 * until this is gone */
FoyerStyle *foyer_style_new (GdkScreen *screen);

/**
 * foyer_style_wear:
 * @self: A style
 * @look: What the screen looks like from now on
 *
 * The colours and texts of what is there change at once. What is not of the style sheet (the room
 * between widgets, icons) has its size from the look that is worn when it comes into its window.
 */
void foyer_style_wear (FoyerStyle *self, const FoyerLook *look);

/** foyer_style_resize: Returns: (transfer full): @css with its lengths at @scale, and its texts of
 * the kiosk at @text % */
char *foyer_style_resize (const char *css, int text, double scale);

/**
 * foyer_style_text_px:
 * @px: The size of a text at 100 %
 * @text: 100, 150 or 200
 *
 * Small text grows most: at 200 % no text is smaller than 50 px, whose capitals are 0.7 degrees
 * high at half a metre (EN 301 549, 5.1.4). What is large already does not grow.
 *
 * Returns: Its size at @text %, in px
 */
double foyer_style_text_px (double px, int text);

G_END_DECLS

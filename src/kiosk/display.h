/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/settings.h"
#include "widgets/style.h"

G_BEGIN_DECLS

/**
 * FoyerDisplay:
 * @theme: The colours
 * @text: The size of text: 100, 150 or 200 %
 * @is_low: Question and controls stand as low as possible, for who sits
 * @is_slow: Everything that ends by itself has twice the time
 * @chosen: (nullable): What was chosen last, in static memory
 *
 * How one visitor wants the screen to be. It is gone with the visitor.
 */
typedef struct {
  FoyerTheme theme;
  int text;
  gboolean is_low;
  gboolean is_slow;
  const char *chosen;
} FoyerDisplay;

/** FOYER_DISPLAY_PLAIN: What every visitor begins with. */
#define FOYER_DISPLAY_PLAIN ((FoyerDisplay){ .theme = FOYER_THEME_PLAIN, .text = 100 })

/**
 * foyer_display_choose:
 * @self: How the screen is
 * @choice: "text-150", "contrast", "low", …: the key of a choice of the display page
 *
 * What is chosen again is taken back, but for the sizes: one of them always is.
 *
 * Returns: How the screen is to be
 */
FoyerDisplay foyer_display_choose (const FoyerDisplay *self, const char *choice);

/** foyer_display_has: Returns: Whether @choice is what the screen shows */
gboolean foyer_display_has (const FoyerDisplay *self, const char *choice);

/** foyer_display_has_pictures: Returns: Whether there is room for pictures: not in high contrast,
 * nor beside the largest text, but where there is room above it */
gboolean foyer_display_has_pictures (const FoyerDisplay *self, gboolean has_room_above);

/**
 * foyer_display_stretch:
 * @self: (nullable): How the screen is
 * @time: A time-out, in any unit
 *
 * Returns: The same, or twice as much for who is slower, or reads large text (WCAG 2.2.1)
 */
gint64 foyer_display_stretch (const FoyerDisplay *self, gint64 time);

/**
 * foyer_display_wear:
 * @self: How the screen is
 * @style: What the screen wears
 * @window: A window of the kiosk
 * @settings: The station's scale and accent
 *
 * Makes the screen so, at once. Pages that are there already keep their icons' size.
 */
void foyer_display_wear (const FoyerDisplay *self,
                         FoyerStyle *style,
                         GtkWidget *window,
                         FoyerSettings *settings);

G_END_DECLS

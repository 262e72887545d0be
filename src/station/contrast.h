/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** FOYER_CONTRAST_TEXT: What text needs at least on what it stands on (WCAG 1.4.3 asks for 4.5). */
#define FOYER_CONTRAST_TEXT 5.4

/**
 * FoyerAccent:
 * @primary: The organisation's colour: white stands on it
 * @link: The same or darker: is written on paper
 * @pressed: Darker: white stands on it, and it is written on @pale
 * @pale: Text stands on it
 *
 * A colour and what follows from it, each "#RRGGBB".
 */
typedef struct {
  char primary[8];
  char link[8];
  char pressed[8];
  char pale[8];
} FoyerAccent;

/**
 * foyer_contrast:
 * @one: "#RRGGBB"
 * @other: "#RRGGBB"
 *
 * Returns: How far apart they are, from 1 to 21, by the formula of WCAG 2.2; 0: not two colours
 */
double foyer_contrast (const char *one, const char *other);

/**
 * foyer_accent_derive:
 * @accent: (out): What follows from @primary
 * @primary: "#RRGGBB"
 *
 * Returns: Whether white on @primary can be read. Where it can, all that is derived can too
 */
gboolean foyer_accent_derive (FoyerAccent *accent, const char *primary);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-contrast"

#include "station/contrast.h"

#include <math.h>
#include <stdio.h>

#define WHITE "#FFFFFF"
#define BLACK "#000000"

/* What is written on the pale one, and the darkest that a link is written on: of data/style.css. */
#define MUTED "#565E59"
#define SAND "#F1E9DC"

#define STEP 0.02

static gboolean
read_colour (const char *text, guint *r, guint *g, guint *b)
{
  return g_regex_match_simple ("^#[0-9A-Fa-f]{6}$", text, 0, 0)
         && sscanf (text + 1, "%2x%2x%2x", r, g, b) == 3;
}

/* WCAG 2.2, "relative luminance". */
static double
linear (guint channel)
{
  double c = channel / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (guint r, guint g, guint b)
{
  return 0.2126 * linear (r) + 0.7152 * linear (g) + 0.0722 * linear (b);
}

double
foyer_contrast (const char *one, const char *other)
{
  guint r, g, b;
  double l1, l2;

  if (!read_colour (one, &r, &g, &b))
    return 0;
  l1 = luminance (r, g, b);
  if (!read_colour (other, &r, &g, &b))
    return 0;
  l2 = luminance (r, g, b);
  return (MAX (l1, l2) + 0.05) / (MIN (l1, l2) + 0.05);
}

static void
mix (const char *one, const char *other, double share, char mixed[8])
{
  guint a[3], b[3];

  read_colour (one, &a[0], &a[1], &a[2]);
  read_colour (other, &b[0], &b[1], &b[2]);
  for (int i = 0; i < 3; i++)
    a[i] = (guint) lround (a[i] * (1 - share) + b[i] * share);
  g_snprintf (mixed, 8, "#%02X%02X%02X", a[0] & 0xFF, a[1] & 0xFF, a[2] & 0xFF);
}

/* From @share on towards @other, until @on can be read with it. */
static void
mix_until_read (const char *one, const char *other, double share, const char *on, char mixed[8])
{
  do {
    mix (one, other, MIN (share, 1), mixed);
    share += STEP;
  } while (foyer_contrast (mixed, on) < FOYER_CONTRAST_TEXT && share < 1 + STEP);
}

gboolean
foyer_accent_derive (FoyerAccent *accent, const char *primary)
{
  if (foyer_contrast (primary, WHITE) < FOYER_CONTRAST_TEXT)
    return FALSE;

  mix (primary, primary, 0, accent->primary);
  mix_until_read (primary, BLACK, 0, SAND, accent->link);
  mix_until_read (primary, WHITE, 0.86, MUTED, accent->pale);
  mix_until_read (primary, BLACK, 0.28, accent->pale, accent->pressed);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge-fit"

#include "badge/fit.h"

/* Serif hairlines break up at 203 dpi, so there is one type, in bold. */
#define FONT "Inter, Noto Sans, Noto Sans CJK JP, Symbola"
#define SHRINK 0.96
#define LEGIBLE 2.4 /* mm: words are broken rather than set smaller than this */

PangoLayout *
foyer_fit_new_layout (cairo_t *cairo, const char *text, double size, double width)
{
  PangoLayout *layout = pango_cairo_create_layout (cairo);
  PangoContext *context = pango_layout_get_context (layout);
  PangoAttrList *attributes = pango_attr_list_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  /* A printer's dots are smaller than the units: nothing may be rounded to them. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);

  /* A broken word gets no hyphen: a name is printed as it was typed. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_text (layout, text, -1);
  foyer_fit_set_size (layout, size, FALSE);
  return layout;
}

void
foyer_fit_set_size (PangoLayout *layout, double size, gboolean break_words)
{
  PangoFontDescription *font = pango_font_description_from_string (FONT);

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, break_words ? PANGO_WRAP_WORD_CHAR : PANGO_WRAP_WORD);
  pango_font_description_free (font);
}

double
foyer_fit_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
foyer_fit_get_width (PangoLayout *layout)
{
  int width;

  pango_layout_get_size (layout, &width, NULL);
  return pango_units_to_double (width);
}

gboolean
foyer_fit_is_within (PangoLayout *layout, double slack)
{
  double width = pango_units_to_double (pango_layout_get_width (layout));
  PangoRectangle ink;

  pango_layout_get_extents (layout, &ink, NULL);
  return pango_units_to_double (ink.x) >= -slack
         && pango_units_to_double (ink.x + ink.width) <= width;
}

void
foyer_fit_shrink (PangoLayout *layout, double size, double height)
{
  for (double em = size; em > 0.1; em *= SHRINK) {
    foyer_fit_set_size (layout, em, em < LEGIBLE);
    if (foyer_fit_is_within (layout, 0.5) && foyer_fit_get_height (layout) <= height)
      return;
  }
}

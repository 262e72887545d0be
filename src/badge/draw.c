/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge-draw"

#include "badge/draw.h"

#include "badge/badge.h"
#include "badge/fit.h"

#include <qrencode.h>
#include <string.h>

/* All in mm. The QR stands at the right below the band; with its quiet zone of four modules it
 * reaches neither the edge nor any text. */
#define BAND 12.0
#define MARGIN 5.0
#define QR_SIZE 29.0
#define QR_VERSION 2
#define QR_MODULES 25
#define QR_QUIET (4 * QR_SIZE / QR_MODULES)
#define QR_X (FOYER_BADGE_WIDTH_MM - MARGIN - QR_SIZE)
#define QR_Y (BAND + MARGIN)
#define TEXT_TOP (BAND + 1.5)
#define TEXT_BOTTOM (FOYER_BADGE_HEIGHT_MM - 2.5)
#define TEXT_WIDTH (QR_X - QR_QUIET - MARGIN)

/* How the texts give way to each other, in three stages of STEPS steps: first the rest of the name,
 * then the whole name, then everything. */
#define STEPS 12
#define STAGE_LEAST 0.5
#define SHRINK 0.96
#define AIR 2.0         /* above a text where there is room */
#define BREAK_BELOW 4.0 /* a name is set in whole words down to this em */

enum {
  GIVEN,
  REST,
  COMPANY,
  VISITING,
  HOST,
  VALID,
  N_PLACES
};

static const struct {
  double em;
  double above; /* distance to the text above */
} places[N_PLACES] = {
  { 13.0, 0.0 }, { 9.0, 0.0 }, { 4.6, 0.6 }, { 3.4, 0.8 }, { 4.6, 0.0 }, { 3.6, 1.2 },
};

static double
stage (int step, int number)
{
  double gone = CLAMP ((step - number * STEPS) / (double) STEPS, 0.0, 1.0);

  return 1.0 - gone * (1.0 - STAGE_LEAST);
}

/* The em of a place after so many steps of giving way. */
static double
em_of (int place, int step)
{
  double em = places[place].em;

  if (place == REST)
    em *= MAX (stage (step, 0), 0.7);
  if (place == GIVEN || place == REST)
    em *= stage (step, 1);
  em *= stage (step, 2);
  for (int i = 3 * STEPS; i < step; i++)
    em *= SHRINK;
  return em;
}

/* Whether everything has its place; then @spare is the height that is left. */
static gboolean
fit_column (PangoLayout **column, int step, double *spare)
{
  double height = 0.0;

  for (int i = 0; i < N_PLACES; i++) {
    double em = em_of (i, step);

    if (column[i] == NULL)
      continue;
    foyer_fit_set_size (column[i], em, em < BREAK_BELOW);
    if (!foyer_fit_is_within (column[i], 1.0))
      return FALSE;
    height += foyer_fit_get_height (column[i]) + places[i].above;
  }
  *spare = TEXT_BOTTOM - TEXT_TOP - height;
  return *spare >= 0.0;
}

static void
draw_column (cairo_t *cairo, const FoyerBadgeTexts *texts)
{
  const char *const words[N_PLACES] = {
    texts->given, texts->rest, texts->company, texts->visiting, texts->host, texts->valid,
  };
  PangoLayout *column[N_PLACES] = { NULL };
  double y = TEXT_TOP;
  double spare = 0.0;

  for (int i = 0; i < N_PLACES; i++)
    if (words[i] != NULL)
      column[i] = foyer_fit_new_layout (cairo, words[i], places[i].em, TEXT_WIDTH);

  /* Never cut: it ends, since an em of nothing fits. */
  for (int step = 0; !fit_column (column, step, &spare) && step < 100 * STEPS; step++)
    continue;

  for (int i = 0; i < N_PLACES; i++) {
    if (column[i] == NULL)
      continue;
    y += places[i].above > 0.0 ? places[i].above + MIN (spare / N_PLACES, AIR) : 0.0;
    cairo_move_to (cairo, MARGIN, y);
    pango_cairo_show_layout (cairo, column[i]);
    y += foyer_fit_get_height (column[i]);
    g_object_unref (column[i]);
  }
}

static void
draw_band (cairo_t *cairo, const FoyerBadgeTexts *texts)
{
  const double inner = FOYER_BADGE_WIDTH_MM - 2 * MARGIN;
  g_autoptr (PangoLayout) title = foyer_fit_new_layout (cairo, texts->title, 5.0, inner / 2);
  g_autoptr (PangoLayout) organisation = NULL;
  double width;

  foyer_fit_shrink (title, 5.0, BAND - 2.0);
  width = foyer_fit_get_width (title);
  organisation = foyer_fit_new_layout (cairo, texts->organisation, 5.0, inner - width - MARGIN);
  foyer_fit_shrink (organisation, 5.0, BAND - 1.0);

  cairo_rectangle (cairo, 0, 0, FOYER_BADGE_WIDTH_MM, BAND);
  cairo_fill (cairo);

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_move_to (cairo, MARGIN, (BAND - foyer_fit_get_height (organisation)) / 2);
  pango_cairo_show_layout (cairo, organisation);
  pango_layout_set_alignment (title, PANGO_ALIGN_RIGHT);
  cairo_move_to (cairo,
                 FOYER_BADGE_WIDTH_MM - MARGIN - inner / 2,
                 (BAND - foyer_fit_get_height (title)) / 2);
  pango_cairo_show_layout (cairo, title);
  cairo_set_source_rgb (cairo, 0, 0, 0);
}

static void
draw_qr (cairo_t *cairo, const char *text)
{
  QRinput *input = QRinput_new2 (QR_VERSION, QR_ECLEVEL_M);
  const double module = QR_SIZE / QR_MODULES;
  QRcode *code = NULL;

  if (QRinput_append (input, QR_MODE_AN, strlen (text), (const unsigned char *) text) == 0)
    code = QRcode_encodeInput (input);
  QRinput_free (input);
  if (code == NULL || code->width != QR_MODULES) {
    g_warning ("the badge code does not fit its QR");
    g_clear_pointer (&code, QRcode_free);
    return;
  }

  /* A row's neighbours are one rectangle, so that no hairline shows between them. */
  for (int y = 0; y < QR_MODULES; y++)
    for (int x = 0; x < QR_MODULES; x++) {
      int end = x;

      while (end < QR_MODULES && (code->data[y * QR_MODULES + end] & 1) != 0)
        end++;
      if (end > x)
        cairo_rectangle (cairo, QR_X + x * module, QR_Y + y * module, (end - x) * module, module);
      x = end;
    }
  cairo_fill (cairo);
  QRcode_free (code);
}

static void
draw_leaving (cairo_t *cairo, const char *text)
{
  const double top = QR_Y + QR_SIZE + QR_QUIET;
  const double left = QR_X - QR_QUIET - 4.0;
  const double width = FOYER_BADGE_WIDTH_MM - MARGIN - left;
  g_autoptr (PangoLayout) layout = foyer_fit_new_layout (cairo, text, 3.2, width);

  pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  foyer_fit_shrink (layout, 3.2, FOYER_BADGE_HEIGHT_MM - 2.0 - top);
  cairo_move_to (cairo, left, top);
  pango_cairo_show_layout (cairo, layout);
}

void
foyer_draw_badge (cairo_t *cairo, const FoyerBadgeTexts *texts)
{
  cairo_save (cairo);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  draw_band (cairo, texts);
  draw_column (cairo, texts);
  draw_qr (cairo, texts->qr);
  draw_leaving (cairo, texts->leaving);
  cairo_restore (cairo);
}

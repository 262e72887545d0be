/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-badge"

#include "badge/badge.h"

#include "badge/draw.h"
#include "station/day.h"
#include "station/language.h"
#include "visit/badge-code.h"
#include "visit/typed-text.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define POINTS_A_MM (72.0 / 25.4)

/* Is drawn as any other, and was never given to a visit. */
#define NO_CODE "TESTTESTTESTTESTTESTTESTTE"

struct _FoyerBadge {
  FoyerBadgeTexts texts;
};

/* The part of a name after its given text. */
static char *
rest_of (const char *name, const char *given)
{
  const char *rest = name + strlen (given);

  rest += strspn (rest, " ");
  return *rest != '\0' ? g_strdup (rest) : NULL;
}

static void
write_words (FoyerBadgeTexts *texts, gint64 arrived_at, GTimeZone *zone)
{
  g_autofree char *day = foyer_day_format_short_date (zone, arrived_at);

  /* TRANSLATORS: Stands large in the badge's black band */
  texts->title = g_strdup (C_ ("badge", "VISITOR"));
  /* TRANSLATORS: Stands on a badge above the host's name */
  texts->visiting = texts->host != NULL ? g_strdup (C_ ("badge", "visiting")) : NULL;
  /* TRANSLATORS: %s is a date, "Mon 23 Nov 2026" */
  texts->valid = g_strdup_printf (C_ ("badge", "Valid %s"), day);
  texts->leaving = g_strdup (C_ ("badge", "Leaving? Scan this code at the kiosk."));
}

FoyerBadge *
foyer_badge_new (FoyerVisit *visit, FoyerSettings *settings, const char *language)
{
  FoyerBadge *badge = g_new0 (FoyerBadge, 1);
  FoyerVisitorType *type = foyer_settings_find_type (settings, foyer_visit_get_type_key (visit));
  const char *name = foyer_visit_get_name (visit);
  locale_t locale = foyer_language_open (language);
  locale_t before = uselocale (locale);

  badge->texts.organisation = g_strdup (foyer_settings_get_organisation (settings));
  badge->texts.given = foyer_typed_text_given (name);
  badge->texts.rest = rest_of (name, badge->texts.given);
  badge->texts.host = g_strdup (foyer_visit_get_host_name (visit));
  if (type != NULL && foyer_visitor_type_prints (type, FOYER_ANSWER_COMPANY))
    badge->texts.company = g_strdup (foyer_visit_get_company (visit));
  badge->texts.qr = foyer_badge_code_to_qr (foyer_visit_get_code (visit));
  write_words (&badge->texts,
               foyer_visit_get_arrived_at (visit),
               foyer_settings_get_time_zone (settings));

  uselocale (before);
  if (locale != (locale_t) 0)
    freelocale (locale);
  return badge;
}

FoyerBadge *
foyer_badge_new_sample (FoyerSettings *settings, const char *language, gint64 now)
{
  FoyerBadge *badge = g_new0 (FoyerBadge, 1);
  locale_t locale = foyer_language_open (language);
  locale_t before = uselocale (locale);

  badge->texts.organisation = g_strdup (foyer_settings_get_organisation (settings));
  badge->texts.given = g_strdup (C_ ("badge", "Test badge"));
  badge->texts.host = g_strdup (foyer_settings_get_station (settings));
  badge->texts.qr = foyer_badge_code_to_qr (NO_CODE);
  write_words (&badge->texts, now, foyer_settings_get_time_zone (settings));

  uselocale (before);
  if (locale != (locale_t) 0)
    freelocale (locale);
  return badge;
}

void
foyer_badge_free (FoyerBadge *badge)
{
  if (badge == NULL)
    return;

  g_free (badge->texts.organisation);
  g_free (badge->texts.title);
  g_free (badge->texts.given);
  g_free (badge->texts.rest);
  g_free (badge->texts.company);
  g_free (badge->texts.visiting);
  g_free (badge->texts.host);
  g_free (badge->texts.valid);
  g_free (badge->texts.leaving);
  g_free (badge->texts.qr);
  g_free (badge);
}

void
foyer_badge_draw (FoyerBadge *badge, cairo_t *cairo)
{
  g_return_if_fail (badge != NULL);

  foyer_draw_badge (cairo, &badge->texts);
}

static cairo_status_t
append (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
foyer_badge_to_pdf (FoyerBadge *badge)
{
  GByteArray *pdf = g_byte_array_new ();
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (append,
                                           pdf,
                                           FOYER_BADGE_HEIGHT_MM * POINTS_A_MM,
                                           FOYER_BADGE_WIDTH_MM * POINTS_A_MM);
  cairo_t *cairo = cairo_create (surface);

  /* The label leaves the printer with its short side first. */
  cairo_scale (cairo, POINTS_A_MM, POINTS_A_MM);
  cairo_translate (cairo, FOYER_BADGE_HEIGHT_MM, 0);
  cairo_rotate (cairo, M_PI_2);
  foyer_badge_draw (badge, cairo);
  cairo_show_page (cairo);

  cairo_destroy (cairo);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (pdf);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-words"

#include "kiosk/notice-words.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "station/day.h"
#include "station/language.h"

/* A version's date is a local day of the organisation: written out as such, in no time zone. */
static char *
say_date (const char *date)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  int year;
  int month;
  int day;
  gint64 from;
  gint64 until;

  if (sscanf (date, "%4d-%2d-%2d", &year, &month, &day) != 3
      || !foyer_day_bounds_of_date (utc, year, month, day, &from, &until))
    return g_strdup (date);
  return foyer_day_format_date (utc, from);
}

char *
foyer_notice_words_version (FoyerNotice *notice)
{
  g_autofree char *date = say_date (foyer_notice_get_date (notice));

  /* Translators: the version, "3.2", and its date */
  return g_strdup_printf (C_ ("kiosk", "Privacy notice %s of %s"),
                          foyer_notice_get_version (notice),
                          date);
}

char *
foyer_notice_words_language (FoyerNotice *notice, const char *language)
{
  const char *own = foyer_notice_get_language (notice);

  if (g_str_equal (own, language))
    return NULL;
  /* Translators: the language is named in itself, “Deutsch” */
  return g_strdup_printf (C_ ("kiosk", "This text exists in %s only."),
                          foyer_language_get_own_name (own));
}

const char *
foyer_notice_words_line (FoyerNotice *notice, FoyerNoticeLine line)
{
  const char *own = foyer_notice_get_line (notice, line);

  if (own != NULL)
    return own;
  switch (line) {
  case FOYER_NOTICE_WHY:
    return C_ ("kiosk", "To run your visit, and to keep the site safe.");
  case FOYER_NOTICE_WHO_SEES_IT:
    return C_ ("kiosk", "Reception, security and your host. Nobody else.");
  default:
    return C_ ("kiosk", "See, correct or delete it: ask reception.");
  }
}

const FoyerNoticeSection *
foyer_notice_words_first (FoyerNotice *notice)
{
  const FoyerNoticeSection *premises = foyer_notice_get_premises (notice);

  for (guint i = 0; premises == NULL && i < foyer_notice_n_sections (notice); i++)
    if (foyer_notice_get_section (notice, i)->in_excerpt)
      premises = foyer_notice_get_section (notice, i);
  return premises;
}

guint
foyer_notice_words_n_excerpt (FoyerNotice *notice)
{
  guint n = 0;

  for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
    if (foyer_notice_get_section (notice, i)->in_excerpt)
      n++;
  return n;
}

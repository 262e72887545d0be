/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-answer-words"

#include "kiosk/answer-words.h"

#include <glib/gi18n-lib.h>

#include "station/day.h"
#include "visit/clock.h"

static char *
say_date (const char *answer)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) midnight = NULL;
  g_autofree char *instant = g_strconcat (answer, "T00:00:00Z", NULL);

  midnight = g_date_time_new_from_iso8601 (instant, NULL);
  if (midnight == NULL)
    return g_strdup (answer);
  return foyer_day_format_date (utc, g_date_time_to_unix (midnight) * FOYER_SECOND);
}

char *
foyer_answer_words (FoyerVisitorField *field, const char *answer, const char *language)
{
  const FoyerFieldPart *part;

  switch (foyer_visitor_field_get_kind (field)) {
  case FOYER_FIELD_ACCEPT:
    return g_strdup (C_ ("kiosk", "Read"));
  case FOYER_FIELD_YES_NO:
    return g_strdup (g_str_equal (answer, "yes") ? C_ ("kiosk", "Yes") : C_ ("kiosk", "No"));
  case FOYER_FIELD_DATE:
    return say_date (answer);
  case FOYER_FIELD_CHOICE:
    part = foyer_visitor_field_find_part (field, answer);
    return g_strdup (part != NULL ? foyer_words_get (part->words, language) : answer);
  default:
    return g_strdup (answer);
  }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-day"

#include "station/day.h"

#include <glib/gi18n-lib.h>

static GDateTime *
to_local (GTimeZone *zone, gint64 instant)
{
  gint64 seconds = instant >= 0 ? instant / 1000 : (instant - 999) / 1000;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_to_timezone (utc, zone);
}

/* The first moment of a date. Where midnight comes twice (the clock goes back over it) it is the
 * earlier one; where it does not come (the clock goes forward over it) GLib moves on to the first
 * that does. */
static gint64
begin_of (GTimeZone *zone, GDateTime *date)
{
  const GTimeType types[] = { G_TIME_TYPE_STANDARD, G_TIME_TYPE_DAYLIGHT };
  gint64 begin = G_MAXINT64;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    gint64 local = g_date_time_to_unix (date);
    int interval = g_time_zone_adjust_time (zone, types[i], &local);

    begin = MIN (begin, local - g_time_zone_get_offset (zone, interval));
  }
  return begin * 1000;
}

gboolean
foyer_day_bounds_of_date (GTimeZone *zone,
                          int year,
                          int month,
                          int day,
                          gint64 *from,
                          gint64 *until)
{
  g_autoptr (GDateTime) date = g_date_time_new_utc (year, month, day, 0, 0, 0);
  g_autoptr (GDateTime) next = NULL;

  if (date == NULL)
    return FALSE;

  next = g_date_time_add_days (date, 1);
  *from = begin_of (zone, date);
  *until = begin_of (zone, next);
  return TRUE;
}

void
foyer_day_bounds (GTimeZone *zone, gint64 instant, gint64 *from, gint64 *until)
{
  g_autoptr (GDateTime) local = to_local (zone, instant);
  int year;
  int month;
  int day;

  g_date_time_get_ymd (local, &year, &month, &day);
  foyer_day_bounds_of_date (zone, year, month, day, from, until);
}

static char *
format_unbroken (GTimeZone *zone, gint64 instant, const char *format)
{
  g_autoptr (GDateTime) local = to_local (zone, instant);
  g_autofree char *text = g_date_time_format (local, format);
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  return g_strjoinv ("\302\240", words);
}

char *
foyer_day_format_date (GTimeZone *zone, gint64 instant)
{
  /* TRANSLATORS: A date, "24 December 2026"; see g_date_time_format() */
  return format_unbroken (zone, instant, C_ ("day", "%-d %B %Y"));
}

char *
foyer_day_format_short_date (GTimeZone *zone, gint64 instant)
{
  /* TRANSLATORS: A date on a badge, "Mon 23 Nov 2026"; see g_date_time_format() */
  return format_unbroken (zone, instant, C_ ("day", "%a %-d %b %Y"));
}

char *
foyer_day_format_time (GTimeZone *zone, gint64 instant)
{
  /* TRANSLATORS: A time of the day, "10:42"; see g_date_time_format() */
  return format_unbroken (zone, instant, C_ ("day", "%H:%M"));
}

char *
foyer_day_format_rfc3339 (GTimeZone *zone, gint64 instant)
{
  g_autoptr (GDateTime) local = to_local (zone, instant);
  g_autofree char *text = g_date_time_format (local, "%Y-%m-%dT%H:%M:%S");
  int minutes = g_date_time_get_utc_offset (local) / G_TIME_SPAN_MINUTE;

  return g_strdup_printf ("%s%c%02d:%02d",
                          text,
                          minutes < 0 ? '-' : '+',
                          ABS (minutes) / 60,
                          ABS (minutes) % 60);
}

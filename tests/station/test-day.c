/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/day.h"
#include "station/language.h"
#include "visit/clock.h"

#include <libintl.h>

#define NB "\302\240"

static gint64
at (const char *iso8601)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso8601, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * 1000;
}

static void
test_a_day_has_its_hours_across_summer_time (void)
{
  const struct {
    const char *zone;
    const char *instant;
    const char *from;
    const char *until;
    int hours;
  } cases[] = {
    { "Europe/Berlin", "2026-11-23T22:59:59Z", "2026-11-22T23:00:00Z", "2026-11-23T23:00:00Z", 24 },
    { "Europe/Berlin", "2026-11-23T23:00:00Z", "2026-11-23T23:00:00Z", "2026-11-24T23:00:00Z", 24 },
    /* The clock goes forward at two, and back at three */
    { "Europe/Berlin", "2026-03-29T12:00:00Z", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 23 },
    { "Europe/Berlin", "2026-10-25T12:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 25 },
    /* No midnight: the day begins at one */
    { "Asia/Beirut", "2026-03-29T12:00:00Z", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z", 23 },
    /* Midnight twice: the day begins at the first, also seen from between the two */
    { "America/Havana",
      "2026-11-01T04:30:00Z",
      "2026-11-01T04:00:00Z",
      "2026-11-02T05:00:00Z",
      25 },
    { "America/Havana",
      "2026-11-01T12:00:00Z",
      "2026-11-01T04:00:00Z",
      "2026-11-02T05:00:00Z",
      25 },
    { "Pacific/Kiritimati",
      "2026-11-23T10:00:00Z",
      "2026-11-23T10:00:00Z",
      "2026-11-24T10:00:00Z",
      24 },
    { "UTC", "1969-12-31T12:00:00Z", "1969-12-31T00:00:00Z", "1970-01-01T00:00:00Z", 24 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (cases[i].zone);
    gint64 from;
    gint64 until;
    gint64 again;

    g_assert_nonnull (zone);
    foyer_day_bounds (zone, at (cases[i].instant), &from, &until);
    g_test_message ("%s %s", cases[i].zone, cases[i].instant);
    g_assert_cmpint (from, ==, at (cases[i].from));
    g_assert_cmpint (until, ==, at (cases[i].until));
    g_assert_cmpint (until - from, ==, cases[i].hours * FOYER_HOUR);

    /* The days join without gap or overlap, to the millisecond */
    foyer_day_bounds (zone, from - 1, &from, &again);
    g_assert_cmpint (again, ==, at (cases[i].from));
    foyer_day_bounds (zone, until, &again, &until);
    g_assert_cmpint (again, ==, at (cases[i].until));
  }
}

static void
test_a_date_has_the_bounds_of_its_moments (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  gint64 from = 0;
  gint64 until = 0;

  g_assert_true (foyer_day_bounds_of_date (zone, 2026, 10, 25, &from, &until));
  g_assert_cmpint (from, ==, at ("2026-10-24T22:00:00Z"));
  g_assert_cmpint (until, ==, at ("2026-10-25T23:00:00Z"));
  g_assert_false (foyer_day_bounds_of_date (zone, 2026, 2, 29, &from, &until));
}

static void
test_dates_are_said_in_the_thread_s_language_and_never_break (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  const struct {
    const char *language;
    const char *date;
    const char *short_date;
  } cases[] = {
    { "en", "24" NB "December" NB "2026", "Thu" NB "24" NB "Dec" NB "2026" },
    { "de", "24." NB "Dezember" NB "2026", "Do" NB "24." NB "Dez" NB "2026" },
  };

  /* Half past midnight in Berlin is still the day before in UTC */
  gint64 instant = at ("2026-12-23T23:30:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *date = NULL;
    g_autofree char *short_date = NULL;
    g_autofree char *time = NULL;

    foyer_language_use (cases[i].language);
    date = foyer_day_format_date (zone, instant);
    short_date = foyer_day_format_short_date (zone, instant);
    time = foyer_day_format_time (zone, instant);
    g_assert_cmpstr (date, ==, cases[i].date);
    g_assert_cmpstr (short_date, ==, cases[i].short_date);
    g_assert_cmpstr (time, ==, "00:30");
  }
}

static void
test_machines_get_the_offset_too (void)
{
  g_autoptr (GTimeZone) berlin = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GTimeZone) newfoundland = g_time_zone_new_identifier ("America/St_Johns");
  gint64 instant = at ("2026-11-23T09:42:05Z") + 999;
  g_autofree char *east = foyer_day_format_rfc3339 (berlin, instant);
  g_autofree char *west = foyer_day_format_rfc3339 (newfoundland, instant);

  g_assert_cmpstr (east, ==, "2026-11-23T10:42:05+01:00");
  g_assert_cmpstr (west, ==, "2026-11-23T06:12:05-03:30");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("LANGUAGE");
  bindtextdomain (GETTEXT_PACKAGE, FOYER_PO);
  g_test_add_func ("/day/bounds", test_a_day_has_its_hours_across_summer_time);
  g_test_add_func ("/day/date", test_a_date_has_the_bounds_of_its_moments);
  g_test_add_func ("/day/format", test_dates_are_said_in_the_thread_s_language_and_never_break);
  g_test_add_func ("/day/rfc3339", test_machines_get_the_offset_too);
  return g_test_run ();
}

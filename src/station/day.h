/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * foyer_day_bounds:
 * @zone: The site's time zone
 * @instant: Any moment of the day, in ms since the epoch, UTC
 * @from: (out): The first moment that belongs to the local day
 * @until: (out): The first moment that does not
 *
 * The local day of a moment. It may have 23 or 25 hours, and need not begin at 00:00. The day
 * before is that of @from - 1, the day after that of @until.
 */
void foyer_day_bounds (GTimeZone *zone, gint64 instant, gint64 *from, gint64 *until);

/**
 * foyer_day_bounds_of_date:
 * @zone: The site's time zone
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 * @from: (out): As foyer_day_bounds()
 * @until: (out): As foyer_day_bounds()
 *
 * Returns: Whether there is such a date; else @from and @until are left alone
 */
gboolean foyer_day_bounds_of_date (GTimeZone *zone,
                                   int year,
                                   int month,
                                   int day,
                                   gint64 *from,
                                   gint64 *until);

/**
 * foyer_day_format_date:
 * @zone: The site's time zone
 * @instant: A moment, in ms since the epoch, UTC
 *
 * Returns: (transfer full): Its local date in the thread's language, "24 December 2026", with
 *   no-break spaces
 */
char *foyer_day_format_date (GTimeZone *zone, gint64 instant);

/**
 * foyer_day_format_short_date:
 * @zone: The site's time zone
 * @instant: A moment, in ms since the epoch, UTC
 *
 * Returns: (transfer full): Its local date as on a badge, "Mon 23 Nov 2026", with no-break spaces
 */
char *foyer_day_format_short_date (GTimeZone *zone, gint64 instant);

/**
 * foyer_day_format_time:
 * @zone: The site's time zone
 * @instant: A moment, in ms since the epoch, UTC
 *
 * Returns: (transfer full): Its local time, "10:42"
 */
char *foyer_day_format_time (GTimeZone *zone, gint64 instant);

/**
 * foyer_day_format_rfc3339:
 * @zone: The site's time zone
 * @instant: A moment, in ms since the epoch, UTC
 *
 * Returns: (transfer full): The moment for machines, with the site's offset (RFC 3339, 5.6):
 *   "2026-11-23T10:42:05+01:00"
 */
char *foyer_day_format_rfc3339 (GTimeZone *zone, gint64 instant);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-retention-rule"

#include "visit/retention-rule.h"

#include "visit/clock.h"

gint64
foyer_retention_closed_at (gint64 arrived_at, gint64 left_at, gint64 longest_stay)
{
  gint64 latest = arrived_at + longest_stay;

  return left_at >= arrived_at && left_at <= latest ? left_at : latest;
}

gint64
foyer_retention_expires_at (gint64 closed_at, int days_told, int days_set)
{
  return closed_at + MIN (days_told, days_set) * FOYER_DAY;
}

gint64
foyer_retention_promise (gint64 arrived_at, gint64 left_at, gint64 longest_stay, int days)
{
  gint64 closed_at =
      foyer_retention_closed_at (arrived_at, left_at != 0 ? left_at : G_MININT64, longest_stay);

  return foyer_retention_expires_at (closed_at, days, days) + FOYER_HOUR;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-house-rules"

#include "station/house-rules.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "visit/retention-rule.h"

/* As delivered: 03:00, in minutes after local midnight. */
#define QUIET_HOUR (3 * 60)

static gboolean
read_quiet_hour (FoyerHouseRules *self, FoyerIni *ini, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "station", "quiet-hour");
  guint hour;
  guint minute;

  if (value == NULL)
    return TRUE;

  if (!g_regex_match_simple ("^([01][0-9]|2[0-3]):[0-5][0-9]$", value, 0, 0)
      || sscanf (value, "%2u:%2u", &hour, &minute) != 2)
    return foyer_ini_refuse (
        ini,
        "station",
        "quiet-hour",
        error,
        C_ ("settings", "“quiet-hour” is a time of the day from 00:00 to 23:59, as 03:00."));
  self->quiet_hour = hour * 60 + minute;
  return TRUE;
}

static gboolean
read_return (FoyerHouseRules *self, FoyerIni *ini, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "station", "return");

  self->returns_at_kiosk = g_strcmp0 (value, "kiosk") == 0;
  return value == NULL || self->returns_at_kiosk || g_str_equal (value, "reception")
         || foyer_ini_refuse (
             ini,
             "station",
             "return",
             error,
             C_ ("settings", "“return” is who lets a visitor in again: reception or kiosk."));
}

static gboolean
read_remember_days (FoyerHouseRules *self, FoyerIni *ini, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "site", "remember-days");
  guint max = FOYER_REMEMBER_DAYS_MAX;

  return value == NULL || g_ascii_string_to_unsigned (value, 10, 1, max, &self->remember_days, NULL)
         || foyer_ini_refuse (ini,
                              "site",
                              "remember-days",
                              error,
                              C_ ("settings", "“remember-days” is a whole number from 1 to %u."),
                              max);
}

gboolean
foyer_house_rules_read (FoyerHouseRules *self, FoyerIni *ini, GError **error)
{
  self->quiet_hour = QUIET_HOUR;
  return read_quiet_hour (self, ini, error) && read_return (self, ini, error)
         && read_remember_days (self, ini, error);
}

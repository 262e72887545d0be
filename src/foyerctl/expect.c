/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "reception/expect.h"

#include <stdio.h>

#include "foyerctl/commands.h"
#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "foyerctl/setup.h"
#include "foyerctl/visitor.h"
#include "reception/desk-work.h"
#include "station/day.h"
#include "visit/id.h"

enum {
  NAME,
  AT,
  COMPANY,
  HOST,
  TYPE,
  N_FIELDS
};

static const FoyerInputField fields[N_FIELDS] = {
  [NAME] = { "name", "The visitor's name", .needed = TRUE },
  [AT] = { "at", "When, as 2026-12-24 10:30", .needed = TRUE },
  [COMPANY] = { "company", "Company" },
  [HOST] = { "host", "The host's name" },
  [TYPE] = { "type", "Visitor type", .needed = TRUE },
};

/* The site's local time. What is over cannot be expected any more. */
static gboolean
read_time (FoyerCtl *ctl, const char *text, gint64 *at, gint64 *day_ends, GError **error)
{
  GTimeZone *zone = foyer_settings_get_time_zone (ctl->settings);
  g_autoptr (GDateTime) time = NULL;
  int year;
  int month;
  int day;
  int hour;
  int minute;
  gint64 from;
  char end;

  if (sscanf (text, "%4d-%2d-%2d %2d:%2d%c", &year, &month, &day, &hour, &minute, &end) == 5)
    time = g_date_time_new (zone, year, month, day, hour, minute, 0);
  if (time == NULL) {
    g_set_error_literal (error,
                         FOYER_CTL_ERROR,
                         FOYER_CTL_ERROR_REFUSED,
                         "“at” is a date and a time, as 2026-12-24 10:30");
    return FALSE;
  }
  *at = g_date_time_to_unix (time) * FOYER_SECOND;
  foyer_day_bounds (zone, *at, &from, day_ends);
  if (*day_ends > foyer_ctl_now (ctl))
    return TRUE;
  g_set_error_literal (error,
                       FOYER_CTL_ERROR,
                       FOYER_CTL_ERROR_REFUSED,
                       "“at” is a day that is over");
  return FALSE;
}

gboolean
foyer_ctl_expect_add (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerVisit) visit = NULL;
  g_autoptr (FoyerExpectation) expectation = NULL;
  char *values[N_FIELDS];
  gint64 at = 0;
  gint64 day_ends = 0;
  gboolean filled;

  if (!foyer_ctl_open_as_staff (ctl, error) || !foyer_input_read (fields, N_FIELDS, values, error))
    return FALSE;
  visit = foyer_visit_new (foyer_ctl_now (ctl));
  filled = read_time (ctl, values[AT], &at, &day_ends, error)
           && foyer_ctl_fill_visit (ctl,
                                    visit,
                                    &(FoyerVisitorInput){
                                        .name = values[NAME],
                                        .company = values[COMPANY],
                                        .host = values[HOST],
                                        .type = values[TYPE],
                                    },
                                    error);
  foyer_input_clear (values, N_FIELDS);
  if (!filled)
    return FALSE;
  expectation = foyer_expectation_new (visit, at, day_ends, foyer_ctl_now (ctl));
  return foyer_ctl_do (ctl, &foyer_reception_expect, expectation, error)
         && foyer_ctl_say_visit (visit, error);
}

gboolean
foyer_ctl_expect_cancel (FoyerCtl *ctl, GError **error)
{
  static const FoyerInputField field = { "id",
                                         "The visit's id, from foyerctl expect list --json",
                                         .needed = TRUE };
  g_autoptr (FoyerDeskWork) work = NULL;
  g_autoptr (GBytes) id = NULL;
  char *value;

  if (!foyer_ctl_open_as_staff (ctl, error) || !foyer_input_read (&field, 1, &value, error))
    return FALSE;
  id = foyer_id_from_string (value);
  foyer_input_clear (&value, 1);
  if (id == NULL) {
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_INPUT, "“id” is no visit's id");
    return FALSE;
  }
  work = foyer_desk_work_new (id, foyer_ctl_now (ctl));
  return foyer_ctl_do (ctl, &foyer_reception_cancel_expected, work, error)
         && foyer_output_text (error, "The invitation is taken back.");
}

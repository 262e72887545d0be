/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include <stdio.h>

#include "foyerctl/commands.h"
#include "foyerctl/output.h"
#include "reception/presence.h"
#include "station/day.h"
#include "visit/id.h"

/* The local days that are asked for: from the first moment to the first that does not count. */
static gboolean
parse_day (FoyerCtl *ctl, const char *text, gint64 *from, gint64 *until, GError **error)
{
  int year = 0;
  int month = 0;
  int day = 0;
  int size = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &size) == 3 && size == 10
      && text[10] == '\0'
      && foyer_day_bounds_of_date (foyer_settings_get_time_zone (ctl->settings),
                                   year,
                                   month,
                                   day,
                                   from,
                                   until))
    return TRUE;
  g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE, "A day is written as 2026-11-23");
  return FALSE;
}

static gboolean
parse_days (FoyerCtl *ctl, gint64 *from, gint64 *until, GError **error)
{
  gint64 other;

  if (ctl->day != NULL && (ctl->from != NULL || ctl->until != NULL)) {
    g_set_error (error,
                 FOYER_CTL_ERROR,
                 FOYER_CTL_ERROR_USAGE,
                 "--day stands for --from and --until: give one or the other");
    return FALSE;
  }
  foyer_day_bounds (foyer_settings_get_time_zone (ctl->settings), foyer_ctl_now (ctl), from, until);
  if (ctl->day != NULL)
    return parse_day (ctl, ctl->day, from, until, error);
  if ((ctl->from != NULL && !parse_day (ctl, ctl->from, from, &other, error))
      || (ctl->until != NULL && !parse_day (ctl, ctl->until, &other, until, error)))
    return FALSE;
  if (*from < *until)
    return TRUE;
  g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE, "The last day is before the first");
  return FALSE;
}

/* A day may be longer than one read: then page by page, each a short transaction. */
static gboolean
read_log (FoyerCtl *ctl, gint64 from, gint64 until, GListStore *visits, GError **error)
{
  g_autoptr (FoyerVisit) last = NULL;

  for (;;) {
    g_autoptr (FoyerPresence) page = foyer_presence_new (from, until, last);
    guint n;

    page->now = foyer_ctl_now (ctl);
    if (!foyer_ctl_do (ctl,
                       last == NULL ? &foyer_reception_look_at_day_log : &foyer_reception_day_log,
                       page,
                       error))
      return FALSE;
    n = g_list_model_get_n_items (G_LIST_MODEL (page->visits));
    if (n == 0)
      return TRUE;
    for (guint i = 0; i < n; i++) {
      g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (page->visits), i);

      g_list_store_append (visits, visit);
      g_set_object (&last, visit);
    }
  }
}

static GListStore *
read_visits (FoyerCtl *ctl, GError **error)
{
  g_autoptr (GListStore) visits = g_list_store_new (FOYER_TYPE_VISIT);
  FoyerRole roles = foyer_actor_get_roles (ctl->actor);
  gboolean days_asked = ctl->day != NULL || ctl->from != NULL || ctl->until != NULL;
  gint64 from;
  gint64 until;

  if (!parse_days (ctl, &from, &until, error))
    return NULL;
  if (!days_asked && !foyer_roles_may (roles, FOYER_RIGHT_DAY_LOG)) {
    g_autoptr (FoyerPresence) today = foyer_presence_new (from, until, NULL);

    if (!foyer_ctl_do (ctl, &foyer_reception_today, today, error))
      return NULL;
    return g_steal_pointer (&today->visits);
  }
  return read_log (ctl, from, until, visits, error) ? g_steal_pointer (&visits) : NULL;
}

/* From today on, where no day is asked for. */
static GListStore *
read_expected (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerPresence) presence = NULL;
  gboolean has_end = ctl->day != NULL || ctl->until != NULL;
  gint64 from;
  gint64 until;

  if (ctl->from != NULL && !has_end ? !parse_day (ctl, ctl->from, &from, &until, error)
                                    : !parse_days (ctl, &from, &until, error))
    return NULL;
  presence = foyer_presence_new (from, has_end ? until : G_MAXINT64, NULL);
  return foyer_ctl_do (ctl, &foyer_reception_list_expected, presence, error)
             ? g_steal_pointer (&presence->visits)
             : NULL;
}

/* A row that was changed says nothing that can be relied on. */
static gboolean
is_void (FoyerVisit *visit)
{
  return foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED;
}

static const char *
state_of (FoyerVisit *visit)
{
  return is_void (visit) ? "damaged" : foyer_visit_state_to_string (foyer_visit_get_state (visit));
}

static void
add_object (JsonBuilder *builder, FoyerVisit *visit, GTimeZone *zone)
{
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));

  json_builder_begin_object (builder);
  foyer_output_member (builder, "id", id);
  foyer_output_member (builder, "name", foyer_visit_get_name (visit));
  foyer_output_member (builder, "company", foyer_visit_get_company (visit));
  foyer_output_member (builder, "host", foyer_visit_get_host_name (visit));
  foyer_output_member (builder, "type", foyer_visit_get_type_key (visit));
  foyer_output_member (builder, "state", state_of (visit));
  foyer_output_instant (builder,
                        "arrived",
                        zone,
                        is_void (visit) ? 0 : foyer_visit_get_arrived_at (visit));
  foyer_output_instant (builder,
                        "left",
                        zone,
                        is_void (visit) ? 0 : foyer_visit_get_left_at (visit));
  if (foyer_visit_get_damage (visit) != FOYER_VISIT_SOUND) {
    json_builder_set_member_name (builder, "damaged");
    json_builder_add_boolean_value (builder, TRUE);
  }
  json_builder_end_object (builder);
}

static char **
make_row (FoyerVisit *visit, GTimeZone *zone)
{
  gint64 left_at = is_void (visit) ? 0 : foyer_visit_get_left_at (visit);
  const char *type = foyer_visit_get_type_key (visit);
  g_autofree char *arrived =
      is_void (visit) ? NULL : foyer_day_format_rfc3339 (zone, foyer_visit_get_arrived_at (visit));
  g_autofree char *left = left_at != 0 ? foyer_day_format_rfc3339 (zone, left_at) : NULL;
  const char *cells[] = {
    arrived != NULL ? arrived : "-",
    left != NULL ? left : "-",
    state_of (visit),
    type != NULL ? type : "-",
    foyer_visit_get_name (visit) != NULL ? foyer_visit_get_name (visit) : "-",
    foyer_visit_get_company (visit) != NULL ? foyer_visit_get_company (visit) : "-",
    foyer_visit_get_host_name (visit) != NULL ? foyer_visit_get_host_name (visit) : "-",
    NULL,
  };

  return g_strdupv ((char **) cells);
}

static gboolean
say_list (FoyerCtl *ctl, GListStore *(*read) (FoyerCtl *ctl, GError **error), GError **error)
{
  static const char *const head[] = { "ARRIVED", "LEFT",    "STATE", "TYPE",
                                      "NAME",    "COMPANY", "HOST",  NULL };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (GListStore) visits = NULL;
  GTimeZone *zone;

  if (!foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  visits = read (ctl, error);
  if (visits == NULL)
    return FALSE;
  zone = foyer_settings_get_time_zone (ctl->settings);
  json_builder_begin_array (builder);
  g_ptr_array_add (rows, g_strdupv ((char **) head));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (visits)); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits), i);

    add_object (builder, visit, zone);
    g_ptr_array_add (rows, make_row (visit, zone));
  }
  json_builder_end_array (builder);
  return ctl->json ? foyer_output_json (builder, error) : foyer_output_rows (rows, error);
}

gboolean
foyer_ctl_visit_list (FoyerCtl *ctl, GError **error)
{
  return say_list (ctl, read_visits, error);
}

gboolean
foyer_ctl_expect_list (FoyerCtl *ctl, GError **error)
{
  return say_list (ctl, read_expected, error);
}

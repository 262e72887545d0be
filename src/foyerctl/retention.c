/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "privacy/retention.h"
#include "foyerctl/commands.h"
#include "foyerctl/output.h"
#include "foyerctl/vault.h"
#include "post/post.h"
#include "privacy/periods.h"
#include "station/day.h"
#include "visit/retention-rule.h"

static gboolean
say_run (FoyerCtl *ctl, guint closed, guint deleted, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (!ctl->json)
    return foyer_output_text (error,
                              "Visits closed as not seen leaving: %u. Visits deleted: %u.",
                              closed,
                              deleted);
  json_builder_begin_object (builder);
  foyer_output_number (builder, "closed", closed);
  foyer_output_number (builder, "deleted", deleted);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

gboolean
foyer_ctl_retention_run (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerRetention) run = NULL;
  g_autoptr (FoyerPost) post = NULL;
  gboolean shredded;
  guint closed = 0;
  guint deleted = 0;
  gint64 from;
  gint64 until;

  if (!foyer_ctl_open (ctl, error))
    return FALSE;
  foyer_day_bounds (foyer_settings_get_time_zone (ctl->settings),
                    foyer_ctl_now (ctl),
                    &from,
                    &until);
  run = foyer_retention_new (foyer_ctl_now (ctl), from);
  do {
    if (!foyer_ctl_do (ctl, &foyer_privacy_retain, run, error))
      return FALSE;
    closed += run->closed;
    deleted += run->deleted;
  } while (run->more);
  post = foyer_post_new (ctl->store, ctl->clock, ctl->settings);
  shredded = foyer_post_shred_now (post, error);
  /* What is done is said, also where the rewriting that it owes has to wait. */
  return say_run (ctl, closed, deleted, shredded ? error : NULL)
         && foyer_ctl_forget (ctl, shredded ? error : NULL)
         && foyer_store_compact (ctl->store,
                                 G_MAXINT64,
                                 foyer_ctl_now (ctl),
                                 shredded ? error : NULL)
         && shredded;
}

static void
add_periods (JsonBuilder *builder, GPtrArray *periods, GTimeZone *zone)
{
  json_builder_set_member_name (builder, "periods");
  json_builder_begin_array (builder);
  for (guint i = 0; i < periods->len; i++) {
    const FoyerPeriodShown *period = g_ptr_array_index (periods, i);

    json_builder_begin_object (builder);
    foyer_output_member (builder, "type", period->type);
    foyer_output_number (builder, "days", period->days);
    foyer_output_number (builder, "longest_stay_hours", period->longest_stay / FOYER_HOUR);
    foyer_output_instant (builder, "since", zone, period->since);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static void
add_deletions (JsonBuilder *builder, GPtrArray *deletions, GTimeZone *zone)
{
  json_builder_set_member_name (builder, "deletions");
  json_builder_begin_array (builder);
  for (guint i = 0; i < deletions->len; i++) {
    const FoyerDeletionShown *deletion = g_ptr_array_index (deletions, i);

    json_builder_begin_object (builder);
    foyer_output_member (builder, "type", deletion->type);
    foyer_output_number (builder, "days", deletion->days);
    foyer_output_number (builder, "visits", deletion->visits);
    foyer_output_instant (builder, "deleted", zone, deletion->done_at);
    foyer_output_instant (builder, "forgotten", zone, deletion->forgotten_at);
    foyer_output_instant (builder, "compacted", zone, deletion->compacted_at);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static gboolean
say_shown (FoyerPeriodsShown *shown, GTimeZone *zone, GError **error)
{
  for (guint i = 0; i < shown->periods->len; i++) {
    const FoyerPeriodShown *period = g_ptr_array_index (shown->periods, i);
    g_autofree char *since = foyer_day_format_rfc3339 (zone, period->since);

    if (!foyer_output_text (error,
                            "%s: deleted after %d days; longest stay %" G_GINT64_FORMAT
                            " h; since %s",
                            period->type,
                            period->days,
                            period->longest_stay / FOYER_HOUR,
                            since))
      return FALSE;
  }
  for (guint i = 0; i < shown->deletions->len; i++) {
    const FoyerDeletionShown *deletion = g_ptr_array_index (shown->deletions, i);
    g_autofree char *done = foyer_day_format_rfc3339 (zone, deletion->done_at);
    g_autofree char *after = deletion->days < 0 ? g_strdup ("the day that was told")
                                                : g_strdup_printf ("%d days", deletion->days);

    if (!foyer_output_text (error,
                            "%s: %d of type %s deleted, after %s%s",
                            done,
                            deletion->visits,
                            deletion->type,
                            after,
                            deletion->forgotten_at == 0   ? "; not forgotten yet"
                            : deletion->compacted_at != 0 ? ""
                                                          : "; the file is not rewritten yet"))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_ctl_retention_show (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerPeriodsShown) shown = foyer_periods_shown_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GTimeZone *zone;

  if (!foyer_ctl_open_as_staff (ctl, error)
      || !foyer_ctl_do (ctl, &foyer_privacy_show_periods, shown, error))
    return FALSE;
  zone = foyer_settings_get_time_zone (ctl->settings);
  if (!ctl->json)
    return say_shown (shown, zone, error);
  json_builder_begin_object (builder);
  add_periods (builder, shown->periods, zone);
  add_deletions (builder, shown->deletions, zone);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

gboolean
foyer_ctl_retention_set (FoyerCtl *ctl, GError **error)
{
  FoyerPeriodChange change = { .type = ctl->type };
  guint64 days = 0;

  if (!g_ascii_string_to_unsigned (ctl->argument, 10, 0, FOYER_RETENTION_DAYS_MAX, &days, NULL)) {
    g_set_error (error,
                 FOYER_CTL_ERROR,
                 FOYER_CTL_ERROR_USAGE,
                 "DAYS is a whole number from 0 to %d",
                 FOYER_RETENTION_DAYS_MAX);
    return FALSE;
  }
  if (!foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  change.days = (int) days;
  change.now = foyer_ctl_now (ctl);
  return foyer_ctl_do (ctl, &foyer_privacy_set_period, &change, error)
         && foyer_output_text (error,
                               "Visits are deleted after %d days; who was told less keeps that.",
                               change.days);
}

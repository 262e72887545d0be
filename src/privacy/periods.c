/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-privacy-periods"

#include "privacy/periods.h"

#include "privacy/error.h"
#include "store/audit.h"
#include "store/deletions.h"
#include "store/periods.h"
#include "visit/retention-rule.h"

static void
period_shown_free (gpointer data)
{
  FoyerPeriodShown *period = data;

  g_free (period->type);
  g_free (period);
}

static void
deletion_shown_free (gpointer data)
{
  FoyerDeletionShown *deletion = data;

  g_free (deletion->type);
  g_free (deletion);
}

FoyerPeriodsShown *
foyer_periods_shown_new (void)
{
  FoyerPeriodsShown *shown = g_new (FoyerPeriodsShown, 1);

  shown->periods = g_ptr_array_new_with_free_func (period_shown_free);
  shown->deletions = g_ptr_array_new_with_free_func (deletion_shown_free);
  return shown;
}

void
foyer_periods_shown_free (gpointer data)
{
  FoyerPeriodsShown *shown = data;

  if (shown == NULL)
    return;
  g_ptr_array_unref (shown->periods);
  g_ptr_array_unref (shown->deletions);
  g_free (shown);
}

static gboolean
run_adopt (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPeriodChange *change = data;
  g_autoptr (FoyerPeriod) there = NULL;

  if (!foyer_periods_find (db, change->type, &there, error))
    return FALSE;
  if (there != NULL)
    return TRUE;
  return foyer_periods_set (db,
                            &(FoyerPeriod){
                                .type = (char *) change->type,
                                .since = change->now,
                                .days = change->days,
                                .longest_stay = change->longest_stay,
                            },
                            error)
         && foyer_audit_append (db, "period-adopt", NULL, change->now, error);
}

static gboolean
run_set (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPeriodChange *change = data;
  g_autoptr (GPtrArray) periods = NULL;
  guint changed = 0;

  if (change->days < 0 || change->days > FOYER_RETENTION_DAYS_MAX) {
    g_set_error (error,
                 FOYER_PRIVACY_ERROR,
                 FOYER_PRIVACY_ERROR_PERIOD,
                 "A retention period is 0 to %d days",
                 FOYER_RETENTION_DAYS_MAX);
    return FALSE;
  }
  periods = foyer_periods_list (db, error);
  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++) {
    FoyerPeriod period = *(FoyerPeriod *) g_ptr_array_index (periods, i);

    if (change->type != NULL && g_strcmp0 (change->type, period.type) != 0)
      continue;
    period.since = MAX (change->now, period.since);
    period.days = change->days;
    if (change->longest_stay > 0)
      period.longest_stay = change->longest_stay;
    if (!foyer_periods_set (db, &period, error))
      return FALSE;
    changed++;
  }
  if (changed > 0)
    return foyer_audit_append (db, "period-set", NULL, change->now, error);
  g_set_error (error,
               FOYER_PRIVACY_ERROR,
               FOYER_PRIVACY_ERROR_NO_SUCH_TYPE,
               "There is no such visitor type");
  return FALSE;
}

static gboolean
run_show (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPeriodsShown *shown = data;
  g_autoptr (GPtrArray) periods = foyer_periods_list (db, error);
  g_autoptr (GPtrArray) deletions = periods != NULL ? foyer_deletions_list (db, error) : NULL;

  if (deletions == NULL)
    return FALSE;
  g_ptr_array_set_size (shown->periods, 0);
  g_ptr_array_set_size (shown->deletions, 0);
  for (guint i = 0; i < periods->len; i++) {
    const FoyerPeriod *from = g_ptr_array_index (periods, i);
    FoyerPeriodShown *period = g_new (FoyerPeriodShown, 1);

    *period = (FoyerPeriodShown){
      .type = g_strdup (from->type),
      .days = from->days,
      .longest_stay = from->longest_stay,
      .since = from->since,
    };
    g_ptr_array_add (shown->periods, period);
  }
  for (guint i = 0; i < deletions->len; i++) {
    const FoyerDeletion *from = g_ptr_array_index (deletions, i);
    FoyerDeletionShown *deletion = g_new (FoyerDeletionShown, 1);

    *deletion = (FoyerDeletionShown){
      .type = g_strdup (from->type),
      .days = from->days,
      .visits = from->visits,
      .done_at = from->done_at,
      .forgotten_at = from->forgotten_at,
      .compacted_at = from->compacted_at,
    };
    g_ptr_array_add (shown->deletions, deletion);
  }
  return TRUE;
}

const FoyerDeed foyer_privacy_adopt_period = { .right = FOYER_RIGHT_SET_UP,
                                               .writes = TRUE,
                                               .run = run_adopt };

const FoyerDeed foyer_privacy_set_period = { .right = FOYER_RIGHT_MANAGE_PERIODS,
                                             .writes = TRUE,
                                             .run = run_set };

const FoyerDeed foyer_privacy_show_periods = { .right = FOYER_RIGHT_READ_PERIODS, .run = run_show };

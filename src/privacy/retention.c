/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-retention"

#include "privacy/retention.h"

#include "store/audit.h"
#include "store/calls.h"
#include "store/deletions.h"
#include "store/expiry.h"
#include "store/periods.h"
#include "store/remembered.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/clock.h"
#include "visit/id.h"
#include "visit/retention-rule.h"

FoyerRetention *
foyer_retention_new (gint64 now, gint64 day_began)
{
  FoyerRetention *retention = g_new0 (FoyerRetention, 1);

  retention->run = foyer_id_new (now);
  retention->now = now;
  retention->day_began = day_began;
  return retention;
}

void
foyer_retention_free (gpointer data)
{
  FoyerRetention *retention = data;

  if (retention == NULL)
    return;
  g_bytes_unref (retention->run);
  g_free (retention);
}

static gboolean
delete_all (FoyerDb *db,
            FoyerRetention *retention,
            GPtrArray *ids,
            const char *type,
            int days,
            GError **error)
{
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    gboolean key_is_known = FALSE;

    if (!foyer_expiry_delete (db, g_ptr_array_index (ids, i), &key_is_known, error))
      return FALSE;
  }
  retention->deleted += ids->len;
  return ids->len == 0
         || foyer_deletions_add (db, retention->run, type, days, ids->len, retention->now, error);
}

static gboolean
delete_expired (FoyerDb *db,
                FoyerRetention *retention,
                const FoyerPeriod *period,
                guint limit,
                GError **error)
{
  g_autoptr (GPtrArray) ids =
      foyer_expiry_list_expired (db, period->type, period->days, retention->now, limit, error);

  return delete_all (db, retention, ids, period->type, period->days, error);
}

/* Who was expected and never came was not here: no visitor type's period counts. */
static gboolean
delete_not_come (FoyerDb *db, FoyerRetention *retention, guint *left, GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_expiry_list_not_come (db, retention->now, *left, error);

  if (!delete_all (db, retention, ids, FOYER_DELETION_EXPECTED, FOYER_EXPECTED_DAYS, error))
    return FALSE;
  *left -= ids->len;
  return TRUE;
}

/* What was told is kept: no period counts. */
static gboolean
forget_remembered (FoyerDb *db, FoyerRetention *retention, guint *left, GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_remembered_list_ended (db, retention->now, *left, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    gboolean key_is_known = FALSE;

    if (!foyer_remembered_forget (db, g_ptr_array_index (ids, i), &key_is_known, error))
      return FALSE;
  }
  *left -= ids->len;
  retention->deleted += ids->len;
  return ids->len == 0
         || foyer_deletions_add (db,
                                 retention->run,
                                 FOYER_DELETION_REMEMBERED,
                                 FOYER_DELETION_AS_TOLD,
                                 ids->len,
                                 retention->now,
                                 error);
}

static gboolean
close_overdue (FoyerDb *db,
               FoyerRetention *retention,
               const FoyerPeriod *period,
               guint limit,
               GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_expiry_list_overdue (db,
                                                         period->type,
                                                         period->longest_stay,
                                                         retention->now,
                                                         limit,
                                                         error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    GBytes *id = g_ptr_array_index (ids, i);

    if (!foyer_expiry_close (db, id, period->longest_stay, retention->now, error)
        || !foyer_audit_append (db, "not-seen-leaving", id, retention->now, error))
      return FALSE;
  }
  retention->closed += ids->len;
  return TRUE;
}

static gboolean
forget_codes (FoyerDb *db, FoyerRetention *retention, guint *left, GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_expiry_list_codes (db, retention->day_began, *left, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    GBytes *id = g_ptr_array_index (ids, i);

    if (!foyer_expiry_forget_code (db, id, error)
        || !foyer_audit_append (db, "code-forgotten", id, retention->now, error))
      return FALSE;
  }
  *left -= ids->len;
  return TRUE;
}

/* Nobody was let in, and nobody is told why not. */
static gboolean
deny_unanswered (FoyerDb *db, gint64 now, guint *left, GError **error)
{
  g_autoptr (GPtrArray) ids = foyer_expiry_list_unanswered (db, now, *left, error);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    GBytes *id = g_ptr_array_index (ids, i);
    g_autoptr (FoyerVisit) visit = NULL;

    if (!foyer_visits_find (db, id, &visit, error) || !foyer_expiry_deny (db, visit, now, error)
        || !foyer_audit_append (db, "not-answered", id, now, error))
      return FALSE;
  }
  *left -= ids->len;
  return TRUE;
}

static gboolean
run_retain (FoyerDb *db, gpointer data, GError **error)
{
  FoyerRetention *retention = data;
  g_autoptr (GPtrArray) periods = foyer_periods_list (db, error);
  guint left = FOYER_RETENTION_SLICE;

  retention->closed = 0;
  retention->deleted = 0;
  if (periods == NULL || !forget_codes (db, retention, &left, error)
      || !deny_unanswered (db, retention->now, &left, error)
      || !foyer_calls_forget (db, retention->now - FOYER_DAY, error)
      || !delete_not_come (db, retention, &left, error)
      || !forget_remembered (db, retention, &left, error))
    return FALSE;
  for (guint i = 0; i < periods->len; i++) {
    const FoyerPeriod *period = g_ptr_array_index (periods, i);
    guint before = retention->closed + retention->deleted;

    if (!close_overdue (db, retention, period, left, error))
      return FALSE;
    if (!delete_expired (db,
                         retention,
                         period,
                         left - (retention->closed + retention->deleted - before),
                         error))
      return FALSE;
    left -= retention->closed + retention->deleted - before;
  }
  retention->more = left == 0;
  if (retention->closed + retention->deleted == 0)
    return TRUE;
  return (retention->deleted == 0
          || foyer_vault_row_owe (db, FOYER_OWED_EXPIRY, retention->now, error))
         && foyer_audit_append (db, "retention", retention->run, retention->now, error);
}

static gboolean
run_find_unanswered (FoyerDb *db, gpointer data, GError **error)
{
  FoyerUnanswered *unanswered = data;
  g_autoptr (GPtrArray) ids = foyer_expiry_list_unanswered (db, unanswered->now, 1, error);

  unanswered->any = ids != NULL && ids->len > 0;
  return ids != NULL;
}

static gboolean
run_deny_unanswered (FoyerDb *db, gpointer data, GError **error)
{
  FoyerUnanswered *unanswered = data;
  guint left = FOYER_RETENTION_SLICE;

  return deny_unanswered (db, unanswered->now, &left, error);
}

const FoyerDeed foyer_privacy_retain = { .right = FOYER_RIGHT_RETAIN,
                                         .writes = TRUE,
                                         .run = run_retain };

const FoyerDeed foyer_privacy_find_unanswered = { .right = FOYER_RIGHT_RETAIN,
                                                  .run = run_find_unanswered };

const FoyerDeed foyer_privacy_deny_unanswered = { .right = FOYER_RIGHT_RETAIN,
                                                  .writes = TRUE,
                                                  .run = run_deny_unanswered };

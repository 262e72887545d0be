/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-remember"

#include "reception/remember.h"

#include "reception/error.h"
#include "store/audit.h"
#include "store/deletions.h"
#include "store/remembered.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/badge-code.h"
#include "visit/clock.h"
#include "visit/id.h"

FoyerRemembrance *
foyer_remembrance_new (GBytes *visit, int days, gint64 now)
{
  FoyerRemembrance *remembrance = g_new (FoyerRemembrance, 1);

  *remembrance = (FoyerRemembrance){
    .id = foyer_id_new (now),
    .code = foyer_badge_code_new (),
    .ends_at = now + CLAMP (days, 1, FOYER_REMEMBER_DAYS_MAX) * FOYER_DAY,
    .visit = g_bytes_ref (visit),
    .now = now,
  };
  return remembrance;
}

void
foyer_remembrance_free (gpointer data)
{
  FoyerRemembrance *remembrance = data;

  if (remembrance == NULL)
    return;
  g_bytes_unref (remembrance->id);
  g_free (remembrance->code);
  g_bytes_unref (remembrance->visit);
  g_free (remembrance);
}

FoyerWithdrawal *
foyer_withdrawal_new (const char *code, gint64 now)
{
  FoyerWithdrawal *withdrawal = g_new (FoyerWithdrawal, 1);

  *withdrawal = (FoyerWithdrawal){ .code = g_strdup (code), .now = now };
  return withdrawal;
}

void
foyer_withdrawal_free (gpointer data)
{
  FoyerWithdrawal *withdrawal = data;

  if (withdrawal == NULL)
    return;
  g_free (withdrawal->code);
  g_free (withdrawal);
}

static gboolean
refuse (GError **error, FoyerReceptionError code, const char *message)
{
  g_set_error_literal (error, FOYER_RECEPTION_ERROR, code, message);
  return FALSE;
}

/* Only who stands at this station can have been asked. */
static gboolean
may_be_remembered (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  const char *station = foyer_actor_get_station (foyer_db_actor (db));
  FoyerVisitState state;

  if (visit == NULL)
    return refuse (error, FOYER_RECEPTION_ERROR_NO_SUCH_VISIT, "There is no such visit");
  if (foyer_visit_get_damage (visit) >= FOYER_VISIT_RECORD_DAMAGED) {
    g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_ROW, "This visit is damaged");
    return FALSE;
  }
  state = foyer_visit_get_state (visit);
  if ((state != FOYER_VISIT_ON_SITE && state != FOYER_VISIT_ASKED)
      || g_strcmp0 (station, foyer_visit_get_station (visit)) != 0)
    return refuse (error,
                   FOYER_RECEPTION_ERROR_NOT_ON_SITE,
                   "This visit has closed, or is another station's");
  return TRUE;
}

static gboolean
forget (FoyerDb *db, GBytes *id, gint64 now, FoyerOwed why, GError **error)
{
  g_autoptr (GBytes) run = foyer_id_new (now);
  gboolean key_is_known = FALSE;

  return foyer_remembered_forget (db, id, &key_is_known, error)
         && foyer_deletions_add (db,
                                 run,
                                 FOYER_DELETION_REMEMBERED,
                                 FOYER_DELETION_AS_TOLD,
                                 1,
                                 now,
                                 error)
         && foyer_vault_row_owe (db, why, now, error)
         && foyer_audit_append (db, "forget-remembered", id, now, error);
}

static gboolean
run_remember (FoyerDb *db, gpointer data, GError **error)
{
  FoyerRemembrance *remembrance = data;
  gint64 now = remembrance->now;
  g_autoptr (FoyerVisit) visit = NULL;
  g_autoptr (GBytes) before = NULL;

  if (!foyer_visits_find (db, remembrance->visit, &visit, error)
      || !may_be_remembered (db, visit, error)
      || !foyer_remembered_find_by_visit (db, remembrance->visit, &before, error))
    return FALSE;
  if (before != NULL && g_bytes_equal (before, remembrance->id))
    return TRUE; /* a second run finds the first */
  if (before != NULL && !forget (db, before, now, FOYER_OWED_EXPIRY, error))
    return FALSE;
  return foyer_remembered_add (db,
                               remembrance->id,
                               remembrance->code,
                               visit,
                               remembrance->ends_at,
                               error)
         && foyer_audit_append (db, "asked-to-remember", remembrance->visit, now, error)
         && foyer_audit_append (db, "remember", remembrance->id, now, error);
}

static gboolean
run_forget_remembered (FoyerDb *db, gpointer data, GError **error)
{
  FoyerWithdrawal *withdrawal = data;
  g_autoptr (GBytes) id = NULL;

  if (!foyer_remembered_find_by_code (db, withdrawal->code, withdrawal->now, &id, NULL, error))
    return FALSE;
  if (id == NULL)
    return refuse (error,
                   FOYER_RECEPTION_ERROR_NO_SUCH_CODE,
                   "Nothing is remembered under this code");
  return forget (db, id, withdrawal->now, FOYER_OWED_ERASURE, error);
}

const FoyerDeed foyer_reception_remember = { .right = FOYER_RIGHT_REMEMBER,
                                             .writes = TRUE,
                                             .run = run_remember };

const FoyerDeed foyer_reception_forget_remembered = { .right = FOYER_RIGHT_REMEMBER,
                                                      .writes = TRUE,
                                                      .run = run_forget_remembered };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-approval"

#include "reception/approval.h"

#include "reception/arrival.h"
#include "reception/companions.h"
#include "reception/error.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/expiry.h"
#include "store/visits.h"

FoyerDecision *
foyer_decision_new (GBytes *visit, gboolean yes, gint64 now)
{
  FoyerDecision *decision = g_new0 (FoyerDecision, 1);

  decision->visit = g_bytes_ref (visit);
  decision->yes = yes;
  decision->now = now;
  return decision;
}

void
foyer_decision_free (gpointer data)
{
  FoyerDecision *decision = data;

  if (decision == NULL)
    return;
  g_bytes_unref (decision->visit);
  g_clear_object (&decision->decided);
  g_free (decision);
}

FoyerVisitFollow *
foyer_visit_follow_new (GBytes *visit)
{
  FoyerVisitFollow *follow = g_new0 (FoyerVisitFollow, 1);

  follow->visit = g_bytes_ref (visit);
  return follow;
}

void
foyer_visit_follow_free (gpointer data)
{
  FoyerVisitFollow *follow = data;

  if (follow == NULL)
    return;
  g_bytes_unref (follow->visit);
  g_free (follow);
}

static gboolean
let_in (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error)
{
  GBytes *id = foyer_visit_get_id (visit);

  /* without its record it has no badge code, and nobody could leave with it */
  if (foyer_visit_get_damage (visit) >= FOYER_VISIT_RECORD_DAMAGED) {
    g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_ROW, "This visit is damaged");
    return FALSE;
  }
  foyer_visit_set_times (visit, FOYER_VISIT_ON_SITE, foyer_visit_get_arrived_at (visit), 0, 0);
  return foyer_visits_update_times (db, visit, error) && foyer_calls_drop (db, id, error)
         && foyer_audit_append (db, "approved", id, now, error)
         && foyer_arrival_write_letters (db, visit, now, error);
}

static gboolean
decide (FoyerDb *db, const FoyerDecision *decision, FoyerVisit *visit, GError **error)
{
  if (decision->yes)
    return let_in (db, visit, decision->now, error);
  return foyer_expiry_deny (db, visit, decision->now, error)
         && foyer_audit_append (db, "denied", foyer_visit_get_id (visit), decision->now, error);
}

static gboolean
decide_all (FoyerDb *db, const FoyerDecision *decision, GError **error)
{
  g_autoptr (GPtrArray) companions = foyer_companions_list_asked (db, decision->visit, error);

  if (companions == NULL || !decide (db, decision, decision->decided, error))
    return FALSE;
  for (guint i = 0; i < companions->len; i++)
    if (!decide (db, decision, g_ptr_array_index (companions, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
run_decide (FoyerDb *db, gpointer data, GError **error)
{
  FoyerDecision *decision = data;
  FoyerVisitState state;

  g_clear_object (&decision->decided);
  if (!foyer_visits_find (db, decision->visit, &decision->decided, error))
    return FALSE;
  if (decision->decided == NULL) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NO_SUCH_VISIT,
                 "There is no such visit");
    return FALSE;
  }
  state = foyer_visit_get_state (decision->decided);
  if (state == (decision->yes ? FOYER_VISIT_ON_SITE : FOYER_VISIT_DENIED))
    return TRUE; /* a second run finds the first, or another desk's */
  if (state != FOYER_VISIT_ASKED) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_DECIDED,
                 "This was decided already");
    return FALSE;
  }
  return decide_all (db, decision, error);
}

static gboolean
run_follow_visit (FoyerDb *db, gpointer data, GError **error)
{
  FoyerVisitFollow *follow = data;
  g_autoptr (FoyerVisit) visit = NULL;

  if (!foyer_visits_find (db, follow->visit, &visit, error))
    return FALSE;
  follow->state = visit != NULL ? foyer_visit_get_state (visit) : FOYER_VISIT_NEW;
  return TRUE;
}

const FoyerDeed foyer_reception_decide = { .right = FOYER_RIGHT_DECIDE,
                                           .writes = TRUE,
                                           .run = run_decide };

const FoyerDeed foyer_reception_follow_visit = { .right = FOYER_RIGHT_FOLLOW_BADGE,
                                                 .run = run_follow_visit };

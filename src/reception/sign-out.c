/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-sign-out"

#include "reception/sign-out.h"

#include "reception/error.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/outbox.h"
#include "store/periods.h"
#include "store/visits.h"
#include "visit/clock.h"
#include "visit/retention-rule.h"

FoyerSignOut *
foyer_sign_out_new (const char *code, GBytes *id, gint64 now)
{
  FoyerSignOut *sign_out = g_new0 (FoyerSignOut, 1);

  sign_out->code = g_strdup (code);
  sign_out->id = id != NULL ? g_bytes_ref (id) : NULL;
  sign_out->now = now;
  return sign_out;
}

void
foyer_sign_out_free (gpointer data)
{
  FoyerSignOut *sign_out = data;

  if (sign_out == NULL)
    return;
  g_free (sign_out->code);
  g_clear_pointer (&sign_out->id, g_bytes_unref);
  g_clear_object (&sign_out->visit);
  g_free (sign_out);
}

/* Closes the visit; the clock of retention.md: a check-out outside [sign-in, sign-in + longest
 * stay] cannot extend it. */
static gboolean
leave (FoyerDb *db, FoyerSignOut *sign_out, const char *event, GError **error)
{
  FoyerVisit *visit = sign_out->visit;
  GBytes *id = foyer_visit_get_id (visit);
  gint64 arrived_at = foyer_visit_get_arrived_at (visit);
  g_autoptr (FoyerPeriod) period = NULL;

  if (!foyer_periods_find (db, foyer_visit_get_type_key (visit), &period, error))
    return FALSE;
  sign_out->days = foyer_visit_get_days_told (visit);
  if (period != NULL)
    sign_out->days = MIN (sign_out->days, period->days);
  if (sign_out->again)
    return TRUE;

  foyer_visit_set_times (
      visit,
      FOYER_VISIT_LEFT,
      arrived_at,
      sign_out->now,
      foyer_retention_closed_at (arrived_at,
                                 sign_out->now,
                                 period != NULL ? period->longest_stay : FOYER_DAY));
  return foyer_visits_update_times (db, visit, error)
         && foyer_visits_forget_answers (db, visit, sign_out->now, error)
         && foyer_outbox_drop (db, id, error) && foyer_calls_drop (db, id, error)
         && foyer_audit_append (db, event, id, sign_out->now, error);
}

static gboolean
refuse_code (FoyerDb *db, const char *code, GError **error)
{
  gboolean used = FALSE;

  if (!foyer_visits_code_is_used_up (db, code, &used, error))
    return FALSE;
  g_set_error (error,
               FOYER_RECEPTION_ERROR,
               used ? FOYER_RECEPTION_ERROR_CODE_SPENT : FOYER_RECEPTION_ERROR_NO_SUCH_CODE,
               used ? "This badge has been used to leave" : "No visit has this badge code");
  return FALSE;
}

static gboolean
run_sign_out (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSignOut *sign_out = data;

  g_clear_object (&sign_out->visit);
  if (!foyer_visits_find_by_code (db, sign_out->code, &sign_out->visit, error))
    return FALSE;
  if (sign_out->visit == NULL)
    return refuse_code (db, sign_out->code, error);
  sign_out->again = foyer_visit_get_state (sign_out->visit) == FOYER_VISIT_LEFT
                    && sign_out->now - foyer_visit_get_left_at (sign_out->visit) < FOYER_MINUTE;
  if (foyer_visit_get_state (sign_out->visit) != FOYER_VISIT_ON_SITE && !sign_out->again) {
    gboolean has_come = foyer_visit_get_state (sign_out->visit) != FOYER_VISIT_EXPECTED;

    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 has_come ? FOYER_RECEPTION_ERROR_CODE_SPENT : FOYER_RECEPTION_ERROR_NOT_ON_SITE,
                 has_come ? "This badge has been used to leave" : "This visitor has not come yet");
    return FALSE;
  }
  return leave (db, sign_out, "sign-out", error);
}

static gboolean
run_check_out (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSignOut *sign_out = data;

  g_clear_object (&sign_out->visit);
  if (!foyer_visits_find (db, sign_out->id, &sign_out->visit, error))
    return FALSE;
  if (sign_out->visit == NULL || foyer_visit_get_state (sign_out->visit) != FOYER_VISIT_ON_SITE) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NOT_ON_SITE,
                 "This visit has ended already");
    return FALSE;
  }
  return leave (db, sign_out, "check-out", error);
}

const FoyerDeed foyer_reception_sign_out = { .right = FOYER_RIGHT_SIGN_OUT,
                                             .writes = TRUE,
                                             .run = run_sign_out };

const FoyerDeed foyer_reception_check_out = { .right = FOYER_RIGHT_CHECK_OUT,
                                              .writes = TRUE,
                                              .run = run_check_out };

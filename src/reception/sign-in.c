/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-sign-in"

#include "reception/sign-in.h"

#include "reception/arrival.h"
#include "reception/error.h"
#include "store/acknowledgements.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/notices.h"
#include "store/periods.h"
#include "store/visits.h"

FoyerSignIn *
foyer_sign_in_new (FoyerVisit *visit, FoyerNotice *notice, const char *language, gint64 now)
{
  FoyerSignIn *sign_in = g_new (FoyerSignIn, 1);

  *sign_in = (FoyerSignIn){
    .visit = g_object_ref (visit),
    .notice = notice != NULL ? g_object_ref (notice) : NULL,
    .language = g_strdup (language),
    .now = now,
  };
  return sign_in;
}

void
foyer_sign_in_free (gpointer data)
{
  FoyerSignIn *sign_in = data;

  if (sign_in == NULL)
    return;
  g_clear_object (&sign_in->visit);
  g_clear_object (&sign_in->notice);
  g_clear_pointer (&sign_in->back_from, g_bytes_unref);
  g_free (sign_in->language);
  g_free (sign_in);
}

/* Without a period in force nobody could be told when the visit goes, so it is not taken. */
static gboolean
is_ready (FoyerDb *db, FoyerSignIn *sign_in, GError **error)
{
  g_autoptr (FoyerPeriod) period = NULL;

  if (foyer_visit_get_name (sign_in->visit) == NULL) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_INCOMPLETE,
                 "The visitor's name is missing");
    return FALSE;
  }
  if (!foyer_periods_find (db, foyer_visit_get_type_key (sign_in->visit), &period, error))
    return FALSE;
  if (period == NULL) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NO_SUCH_TYPE,
                 "There is no such visitor type");
    return FALSE;
  }
  if (sign_in->notice == NULL
      && !foyer_notices_in_force (db, sign_in->language, &sign_in->notice, error))
    return FALSE;
  if (sign_in->notice == NULL) {
    g_set_error (
        error,
        FOYER_RECEPTION_ERROR,
        FOYER_RECEPTION_ERROR_NO_NOTICE,
        "No privacy notice is in force: publish one with “foyerctl notice import --publish”");
    return FALSE;
  }
  return TRUE;
}

/* Each badge brings its visitor back once: from then on the new one counts. */
static gboolean
come_back (FoyerDb *db, FoyerSignIn *sign_in, GError **error)
{
  g_autoptr (FoyerVisit) before = NULL;
  g_autoptr (FoyerVisit) found = NULL;
  const char *code;

  if (sign_in->back_from == NULL)
    return TRUE;
  if (!foyer_visits_find (db, sign_in->back_from, &before, error))
    return FALSE;
  code = before != NULL ? foyer_visit_get_code (before) : NULL;
  if (code != NULL && !foyer_visits_find_by_code (db, code, &found, error))
    return FALSE;
  if (found == NULL || foyer_visit_get_state (found) != FOYER_VISIT_LEFT) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_CODE_SPENT,
                 "This badge has brought its visitor back already");
    return FALSE;
  }
  return foyer_visits_use_code_up (db, found, error)
         && foyer_audit_append (db, "came-back", sign_in->back_from, sign_in->now, error);
}

static gboolean
ask_reception (FoyerDb *db, FoyerSignIn *sign_in, GError **error)
{
  GBytes *id = foyer_visit_get_id (sign_in->visit);
  const char *station = foyer_visit_get_station (sign_in->visit);
  g_autoptr (FoyerCall) call = foyer_call_new (sign_in->asks, station, "", id, sign_in->now);
  gboolean added;

  return foyer_calls_add (db, call, &added, error)
         && foyer_audit_append (db, "asked", id, sign_in->now, error);
}

/* A visitor arrives. Once this has succeeded the visit, the acknowledgement, the audit event and
 * the two letters (badge, host) are all stored, or none is; where it has to be approved a call
 * stands in place of the letters. */
static gboolean
run_sign_in (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSignIn *sign_in = data;
  FoyerVisit *visit = sign_in->visit;
  GBytes *id = foyer_visit_get_id (visit);
  gboolean asks = sign_in->asks != FOYER_CALL_NONE;
  gboolean added = FALSE;

  if (!is_ready (db, sign_in, error))
    return FALSE;
  foyer_visit_set_times (visit, asks ? FOYER_VISIT_ASKED : FOYER_VISIT_ON_SITE, sign_in->now, 0, 0);

  if (!foyer_visits_add (db, visit, &added, error))
    return FALSE;
  if (!added) /* a second run finds the first */
    return TRUE;
  if (!come_back (db, sign_in, error)
      || !foyer_acknowledgements_add (db,
                                      id,
                                      foyer_notice_get_id (sign_in->notice),
                                      sign_in->language,
                                      sign_in->now,
                                      error))
    return FALSE;
  if (asks)
    return ask_reception (db, sign_in, error);
  return foyer_audit_append (db, "sign-in", id, sign_in->now, error)
         && foyer_arrival_write_letters (db, visit, sign_in->now, error);
}

const FoyerDeed foyer_reception_sign_in = { .right = FOYER_RIGHT_SIGN_IN,
                                            .writes = TRUE,
                                            .run = run_sign_in };

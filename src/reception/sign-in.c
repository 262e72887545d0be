/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-sign-in"

#include "reception/sign-in.h"

#include "reception/error.h"
#include "store/acknowledgements.h"
#include "store/audit.h"
#include "store/notices.h"
#include "store/outbox.h"
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

/* A visitor arrives. Once this has succeeded the visit, the acknowledgement, the audit event and
 * the two letters (badge, host) are all stored, or none is. */
static gboolean
run_sign_in (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSignIn *sign_in = data;
  FoyerVisit *visit = sign_in->visit;
  GBytes *id = foyer_visit_get_id (visit);
  const char *station = foyer_visit_get_station (visit);
  gboolean added = FALSE;

  if (!is_ready (db, sign_in, error))
    return FALSE;
  foyer_visit_set_times (visit, FOYER_VISIT_ON_SITE, sign_in->now, 0, 0);

  if (!foyer_visits_add (db, visit, &added, error))
    return FALSE;
  if (!added) /* a second run finds the first */
    return TRUE;
  return foyer_acknowledgements_add (db,
                                     id,
                                     foyer_notice_get_id (sign_in->notice),
                                     sign_in->language,
                                     sign_in->now,
                                     error)
         && foyer_audit_append (db, "sign-in", id, sign_in->now, error)
         && foyer_outbox_add (db,
                              FOYER_LETTER_BADGE,
                              FOYER_LETTER_WAITING,
                              id,
                              station,
                              sign_in->now,
                              error)
         && foyer_outbox_add (db,
                              FOYER_LETTER_HOST,
                              FOYER_LETTER_AT_DESK,
                              id,
                              station,
                              sign_in->now,
                              error);
}

const FoyerDeed foyer_reception_sign_in = { .right = FOYER_RIGHT_SIGN_IN,
                                            .writes = TRUE,
                                            .run = run_sign_in };

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
#include "visit/clock.h"
#include "visit/typed-text.h"

/* For how long somebody is not signed in twice. */
#define ONCE (2 * FOYER_MINUTE)

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
  g_clear_pointer (&sign_in->companions, g_ptr_array_unref);
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

/* One call is about all who come together. */
static gboolean
ask_reception (FoyerDb *db, FoyerSignIn *sign_in, FoyerVisit *visit, GError **error)
{
  GBytes *id = foyer_visit_get_id (visit);
  const char *station = foyer_visit_get_station (visit);
  g_autoptr (FoyerCall) call = foyer_call_new (sign_in->asks, station, "", id, sign_in->now);
  gboolean added;

  return (foyer_visit_get_leader (visit) != NULL || foyer_calls_add (db, call, &added, error))
         && foyer_audit_append (db, "asked", id, sign_in->now, error);
}

/* On its day only; the day on which clocks are set back is the longest. */
static gboolean
is_its_day (FoyerVisit *expected, gint64 now, GError **error)
{
  gint64 day_ends = foyer_visit_get_closed_at (expected);

  if (now < day_ends && now >= day_ends - FOYER_DAY - FOYER_HOUR)
    return TRUE;
  g_set_error (error,
               FOYER_RECEPTION_ERROR,
               FOYER_RECEPTION_ERROR_OTHER_DAY,
               "This invitation is for another day");
  return FALSE;
}

/* Whether the visit is there now, and was not before; who was expected has a row already. */
static gboolean
add (FoyerDb *db, FoyerSignIn *sign_in, FoyerVisit *visit, gboolean *added, GError **error)
{
  g_autoptr (FoyerVisit) stored = NULL;

  if (!foyer_visits_add (db, visit, added, error))
    return FALSE;
  if (*added)
    return TRUE;
  if (!foyer_visits_find (db, foyer_visit_get_id (visit), &stored, error))
    return FALSE;
  if (stored == NULL || foyer_visit_get_state (stored) != FOYER_VISIT_EXPECTED)
    return TRUE; /* a second run finds the first */
  *added = TRUE;
  return is_its_day (stored, sign_in->now, error)
         && foyer_visits_arrive (db, visit, sign_in->now, error);
}

/* One of those who arrive. */
static gboolean
arrive (FoyerDb *db, FoyerSignIn *sign_in, FoyerVisit *visit, gboolean *added, GError **error)
{
  GBytes *id = foyer_visit_get_id (visit);
  gboolean asks = sign_in->asks != FOYER_CALL_NONE;

  foyer_visit_set_times (visit, asks ? FOYER_VISIT_ASKED : FOYER_VISIT_ON_SITE, sign_in->now, 0, 0);
  if (!add (db, sign_in, visit, added, error))
    return FALSE;
  if (!*added)
    return TRUE;
  if (!foyer_acknowledgements_add (db,
                                   id,
                                   foyer_notice_get_id (sign_in->notice),
                                   sign_in->language,
                                   sign_in->now,
                                   error))
    return FALSE;
  if (asks)
    return ask_reception (db, sign_in, visit, error);
  return foyer_audit_append (db, "sign-in", id, sign_in->now, error)
         && foyer_arrival_write_letters (db, visit, sign_in->now, error);
}

static gboolean
is_the_same (FoyerVisit *visit, FoyerVisit *other)
{
  g_autofree char *name = foyer_typed_text_fold (foyer_visit_get_name (visit));
  g_autofree char *other_name = NULL;
  GBytes *host = foyer_visit_get_host_id (visit);
  GBytes *other_host = foyer_visit_get_host_id (other);

  if (foyer_visit_get_state (other) != FOYER_VISIT_ON_SITE || foyer_visit_get_name (other) == NULL
      || g_bytes_equal (foyer_visit_get_id (visit), foyer_visit_get_id (other))
      || g_strcmp0 (foyer_visit_get_station (visit), foyer_visit_get_station (other)) != 0
      || g_strcmp0 (foyer_visit_get_type_key (visit), foyer_visit_get_type_key (other)) != 0
      || (host == NULL) != (other_host == NULL)
      || (host != NULL && !g_bytes_equal (host, other_host)))
    return FALSE;
  other_name = foyer_typed_text_fold (foyer_visit_get_name (other));
  return g_str_equal (name, other_name);
}

/* Whoever sees no answer tries again at once. */
static gboolean
find_first (FoyerDb *db, FoyerSignIn *sign_in, GError **error)
{
  g_autoptr (GListStore) last = NULL;
  guint n;

  sign_in->already = 0;
  if (!sign_in->once)
    return TRUE;
  last = foyer_visits_list (db, sign_in->now - ONCE, sign_in->now + 1, NULL, error);
  if (last == NULL)
    return FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (last));
  for (guint i = 0; i < n; i++) {
    g_autoptr (FoyerVisit) other = g_list_model_get_item (G_LIST_MODEL (last), i);

    if (is_the_same (sign_in->visit, other))
      sign_in->already = foyer_visit_get_arrived_at (other);
  }
  return TRUE;
}

/* A visitor arrives, with all who come along. Once this has succeeded the visits, the
 * acknowledgements, the audit events and the letters (badges, host) are all stored, or none is;
 * where they have to be approved a call stands in place of the letters. */
static gboolean
run_sign_in (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSignIn *sign_in = data;
  gboolean added = FALSE;

  if (!is_ready (db, sign_in, error) || !find_first (db, sign_in, error))
    return FALSE;
  if (sign_in->already != 0)
    return TRUE;
  if (!arrive (db, sign_in, sign_in->visit, &added, error))
    return FALSE;
  if (!added)
    return TRUE;
  for (guint i = 0; sign_in->companions != NULL && i < sign_in->companions->len; i++)
    if (!arrive (db, sign_in, sign_in->companions->pdata[i], &added, error))
      return FALSE;
  return come_back (db, sign_in, error);
}

const FoyerDeed foyer_reception_sign_in = { .right = FOYER_RIGHT_SIGN_IN,
                                            .writes = TRUE,
                                            .run = run_sign_in };

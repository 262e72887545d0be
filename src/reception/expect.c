/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-expect"

#include "reception/expect.h"

#include "reception/desk-work.h"
#include "reception/error.h"
#include "store/audit.h"
#include "store/deletions.h"
#include "store/expiry.h"
#include "store/periods.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/clock.h"
#include "visit/id.h"
#include "visit/retention-rule.h"
#include "visit/typed-text.h"

FoyerExpectation *
foyer_expectation_new (FoyerVisit *visit, gint64 at, gint64 day_ends, gint64 now)
{
  FoyerExpectation *expectation = g_new (FoyerExpectation, 1);

  *expectation = (FoyerExpectation){ g_object_ref (visit), at, day_ends, now };
  return expectation;
}

void
foyer_expectation_free (gpointer data)
{
  FoyerExpectation *expectation = data;

  if (expectation == NULL)
    return;
  g_object_unref (expectation->visit);
  g_free (expectation);
}

static gboolean
refuse_day (GError **error, const char *message)
{
  g_set_error_literal (error, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_OTHER_DAY, message);
  return FALSE;
}

static gboolean
is_ready (FoyerDb *db, FoyerVisit *visit, GError **error)
{
  g_autoptr (FoyerPeriod) period = NULL;

  if (!foyer_periods_find (db, foyer_visit_get_type_key (visit), &period, error))
    return FALSE;
  if (foyer_visit_get_name (visit) == NULL)
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_INCOMPLETE,
                 "The visitor's name is missing");
  else if (period == NULL)
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NO_SUCH_TYPE,
                 "There is no such visitor type");
  else
    return TRUE;
  return FALSE;
}

/* Closed from the first: that day ends whether or not the visitor comes. */
static gboolean
run_expect (FoyerDb *db, gpointer data, GError **error)
{
  FoyerExpectation *expectation = data;
  FoyerVisit *visit = expectation->visit;
  gboolean added = FALSE;

  if (expectation->day_ends <= expectation->now)
    return refuse_day (error, "That day is over");
  if (expectation->at - expectation->now > FOYER_EXPECTED_AHEAD_MAX * FOYER_DAY)
    return refuse_day (error, "Nobody can be expected more than a year ahead");
  foyer_visit_set_days_told (visit, FOYER_EXPECTED_DAYS);
  foyer_visit_set_times (visit, FOYER_VISIT_EXPECTED, expectation->at, 0, expectation->day_ends);
  if (!is_ready (db, visit, error) || !foyer_visits_add (db, visit, &added, error))
    return FALSE;
  return !added
         || foyer_audit_append (db, "expect", foyer_visit_get_id (visit), expectation->now, error);
}

const FoyerDeed foyer_reception_expect = { .right = FOYER_RIGHT_EXPECT,
                                           .writes = TRUE,
                                           .run = run_expect };

FoyerExpectedSearch *
foyer_expected_search_new (const char *name, GBytes *host, gint64 from, gint64 until)
{
  FoyerExpectedSearch *search = g_new0 (FoyerExpectedSearch, 1);

  search->name = g_strdup (name);
  search->host = g_bytes_ref (host);
  search->from = from;
  search->until = until;
  return search;
}

void
foyer_expected_search_free (gpointer data)
{
  FoyerExpectedSearch *search = data;

  if (search == NULL)
    return;
  g_free (search->name);
  g_bytes_unref (search->host);
  g_clear_object (&search->found);
  g_free (search);
}

static gboolean
matches (const FoyerExpectedSearch *search, const char *folded, FoyerVisit *visit)
{
  GBytes *host = foyer_visit_get_host_id (visit);
  g_autofree char *name = NULL;

  if (foyer_visit_get_name (visit) == NULL || host == NULL || !g_bytes_equal (host, search->host))
    return FALSE;
  name = foyer_typed_text_fold (foyer_visit_get_name (visit));
  return g_str_equal (name, folded);
}

static gboolean
run_find_expected (FoyerDb *db, gpointer data, GError **error)
{
  FoyerExpectedSearch *search = data;
  g_autofree char *folded = foyer_typed_text_fold (search->name);
  g_autoptr (GListStore) expected =
      foyer_visits_list_expected (db, search->from, search->until, error);
  guint n_found = 0;
  guint n;

  g_clear_object (&search->found);
  if (expected == NULL)
    return FALSE;
  if (*folded == '\0')
    return TRUE; /* nothing of it can be compared */
  n = g_list_model_get_n_items (G_LIST_MODEL (expected));
  for (guint i = 0; i < n; i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (expected), i);

    if (!matches (search, folded, visit))
      continue;
    n_found++;
    g_set_object (&search->found, visit);
  }
  if (n_found > 1)
    g_clear_object (&search->found);
  return TRUE;
}

const FoyerDeed foyer_reception_find_expected = { .right = FOYER_RIGHT_SIGN_IN,
                                                  .run = run_find_expected };

static gboolean
run_cancel_expected (FoyerDb *db, gpointer data, GError **error)
{
  const FoyerDeskWork *work = data;
  g_autoptr (GBytes) run = foyer_id_new (work->now);
  g_autoptr (FoyerVisit) visit = NULL;
  gboolean key_is_known = FALSE;

  if (!foyer_visits_find (db, work->visit, &visit, error))
    return FALSE;
  if (visit == NULL || foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED
      || foyer_visit_get_state (visit) != FOYER_VISIT_EXPECTED) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NO_SUCH_VISIT,
                 "That visitor is not expected, or came");
    return FALSE;
  }
  return foyer_expiry_delete (db, work->visit, &key_is_known, error)
         && foyer_deletions_add (db,
                                 run,
                                 FOYER_DELETION_EXPECTED,
                                 FOYER_EXPECTED_DAYS,
                                 1,
                                 work->now,
                                 error)
         && foyer_vault_row_owe (db, FOYER_OWED_EXPIRY, work->now, error)
         && foyer_audit_append (db, "not-expected", work->visit, work->now, error);
}

const FoyerDeed foyer_reception_cancel_expected = { .right = FOYER_RIGHT_EXPECT,
                                                    .writes = TRUE,
                                                    .run = run_cancel_expected };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-put-right"

#include "reception/put-right.h"

#include "reception/arrival.h"
#include "reception/error.h"
#include "store/audit.h"
#include "store/outbox.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/badge-code.h"

FoyerPutRight *
foyer_put_right_new (FoyerVisit *visit, const char *station, gint64 now)
{
  FoyerPutRight *put_right = g_new0 (FoyerPutRight, 1);

  put_right->visit = g_object_ref (visit);
  put_right->station = g_strdup (station);
  put_right->code = foyer_badge_code_new ();
  put_right->now = now;
  return put_right;
}

void
foyer_put_right_free (gpointer data)
{
  FoyerPutRight *put_right = data;

  if (put_right == NULL)
    return;
  g_object_unref (put_right->visit);
  g_free (put_right->station);
  g_free (put_right->code);
  g_clear_object (&put_right->changed);
  g_free (put_right);
}

/* Who stands at the kiosk may change the visit that was just signed in there, and no other. */
static gboolean
is_just_signed_in (const FoyerPutRight *put_right, FoyerVisit *stored)
{
  return stored != NULL && foyer_visit_get_state (stored) == FOYER_VISIT_ON_SITE
         && foyer_visit_get_damage (stored) < FOYER_VISIT_RECORD_DAMAGED
         && g_strcmp0 (foyer_visit_get_station (stored), put_right->station) == 0
         && put_right->now - foyer_visit_get_arrived_at (stored) < FOYER_PUT_RIGHT_WITHIN;
}

/* The same visit with another code. */
static FoyerVisit *
change (const FoyerPutRight *put_right, FoyerVisit *stored)
{
  FoyerVisit *changed = foyer_visit_new_stored (foyer_visit_get_id (stored), put_right->code);

  foyer_visit_copy_answers (changed, put_right->visit);
  foyer_visit_set_leader (changed, foyer_visit_get_leader (stored));
  foyer_visit_set_type (changed, foyer_visit_get_type_key (stored));
  foyer_visit_set_days_told (changed, foyer_visit_get_days_told (stored));
  foyer_visit_set_place (changed, foyer_visit_get_site (stored), foyer_visit_get_station (stored));
  foyer_visit_set_times (changed, FOYER_VISIT_ON_SITE, foyer_visit_get_arrived_at (stored), 0, 0);
  return changed;
}

static gboolean
run_put_right (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPutRight *put_right = data;
  GBytes *id = foyer_visit_get_id (put_right->visit);
  gint64 now = put_right->now;
  g_autoptr (FoyerVisit) stored = NULL;

  g_clear_object (&put_right->changed);
  if (!foyer_visits_find (db, id, &stored, error))
    return FALSE;
  if (!is_just_signed_in (put_right, stored)) {
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NOT_ON_SITE,
                 "This visit cannot be put right here");
    return FALSE;
  }
  put_right->changed = change (put_right, stored);
  if (g_strcmp0 (foyer_visit_get_code (stored), put_right->code) == 0)
    return TRUE; /* a second run finds the first */
  return foyer_visits_renew (db, put_right->changed, error)
         && foyer_vault_row_owe (db, FOYER_OWED_CORRECTION, now, error)
         && foyer_outbox_drop (db, id, error)
         && foyer_arrival_write_letters (db, put_right->changed, now, error)
         && foyer_audit_append (db, "put-right", id, now, error);
}

const FoyerDeed foyer_reception_put_right = { .right = FOYER_RIGHT_PUT_RIGHT,
                                              .writes = TRUE,
                                              .run = run_put_right };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-erasure"

#include "privacy/erasure.h"

#include "privacy/error.h"
#include "store/audit.h"
#include "store/deletions.h"
#include "store/expiry.h"
#include "store/remembered.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/id.h"

FoyerErasure *
foyer_erasure_new (GBytes *id, gint64 now)
{
  FoyerErasure *erasure = g_new (FoyerErasure, 1);

  *erasure = (FoyerErasure){ g_bytes_ref (id), now, FALSE };
  return erasure;
}

void
foyer_erasure_free (gpointer data)
{
  FoyerErasure *erasure = data;

  if (erasure == NULL)
    return;
  g_bytes_unref (erasure->id);
  g_free (erasure);
}

/* The list for an evacuation comes first (GDPR Art. 17 (3) b): who is on site is erased after
 * leaving. Of a damaged row nobody knows whether that person is. */
static gboolean
may_go (FoyerVisit *visit, GError **error)
{
  if (visit == NULL)
    g_set_error (error,
                 FOYER_PRIVACY_ERROR,
                 FOYER_PRIVACY_ERROR_NO_SUCH_VISIT,
                 "There is no such visit: it may have been deleted already");
  else if (foyer_visit_get_damage (visit) != FOYER_VISIT_ROW_DAMAGED
           && (foyer_visit_get_state (visit) == FOYER_VISIT_ON_SITE
               || foyer_visit_get_state (visit) == FOYER_VISIT_ASKED))
    g_set_error (error,
                 FOYER_PRIVACY_ERROR,
                 FOYER_PRIVACY_ERROR_ON_SITE,
                 "This visitor is still on site: the visit can be erased after leaving");
  else
    return TRUE;
  return FALSE;
}

/* Nobody's data; of a damaged row not even the type is believed. */
static gboolean
record (FoyerDb *db, FoyerErasure *erasure, FoyerVisit *visit, GError **error)
{
  g_autoptr (GBytes) run = foyer_id_new (erasure->now);
  gboolean came = foyer_visit_get_state (visit) != FOYER_VISIT_EXPECTED;

  return foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED
         || foyer_deletions_add (db,
                                 run,
                                 came ? foyer_visit_get_type_key (visit) : FOYER_DELETION_EXPECTED,
                                 foyer_visit_get_days_told (visit),
                                 1,
                                 erasure->now,
                                 error);
}

/* What is remembered of a visit was asked of the same person; damaged, it is erased by its own id.
 */
static gboolean
erase_remembered (FoyerDb *db, FoyerErasure *erasure, gboolean *erased, GError **error)
{
  g_autoptr (GBytes) run = foyer_id_new (erasure->now);
  g_autoptr (GBytes) id = NULL;

  if (!foyer_remembered_find_by_visit (db, erasure->id, &id, error))
    return FALSE;
  *erased = id != NULL;
  if (id == NULL && !foyer_remembered_has (db, erasure->id, erased, error))
    return FALSE;
  return !*erased
         || (foyer_remembered_forget (db,
                                      id != NULL ? id : erasure->id,
                                      &erasure->key_is_known,
                                      error)
             && foyer_deletions_add (db,
                                     run,
                                     FOYER_DELETION_REMEMBERED,
                                     FOYER_DELETION_AS_TOLD,
                                     1,
                                     erasure->now,
                                     error));
}

static gboolean
erase_visit (FoyerDb *db, FoyerErasure *erasure, FoyerVisit *visit, GError **error)
{
  return may_go (visit, error)
         && foyer_expiry_delete (db, erasure->id, &erasure->key_is_known, error)
         && record (db, erasure, visit, error);
}

static gboolean
run_erase (FoyerDb *db, gpointer data, GError **error)
{
  FoyerErasure *erasure = data;
  g_autoptr (FoyerVisit) visit = NULL;
  gboolean is_remembered = FALSE;

  if (!foyer_visits_find (db, erasure->id, &visit, error)
      || !erase_remembered (db, erasure, &is_remembered, error))
    return FALSE;
  return ((visit == NULL && is_remembered) || erase_visit (db, erasure, visit, error))
         && foyer_vault_row_owe (db, FOYER_OWED_ERASURE, erasure->now, error)
         && foyer_audit_append (db, "erase", erasure->id, erasure->now, error);
}

const FoyerDeed foyer_privacy_erase = { .right = FOYER_RIGHT_ERASE,
                                        .writes = TRUE,
                                        .run = run_erase };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-correction"

#include "reception/correction.h"

#include "reception/error.h"
#include "store/audit.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/typed-text.h"

FoyerCorrection *
foyer_correction_new (GBytes *id, gint64 now)
{
  FoyerCorrection *correction = g_new0 (FoyerCorrection, 1);

  correction->id = g_bytes_ref (id);
  correction->now = now;
  return correction;
}

void
foyer_correction_free (gpointer data)
{
  FoyerCorrection *correction = data;

  if (correction == NULL)
    return;
  g_bytes_unref (correction->id);
  g_free (correction->name);
  g_free (correction->company);
  g_free (correction);
}

static gboolean
set (char **field, const char *text, GError **error)
{
  char *clean = foyer_typed_text_clean (text, error);

  if (clean == NULL)
    return FALSE;
  g_free (*field);
  *field = clean;
  return TRUE;
}

gboolean
foyer_correction_set_name (FoyerCorrection *correction, const char *text, GError **error)
{
  return set (&correction->name, text, error);
}

gboolean
foyer_correction_set_company (FoyerCorrection *correction, const char *text, GError **error)
{
  if (*text != '\0')
    return set (&correction->company, text, error);
  g_free (correction->company);
  correction->company = g_strdup ("");
  return TRUE;
}

static gboolean
apply (FoyerCorrection *correction, FoyerVisit *visit, GError **error)
{
  if (correction->name != NULL && !foyer_visit_set_name (visit, correction->name, error))
    return FALSE;
  return correction->company == NULL
         || foyer_visit_set_company (visit,
                                     *correction->company != '\0' ? correction->company : NULL,
                                     error);
}

/* What does not open cannot be written anew: the fields that are not corrected would be lost. */
static gboolean
find (FoyerDb *db, FoyerCorrection *correction, FoyerVisit **visit, GError **error)
{
  if (!foyer_visits_find (db, correction->id, visit, error))
    return FALSE;
  if (*visit == NULL)
    g_set_error (error,
                 FOYER_RECEPTION_ERROR,
                 FOYER_RECEPTION_ERROR_NO_SUCH_VISIT,
                 "There is no such visit");
  else if (foyer_visit_get_damage (*visit) >= FOYER_VISIT_RECORD_DAMAGED)
    g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_ROW, "This visit is damaged");
  else
    return TRUE;
  return FALSE;
}

static gboolean
run_correct (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCorrection *correction = data;
  g_autoptr (FoyerVisit) visit = NULL;
  gint64 now = correction->now;

  if (correction->name == NULL && correction->company == NULL)
    return TRUE;
  return find (db, correction, &visit, error) && apply (correction, visit, error)
         && foyer_visits_correct (db, visit, error)
         && foyer_vault_row_owe (db, FOYER_OWED_CORRECTION, now, error)
         && (correction->name == NULL
             || foyer_audit_append (db, "correct-name", correction->id, now, error))
         && (correction->company == NULL
             || foyer_audit_append (db, "correct-company", correction->id, now, error));
}

const FoyerDeed foyer_reception_correct = { .right = FOYER_RIGHT_CORRECT,
                                            .writes = TRUE,
                                            .run = run_correct };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-soundness"

#include "privacy/soundness.h"

#include "privacy/error.h"
#include "store/audit.h"

static gboolean
run_verify (FoyerDb *db, gpointer data, GError **error)
{
  FoyerSoundness *soundness = data;
  gboolean whole = FALSE;

  if (!foyer_audit_verify (db, &soundness->events, &whole, error))
    return FALSE;
  if (whole)
    return TRUE;
  g_set_error (error,
               FOYER_PRIVACY_ERROR,
               FOYER_PRIVACY_ERROR_CHAIN,
               "The audit trail's chain is broken: events were changed, added or taken out");
  return FALSE;
}

const FoyerDeed foyer_privacy_verify_audit = { .right = FOYER_RIGHT_CHECK, .run = run_verify };

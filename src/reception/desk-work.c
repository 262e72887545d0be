/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-desk-work"

#include "reception/desk-work.h"

#include "store/audit.h"
#include "store/outbox.h"

FoyerDeskWork *
foyer_desk_work_new (GBytes *visit, gint64 now)
{
  FoyerDeskWork *work = g_new0 (FoyerDeskWork, 1);

  work->visit = g_bytes_ref (visit);
  work->now = now;
  return work;
}

void
foyer_desk_work_free (gpointer data)
{
  FoyerDeskWork *work = data;

  if (work == NULL)
    return;
  g_bytes_unref (work->visit);
  g_free (work);
}

static gboolean
run_follow_badge (FoyerDb *db, gpointer data, GError **error)
{
  FoyerDeskWork *work = data;
  FoyerLetterState state;

  if (!foyer_outbox_badge (db, work->visit, &state, error))
    return FALSE;
  work->badge = state == FOYER_LETTER_KEPT      ? FOYER_BADGE_PRINTED
                : state == FOYER_LETTER_AT_DESK ? FOYER_BADGE_AT_DESK
                                                : FOYER_BADGE_PRINTING;
  return TRUE;
}

static gboolean
run_host_told (FoyerDb *db, gpointer data, GError **error)
{
  FoyerDeskWork *work = data;

  return foyer_outbox_remove_kind (db, work->visit, FOYER_LETTER_HOST, error)
         && foyer_audit_append (db, "host-told", work->visit, work->now, error);
}

static gboolean
run_badge_handed_out (FoyerDb *db, gpointer data, GError **error)
{
  FoyerDeskWork *work = data;

  return foyer_outbox_remove_kind (db, work->visit, FOYER_LETTER_BADGE, error)
         && foyer_audit_append (db, "badge-handed-out", work->visit, work->now, error);
}

const FoyerDeed foyer_reception_follow_badge = { .right = FOYER_RIGHT_FOLLOW_BADGE,
                                                 .run = run_follow_badge };

const FoyerDeed foyer_reception_host_told = { .right = FOYER_RIGHT_TELL_HOST,
                                              .writes = TRUE,
                                              .run = run_host_told };

const FoyerDeed foyer_reception_badge_handed_out = { .right = FOYER_RIGHT_TELL_HOST,
                                                     .writes = TRUE,
                                                     .run = run_badge_handed_out };

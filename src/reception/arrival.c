/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-arrival"

#include "reception/arrival.h"

#include "store/outbox.h"

gboolean
foyer_arrival_write_letters (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error)
{
  GBytes *id = foyer_visit_get_id (visit);
  const char *station = foyer_visit_get_station (visit);

  if (!foyer_outbox_add (db, FOYER_LETTER_BADGE, FOYER_LETTER_WAITING, id, station, now, error))
    return FALSE;
  /* One word to the host is enough for all who come together. */
  return foyer_visit_get_leader (visit) != NULL
         || foyer_outbox_add (db, FOYER_LETTER_HOST, FOYER_LETTER_AT_DESK, id, station, now, error);
}

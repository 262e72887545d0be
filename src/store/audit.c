/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-audit"

#include "store/audit.h"

#include "store/record.h"
#include "vault/digest.h"

/* Every query on the audit table. */

enum {
  TAG_SEQ = 1,
  TAG_DONE_AT,
  TAG_EVENT,
  TAG_STAFF,
  TAG_ROLES,
  TAG_STATION,
  TAG_SUBJECT
};

typedef struct {
  gint64 seq;
  gint64 done_at;
  const char *event;
  GBytes *staff;
  gint64 roles;
  const char *station;
  GBytes *subject;
} Event;

static void
put_int (FoyerRecord *record, guint8 tag, gint64 integer)
{
  gint64 little = GINT64_TO_LE (integer);
  g_autoptr (GBytes) bytes = g_bytes_new (&little, sizeof little);

  foyer_record_put_bytes (record, tag, bytes);
}

static GBytes *
chain (const Event *event, GBytes *before)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) bytes = NULL;

  put_int (record, TAG_SEQ, event->seq);
  put_int (record, TAG_DONE_AT, event->done_at);
  foyer_record_put_text (record, TAG_EVENT, event->event);
  foyer_record_put_bytes (record, TAG_STAFF, event->staff);
  put_int (record, TAG_ROLES, event->roles);
  foyer_record_put_text (record, TAG_STATION, event->station);
  foyer_record_put_bytes (record, TAG_SUBJECT, event->subject);
  bytes = foyer_record_to_bytes (record);
  return foyer_digest_chained (before, bytes);
}

static gboolean
last_event (FoyerDb *db, gint64 *seq, GBytes **before, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1");

  *seq = 0;
  *before = NULL;
  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err)) {
    *seq = foyer_rows_int (rows, 0);
    *before = foyer_rows_blob (rows, 1);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_audit_append (FoyerDb *db, const char *event, GBytes *subject, gint64 now, GError **error)
{
  FoyerActor *actor = foyer_db_actor (db);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) link = NULL;
  Event entry = {
    .done_at = now,
    .event = event,
    .staff = foyer_actor_get_staff (actor),
    .roles = foyer_actor_get_roles (actor),
    .station = foyer_actor_get_station (actor),
    .subject = subject,
  };

  if (!last_event (db, &entry.seq, &before, error))
    return FALSE;
  entry.seq++;
  link = chain (&entry, before);
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO audit (seq, done_at, event, staff, roles, station, subject,"
                        " chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                        foyer_int (entry.seq),
                        foyer_int (entry.done_at),
                        foyer_text (entry.event),
                        foyer_blob (entry.staff),
                        foyer_int (entry.roles),
                        foyer_text (entry.station),
                        foyer_blob (entry.subject),
                        foyer_blob (link));
}

gboolean
foyer_audit_verify (FoyerDb *db, gint64 *events, gboolean *whole, GError **error)
{
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT seq, done_at, event, staff, roles, station, subject, chain FROM audit"
                      " ORDER BY seq");

  *events = 0;
  *whole = TRUE;
  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    g_autoptr (GBytes) staff = foyer_rows_blob (rows, 3);
    g_autoptr (GBytes) subject = foyer_rows_blob (rows, 6);
    g_autoptr (GBytes) stored = foyer_rows_blob (rows, 7);
    Event entry = {
      .seq = foyer_rows_int (rows, 0),
      .done_at = foyer_rows_int (rows, 1),
      .event = foyer_rows_text (rows, 2),
      .staff = staff,
      .roles = foyer_rows_int (rows, 4),
      .station = foyer_rows_text (rows, 5),
      .subject = subject,
    };
    g_autoptr (GBytes) link = chain (&entry, before);

    ++*events;
    *whole &= entry.seq == *events && g_bytes_equal (link, stored);
    g_clear_pointer (&before, g_bytes_unref);
    before = g_steal_pointer (&stored);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

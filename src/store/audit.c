/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-audit"

#include "store/audit.h"

#include <string.h>

#include "store/keys.h"
#include "vault/digest.h"

/* Every query on the audit and audit_head tables. */

static const guint8 nobody[FOYER_ID_SIZE]; /* the head has no id of its own */

enum {
  TAG_SEQ = 1,
  TAG_DONE_AT,
  TAG_EVENT,
  TAG_STAFF,
  TAG_ROLES,
  TAG_STATION,
  TAG_SUBJECT,
  TAG_ROW
};

/* Of the head. */
enum {
  TAG_LAST = 1,
  TAG_CHAIN
};

typedef struct {
  gint64 seq;
  gint64 done_at;
  const char *event;
  GBytes *staff;
  gint64 roles;
  const char *station;
  GBytes *subject;
  GBytes *tag;
} Event;

/* Where the trail ends. */
typedef struct {
  gint64 seq;
  GBytes *chain; /* NULL before the first event */
  gint64 key;
  gboolean is_sound;
} Head;

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
  foyer_record_put_bytes (record, TAG_ROW, event->tag);
  bytes = foyer_record_to_bytes (record);
  return foyer_digest_chained (before, bytes);
}

static void
head_clear (Head *head)
{
  g_clear_pointer (&head->chain, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, head_clear)

static FoyerRecord *
head_to_record (const Head *head)
{
  FoyerRecord *record = foyer_record_new ();

  put_int (record, TAG_LAST, head->seq);
  foyer_record_put_bytes (record, TAG_CHAIN, head->chain);
  return record;
}

static gboolean
head_from_record (Head *head, FoyerRecord *record)
{
  g_autoptr (GBytes) last = foyer_record_get_bytes (record, TAG_LAST);
  gint64 little = 0;

  if (last == NULL || g_bytes_get_size (last) != sizeof little)
    return FALSE;
  memcpy (&little, g_bytes_get_data (last, NULL), sizeof little);
  head->seq = GINT64_FROM_LE (little);
  head->chain = foyer_record_get_bytes (record, TAG_CHAIN);
  return TRUE;
}

static gboolean
read_head (FoyerDb *db, Head *head, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (GBytes) id = g_bytes_new_static (nobody, sizeof nobody);
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT audit_head.key, record, wrapped FROM audit_head"
                      " LEFT JOIN sealkey ON sealkey.key = audit_head.key WHERE one = 1");

  *head = (Head){ 0 };
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    g_autoptr (GBytes) sealed = foyer_rows_blob (rows, 1);
    g_autoptr (GBytes) wrapped = foyer_rows_blob (rows, 2);
    g_autoptr (FoyerRecord) record = NULL;

    head->key = foyer_rows_int (rows, 0);
    record = foyer_keys_open (db, FOYER_SEAL_AUDIT_HEAD, id, head->key, wrapped, sealed);
    head->is_sound = record != NULL && head_from_record (head, record);
  }
  return TRUE;
}

/* A head that does not open is what shows the damage: the trail goes on without it. */
static gboolean
last_event (FoyerDb *db, Head *head, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db, error, "SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1");

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    head->seq = foyer_rows_int (rows, 0);
    head->chain = foyer_rows_blob (rows, 1);
  }
  return TRUE;
}

static gboolean
seal_head (FoyerDb *db, Head *head, GBytes **sealed, GError **error)
{
  g_autoptr (GBytes) id = g_bytes_new_static (nobody, sizeof nobody);
  g_autoptr (FoyerRecord) record = head_to_record (head);

  return foyer_keys_seal (db, FOYER_SEAL_AUDIT_HEAD, id, record, &head->key, sealed, error);
}

gboolean
foyer_audit_make_head (FoyerDb *db, GError **error)
{
  Head head = { 0 };
  g_autoptr (GBytes) sealed = NULL;

  return seal_head (db, &head, &sealed, error)
         && foyer_db_exec (db,
                           error,
                           "INSERT INTO audit_head (one, key, record) VALUES (1, $1, $2)",
                           foyer_int (head.key),
                           foyer_blob (sealed));
}

/* Its retiring owes nothing: the trail's end before this one is public by now, and is forgotten
 * with the next swap. */
static gboolean
move_head (FoyerDb *db, Head *head, GError **error)
{
  gint64 before = head->key;
  g_autoptr (GBytes) sealed = NULL;

  return seal_head (db, head, &sealed, error)
         && foyer_db_exec (db,
                           error,
                           "UPDATE audit_head SET key = $1, record = $2 WHERE one = 1",
                           foyer_int (head->key),
                           foyer_blob (sealed))
         && foyer_keys_retire (db, before, error);
}

/* As it stands in the subject's own row, whichever table has that. */
static gboolean
tag_of_subject (FoyerDb *db, GBytes *subject, GBytes **tag, GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT open_tag FROM visit WHERE id = $1"
                                               " UNION ALL SELECT open_tag FROM staff WHERE id = $1"
                                               " UNION ALL SELECT open_tag FROM host WHERE id = $1"
                                               " UNION ALL SELECT open_tag FROM remembered"
                                               " WHERE id = $1",
                                               foyer_blob (subject));

  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    *tag = foyer_rows_blob (rows, 0);
  return TRUE;
}

gboolean
foyer_audit_append (FoyerDb *db, const char *event, GBytes *subject, gint64 now, GError **error)
{
  FoyerActor *actor = foyer_db_actor (db);
  g_auto (Head) head = { 0 };
  g_autoptr (GBytes) tag = NULL;
  g_autoptr (GBytes) link = NULL;
  Event entry = {
    .done_at = now,
    .event = event,
    .staff = foyer_actor_get_staff (actor),
    .roles = foyer_actor_get_roles (actor),
    .station = foyer_actor_get_station (actor),
    .subject = subject,
  };

  if (!read_head (db, &head, error) || (!head.is_sound && !last_event (db, &head, error))
      || (subject != NULL && !tag_of_subject (db, subject, &tag, error)))
    return FALSE;
  entry.seq = head.seq + 1;
  entry.tag = tag;
  link = chain (&entry, head.chain);
  if (!foyer_db_exec (db,
                      error,
                      "INSERT INTO audit (seq, done_at, event, staff, roles, station, subject,"
                      " tag, chain) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      foyer_int (entry.seq),
                      foyer_int (entry.done_at),
                      foyer_text (entry.event),
                      foyer_blob (entry.staff),
                      foyer_int (entry.roles),
                      foyer_text (entry.station),
                      foyer_blob (entry.subject),
                      foyer_blob (entry.tag),
                      foyer_blob (link)))
    return FALSE;
  if (!head.is_sound)
    return TRUE;
  head.seq = entry.seq;
  g_clear_pointer (&head.chain, g_bytes_unref);
  head.chain = g_steal_pointer (&link);
  return move_head (db, &head, error);
}

gboolean
foyer_audit_head_key (FoyerDb *db, gint64 *key, GError **error)
{
  g_auto (Head) head = { 0 };

  if (!read_head (db, &head, error))
    return FALSE;
  *key = head.key;
  return TRUE;
}

gboolean
foyer_audit_verify (FoyerDb *db, gint64 *events, gboolean *whole, GError **error)
{
  g_auto (Head) head = { 0 };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = NULL;

  *events = 0;
  *whole = TRUE;
  if (!read_head (db, &head, error))
    return FALSE;
  rows = foyer_db_query (db,
                         error,
                         "SELECT seq, done_at, event, staff, roles, station, subject, tag, chain"
                         " FROM audit ORDER BY seq");
  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    g_autoptr (GBytes) staff = foyer_rows_blob (rows, 3);
    g_autoptr (GBytes) subject = foyer_rows_blob (rows, 6);
    g_autoptr (GBytes) tag = foyer_rows_blob (rows, 7);
    g_autoptr (GBytes) stored = foyer_rows_blob (rows, 8);
    Event entry = {
      .seq = foyer_rows_int (rows, 0),
      .done_at = foyer_rows_int (rows, 1),
      .event = foyer_rows_text (rows, 2),
      .staff = staff,
      .roles = foyer_rows_int (rows, 4),
      .station = foyer_rows_text (rows, 5),
      .subject = subject,
      .tag = tag,
    };
    g_autoptr (GBytes) link = chain (&entry, before);

    ++*events;
    *whole &= entry.seq == *events && g_bytes_equal (link, stored);
    g_clear_pointer (&before, g_bytes_unref);
    before = g_steal_pointer (&stored);
  }
  /* the head says where the trail ends: a shorter one, or another one as long, is not it */
  *whole &= head.is_sound && head.seq == *events
            && (before == NULL ? head.chain == NULL
                               : head.chain != NULL && g_bytes_equal (before, head.chain));
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

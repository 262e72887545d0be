/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-outbox"

#include "store/outbox.h"

#include "visit/id.h"

/* Every query on the letter table. */

void
foyer_letter_free (FoyerLetter *letter)
{
  if (letter == NULL)
    return;
  g_clear_pointer (&letter->id, g_bytes_unref);
  g_clear_pointer (&letter->visit, g_bytes_unref);
  g_free (letter->station);
  g_free (letter->folder);
  g_free (letter);
}

gboolean
foyer_outbox_add (FoyerDb *db,
                  FoyerLetterKind kind,
                  FoyerLetterState state,
                  GBytes *visit,
                  const char *station,
                  gint64 now,
                  GError **error)
{
  g_autoptr (GBytes) id = foyer_id_new (now);

  return foyer_db_exec (
      db,
      error,
      "INSERT INTO letter (id, kind, state, visit, station, made_at, leased_until)"
      " VALUES ($1, $2, $3, $4, $5, $6, 0)",
      foyer_blob (id),
      foyer_int (kind),
      foyer_int (state),
      foyer_blob (visit),
      foyer_text (station),
      foyer_int (now));
}

gboolean
foyer_outbox_add_test (FoyerDb *db, GBytes *test, const char *station, gint64 now, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "DELETE FROM letter WHERE station = $1 AND kind = $2",
                        foyer_text (station),
                        foyer_int (FOYER_LETTER_TEST))
         && foyer_outbox_add (db,
                              FOYER_LETTER_TEST,
                              FOYER_LETTER_WAITING,
                              test,
                              station,
                              now,
                              error);
}

/* The oldest letter that waits, or whose lease has ended. */
static gboolean
find_waiting (FoyerDb *db,
              const char *station,
              FoyerLetterKind kind,
              gint64 now,
              FoyerLetter **letter,
              GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT id, kind, state, visit, station, made_at, folder FROM letter"
                      " WHERE station = $1 AND kind = $2"
                      " AND (state = $3 OR (state = $4 AND leased_until <= $5))"
                      " ORDER BY made_at, id LIMIT 1",
                      foyer_text (station),
                      foyer_int (kind),
                      foyer_int (FOYER_LETTER_WAITING),
                      foyer_int (FOYER_LETTER_LEASED),
                      foyer_int (now));

  *letter = NULL;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there) {
    *letter = g_new (FoyerLetter, 1);
    **letter = (FoyerLetter){
      .id = foyer_rows_blob (rows, 0),
      .kind = foyer_rows_int (rows, 1),
      .state = foyer_rows_int (rows, 2),
      .visit = foyer_rows_blob (rows, 3),
      .station = g_strdup (foyer_rows_text (rows, 4)),
      .made_at = foyer_rows_int (rows, 5),
      .folder = g_strdup (foyer_rows_text (rows, 6)),
    };
  }
  return TRUE;
}

gboolean
foyer_outbox_waits (FoyerDb *db,
                    const char *station,
                    FoyerLetterKind kind,
                    gint64 now,
                    gboolean *waits,
                    GError **error)
{
  g_autoptr (FoyerLetter) letter = NULL;

  if (!find_waiting (db, station, kind, now, &letter, error))
    return FALSE;
  *waits = letter != NULL;
  return TRUE;
}

/* The deed is the only writer, so nobody comes in between. */
gboolean
foyer_outbox_lease (FoyerDb *db,
                    const char *station,
                    FoyerLetterKind kind,
                    gint64 now,
                    gint64 until,
                    const char *folder,
                    FoyerLetter **letter,
                    GError **error)
{
  if (!find_waiting (db, station, kind, now, letter, error))
    return FALSE;
  if (*letter == NULL
      || foyer_db_exec (db,
                        error,
                        "UPDATE letter SET state = $2, leased_until = $3,"
                        " folder = coalesce ($4, folder) WHERE id = $1",
                        foyer_blob ((*letter)->id),
                        foyer_int (FOYER_LETTER_LEASED),
                        foyer_int (until),
                        foyer_text (folder)))
    return TRUE;
  g_clear_pointer (letter, foyer_letter_free);
  return FALSE;
}

gboolean
foyer_outbox_set (FoyerDb *db,
                  GBytes *id,
                  FoyerLetterKind kind,
                  FoyerLetterState state,
                  GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "UPDATE letter SET kind = $2, state = $3, leased_until = 0"
                        " WHERE id = $1 AND kind <> $4",
                        foyer_blob (id),
                        foyer_int (kind),
                        foyer_int (state),
                        foyer_int (FOYER_LETTER_FILE));
}

gboolean
foyer_outbox_remove (FoyerDb *db, GBytes *id, GError **error)
{
  return foyer_db_exec (db, error, "DELETE FROM letter WHERE id = $1", foyer_blob (id));
}

gboolean
foyer_outbox_remove_kind (FoyerDb *db, GBytes *visit, FoyerLetterKind kind, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "DELETE FROM letter WHERE visit = $1 AND kind = $2",
                        foyer_blob (visit),
                        foyer_int (kind));
}

/* A badge that is being carried at this moment may become a file: its letter stays, and whoever
 * carries it finds that the visit has closed. One that was carried to a folder may have left a file
 * there, whatever was heard of it. */
gboolean
foyer_outbox_drop (FoyerDb *db, GBytes *visit, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "UPDATE letter SET kind = $2, state = $3 WHERE visit = $1"
                        " AND kind = $4 AND state <> $5 AND folder IS NOT NULL",
                        foyer_blob (visit),
                        foyer_int (FOYER_LETTER_FILE),
                        foyer_int (FOYER_LETTER_KEPT),
                        foyer_int (FOYER_LETTER_BADGE),
                        foyer_int (FOYER_LETTER_LEASED))
         && foyer_db_exec (db,
                           error,
                           "DELETE FROM letter WHERE visit = $1"
                           " AND (kind = $2 OR (kind = $3 AND state <> $4))",
                           foyer_blob (visit),
                           foyer_int (FOYER_LETTER_HOST),
                           foyer_int (FOYER_LETTER_BADGE),
                           foyer_int (FOYER_LETTER_LEASED));
}

static gboolean
has_letters (FoyerDb *db, GBytes *visit, gboolean *has, GError **error)
{
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT 1 FROM letter WHERE visit = $1 LIMIT 1",
                                               foyer_blob (visit));

  return foyer_rows_first (rows, has, error);
}

/* Of a visit that ended days ago hardly ever a letter is left: a purge asks once. */
gboolean
foyer_outbox_shred (FoyerDb *db, GBytes *visit, GError **error)
{
  gboolean has = FALSE;

  if (!has_letters (db, visit, &has, error))
    return FALSE;
  return !has
         || (foyer_outbox_drop (db, visit, error)
             && foyer_db_exec (
                 db,
                 error,
                 "UPDATE letter SET kind = $2, state = $3, leased_until = 0 WHERE visit = $1",
                 foyer_blob (visit),
                 foyer_int (FOYER_LETTER_FILE),
                 foyer_int (FOYER_LETTER_WAITING)));
}

static gboolean
find_state (FoyerDb *db,
            GBytes *visit,
            FoyerLetterKind kind,
            FoyerLetterState *state,
            GError **error)
{
  gboolean there = FALSE;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT state FROM letter WHERE visit = $1 AND kind = $2",
                      foyer_blob (visit),
                      foyer_int (kind));

  *state = FOYER_LETTER_KEPT;
  if (!foyer_rows_first (rows, &there, error))
    return FALSE;
  if (there)
    *state = foyer_rows_int (rows, 0);
  return TRUE;
}

gboolean
foyer_outbox_badge (FoyerDb *db, GBytes *visit, FoyerLetterState *state, GError **error)
{
  return find_state (db, visit, FOYER_LETTER_BADGE, state, error);
}

gboolean
foyer_outbox_test (FoyerDb *db, GBytes *test, FoyerLetterState *state, GError **error)
{
  return find_state (db, test, FOYER_LETTER_TEST, state, error);
}

/* All that lies at the desk, in one read: a handful, whatever the number of visits. */
gboolean
foyer_outbox_note_all (FoyerDb *db, GListModel *visits, GError **error)
{
  g_autoptr (GHashTable) notes =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               error,
                                               "SELECT visit, kind FROM letter WHERE state = $1",
                                               foyer_int (FOYER_LETTER_AT_DESK));

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    GBytes *visit = foyer_rows_blob (rows, 0);
    gsize note = foyer_rows_int (rows, 1) == FOYER_LETTER_BADGE ? FOYER_VISIT_BADGE_WAITING
                                                                : FOYER_VISIT_HOST_UNTOLD;

    note |= GPOINTER_TO_SIZE (g_hash_table_lookup (notes, visit));
    g_hash_table_replace (notes, visit, GSIZE_TO_POINTER (note));
  }
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  for (guint i = 0; g_hash_table_size (notes) > 0 && i < g_list_model_get_n_items (visits); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (visits, i);
    gpointer note = g_hash_table_lookup (notes, foyer_visit_get_id (visit));

    foyer_visit_set_notes (visit, GPOINTER_TO_SIZE (note));
  }
  return TRUE;
}

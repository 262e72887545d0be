/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-post"

#include "post/letters.h"

#include "store/acknowledgements.h"
#include "store/audit.h"
#include "store/visits.h"

void
foyer_post_take_clear (FoyerPostTake *take)
{
  g_clear_pointer (&take->letter, foyer_letter_free);
  g_clear_object (&take->visit);
  g_clear_pointer (&take->language, g_free);
}

static gboolean
run_look (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPostLook *look = data;

  return foyer_outbox_waits (db, look->station, look->kind, look->now, &look->waits, error);
}

static gboolean
run_take (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPostTake *take = data;

  foyer_post_take_clear (take);
  if (!foyer_outbox_lease (db,
                           take->station,
                           take->kind,
                           take->now,
                           take->until,
                           take->folder,
                           &take->letter,
                           error))
    return FALSE;
  return take->letter == NULL
         || (foyer_visits_find (db, take->letter->visit, &take->visit, error)
             && foyer_acknowledgements_language (db, take->letter->visit, &take->language, error));
}

/* Who has left needs no badge, and no desk need see to it. */
static gboolean
hand_to_desk (FoyerDb *db, const FoyerLetter *letter, gint64 now, GError **error)
{
  g_autoptr (FoyerVisit) visit = NULL;

  if (!foyer_visits_find (db, letter->visit, &visit, error))
    return FALSE;
  if (visit == NULL || foyer_visit_get_state (visit) != FOYER_VISIT_ON_SITE)
    return letter->folder == NULL
               ? foyer_outbox_remove (db, letter->id, error)
               : foyer_outbox_set (db, letter->id, FOYER_LETTER_FILE, FOYER_LETTER_KEPT, error);
  return foyer_outbox_set (db, letter->id, FOYER_LETTER_BADGE, FOYER_LETTER_AT_DESK, error)
         && foyer_audit_append (db, "badge-not-printed", letter->visit, now, error);
}

static gboolean
settle_test (FoyerDb *db, const FoyerPostSettle *settle, GError **error)
{
  const FoyerLetter *letter = settle->letter;

  if (settle->outcome == FOYER_POST_PRINTED)
    return foyer_outbox_remove (db, letter->id, error)
           && foyer_audit_append (db, "test-printed", letter->visit, settle->now, error);
  return foyer_outbox_set (db, letter->id, FOYER_LETTER_TEST, FOYER_LETTER_AT_DESK, error)
         && foyer_audit_append (db, "test-not-printed", letter->visit, settle->now, error);
}

/* Where the visit was deleted while its badge was drawn, the letter has become one of a file that
 * is to go: foyer_outbox_set() leaves it so, and it is taken again. */
static gboolean
run_settle (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPostSettle *settle = data;
  const FoyerLetter *letter = settle->letter;

  if (letter->kind == FOYER_LETTER_TEST)
    return settle_test (db, settle, error);
  switch (settle->outcome) {
  case FOYER_POST_PRINTED:
    return foyer_outbox_remove (db, letter->id, error)
           && foyer_audit_append (db, "badge-printed", letter->visit, settle->now, error);
  case FOYER_POST_FILED:
    return foyer_outbox_set (db, letter->id, FOYER_LETTER_FILE, FOYER_LETTER_KEPT, error)
           && foyer_audit_append (db, "badge-printed", letter->visit, settle->now, error);
  case FOYER_POST_NOT_PRINTED:
    return hand_to_desk (db, letter, settle->now, error);
  case FOYER_POST_DROPPED:
  case FOYER_POST_SHREDDED:
  default:
    return foyer_outbox_remove (db, letter->id, error);
  }
}

const FoyerDeed foyer_post_look = { .right = FOYER_RIGHT_CARRY_LETTERS, .run = run_look };

const FoyerDeed foyer_post_take = { .right = FOYER_RIGHT_CARRY_LETTERS,
                                    .writes = TRUE,
                                    .run = run_take };

const FoyerDeed foyer_post_settle = { .right = FOYER_RIGHT_CARRY_LETTERS,
                                      .writes = TRUE,
                                      .run = run_settle };

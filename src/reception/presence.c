/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-presence"

#include "reception/presence.h"

#include "store/audit.h"
#include "store/calls.h"
#include "store/visits.h"
#include "visit/typed-text.h"

FoyerPresence *
foyer_presence_new (gint64 from, gint64 until, FoyerVisit *before)
{
  FoyerPresence *presence = g_new0 (FoyerPresence, 1);

  presence->from = from;
  presence->until = until;
  presence->before = before != NULL ? g_object_ref (before) : NULL;
  return presence;
}

void
foyer_presence_free (gpointer data)
{
  FoyerPresence *presence = data;

  if (presence == NULL)
    return;
  g_clear_object (&presence->before);
  g_clear_object (&presence->visits);
  g_free (presence);
}

/* Of an answer, only the roles hear that its visitor was told. */
static gboolean
show_own (FoyerDb *db, GListStore *visits)
{
  for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (visits)); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits), i);

    foyer_visit_drop_answers (visit, FOYER_KEPT_NOT, foyer_db_roles (db));
  }
  return visits != NULL;
}

static void
note_double (FoyerVisit *visit)
{
  foyer_visit_set_notes (visit, foyer_visit_get_notes (visit) | FOYER_VISIT_POSSIBLE_DOUBLE);
}

/* Who sees no answer at the kiosk tries again; two visitors may also have the same name. */
static void
note_doubles (GListModel *visits)
{
  g_autoptr (GHashTable) by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (visits); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (visits, i);
    const char *name = foyer_visit_get_name (visit);
    g_autofree char *folded = foyer_typed_text_fold (name != NULL ? name : "");
    FoyerVisit *other = g_hash_table_lookup (by_name, folded);

    if (*folded == '\0' || foyer_visit_get_state (visit) != FOYER_VISIT_ON_SITE)
      continue;
    if (other != NULL) {
      note_double (other);
      note_double (visit);
    } else
      g_hash_table_insert (by_name, g_steal_pointer (&folded), g_object_ref (visit));
  }
}

static gboolean
run_today (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPresence *presence = data;

  g_clear_object (&presence->visits);
  presence->visits = foyer_visits_list_present (db, presence->from, error);
  if (!show_own (db, presence->visits)
      || !foyer_calls_note_all (db, G_LIST_MODEL (presence->visits), error))
    return FALSE;
  note_doubles (G_LIST_MODEL (presence->visits));
  return TRUE;
}

static gboolean
run_day_log (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPresence *presence = data;

  g_clear_object (&presence->visits);
  presence->visits =
      foyer_visits_list (db, presence->from, presence->until, presence->before, error);
  return show_own (db, presence->visits);
}

static gboolean
run_look_at_day_log (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPresence *presence = data;

  return foyer_audit_append (db, "day-log-seen", NULL, presence->now, error)
         && run_day_log (db, data, error);
}

static gboolean
run_list_expected (FoyerDb *db, gpointer data, GError **error)
{
  FoyerPresence *presence = data;

  g_clear_object (&presence->visits);
  presence->visits = foyer_visits_list_expected (db, presence->from, presence->until, error);
  return show_own (db, presence->visits);
}

const FoyerDeed foyer_reception_today = { .right = FOYER_RIGHT_TODAY, .run = run_today };

const FoyerDeed foyer_reception_day_log = { .right = FOYER_RIGHT_DAY_LOG, .run = run_day_log };

const FoyerDeed foyer_reception_look_at_day_log = { .right = FOYER_RIGHT_DAY_LOG,
                                                    .writes = TRUE,
                                                    .run = run_look_at_day_log };

const FoyerDeed foyer_reception_list_expected = { .right = FOYER_RIGHT_EXPECT,
                                                  .run = run_list_expected };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-leaving"

#include "reception/leaving.h"

#include "store/audit.h"
#include "store/calls.h"
#include "store/visits.h"
#include "visit/id.h"
#include "visit/typed-text.h"

FoyerLeaving *
foyer_leaving_new (const char *name, const char *station, gint64 now)
{
  FoyerLeaving *leaving = g_new (FoyerLeaving, 1);

  *leaving = (FoyerLeaving){ foyer_id_new (now), g_strdup (name), g_strdup (station), now };
  return leaving;
}

void
foyer_leaving_free (gpointer data)
{
  FoyerLeaving *leaving = data;

  if (leaving == NULL)
    return;
  g_bytes_unref (leaving->call);
  g_free (leaving->name);
  g_free (leaving->station);
  g_free (leaving);
}

/* Who is on site under that name; nobody where nothing can be compared. */
static GPtrArray *
find (FoyerDb *db, const char *name, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GListStore) open = foyer_visits_list_present (db, G_MAXINT64, error);
  g_autofree char *typed = foyer_typed_text_fold (name);

  if (open == NULL)
    return NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (open)); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (open), i);
    const char *own = foyer_visit_get_name (visit);
    g_autofree char *folded = foyer_typed_text_fold (own != NULL ? own : "");

    if (*typed != '\0' && g_str_equal (folded, typed)
        && foyer_visit_get_state (visit) == FOYER_VISIT_ON_SITE)
      g_ptr_array_add (found, g_steal_pointer (&visit));
  }
  return g_steal_pointer (&found);
}

/* Each time anew, so that the second time costs what the first did. */
static gboolean
ask (FoyerDb *db, FoyerLeaving *leaving, GBytes *id, GBytes *visit, GError **error)
{
  FoyerCall call = {
    .id = id,
    .kind = FOYER_CALL_LEAVING,
    .station = leaving->station,
    .page = (char *) "",
    .visit = visit,
    .made_at = leaving->now,
  };
  gboolean added = FALSE;

  return foyer_calls_add (db, &call, &added, error)
         && foyer_audit_append (db, "asked-to-leave", visit, leaving->now, error);
}

static gboolean
run_ask_to_leave (FoyerDb *db, gpointer data, GError **error)
{
  FoyerLeaving *leaving = data;
  g_autoptr (FoyerCall) before = NULL;
  g_autoptr (GPtrArray) found = NULL;

  if (!foyer_calls_find (db, leaving->call, &before, error))
    return FALSE;
  if (before != NULL) /* a second run finds the first */
    return TRUE;
  found = find (db, leaving->name, error);
  if (found == NULL)
    return FALSE;
  if (found->len == 0)
    return ask (db, leaving, leaving->call, NULL, error);
  for (guint i = 0; i < found->len; i++) {
    g_autoptr (GBytes) further = foyer_id_new (leaving->now);

    if (!ask (db,
              leaving,
              i == 0 ? leaving->call : further,
              foyer_visit_get_id (g_ptr_array_index (found, i)),
              error))
      return FALSE;
  }
  return TRUE;
}

const FoyerDeed foyer_reception_ask_to_leave = { .right = FOYER_RIGHT_CALL,
                                                 .writes = TRUE,
                                                 .run = run_ask_to_leave };

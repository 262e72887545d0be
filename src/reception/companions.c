/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-companions"

#include "reception/companions.h"

#include "store/visits.h"

GPtrArray *
foyer_companions_list_asked (FoyerDb *db, GBytes *leader, GError **error)
{
  g_autoptr (GListStore) open = foyer_visits_list_present (db, G_MAXINT64, error);
  GPtrArray *asked;

  if (open == NULL)
    return NULL;
  asked = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (open)); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (open), i);
    GBytes *own = foyer_visit_get_leader (visit);

    if (foyer_visit_get_state (visit) == FOYER_VISIT_ASKED && own != NULL
        && g_bytes_equal (own, leader))
      g_ptr_array_add (asked, g_steal_pointer (&visit));
  }
  return asked;
}

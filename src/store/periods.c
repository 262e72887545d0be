/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-periods"

#include "store/periods.h"

/* Every query on the period table. */

void
foyer_period_free (FoyerPeriod *period)
{
  if (period == NULL)
    return;
  g_free (period->type);
  g_free (period);
}

GPtrArray *
foyer_periods_list (FoyerDb *db, GError **error)
{
  g_autoptr (GPtrArray) periods =
      g_ptr_array_new_with_free_func ((GDestroyNotify) foyer_period_free);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT type, since, days, longest_stay FROM period p"
                      " WHERE since = (SELECT max (since) FROM period q WHERE q.type = p.type)"
                      " ORDER BY type");

  if (rows == NULL)
    return NULL;
  while (foyer_rows_next (rows, &err)) {
    FoyerPeriod *period = g_new (FoyerPeriod, 1);

    *period = (FoyerPeriod){
      .type = g_strdup (foyer_rows_text (rows, 0)),
      .since = foyer_rows_int (rows, 1),
      .days = foyer_rows_int (rows, 2),
      .longest_stay = foyer_rows_int (rows, 3),
    };
    g_ptr_array_add (periods, period);
  }
  if (err == NULL)
    return g_steal_pointer (&periods);
  g_propagate_error (error, g_steal_pointer (&err));
  return NULL;
}

gboolean
foyer_periods_find (FoyerDb *db, const char *type, FoyerPeriod **found, GError **error)
{
  g_autoptr (GPtrArray) periods = foyer_periods_list (db, error);

  *found = NULL;
  if (periods == NULL)
    return FALSE;
  for (guint i = 0; i < periods->len; i++) {
    FoyerPeriod *period = g_ptr_array_index (periods, i);

    if (g_strcmp0 (period->type, type) == 0) {
      *found = g_ptr_array_steal_index (periods, i);
      break;
    }
  }
  return TRUE;
}

gboolean
foyer_periods_set (FoyerDb *db, const FoyerPeriod *period, GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO period (type, since, days, longest_stay)"
                        " VALUES ($1, $2, $3, $4) ON CONFLICT (type, since)"
                        " DO UPDATE SET days = excluded.days, longest_stay = excluded.longest_stay",
                        foyer_text (period->type),
                        foyer_int (period->since),
                        foyer_int (period->days),
                        foyer_int (period->longest_stay));
}

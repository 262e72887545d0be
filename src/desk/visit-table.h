/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/visit-rows.h"

G_BEGIN_DECLS

#define FOYER_TYPE_VISIT_TABLE (foyer_visit_table_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisitTable, foyer_visit_table, FOYER, VISIT_TABLE, GtkTreeView)

/** foyer_visit_table_set_up: Called once; the arguments are those of foyer_visit_rows_new() */
void
foyer_visit_table_set_up (FoyerVisitTable *self, FoyerSettings *settings, gboolean search_station);

/** foyer_visit_table_show: @visits: (element-type FoyerVisit): As in foyer_visit_rows_show();
 * Returns: Whether the visit that was selected still is; if not, none is */
gboolean foyer_visit_table_show (FoyerVisitTable *self, GPtrArray *visits);

/** foyer_visit_table_search: @query: What was typed; only rows that match it are seen */
void foyer_visit_table_search (FoyerVisitTable *self, const char *query);

/** foyer_visit_table_count: Returns: How many visits there are */
int foyer_visit_table_count (FoyerVisitTable *self);

/** foyer_visit_table_count_seen: Returns: How many of them match the search */
int foyer_visit_table_count_seen (FoyerVisitTable *self);

/** foyer_visit_table_get_selected: Returns: (transfer full) (nullable): The selected visit */
FoyerVisit *foyer_visit_table_get_selected (FoyerVisitTable *self);

/** foyer_visit_table_select_first: Selects the first row that is seen, where there is one */
void foyer_visit_table_select_first (FoyerVisitTable *self);

/** foyer_visit_table_unselect: Selects nothing */
void foyer_visit_table_unselect (FoyerVisitTable *self);

/**
 * foyer_visit_table_pop_up:
 * @self: The table
 * @menu: The menu of a row
 * @event: (nullable): The button that asked for it; %NULL for a key
 *
 * Shows the menu beside the row that it is about, which is selected.
 *
 * Returns: Whether there is such a row
 */
gboolean foyer_visit_table_pop_up (FoyerVisitTable *self, GtkMenu *menu, GdkEventButton *event);

G_END_DECLS

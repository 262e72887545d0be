/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "station/settings.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerVisitRowsColumn:
 * @FOYER_ROW_VISIT: The #FoyerVisit
 * @FOYER_ROW_NAME: The visitor's name
 * @FOYER_ROW_COMPANY: Company or type
 * @FOYER_ROW_HOST: The host's name
 * @FOYER_ROW_TIME: When the visitor came or left, whichever was last
 * @FOYER_ROW_IN: When the visitor came
 * @FOYER_ROW_OUT: When the visitor left; empty where nobody saw it
 * @FOYER_ROW_STATION: Where the visitor signed in
 * @FOYER_ROW_TASKS: What a desk has to see to, a tag a line
 * @FOYER_ROW_TASK_KINDS: How each of these tags looks, see #FoyerTagCell
 * @FOYER_ROW_STATE: What happened
 * @FOYER_ROW_STATE_KIND: How that tag looks
 * @FOYER_ROW_FOLDED: What a search looks in
 * @FOYER_ROW_ENDED: When the visit ended, the time alone
 *
 * The columns of the model; the screens' templates name them by number.
 */
typedef enum {
  FOYER_ROW_VISIT,
  FOYER_ROW_NAME,
  FOYER_ROW_COMPANY,
  FOYER_ROW_HOST,
  FOYER_ROW_TIME,
  FOYER_ROW_IN,
  FOYER_ROW_OUT,
  FOYER_ROW_STATION,
  FOYER_ROW_TASKS,
  FOYER_ROW_TASK_KINDS,
  FOYER_ROW_STATE,
  FOYER_ROW_STATE_KIND,
  FOYER_ROW_FOLDED,
  FOYER_ROW_ENDED,
  FOYER_N_ROW_COLUMNS,
} FoyerVisitRowsColumn;

#define FOYER_TYPE_VISIT_ROWS (foyer_visit_rows_get_type ())
G_DECLARE_FINAL_TYPE (FoyerVisitRows, foyer_visit_rows, FOYER, VISIT_ROWS, GtkListStore)

/**
 * foyer_visit_rows_new:
 * @settings: Names of types, time zone, and language of the station
 * @search_station: Whether a search looks at the station too, besides name, company and host
 *
 * Returns: (transfer full): A model of visits for a tree view
 */
FoyerVisitRows *foyer_visit_rows_new (FoyerSettings *settings, gboolean search_station);

/**
 * foyer_visit_rows_show:
 * @self: The rows
 * @visits: (element-type FoyerVisit): What they are to be, in this order
 *
 * Changes only what is different, so that selection and scroll position of a view stay.
 */
void foyer_visit_rows_show (FoyerVisitRows *self, GPtrArray *visits);

/**
 * foyer_visit_rows_search:
 * @self: The rows
 *
 * Returns: (transfer full): What is seen of the rows by a search: see foyer_visit_rows_set_query()
 */
GtkTreeModelFilter *foyer_visit_rows_search (FoyerVisitRows *self);

/** foyer_visit_rows_set_query: @query: What was typed into the search; "" shows all rows */
void foyer_visit_rows_set_query (FoyerVisitRows *self, GtkTreeModelFilter *seen, const char *query);

/** foyer_visit_event_time: Returns: When the visitor came or left, whichever was last */
gint64 foyer_visit_event_time (FoyerVisit *visit);

/** foyer_visit_shown_name: Returns: (transfer none): The visitor's name, or that it is damaged */
const char *foyer_visit_shown_name (FoyerVisit *visit);

G_END_DECLS

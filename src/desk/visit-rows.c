/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visit-rows"

#include "desk/visit-rows.h"

#include <glib/gi18n.h>

#include "station/day.h"
#include "visit/clock.h"
#include "visit/typed-text.h"

/**
 * FoyerVisitRows:
 *
 * Visits as the rows of a table.
 */
struct _FoyerVisitRows {
  GtkListStore parent;

  FoyerSettings *settings;
  GHashTable *by_id; /* GBytes -> GtkTreeIter of its row */
  char *query;       /* folded */
  gboolean search_station;
};

G_DEFINE_FINAL_TYPE (FoyerVisitRows, foyer_visit_rows, GTK_TYPE_LIST_STORE)

gint64
foyer_visit_event_time (FoyerVisit *visit)
{
  if (foyer_visit_get_left_at (visit) != 0)
    return foyer_visit_get_left_at (visit);
  if (foyer_visit_get_closed_at (visit) != 0)
    return foyer_visit_get_closed_at (visit);
  return foyer_visit_get_arrived_at (visit);
}

const char *
foyer_visit_shown_name (FoyerVisit *visit)
{
  const char *name = foyer_visit_get_name (visit);

  return name != NULL ? name : C_ ("desk", "Damaged record");
}

/* Nothing of a row that was changed can be relied on, and so nothing is shown. */
static gboolean
is_void (FoyerVisit *visit)
{
  return foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED;
}

static const char *
shown_host (FoyerVisit *visit)
{
  return foyer_visit_get_damage (visit) == FOYER_VISIT_HOST_DAMAGED
             ? C_ ("desk", "Damaged record")
             : foyer_visit_get_host_name (visit);
}

/* "Contractor · NetPro", "Guest" */
static char *
company_or_type (FoyerVisitRows *self, FoyerVisit *visit)
{
  const char *key = foyer_visit_get_type_key (visit);
  const char *company = foyer_visit_get_company (visit);
  FoyerVisitorType *type = key != NULL ? foyer_settings_find_type (self->settings, key) : NULL;
  const char *language = foyer_settings_get_languages (self->settings)[0];
  const char *name = type != NULL ? foyer_visitor_type_get_name (type, language) : key;

  if (is_void (visit))
    return g_strdup ("");
  if (company == NULL || *company == '\0')
    return g_strdup (name != NULL ? name : "");
  if (name == NULL)
    return g_strdup (company);
  return g_strjoin (" · ", name, company, NULL);
}

static void
add_task (GString *tasks, GString *kinds, const char *words, char kind)
{
  if (tasks->len > 0)
    g_string_append_c (tasks, '\n');
  g_string_append (tasks, words);
  g_string_append_c (kinds, kind);
}

/* What a desk has to see to, a tag a line, the first ones first; and their kinds, a letter each. */
static char *
tasks_of (FoyerVisit *visit, GString *kinds)
{
  FoyerVisitNote notes = foyer_visit_get_notes (visit);
  const char *host = foyer_visit_get_host_name (visit);
  GString *tasks = g_string_new (NULL);

  if (foyer_visit_get_damage (visit) != FOYER_VISIT_SOUND)
    add_task (tasks, kinds, C_ ("desk", "Tell an administrator"), 'w');
  if (is_void (visit) || foyer_visit_get_state (visit) != FOYER_VISIT_ON_SITE)
    return g_string_free (tasks, FALSE);
  if (notes & FOYER_VISIT_LEAVING)
    add_task (tasks, kinds, C_ ("desk", "Leaving?"), 'i');
  if (notes & FOYER_VISIT_BADGE_WAITING)
    add_task (tasks, kinds, C_ ("desk", "Badge waiting"), 'w');
  if (notes & FOYER_VISIT_POSSIBLE_DOUBLE)
    add_task (tasks, kinds, C_ ("desk", "Possible double"), 'w');
  if (notes & FOYER_VISIT_HOST_UNTOLD) {
    g_autofree char *tell = host != NULL
                                /* Translators: the name of a host, who is not told yet */
                                ? g_strdup_printf (C_ ("desk", "Tell %s"), host)
                                : g_strdup (C_ ("desk", "Find the host"));

    add_task (tasks, kinds, tell, 'i');
  }
  return g_string_free (tasks, FALSE);
}

static const char *
state_of (FoyerVisit *visit, const char **kind)
{
  if (is_void (visit)) {
    *kind = "w";
    return C_ ("desk", "Damaged");
  }
  switch (foyer_visit_get_state (visit)) {
  case FOYER_VISIT_LEFT:
    *kind = "p";
    return C_ ("desk", "Left");
  case FOYER_VISIT_NOT_SEEN_LEAVING:
    *kind = "i";
    return C_ ("desk", "Not seen leaving");
  case FOYER_VISIT_ASKED:
    *kind = "w";
    return C_ ("desk", "Asked");
  case FOYER_VISIT_DENIED:
    *kind = "b";
    return C_ ("desk", "Denied");
  case FOYER_VISIT_NEW:
  case FOYER_VISIT_ON_SITE:
  default:
    *kind = "o";
    return C_ ("desk", "Signed in");
  }
}

/* The time alone; with the day before it where that is not the day of @beside. */
static char *
format_time (FoyerVisitRows *self, FoyerVisit *visit, gint64 instant, gint64 beside)
{
  GTimeZone *zone = foyer_settings_get_time_zone (self->settings);
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  g_autofree char *day = NULL;
  gint64 from, until;

  if (instant == 0 || is_void (visit))
    return g_strdup ("");
  time = foyer_day_format_time (zone, instant);
  foyer_day_bounds (zone, beside, &from, &until);
  if (instant >= from && instant < until)
    return g_steal_pointer (&time);
  utc = g_date_time_new_from_unix_utc (instant / FOYER_SECOND);
  local = utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  day = local != NULL ? g_date_time_format (local, "%a") : g_strdup ("");
  return g_strjoin ("\u00a0", day, time, NULL);
}

static void
fill (FoyerVisitRows *self, GtkTreeIter *row, FoyerVisit *visit)
{
  const char *name = foyer_visit_shown_name (visit);
  const char *host = shown_host (visit);
  const char *station = is_void (visit) ? "" : foyer_visit_get_station (visit);
  gint64 arrived = foyer_visit_get_arrived_at (visit);
  gint64 left = foyer_visit_get_left_at (visit);
  g_autofree char *company = company_or_type (self, visit);
  g_autofree char *all = g_strjoin (" ",
                                    name,
                                    company,
                                    host != NULL ? host : "",
                                    self->search_station ? station : NULL,
                                    NULL);
  g_autofree char *folded = foyer_typed_text_fold (all);
  g_autofree char *in = format_time (self, visit, arrived, arrived);
  g_autofree char *out = format_time (self, visit, left, arrived);
  gint64 event = foyer_visit_event_time (visit);
  g_autofree char *time = format_time (self, visit, event, arrived);
  g_autofree char *ended = format_time (self, visit, event, event);
  g_autoptr (GString) task_kinds = g_string_new (NULL);
  g_autofree char *tasks = tasks_of (visit, task_kinds);
  const char *kind = NULL;
  const char *state = state_of (visit, &kind);

  gtk_list_store_set (GTK_LIST_STORE (self),
                      row,
                      FOYER_ROW_VISIT,
                      visit,
                      FOYER_ROW_NAME,
                      name,
                      FOYER_ROW_COMPANY,
                      company,
                      FOYER_ROW_HOST,
                      host,
                      FOYER_ROW_TIME,
                      time,
                      FOYER_ROW_IN,
                      in,
                      FOYER_ROW_OUT,
                      out,
                      FOYER_ROW_STATION,
                      station,
                      FOYER_ROW_TASKS,
                      tasks,
                      FOYER_ROW_TASK_KINDS,
                      task_kinds->str,
                      FOYER_ROW_STATE,
                      state,
                      FOYER_ROW_STATE_KIND,
                      kind,
                      FOYER_ROW_FOLDED,
                      folded,
                      FOYER_ROW_ENDED,
                      ended,
                      -1);
}

/* Whether a row says the same of both. */
static gboolean
is_same (FoyerVisit *a, FoyerVisit *b)
{
  return foyer_visit_get_state (a) == foyer_visit_get_state (b)
         && foyer_visit_get_damage (a) == foyer_visit_get_damage (b)
         && foyer_visit_get_notes (a) == foyer_visit_get_notes (b)
         && foyer_visit_get_left_at (a) == foyer_visit_get_left_at (b)
         && foyer_visit_get_closed_at (a) == foyer_visit_get_closed_at (b)
         && foyer_visit_get_arrived_at (a) == foyer_visit_get_arrived_at (b)
         && g_strcmp0 (foyer_visit_get_name (a), foyer_visit_get_name (b)) == 0
         && g_strcmp0 (foyer_visit_get_company (a), foyer_visit_get_company (b)) == 0
         && g_strcmp0 (foyer_visit_get_host_name (a), foyer_visit_get_host_name (b)) == 0
         && g_strcmp0 (foyer_visit_get_type_key (a), foyer_visit_get_type_key (b)) == 0;
}

static void
remove_others (FoyerVisitRows *self, GPtrArray *visits)
{
  GtkTreeModel *model = GTK_TREE_MODEL (self);
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_bytes_hash, g_bytes_equal);
  GtkTreeIter row;
  gboolean more = gtk_tree_model_get_iter_first (model, &row);

  for (guint i = 0; i < visits->len; i++)
    g_hash_table_add (wanted, foyer_visit_get_id (g_ptr_array_index (visits, i)));
  while (more) {
    g_autoptr (FoyerVisit) visit = NULL;

    gtk_tree_model_get (model, &row, FOYER_ROW_VISIT, &visit, -1);
    if (g_hash_table_contains (wanted, foyer_visit_get_id (visit))) {
      more = gtk_tree_model_iter_next (model, &row);
    } else {
      g_hash_table_remove (self->by_id, foyer_visit_get_id (visit));
      more = gtk_list_store_remove (GTK_LIST_STORE (self), &row);
    }
  }
}

static void
put (FoyerVisitRows *self, FoyerVisit *visit, int place)
{
  GtkTreeModel *model = GTK_TREE_MODEL (self);
  GtkTreeIter *row = g_hash_table_lookup (self->by_id, foyer_visit_get_id (visit));
  g_autoptr (FoyerVisit) there = NULL;
  g_autoptr (FoyerVisit) shown = NULL;
  GtkTreeIter at;

  if (row == NULL) {
    row = g_new (GtkTreeIter, 1);
    gtk_list_store_insert_with_values (GTK_LIST_STORE (self),
                                       row,
                                       place,
                                       FOYER_ROW_VISIT,
                                       visit,
                                       -1);
    g_hash_table_insert (self->by_id, g_bytes_ref (foyer_visit_get_id (visit)), row);
    fill (self, row, visit);
    return;
  }
  if (gtk_tree_model_iter_nth_child (model, &at, NULL, place)) {
    gtk_tree_model_get (model, &at, FOYER_ROW_VISIT, &there, -1);
    if (!g_bytes_equal (foyer_visit_get_id (there), foyer_visit_get_id (visit)))
      gtk_list_store_move_before (GTK_LIST_STORE (self), row, &at);
  }
  gtk_tree_model_get (model, row, FOYER_ROW_VISIT, &shown, -1);
  if (!is_same (shown, visit))
    fill (self, row, visit);
}

void
foyer_visit_rows_show (FoyerVisitRows *self, GPtrArray *visits)
{
  g_return_if_fail (FOYER_IS_VISIT_ROWS (self));

  remove_others (self, visits);
  for (guint i = 0; i < visits->len; i++)
    put (self, g_ptr_array_index (visits, i), (int) i);
}

static gboolean
is_seen (GtkTreeModel *model, GtkTreeIter *row, gpointer data)
{
  FoyerVisitRows *self = FOYER_VISIT_ROWS (model);
  g_autofree char *folded = NULL;

  if (*self->query == '\0')
    return TRUE;
  gtk_tree_model_get (model, row, FOYER_ROW_FOLDED, &folded, -1);
  return folded != NULL && foyer_typed_text_matches (folded, self->query);
}

GtkTreeModelFilter *
foyer_visit_rows_search (FoyerVisitRows *self)
{
  GtkTreeModel *filter = gtk_tree_model_filter_new (GTK_TREE_MODEL (self), NULL);

  gtk_tree_model_filter_set_visible_func (GTK_TREE_MODEL_FILTER (filter), is_seen, NULL, NULL);
  return GTK_TREE_MODEL_FILTER (filter);
}

void
foyer_visit_rows_set_query (FoyerVisitRows *self, GtkTreeModelFilter *seen, const char *query)
{
  g_free (self->query);
  self->query = foyer_typed_text_fold (query);
  gtk_tree_model_filter_refilter (seen);
}

static void
foyer_visit_rows_finalize (GObject *object)
{
  FoyerVisitRows *self = FOYER_VISIT_ROWS (object);

  g_clear_object (&self->settings);
  g_hash_table_unref (self->by_id);
  g_free (self->query);

  G_OBJECT_CLASS (foyer_visit_rows_parent_class)->finalize (object);
}

static void
foyer_visit_rows_class_init (FoyerVisitRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_visit_rows_finalize;
}

static void
foyer_visit_rows_init (FoyerVisitRows *self)
{
  GType types[FOYER_N_ROW_COLUMNS];

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    types[i] = G_TYPE_STRING;
  types[FOYER_ROW_VISIT] = FOYER_TYPE_VISIT;
  gtk_list_store_set_column_types (GTK_LIST_STORE (self), FOYER_N_ROW_COLUMNS, types);
  self->by_id =
      g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_free);
  self->query = g_strdup ("");
}

FoyerVisitRows *
foyer_visit_rows_new (FoyerSettings *settings, gboolean search_station)
{
  FoyerVisitRows *self = g_object_new (FOYER_TYPE_VISIT_ROWS, NULL);

  self->settings = g_object_ref (settings);
  self->search_station = search_station;
  return self;
}

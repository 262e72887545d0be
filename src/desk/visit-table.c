/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visit-table"

#include "desk/visit-table.h"

#include "desk/tag-cell.h"
#include "desk/wrap-cell.h"

#define BAR 4

/**
 * FoyerVisitTable:
 *
 * A table of visits that can be searched; which columns it has stands in the page's template.
 */
struct _FoyerVisitTable {
  GtkTreeView parent;

  FoyerVisitRows *rows;
  GtkTreeModelFilter *seen;
};

G_DEFINE_FINAL_TYPE (FoyerVisitTable, foyer_visit_table, GTK_TYPE_TREE_VIEW)

void
foyer_visit_table_set_up (FoyerVisitTable *self, FoyerSettings *settings, gboolean search_station)
{
  g_return_if_fail (FOYER_IS_VISIT_TABLE (self) && self->rows == NULL);

  self->rows = foyer_visit_rows_new (settings, search_station);
  self->seen = foyer_visit_rows_search (self->rows);
  gtk_tree_view_set_model (GTK_TREE_VIEW (self), GTK_TREE_MODEL (self->seen));
}

void
foyer_visit_table_search (FoyerVisitTable *self, const char *query)
{
  foyer_visit_rows_set_query (self->rows, self->seen, query);
}

int
foyer_visit_table_count (FoyerVisitTable *self)
{
  return gtk_tree_model_iter_n_children (GTK_TREE_MODEL (self->rows), NULL);
}

int
foyer_visit_table_count_seen (FoyerVisitTable *self)
{
  return gtk_tree_model_iter_n_children (GTK_TREE_MODEL (self->seen), NULL);
}

FoyerVisit *
foyer_visit_table_get_selected (FoyerVisitTable *self)
{
  GtkTreeSelection *selection = gtk_tree_view_get_selection (GTK_TREE_VIEW (self));
  GtkTreeModel *model;
  GtkTreeIter row;
  FoyerVisit *visit = NULL;

  if (gtk_tree_selection_get_selected (selection, &model, &row))
    gtk_tree_model_get (model, &row, FOYER_ROW_VISIT, &visit, -1);
  return visit;
}

void
foyer_visit_table_unselect (FoyerVisitTable *self)
{
  gtk_tree_selection_unselect_all (gtk_tree_view_get_selection (GTK_TREE_VIEW (self)));
}

static GBytes *
get_selected_id (FoyerVisitTable *self)
{
  g_autoptr (FoyerVisit) visit = foyer_visit_table_get_selected (self);

  return visit != NULL ? g_bytes_ref (foyer_visit_get_id (visit)) : NULL;
}

/* When the selected row goes, GTK selects the one beside it, and the next Enter would be about
 * somebody else. */
gboolean
foyer_visit_table_show (FoyerVisitTable *self, GPtrArray *visits)
{
  g_autoptr (GBytes) before = get_selected_id (self);
  g_autoptr (GBytes) after = NULL;

  foyer_visit_rows_show (self->rows, visits);
  after = get_selected_id (self);
  if (before != NULL && after != NULL && g_bytes_equal (before, after))
    return TRUE;
  foyer_visit_table_unselect (self);
  return before == NULL;
}

void
foyer_visit_table_select_first (FoyerVisitTable *self)
{
  g_autoptr (GtkTreePath) first = gtk_tree_path_new_first ();

  if (foyer_visit_table_count_seen (self) > 0)
    gtk_tree_view_set_cursor (GTK_TREE_VIEW (self), first, NULL, FALSE);
}

/* The selected row's place in the widget; FALSE: none is selected. */
static gboolean
get_selected_area (FoyerVisitTable *self, GdkRectangle *area)
{
  GtkTreeView *view = GTK_TREE_VIEW (self);
  g_autoptr (GtkTreePath) path = NULL;
  GtkTreeModel *model;
  GtkTreeIter row;

  if (!gtk_tree_selection_get_selected (gtk_tree_view_get_selection (view), &model, &row))
    return FALSE;
  path = gtk_tree_model_get_path (model, &row);
  gtk_tree_view_get_background_area (view, path, NULL, area);
  gtk_tree_view_convert_bin_window_to_widget_coords (view, 0, area->y, &area->x, &area->y);
  area->width = gtk_widget_get_allocated_width (GTK_WIDGET (self));
  return TRUE;
}

gboolean
foyer_visit_table_pop_up (FoyerVisitTable *self, GtkMenu *menu, GdkEventButton *event)
{
  GtkTreeView *view = GTK_TREE_VIEW (self);
  g_autoptr (GtkTreePath) path = NULL;
  GdkRectangle area;

  if (event != NULL) {
    if (!gtk_tree_view_get_path_at_pos (view,
                                        (int) event->x,
                                        (int) event->y,
                                        &path,
                                        NULL,
                                        NULL,
                                        NULL))
      return FALSE;
    gtk_tree_view_set_cursor (view, path, NULL, FALSE);
    gtk_menu_popup_at_pointer (menu, (GdkEvent *) event);
    return TRUE;
  }
  if (!get_selected_area (self, &area))
    return FALSE;
  area.width = MIN (area.width, 200);
  gtk_menu_popup_at_rect (menu,
                          gtk_widget_get_window (GTK_WIDGET (self)),
                          &area,
                          GDK_GRAVITY_SOUTH_WEST,
                          GDK_GRAVITY_NORTH_WEST,
                          NULL);
  return TRUE;
}

/* The selected row is marked by a bar as well: not by colour alone. */
static gboolean
foyer_visit_table_draw (GtkWidget *widget, cairo_t *cr)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  GdkRectangle area;

  GTK_WIDGET_CLASS (foyer_visit_table_parent_class)->draw (widget, cr);

  if (!get_selected_area (FOYER_VISIT_TABLE (widget), &area))
    return FALSE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    area.x = area.width - BAR;
  else
    area.x = 0;
  gtk_style_context_save (style);
  gtk_style_context_add_class (style, "selection-bar");
  gtk_render_background (style, cr, area.x, area.y, BAR, area.height);
  gtk_style_context_restore (style);
  return FALSE;
}

static void
foyer_visit_table_finalize (GObject *object)
{
  FoyerVisitTable *self = FOYER_VISIT_TABLE (object);

  g_clear_object (&self->seen);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (foyer_visit_table_parent_class)->finalize (object);
}

static void
foyer_visit_table_class_init (FoyerVisitTableClass *klass)
{
  g_type_ensure (FOYER_TYPE_TAG_CELL);
  g_type_ensure (FOYER_TYPE_WRAP_CELL);

  G_OBJECT_CLASS (klass)->finalize = foyer_visit_table_finalize;
  GTK_WIDGET_CLASS (klass)->draw = foyer_visit_table_draw;
}

static void
foyer_visit_table_init (FoyerVisitTable *self)
{
}

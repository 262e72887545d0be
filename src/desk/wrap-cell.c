/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-wrap-cell"

#include "desk/wrap-cell.h"

/**
 * FoyerWrapCell:
 *
 * Draws a text in at most two lines of a row, always as plain text.
 */
struct _FoyerWrapCell {
  GtkCellRendererText parent;
};

G_DEFINE_FINAL_TYPE (FoyerWrapCell, foyer_wrap_cell, GTK_TYPE_CELL_RENDERER_TEXT)

static PangoLayout *
lay_out (FoyerWrapCell *self, GtkWidget *widget, int width)
{
  g_autofree char *text = NULL;
  int weight = PANGO_WEIGHT_NORMAL;
  PangoLayout *layout;
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  g_object_get (self, "text", &text, "weight", &weight, NULL);
  layout = gtk_widget_create_pango_layout (widget, text);
  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
  pango_layout_set_height (layout, -2); /* two lines */
  return layout;
}

static void
foyer_wrap_cell_render (GtkCellRenderer *cell,
                        cairo_t *cr,
                        GtkWidget *widget,
                        const GdkRectangle *background,
                        const GdkRectangle *area,
                        GtkCellRendererState flags)
{
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle text;
  int xpad, x;

  gtk_cell_renderer_get_padding (cell, &xpad, NULL);
  layout = lay_out (FOYER_WRAP_CELL (cell), widget, area->width - 2 * xpad);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  /* All names begin at the same edge, whatever the direction of their script. */
  x = is_rtl ? area->x + area->width - xpad - text.width : area->x + xpad;
  cairo_save (cr);
  gdk_cairo_rectangle (cr, area);
  cairo_clip (cr);
  gtk_render_layout (gtk_widget_get_style_context (widget),
                     cr,
                     x - text.x,
                     area->y + (area->height - text.height) / 2 - text.y,
                     layout);
  cairo_restore (cr);
}

static void
foyer_wrap_cell_class_init (FoyerWrapCellClass *klass)
{
  GTK_CELL_RENDERER_CLASS (klass)->render = foyer_wrap_cell_render;
}

static void
foyer_wrap_cell_init (FoyerWrapCell *self)
{
}

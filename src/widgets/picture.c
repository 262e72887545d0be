/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-picture"

#include "widgets/picture.h"

/**
 * FoyerPicture:
 *
 * A picture of the organisation's own.
 */
struct _FoyerPicture {
  GtkDrawingArea parent;

  GdkPixbuf *picture;
};

G_DEFINE_FINAL_TYPE (FoyerPicture, foyer_picture, GTK_TYPE_DRAWING_AREA)

static gboolean
foyer_picture_draw (GtkWidget *widget, cairo_t *cr)
{
  FoyerPicture *self = FOYER_PICTURE (widget);
  double width = gtk_widget_get_allocated_width (widget);
  double height = gtk_widget_get_allocated_height (widget);
  double own_width = gdk_pixbuf_get_width (self->picture);
  double own_height = gdk_pixbuf_get_height (self->picture);
  double by = MAX (width / own_width, height / own_height);

  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_translate (cr, (width - own_width * by) / 2, (height - own_height * by) / 2);
  cairo_scale (cr, by, by);
  gdk_cairo_set_source_pixbuf (cr, self->picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_paint (cr);
  return GDK_EVENT_STOP;
}

static void
foyer_picture_finalize (GObject *object)
{
  g_clear_object (&FOYER_PICTURE (object)->picture);

  G_OBJECT_CLASS (foyer_picture_parent_class)->finalize (object);
}

static void
foyer_picture_class_init (FoyerPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_picture_finalize;
  GTK_WIDGET_CLASS (klass)->draw = foyer_picture_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "foyer-picture");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_FILLER);
}

static void
foyer_picture_init (FoyerPicture *self)
{
}

GtkWidget *
foyer_picture_new (GdkPixbuf *picture, int height)
{
  FoyerPicture *self = g_object_new (FOYER_TYPE_PICTURE, "visible", TRUE, NULL);

  self->picture = g_object_ref (picture);
  if (height > 0)
    gtk_widget_set_size_request (GTK_WIDGET (self),
                                 height * gdk_pixbuf_get_width (picture)
                                     / gdk_pixbuf_get_height (picture),
                                 height);
  return GTK_WIDGET (self);
}

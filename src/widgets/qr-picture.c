/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-qr-picture"

#include "widgets/qr-picture.h"

#include <qrencode.h>

/* The quiet zone on each side, in modules. */
#define QUIET 4

/* How large the picture is at least, in px: 29 + 8 modules of 7 px, for a telephone's camera. */
#define SIZE 260

/**
 * FoyerQrPicture:
 *
 * A QR code on the screen.
 */
struct _FoyerQrPicture {
  GtkDrawingArea parent;

  QRcode *code;
};

G_DEFINE_FINAL_TYPE (FoyerQrPicture, foyer_qr_picture, GTK_TYPE_DRAWING_AREA)

static void
draw_modules (const QRcode *code, cairo_t *cr, int module)
{
  for (int y = 0; y < code->width; y++)
    for (int x = 0; x < code->width; x++)
      if (code->data[y * code->width + x] & 1)
        cairo_rectangle (cr, (x + QUIET) * module, (y + QUIET) * module, module, module);
  cairo_fill (cr);
}

static gboolean
foyer_qr_picture_draw (GtkWidget *widget, cairo_t *cr)
{
  FoyerQrPicture *self = FOYER_QR_PICTURE (widget);
  int width = gtk_widget_get_allocated_width (widget);
  int height = gtk_widget_get_allocated_height (widget);
  int modules;
  int module;

  if (self->code == NULL)
    return GDK_EVENT_PROPAGATE;
  modules = self->code->width + 2 * QUIET;
  module = MAX (1, MIN (width, height) / modules);
  cairo_translate (cr, (width - module * modules) / 2, (height - module * modules) / 2);
  /* Black on white in every theme: readers know no other. */
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, 0, 0, module * modules, module * modules);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_antialias (cr, CAIRO_ANTIALIAS_NONE);
  draw_modules (self->code, cr, module);
  return GDK_EVENT_PROPAGATE;
}

static void
foyer_qr_picture_finalize (GObject *object)
{
  g_clear_pointer (&FOYER_QR_PICTURE (object)->code, QRcode_free);

  G_OBJECT_CLASS (foyer_qr_picture_parent_class)->finalize (object);
}

static void
foyer_qr_picture_class_init (FoyerQrPictureClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_qr_picture_finalize;
  GTK_WIDGET_CLASS (klass)->draw = foyer_qr_picture_draw;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "foyer-qr-picture");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), ATK_ROLE_IMAGE);
}

static void
foyer_qr_picture_init (FoyerQrPicture *self)
{
  gtk_widget_set_size_request (GTK_WIDGET (self), SIZE, SIZE);
}

void
foyer_qr_picture_set_text (FoyerQrPicture *self, const char *text)
{
  g_return_if_fail (FOYER_IS_QR_PICTURE (self));

  g_clear_pointer (&self->code, QRcode_free);
  if (text != NULL)
    self->code = QRcode_encodeString (text, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_PICTURE (foyer_picture_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPicture, foyer_picture, FOYER, PICTURE, GtkDrawingArea)

/**
 * foyer_picture_new:
 * @picture: What it shows
 * @height: In px, and as wide as the picture is then; 0: fills whatever it is given, and what is
 * too much on two sides is cut off
 *
 * Returns: (transfer floating): A new picture
 */
GtkWidget *foyer_picture_new (GdkPixbuf *picture, int height);

G_END_DECLS

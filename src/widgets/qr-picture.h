/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_QR_PICTURE (foyer_qr_picture_get_type ())
G_DECLARE_FINAL_TYPE (FoyerQrPicture, foyer_qr_picture, FOYER, QR_PICTURE, GtkDrawingArea)

/**
 * foyer_qr_picture_set_text:
 * @self: A picture
 * @text: (nullable): What the code holds: capitals, digits and “:”, as in a badge's code; %NULL:
 * none
 *
 * Draws a QR code (ISO/IEC 18004, level M) in black on white, with its quiet zone of four modules,
 * as large as whole pixels a module allow.
 */
void foyer_qr_picture_set_text (FoyerQrPicture *self, const char *text);

G_END_DECLS

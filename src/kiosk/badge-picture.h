/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_BADGE_PICTURE (foyer_badge_picture_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBadgePicture, foyer_badge_picture, FOYER, BADGE_PICTURE, GtkOverlay)

/**
 * FoyerBadgeFace:
 * @organisation: Whose badge it is
 * @name: (nullable): The visitor's name; %NULL for any badge
 * @host: (nullable): The host's name
 * @day: (nullable): The day, "Mon 23 Nov 2026"
 *
 * What stands on the picture of a badge. There is no code on it: a picture must not let anybody in.
 */
typedef struct {
  const char *organisation;
  const char *name;
  const char *host;
  const char *day;
} FoyerBadgeFace;

/** foyer_badge_picture_show_face: Shows a badge as it comes out of the printer */
void foyer_badge_picture_show_face (FoyerBadgePicture *self, const FoyerBadgeFace *face);

G_END_DECLS

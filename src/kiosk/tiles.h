/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_TILES (foyer_tiles_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTiles, foyer_tiles, FOYER, TILES, GtkGrid)

/**
 * FoyerTiles::chosen:
 * @key: What the tile stands for
 *
 * A tile was tapped: it is the answer.
 */

/** foyer_tiles_is_empty: Returns: Whether there are no tiles yet */
gboolean foyer_tiles_is_empty (FoyerTiles *self);

/** foyer_tiles_columns: Returns: How many of @n tiles stand beside each other, so that all are seen
 */
int foyer_tiles_columns (guint n, gboolean portrait);

/**
 * foyer_tiles_add:
 * @self: Tiles
 * @key: What it stands for
 * @words: What stands on it
 * @icon: (nullable): An icon's name
 * @columns: How many tiles stand beside each other
 */
void foyer_tiles_add (FoyerTiles *self,
                      const char *key,
                      const char *words,
                      const char *icon,
                      int columns);

/** foyer_tiles_show: Marks the tile of @key, if there is one, and gives it the focus, else the
 * first one */
void foyer_tiles_show (FoyerTiles *self, const char *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-tiles"

#include "kiosk/tiles.h"

#include "kiosk/choice.h"

/**
 * FoyerTiles:
 *
 * A question's answers, each on a tile.
 */
struct _FoyerTiles {
  GtkGrid parent;

  GPtrArray *choices; /* of FoyerChoice, borrowed */
};

G_DEFINE_FINAL_TYPE (FoyerTiles, foyer_tiles, GTK_TYPE_GRID)

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_chosen (FoyerTiles *self, const char *key)
{
  g_signal_emit (self, signals[CHOSEN], 0, key);
}

static void
foyer_tiles_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_TILES (object)->choices);

  G_OBJECT_CLASS (foyer_tiles_parent_class)->finalize (object);
}

static void
foyer_tiles_class_init (FoyerTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_tiles_finalize;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  FOYER_TYPE_TILES,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);
}

static void
foyer_tiles_init (FoyerTiles *self)
{
  self->choices = g_ptr_array_new ();
  g_object_set (self,
                "row-spacing",
                16,
                "column-spacing",
                16,
                "row-homogeneous",
                TRUE,
                "column-homogeneous",
                TRUE,
                NULL);
}

gboolean
foyer_tiles_is_empty (FoyerTiles *self)
{
  g_return_val_if_fail (FOYER_IS_TILES (self), TRUE);

  return self->choices->len == 0;
}

int
foyer_tiles_columns (guint n, gboolean portrait)
{
  if (portrait)
    return n > 5 ? 2 : 1;
  return n > 6 ? 3 : 2;
}

void
foyer_tiles_add (FoyerTiles *self,
                 const char *key,
                 const char *words,
                 const char *icon,
                 int columns)
{
  GtkWidget *tile = foyer_choice_new (key, words, icon, "tile");
  int nth;

  g_return_if_fail (FOYER_IS_TILES (self));

  nth = (int) self->choices->len;
  gtk_widget_set_hexpand (tile, TRUE);
  g_signal_connect_swapped (tile, "chosen", G_CALLBACK (on_chosen), self);
  gtk_grid_attach (GTK_GRID (self), tile, nth % columns, nth / columns, 1, 1);
  g_ptr_array_add (self->choices, tile);
}

void
foyer_tiles_show (FoyerTiles *self, const char *key)
{
  GtkWidget *focus = NULL;

  g_return_if_fail (FOYER_IS_TILES (self));

  for (guint i = 0; i < self->choices->len; i++) {
    FoyerChoice *tile = g_ptr_array_index (self->choices, i);
    gboolean is_answer = g_strcmp0 (foyer_choice_get_key (tile), key) == 0;

    foyer_choice_set_current (tile, is_answer);
    if (is_answer || focus == NULL)
      focus = GTK_WIDGET (tile);
  }
  if (focus != NULL)
    gtk_widget_grab_focus (focus);
}

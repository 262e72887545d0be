/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-tag-cell"

#include "desk/tag-cell.h"

#include <string.h>

#define GAP 6

/**
 * FoyerTagCell:
 *
 * Draws each line of its text as a tag: beside each other, or above each other where the column is
 * too narrow for that. There is room for the first two.
 */
struct _FoyerTagCell {
  GtkCellRendererText parent;

  char *kinds;
};

G_DEFINE_FINAL_TYPE (FoyerTagCell, foyer_tag_cell, GTK_TYPE_CELL_RENDERER_TEXT)

enum {
  PROP_KINDS = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

/* Makes the context that of a tag of that kind; to be restored. */
static void
begin_tag (GtkStyleContext *style, char kind)
{
  gtk_style_context_save (style);
  gtk_style_context_set_state (style, GTK_STATE_FLAG_NORMAL);
  gtk_style_context_remove_class (style, "view");
  gtk_style_context_add_class (style, "tag");
  if (kind == 'w')
    gtk_style_context_add_class (style, "warning");
  else if (kind == 'i')
    gtk_style_context_add_class (style, "info");
  else if (kind == 'b')
    gtk_style_context_add_class (style, "bad");
  else if (kind == 'o')
    gtk_style_context_add_class (style, "ok");
}

static PangoLayout *
lay_out (GtkWidget *widget, GtkStyleContext *style, const char *words, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, words);
  PangoFontDescription *font = NULL;

  gtk_style_context_get (style, gtk_style_context_get_state (style), "font", &font, NULL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (width > 0)
    pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

/* How large a tag is, or draws it where @cr is given. */
static void
do_tag (GtkWidget *widget, cairo_t *cr, const char *words, char kind, GdkRectangle *box)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  g_autoptr (PangoLayout) layout = NULL;
  GtkBorder padding;
  PangoRectangle text;
  int room;

  begin_tag (style, kind);
  gtk_style_context_get_padding (style, gtk_style_context_get_state (style), &padding);
  room = box->width - padding.left - padding.right;
  layout = lay_out (widget, style, words, cr != NULL ? MAX (room, 1) : 0);
  pango_layout_get_pixel_extents (layout, NULL, &text);
  if (cr != NULL) {
    gtk_render_background (style, cr, box->x, box->y, box->width, box->height);
    gtk_render_layout (style,
                       cr,
                       box->x + padding.left - text.x + (room - text.width) / 2,
                       box->y + (box->height - text.height) / 2 - text.y,
                       layout);
  } else {
    box->width = text.width + padding.left + padding.right;
    box->height = text.height + padding.top + padding.bottom;
  }
  gtk_style_context_restore (style);
}

static void
foyer_tag_cell_render (GtkCellRenderer *cell,
                       cairo_t *cr,
                       GtkWidget *widget,
                       const GdkRectangle *background,
                       const GdkRectangle *area,
                       GtkCellRendererState flags)
{
  FoyerTagCell *self = FOYER_TAG_CELL (cell);
  gboolean is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autofree char *text = NULL;
  g_auto (GStrv) tags = NULL;
  GdkRectangle boxes[2] = { 0 };
  guint n;
  int xpad, room, all, y;
  gboolean beside;

  g_object_get (cell, "text", &text, NULL);
  if (text == NULL || *text == '\0' || self->kinds == NULL)
    return;
  gtk_cell_renderer_get_padding (cell, &xpad, NULL);
  room = area->width - 2 * xpad;
  tags = g_strsplit (text, "\n", -1);
  n = MIN (MIN (g_strv_length (tags), (guint) strlen (self->kinds)), G_N_ELEMENTS (boxes));
  for (guint i = 0; i < n; i++)
    do_tag (widget, NULL, tags[i], self->kinds[i], &boxes[i]);
  beside = n < 2 || boxes[0].width + GAP + boxes[1].width <= room;
  all = beside ? boxes[0].height : boxes[0].height + boxes[1].height + 2;
  y = area->y + (area->height - all) / 2;
  for (guint i = 0; i < n; i++) {
    int from = beside && i > 0 ? boxes[0].width + GAP : 0;

    boxes[i].width = MIN (boxes[i].width, room - from);
    boxes[i].x =
        is_rtl ? area->x + area->width - xpad - from - boxes[i].width : area->x + xpad + from;
    boxes[i].y = beside || i == 0 ? y : y + boxes[0].height + 2;
    do_tag (widget, cr, tags[i], self->kinds[i], &boxes[i]);
  }
}

static void
foyer_tag_cell_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  FoyerTagCell *self = FOYER_TAG_CELL (object);

  if (id != PROP_KINDS) {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
    return;
  }
  g_free (self->kinds);
  self->kinds = g_value_dup_string (value);
}

static void
foyer_tag_cell_finalize (GObject *object)
{
  FoyerTagCell *self = FOYER_TAG_CELL (object);

  g_free (self->kinds);

  G_OBJECT_CLASS (foyer_tag_cell_parent_class)->finalize (object);
}

static void
foyer_tag_cell_class_init (FoyerTagCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = foyer_tag_cell_set_property;
  object_class->finalize = foyer_tag_cell_finalize;
  GTK_CELL_RENDERER_CLASS (klass)->render = foyer_tag_cell_render;

  props[PROP_KINDS] =
      g_param_spec_string ("kinds", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
foyer_tag_cell_init (FoyerTagCell *self)
{
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-beginning"

#include "kiosk/beginning.h"

/**
 * FoyerBeginning:
 *
 * The beginning of a long text, in whole lines.
 */
struct _FoyerBeginning {
  GtkDrawingArea parent;

  char *words;
};

G_DEFINE_FINAL_TYPE (FoyerBeginning, foyer_beginning, GTK_TYPE_DRAWING_AREA)

static PangoLayout *
lay_out (FoyerBeginning *self, const char *words, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), words);

  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* How many of the lines fit into @height, and where the last of them ends. */
static int
lines_within (PangoLayout *layout, int height, int *end)
{
  PangoLayoutIter *line = pango_layout_get_iter (layout);
  int n = 0;

  *end = 0;
  do {
    PangoLayoutLine *this = pango_layout_iter_get_line_readonly (line);
    PangoRectangle box;

    pango_layout_iter_get_line_extents (line, NULL, &box);
    if (n > 0 && PANGO_PIXELS_CEIL (box.y + box.height) > height)
      break;
    *end = this->start_index + this->length;
    n++;
  } while (pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);
  return n;
}

static int
height_of_lines (PangoLayout *layout, int lines)
{
  PangoLayoutIter *line = pango_layout_get_iter (layout);
  PangoRectangle box;

  do {
    pango_layout_iter_get_line_extents (line, NULL, &box);
    lines--;
  } while (lines > 0 && pango_layout_iter_next_line (line));
  pango_layout_iter_free (line);
  return PANGO_PIXELS_CEIL (box.y + box.height);
}

/* Cuts whole words off until the rest and "…" take no more than @lines. */
static PangoLayout *
cut (FoyerBeginning *self, int end, int lines, int width)
{
  g_autoptr (GString) words = g_string_new_len (self->words, end);

  while (TRUE) {
    g_autoptr (PangoLayout) layout = NULL;
    g_autofree char *shown = NULL;
    char *space;

    g_strchomp (words->str);
    g_string_set_size (words, strlen (words->str));
    shown = g_strconcat (words->str, " …", NULL);
    layout = lay_out (self, shown, width);
    space = strrchr (words->str, ' ');
    if (pango_layout_get_line_count (layout) <= lines || space == NULL)
      return g_steal_pointer (&layout);
    g_string_truncate (words, (gsize) (space - words->str));
  }
}

static PangoLayout *
lay_out_shown (FoyerBeginning *self)
{
  int width = gtk_widget_get_allocated_width (GTK_WIDGET (self));
  int height = gtk_widget_get_allocated_height (GTK_WIDGET (self));
  g_autoptr (PangoLayout) all = lay_out (self, self->words, width);
  int end;
  int lines = lines_within (all, height, &end);

  if (lines == pango_layout_get_line_count (all))
    return g_steal_pointer (&all);
  return cut (self, end, lines, width);
}

static gboolean
foyer_beginning_draw (GtkWidget *widget, cairo_t *cr)
{
  g_autoptr (PangoLayout) layout = lay_out_shown (FOYER_BEGINNING (widget));

  gtk_render_layout (gtk_widget_get_style_context (widget), cr, 0, 0, layout);
  return GDK_EVENT_PROPAGATE;
}

static GtkSizeRequestMode
foyer_beginning_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_beginning_get_preferred_height_for_width (GtkWidget *widget, int width, int *least, int *wish)
{
  FoyerBeginning *self = FOYER_BEGINNING (widget);
  g_autoptr (PangoLayout) layout = lay_out (self, self->words, width);

  *least = *wish = height_of_lines (layout, FOYER_BEGINNING_LINES);
}

static void
foyer_beginning_finalize (GObject *object)
{
  g_free (FOYER_BEGINNING (object)->words);

  G_OBJECT_CLASS (foyer_beginning_parent_class)->finalize (object);
}

static void
foyer_beginning_class_init (FoyerBeginningClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_beginning_finalize;
  widget_class->draw = foyer_beginning_draw;
  widget_class->get_request_mode = foyer_beginning_get_request_mode;
  widget_class->get_preferred_height_for_width = foyer_beginning_get_preferred_height_for_width;

  gtk_widget_class_set_css_name (widget_class, "foyer-beginning");
  gtk_widget_class_set_accessible_role (widget_class, ATK_ROLE_PARAGRAPH);
}

static void
foyer_beginning_init (FoyerBeginning *self)
{
  self->words = g_strdup ("");
}

void
foyer_beginning_set_words (FoyerBeginning *self, const char *words)
{
  g_return_if_fail (FOYER_IS_BEGINNING (self));

  g_free (self->words);
  self->words = g_strdup (words);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), words);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

char *
foyer_beginning_get_shown (FoyerBeginning *self)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (FOYER_IS_BEGINNING (self), NULL);

  layout = lay_out_shown (self);
  return g_strdup (pango_layout_get_text (layout));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-wrap-box"

#include "widgets/wrap-box.h"

/**
 * FoyerWrapBox:
 *
 * A row that becomes several where it is too long.
 */
struct _FoyerWrapBox {
  GtkContainer parent;

  GPtrArray *children;
  int spacing;
  gboolean homogeneous;
};

G_DEFINE_FINAL_TYPE (FoyerWrapBox, foyer_wrap_box, GTK_TYPE_CONTAINER)

enum {
  PROP_SPACING = 1,
  PROP_HOMOGENEOUS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

typedef struct {
  GtkWidget *widget;
  int wish;
  int width;
} Place;

static void
get_padding (FoyerWrapBox *self, GtkBorder *padding)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));

  gtk_style_context_get_padding (style, gtk_style_context_get_state (style), padding);
}

static int
natural_width (GtkWidget *widget)
{
  int wish;

  gtk_widget_get_preferred_width (widget, NULL, &wish);
  return wish;
}

/* Those to be seen, with their natural widths. */
static GArray *
list_places (FoyerWrapBox *self)
{
  GArray *places = g_array_new (FALSE, TRUE, sizeof (Place));
  int widest = 0;

  for (guint i = 0; i < self->children->len; i++) {
    Place place = { .widget = self->children->pdata[i] };

    if (!gtk_widget_get_visible (place.widget))
      continue;
    place.wish = natural_width (place.widget);
    widest = MAX (widest, place.wish);
    g_array_append_val (places, place);
  }
  for (guint i = 0; self->homogeneous && i < places->len; i++)
    g_array_index (places, Place, i).wish = widest;
  return places;
}

/* How many of those from @first on stand in one row. */
static guint
count_row (FoyerWrapBox *self, GArray *places, guint first, int width)
{
  guint n = 1;
  int taken = g_array_index (places, Place, first).wish;

  while (first + n < places->len) {
    taken += self->spacing + g_array_index (places, Place, first + n).wish;
    if (taken > width)
      break;
    n++;
  }
  if (self->homogeneous) {
    guint rows = (places->len + n - 1) / n;

    n = MIN ((places->len + rows - 1) / rows, places->len - first);
  }
  return n;
}

static void
share_row (FoyerWrapBox *self, Place *row, guint n, int width, guint n_columns)
{
  int room = width - (int) (n - 1) * self->spacing;
  guint n_expand = 0;

  if (self->homogeneous) {
    for (guint i = 0; i < n; i++)
      row[i].width = (width - (int) (n_columns - 1) * self->spacing) / (int) n_columns;
    return;
  }
  for (guint i = 0; i < n; i++) {
    row[i].width = MIN (row[i].wish, width);
    room -= row[i].width;
    n_expand += gtk_widget_compute_expand (row[i].widget, GTK_ORIENTATION_HORIZONTAL);
  }
  for (guint i = 0; i < n && n_expand > 0; i++)
    if (gtk_widget_compute_expand (row[i].widget, GTK_ORIENTATION_HORIZONTAL))
      row[i].width += MAX (0, room) / (int) n_expand;
}

static int
height_of (const Place *place)
{
  int least;

  gtk_widget_get_preferred_height_for_width (place->widget, place->width, &least, NULL);
  return least;
}

/* Finds the rows for a width without padding; allocates them where @all is given. Returns: The
 * height of all. */
static int
lay_out (FoyerWrapBox *self, int width, const GtkAllocation *all)
{
  g_autoptr (GArray) places = list_places (self);
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_columns = places->len > 0 ? count_row (self, places, 0, width) : 0;
  int y = 0;

  for (guint first = 0, n; first < places->len; first += n) {
    Place *row = &g_array_index (places, Place, first);
    int height = 0;
    int x = 0;

    n = count_row (self, places, first, width);
    share_row (self, row, n, width, n_columns);
    for (guint i = 0; i < n; i++)
      height = MAX (height, height_of (&row[i]));
    y += first > 0 ? self->spacing : 0;
    for (guint i = 0; all != NULL && i < n; i++) {
      GtkAllocation box = { all->x + (rtl ? width - x - row[i].width : x),
                            all->y + y,
                            row[i].width,
                            height };

      gtk_widget_size_allocate (row[i].widget, &box);
      x += row[i].width + self->spacing;
    }
    y += height;
  }
  return y;
}

static GtkSizeRequestMode
foyer_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_wrap_box_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  FoyerWrapBox *self = FOYER_WRAP_BOX (widget);
  g_autoptr (GArray) places = list_places (self);
  GtkBorder padding;

  get_padding (self, &padding);
  *minimum = *natural = padding.left + padding.right;
  for (guint i = 0; i < places->len; i++) {
    const Place *place = &g_array_index (places, Place, i);
    int least;

    gtk_widget_get_preferred_width (place->widget, &least, NULL);
    *minimum = MAX (*minimum, least + padding.left + padding.right);
    *natural += place->wish + (i > 0 ? self->spacing : 0);
  }
}

static void
foyer_wrap_box_get_preferred_height_for_width (GtkWidget *widget,
                                               int width,
                                               int *minimum,
                                               int *natural)
{
  FoyerWrapBox *self = FOYER_WRAP_BOX (widget);
  GtkBorder padding;

  get_padding (self, &padding);
  *minimum = *natural =
      lay_out (self, width - padding.left - padding.right, NULL) + padding.top + padding.bottom;
}

static void
foyer_wrap_box_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  foyer_wrap_box_get_preferred_height_for_width (widget, natural_width (widget), minimum, natural);
}

static void
foyer_wrap_box_size_allocate (GtkWidget *widget, GtkAllocation *all)
{
  FoyerWrapBox *self = FOYER_WRAP_BOX (widget);
  GtkAllocation inner = *all;
  GtkBorder padding;

  gtk_widget_set_allocation (widget, all);
  get_padding (self, &padding);
  inner.x += padding.left;
  inner.y += padding.top;
  lay_out (self, all->width - padding.left - padding.right, &inner);
}

static void
foyer_wrap_box_add (GtkContainer *container, GtkWidget *child)
{
  g_ptr_array_add (FOYER_WRAP_BOX (container)->children, child);
  gtk_widget_set_parent (child, GTK_WIDGET (container));
}

static void
foyer_wrap_box_remove (GtkContainer *container, GtkWidget *child)
{
  if (g_ptr_array_remove (FOYER_WRAP_BOX (container)->children, child)) {
    gtk_widget_unparent (child);
    gtk_widget_queue_resize (GTK_WIDGET (container));
  }
}

static void
foyer_wrap_box_forall (GtkContainer *container, gboolean all, GtkCallback call, gpointer data)
{
  g_autoptr (GPtrArray) children =
      g_ptr_array_copy (FOYER_WRAP_BOX (container)->children, NULL, NULL);

  for (guint i = 0; i < children->len; i++)
    call (children->pdata[i], data);
}

static void
foyer_wrap_box_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  FoyerWrapBox *self = FOYER_WRAP_BOX (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else if (id == PROP_HOMOGENEOUS)
    self->homogeneous = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
foyer_wrap_box_get_property (GObject *object, guint id, GValue *value, GParamSpec *spec)
{
  FoyerWrapBox *self = FOYER_WRAP_BOX (object);

  if (id == PROP_SPACING)
    g_value_set_int (value, self->spacing);
  else if (id == PROP_HOMOGENEOUS)
    g_value_set_boolean (value, self->homogeneous);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
foyer_wrap_box_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_WRAP_BOX (object)->children);

  G_OBJECT_CLASS (foyer_wrap_box_parent_class)->finalize (object);
}

static void
foyer_wrap_box_class_init (FoyerWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkContainerClass *container_class = GTK_CONTAINER_CLASS (klass);

  object_class->set_property = foyer_wrap_box_set_property;
  object_class->get_property = foyer_wrap_box_get_property;
  object_class->finalize = foyer_wrap_box_finalize;
  widget_class->get_request_mode = foyer_wrap_box_get_request_mode;
  widget_class->get_preferred_width = foyer_wrap_box_get_preferred_width;
  widget_class->get_preferred_height = foyer_wrap_box_get_preferred_height;
  widget_class->get_preferred_height_for_width = foyer_wrap_box_get_preferred_height_for_width;
  widget_class->size_allocate = foyer_wrap_box_size_allocate;
  container_class->add = foyer_wrap_box_add;
  container_class->remove = foyer_wrap_box_remove;
  container_class->forall = foyer_wrap_box_forall;

  props[PROP_SPACING] = g_param_spec_int ("spacing",
                                          NULL,
                                          NULL,
                                          0,
                                          G_MAXINT,
                                          0,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  props[PROP_HOMOGENEOUS] = g_param_spec_boolean ("homogeneous",
                                                  NULL,
                                                  NULL,
                                                  FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
foyer_wrap_box_init (FoyerWrapBox *self)
{
  gtk_widget_set_has_window (GTK_WIDGET (self), FALSE);
  self->children = g_ptr_array_new ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-arches"

#include "widgets/arches.h"

/**
 * FoyerArches:
 *
 * The picture of an open door: a row of arches that lead to light.
 */
struct _FoyerArches {
  GtkDrawingArea parent;

  gboolean muted;
};

G_DEFINE_FINAL_TYPE (FoyerArches, foyer_arches, GTK_TYPE_DRAWING_AREA)

enum {
  PROP_MUTED = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Drawn in units of one px at 520 x 800, from the middle of the door's sill: y grows downwards. */
#define WIDTH 520.0
#define HEIGHT 764.0   /* what the arches need, with some air over them */
#define SILL 0.84      /* of the height: there the floor begins */
#define DOOR 87.0      /* half the door's width */
#define PAPER 0xFBF7F0 /* what the muted picture fades to */

static const struct {
  double half_width;
  double top;
  guint32 colour;
} arches[] = {
  { 225, -623, 0xEFC9AB },
  { 190, -549, 0xDE9F79 },
  { 154.5, -474, 0xBE6A44 },
  { 120, -401.5, 0x7FA898 },
};

/* Each is a start and two curves to the door's other side. */
static const struct {
  double points[14];
  guint32 colour;
} hills[] = {
  { { -88, -122, -65, -110, -45, -103, -25, -103, 8, -103, 45, -135.5, 88, -134.5 }, 0xA9C4B4 },
  { { -88, -67, -45, -64, -15, -105, 28, -105, 52, -105, 72, -92, 88, -83.5 }, 0x5E9282 },
  { { -88, -41, -65, -50, -45, -56.5, -27, -56.5, 12, -56.5, 38, -29, 88, -30 }, 0x1E5B4F },
};

/* Each is its tip, two curves down to the pot, a step along it, and two curves up again. */
static const struct {
  double points[28];
  guint32 colour;
} leaves
    [] = {
      { { 129.5, -124, 122.5, -109.5, 127, -94.5, 147.5, -74.5, 160,   -63, 170, -53,  180.5, -42,
          191,   -42,  182.5, -62,    175, -77,   165,   -84,   147.5, -97, 136, -107, 129.5, -124 },
        0x2F7464 },
      { { 150, -182, 140, -164.5, 143.5, -142, 156, -112, 164,   -92,    177,   -67,  187, -42,
          196, -42,  195, -77,    190,   -107, 179, -127, 168.5, -144.5, 158.5, -162, 150, -182 },
        0x1E5B4F },
      { { 200.5, -213, 187.5, -184.5, 180,   -152,   183.5, -112, 184.5, -87,
          187.5, -62,  192,   -42,    196,   -42,    200,   -67,  210,   -87,
          213,   -112, 217,   -152,   212.5, -184.5, 200.5, -213 },
        0x2F7464 },
      { { 248, -175.5, 238.5, -154.5, 227.5, -139.5, 216, -119.5, 202, -94.5,
          195, -72,    196,   -42,    203,   -42,    213, -56,    224, -78,
          239, -111,   250,   -134.5, 256,   -154.5, 248, -175.5 },
        0x1E5B4F },
      { { 264.5, -117, 260, -103, 250, -92, 230, -79.5, 220,   -73,   210, -62,  201,   -42,
          213,   -42,  220, -52,  230, -62, 245, -74,   262.5, -89.5, 268, -102, 264.5, -117 },
        0x2F7464 },
    };

static void
set_colour (cairo_t *cr, guint32 rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
}

static void
set_gradient (cairo_t *cr, double top, guint32 from, double bottom, guint32 to)
{
  cairo_pattern_t *pattern = cairo_pattern_create_linear (0, top, 0, bottom);

  cairo_pattern_add_color_stop_rgb (pattern,
                                    0,
                                    (from >> 16) / 255.0,
                                    (from >> 8 & 0xFF) / 255.0,
                                    (from & 0xFF) / 255.0);
  cairo_pattern_add_color_stop_rgb (pattern,
                                    1,
                                    (to >> 16) / 255.0,
                                    (to >> 8 & 0xFF) / 255.0,
                                    (to & 0xFF) / 255.0);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
trace_arch (cairo_t *cr, double half_width, double top)
{
  cairo_new_path (cr);
  cairo_move_to (cr, -half_width, 0);
  cairo_arc (cr, 0, top + half_width, half_width, G_PI, 2 * G_PI);
  cairo_line_to (cr, half_width, 0);
  cairo_close_path (cr);
}

static void
curve_to (cairo_t *cr, const double *p)
{
  cairo_curve_to (cr, p[0], p[1], p[2], p[3], p[4], p[5]);
}

static void
draw_view (cairo_t *cr)
{
  const double top = -330;

  cairo_save (cr);
  trace_arch (cr, DOOR, top);
  cairo_clip (cr);
  set_gradient (cr, top, 0xFFE7B5, -100, 0xFFF7E6);
  cairo_paint (cr);
  set_colour (cr, 0xF2B84B);
  cairo_arc (cr, 17, -172, 32.7, 0, 2 * G_PI);
  cairo_fill (cr);
  for (gsize i = 0; i < G_N_ELEMENTS (hills); i++) {
    cairo_move_to (cr, hills[i].points[0], hills[i].points[1]);
    curve_to (cr, hills[i].points + 2);
    curve_to (cr, hills[i].points + 8);
    cairo_line_to (cr, DOOR + 1, 0);
    cairo_line_to (cr, -DOOR - 1, 0);
    set_colour (cr, hills[i].colour);
    cairo_fill (cr);
  }
  cairo_restore (cr);
}

static void
draw_floor (cairo_t *cr, double left, double right, double depth)
{
  set_colour (cr, 0xDFC6A2);
  cairo_rectangle (cr, left, 0, right - left, depth);
  cairo_fill (cr);
  /* The light falls through the door, from the left. */
  cairo_move_to (cr, -DOOR, 0);
  cairo_line_to (cr, DOOR, 0);
  cairo_line_to (cr, DOOR + 1.04 * depth, depth);
  cairo_line_to (cr, -DOOR - 0.35 * depth, depth);
  set_gradient (cr, 0, 0xFDEFC9, depth, 0xE8D0A9);
  cairo_fill (cr);
}

static void
draw_plant (cairo_t *cr)
{
  for (gsize i = 0; i < G_N_ELEMENTS (leaves); i++) {
    const double *p = leaves[i].points;

    cairo_move_to (cr, p[0], p[1]);
    curve_to (cr, p + 2);
    curve_to (cr, p + 8);
    cairo_line_to (cr, p[14], p[15]);
    curve_to (cr, p + 16);
    curve_to (cr, p + 22);
    set_colour (cr, leaves[i].colour);
    cairo_fill (cr);
  }
  set_colour (cr, 0xB85A38);
  cairo_rectangle (cr, 155, -42, 84, 15.5);
  cairo_fill (cr);
  set_colour (cr, 0x9C4022);
  cairo_move_to (cr, 159.5, -27);
  cairo_line_to (cr, 234, -27);
  cairo_line_to (cr, 224.7, 30.7);
  cairo_line_to (cr, 169, 30.7);
  cairo_fill (cr);
}

static gboolean
foyer_arches_draw (GtkWidget *widget, cairo_t *cr)
{
  FoyerArches *self = FOYER_ARCHES (widget);
  double width = gtk_widget_get_allocated_width (widget);
  double height = gtk_widget_get_allocated_height (widget);
  double scale = MIN (width / WIDTH, height / HEIGHT);
  double sill = height * SILL;

  set_gradient (cr, 0, 0xF6EBDA, sill, 0xEFDFC6);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, width / 2, sill);
  cairo_scale (cr, scale, scale);
  draw_floor (cr, -width / scale, width / scale, (height - sill) / scale + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (arches); i++) {
    trace_arch (cr, arches[i].half_width, arches[i].top);
    set_colour (cr, arches[i].colour);
    cairo_fill (cr);
  }
  draw_view (cr);
  draw_plant (cr);
  cairo_restore (cr);
  if (self->muted) {
    set_colour (cr, PAPER);
    cairo_paint_with_alpha (cr, 0.54);
  }
  return FALSE;
}

static void
foyer_arches_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MUTED)
    g_value_set_boolean (value, FOYER_ARCHES (object)->muted);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foyer_arches_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_MUTED)
    foyer_arches_set_muted (FOYER_ARCHES (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
foyer_arches_class_init (FoyerArchesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = foyer_arches_get_property;
  object_class->set_property = foyer_arches_set_property;
  widget_class->draw = foyer_arches_draw;

  props[PROP_MUTED] =
      g_param_spec_boolean ("muted",
                            NULL,
                            NULL,
                            FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_set_css_name (widget_class, "foyer-arches");
}

static void
foyer_arches_init (FoyerArches *self)
{
}

GtkWidget *
foyer_arches_new (void)
{
  return g_object_new (FOYER_TYPE_ARCHES, NULL);
}

gboolean
foyer_arches_get_muted (FoyerArches *self)
{
  g_return_val_if_fail (FOYER_IS_ARCHES (self), FALSE);

  return self->muted;
}

void
foyer_arches_set_muted (FoyerArches *self, gboolean muted)
{
  g_return_if_fail (FOYER_IS_ARCHES (self));

  if (self->muted == !!muted)
    return;
  self->muted = !!muted;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MUTED]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-point"

#include "kiosk/point.h"

/**
 * FoyerPoint:
 *
 * A picture, a title and one line of text: why, who sees it, your rights.
 */
struct _FoyerPoint {
  GtkBox parent;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *text;
};

G_DEFINE_FINAL_TYPE (FoyerPoint, foyer_point, GTK_TYPE_BOX)

enum {
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
foyer_point_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  FoyerPoint *self = FOYER_POINT (object);

  if (id == PROP_ICON_NAME)
    g_object_set_property (G_OBJECT (self->icon), "icon-name", value);
  else if (id == PROP_TITLE)
    gtk_label_set_text (self->title, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
foyer_point_class_init (FoyerPointClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = foyer_point_set_property;

  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name",
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/point.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPoint, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerPoint, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerPoint, text);
  gtk_widget_class_set_css_name (widget_class, "foyer-point");
}

static void
foyer_point_init (FoyerPoint *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_point_set_text (FoyerPoint *self, const char *text)
{
  g_return_if_fail (FOYER_IS_POINT (self));

  gtk_label_set_text (self->text, text);
}

const char *
foyer_point_get_text (FoyerPoint *self)
{
  g_return_val_if_fail (FOYER_IS_POINT (self), NULL);

  return gtk_label_get_text (self->text);
}

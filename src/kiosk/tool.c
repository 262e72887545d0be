/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-tool"

#include "kiosk/tool.h"

/**
 * FoyerTool:
 *
 * A button with an icon and a word.
 */
struct _FoyerTool {
  GtkButton parent;

  GtkImage *icon;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (FoyerTool, foyer_tool, GTK_TYPE_BUTTON)

enum {
  PROP_ICON_NAME = 1,
  PROP_WORDS,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static void
foyer_tool_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  FoyerTool *self = FOYER_TOOL (object);

  switch (id) {
  case PROP_ICON_NAME:
    gtk_image_set_from_icon_name (self->icon, g_value_get_string (value), GTK_ICON_SIZE_DND);
    break;
  case PROP_WORDS:
    foyer_tool_set_words (self, g_value_get_string (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
  }
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
}

static void
foyer_tool_class_init (FoyerToolClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = foyer_tool_set_property;
  props[PROP_ICON_NAME] = text_property ("icon-name");
  props[PROP_WORDS] = text_property ("words");
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/tool.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerTool, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerTool, words);
}

static void
foyer_tool_init (FoyerTool *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_tool_set_words (FoyerTool *self, const char *words)
{
  g_return_if_fail (FOYER_IS_TOOL (self));

  gtk_label_set_text (self->words, words);
}

void
foyer_tool_set_bare (FoyerTool *self, gboolean bare)
{
  g_return_if_fail (FOYER_IS_TOOL (self));

  gtk_widget_set_visible (GTK_WIDGET (self->icon), !bare);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-style"

#include "widgets/style.h"

#include <string.h>

/* From this size on a text is large for everybody. */
#define LARGE_PX 64.0
#define BODY_PX 24.0

/* What a widget has whose lengths were multiplied: once is enough. */
#define RESIZED "resized"

/**
 * FoyerStyle:
 *
 * What a screen of the kiosk wears over Foyer's look.
 */
struct _FoyerStyle {
  GObject parent;

  GdkScreen *screen;
  GtkCssProvider *sheet; /* the style sheet again, with other lengths */
  GtkCssProvider *names; /* a theme, or the organisation's colours */
  gulong hook;
  FoyerTheme theme;
  char *own_names; /* of the plain theme */
  int text;
  double scale;
  double icons;
};

G_DEFINE_FINAL_TYPE (FoyerStyle, foyer_style, G_TYPE_OBJECT)

void
foyer_style_add (GdkScreen *screen)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (style, "/org/foyer/style.css");
  gtk_style_context_add_provider_for_screen (screen,
                                             GTK_STYLE_PROVIDER (style),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_screen (screen), "/org/foyer/icons");
}

double
foyer_style_text_px (double px, int text)
{
  double body = text >= 200 ? 50 : BODY_PX * text / 100;

  if (text <= 100 || px >= LARGE_PX)
    return px;
  if (px > BODY_PX)
    return body + (px - BODY_PX) * (LARGE_PX - body) / (LARGE_PX - BODY_PX);
  return text >= 200 ? body : px * text / 100;
}

typedef struct {
  int text;
  double scale;
} Size;

static gboolean
resize_length (const GMatchInfo *match, GString *css, gpointer data)
{
  const Size *size = data;
  g_autofree char *property = g_match_info_fetch (match, 1);
  g_autofree char *number = g_match_info_fetch (match, 2);
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double px = g_ascii_strtod (number, NULL);

  if (*property != '\0')
    px = foyer_style_text_px (px, size->text);
  g_ascii_formatd (text, sizeof text, "%.2f", px * size->scale);
  g_string_append_printf (css, "%s%spx", property, text);
  return FALSE;
}

/* The keyboard and the picture of a badge have their own sizes of text. */
static gboolean
resize_rule (const GMatchInfo *match, GString *css, gpointer data)
{
  g_autofree char *rule = g_match_info_fetch (match, 0);
  g_autoptr (GRegex) length = g_regex_new ("(font-size: )?(-?[0-9.]+)px", 0, 0, NULL);
  Size size = *(Size *) data;
  g_autofree char *resized = NULL;

  if (strstr (rule, "foyer-touch-keyboard") != NULL || strstr (rule, "foyer-badge-picture") != NULL)
    size.text = 100;
  resized = g_regex_replace_eval (length, rule, -1, 0, 0, resize_length, &size, NULL);
  g_string_append (css, resized);
  return FALSE;
}

char *
foyer_style_resize (const char *css, int text, double scale)
{
  g_autoptr (GRegex) rule = g_regex_new ("[^{}]*\\{[^{}]*\\}", 0, 0, NULL);
  Size size = { text, scale };

  return g_regex_replace_eval (rule, css, -1, 0, 0, resize_rule, &size, NULL);
}

/* The one style sheet, whose lengths are px at scale 1.0 and at 100 %. */
static void
load_sheet (FoyerStyle *self)
{
  g_autoptr (GBytes) plain = NULL;
  g_autofree char *css = NULL;
  g_autofree char *resized = NULL;

  if (self->text != 100 || self->scale != 1.0) {
    plain = g_resources_lookup_data ("/org/foyer/style.css", 0, NULL);
    css = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));
    resized = foyer_style_resize (css, self->text, self->scale);
  }
  gtk_css_provider_load_from_data (self->sheet, resized != NULL ? resized : "", -1, NULL);
}

/* A provider that is loaded again makes GTK look at every widget again. */
static void
load_names (FoyerStyle *self, const FoyerLook *look)
{
  if (self->theme == look->theme && g_strcmp0 (self->own_names, look->names) == 0)
    return;
  self->theme = look->theme;
  g_free (self->own_names);
  self->own_names = g_strdup (look->names);
  switch (look->theme) {
  case FOYER_THEME_DARK:
    gtk_css_provider_load_from_resource (self->names, "/org/foyer/theme-dark.css");
    return;
  case FOYER_THEME_CONTRAST:
    gtk_css_provider_load_from_resource (self->names, "/org/foyer/theme-contrast.css");
    return;
  case FOYER_THEME_PLAIN:
    gtk_css_provider_load_from_data (self->names, look->names != NULL ? look->names : "", -1, NULL);
    return;
  }
}

static void
multiply (GtkWidget *widget, const char *property, double by)
{
  int length;

  g_object_get (widget, property, &length, NULL);
  if (length > 0)
    g_object_set (widget, property, (int) (length * by + 0.5), NULL);
}

static gboolean
is_of_kiosk (GtkWidget *widget)
{
  GtkWidget *window = gtk_widget_get_toplevel (widget);

  return gtk_widget_is_toplevel (window)
         && gtk_style_context_has_class (gtk_widget_get_style_context (window), "kiosk");
}

/* What GTK 3 cannot be told in a style sheet: the room between widgets, and the size of icons. */
static gboolean
on_widget_placed (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  GtkStyleContext *style = gtk_widget_get_style_context (widget);
  const FoyerStyle *self = data;

  if ((self->scale == 1.0 && self->icons == 1.0) || gtk_style_context_has_class (style, RESIZED)
      || !is_of_kiosk (widget))
    return TRUE;
  if (GTK_IS_IMAGE (widget))
    multiply (widget, "pixel-size", self->scale * self->icons);
  else if (GTK_IS_BOX (widget))
    multiply (widget, "spacing", self->scale);
  else if (GTK_IS_GRID (widget)) {
    multiply (widget, "row-spacing", self->scale);
    multiply (widget, "column-spacing", self->scale);
  } else
    return TRUE;
  gtk_style_context_add_class (style, RESIZED);
  return TRUE;
}

static void
foyer_style_dispose (GObject *object)
{
  FoyerStyle *self = FOYER_STYLE (object);

  if (self->hook != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("hierarchy-changed", GTK_TYPE_WIDGET),
                                   self->hook);
  self->hook = 0;
  if (self->sheet != NULL)
    gtk_style_context_remove_provider_for_screen (self->screen, GTK_STYLE_PROVIDER (self->sheet));
  if (self->names != NULL)
    gtk_style_context_remove_provider_for_screen (self->screen, GTK_STYLE_PROVIDER (self->names));
  g_clear_object (&self->sheet);
  g_clear_object (&self->names);

  G_OBJECT_CLASS (foyer_style_parent_class)->dispose (object);
}

static void
foyer_style_finalize (GObject *object)
{
  g_free (FOYER_STYLE (object)->own_names);

  G_OBJECT_CLASS (foyer_style_parent_class)->finalize (object);
}

static void
foyer_style_class_init (FoyerStyleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_style_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_style_finalize;
}

static void
foyer_style_init (FoyerStyle *self)
{
  self->sheet = gtk_css_provider_new ();
  self->names = gtk_css_provider_new ();
  self->text = 100;
  self->scale = 1.0;
  self->icons = 1.0;
}

FoyerStyle *
foyer_style_new (GdkScreen *screen)
{
  FoyerStyle *self = g_object_new (FOYER_TYPE_STYLE, NULL);

  self->screen = screen;
  gtk_style_context_add_provider_for_screen (screen,
                                             GTK_STYLE_PROVIDER (self->sheet),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_style_context_add_provider_for_screen (screen,
                                             GTK_STYLE_PROVIDER (self->names),
                                             GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
  self->hook = g_signal_add_emission_hook (g_signal_lookup ("hierarchy-changed", GTK_TYPE_WIDGET),
                                           0,
                                           on_widget_placed,
                                           self,
                                           NULL);
  return self;
}

void
foyer_style_wear (FoyerStyle *self, const FoyerLook *look)
{
  g_return_if_fail (FOYER_IS_STYLE (self));
  g_return_if_fail (look != NULL);

  self->icons = look->text <= 100 ? 1.0 : look->text < 200 ? 1.25 : 1.5;
  if (self->text != look->text || self->scale != look->scale) {
    self->text = look->text;
    self->scale = look->scale;
    load_sheet (self);
  }
  load_names (self, look);
}

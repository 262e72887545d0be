/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-display"

#include "kiosk/display.h"

#include <string.h>

#define TEXT "text-"

static FoyerTheme
theme_of (const char *choice)
{
  return g_str_equal (choice, "dark")       ? FOYER_THEME_DARK
         : g_str_equal (choice, "contrast") ? FOYER_THEME_CONTRAST
                                            : FOYER_THEME_PLAIN;
}

static int
text_of (const char *choice)
{
  return (int) g_ascii_strtoll (choice + strlen (TEXT), NULL, 10);
}

FoyerDisplay
foyer_display_choose (const FoyerDisplay *self, const char *choice)
{
  FoyerDisplay chosen = *self;

  if (g_str_has_prefix (choice, TEXT))
    chosen.text = text_of (choice);
  else if (g_str_equal (choice, "low"))
    chosen.is_low = !self->is_low;
  else if (g_str_equal (choice, "slow"))
    chosen.is_slow = !self->is_slow;
  else
    chosen.theme = foyer_display_has (self, choice) ? FOYER_THEME_PLAIN : theme_of (choice);
  chosen.chosen = g_intern_string (choice);
  return chosen;
}

gboolean
foyer_display_has (const FoyerDisplay *self, const char *choice)
{
  if (g_str_has_prefix (choice, TEXT))
    return self->text == text_of (choice);
  if (g_str_equal (choice, "low"))
    return self->is_low;
  if (g_str_equal (choice, "slow"))
    return self->is_slow;
  return self->theme == theme_of (choice);
}

gboolean
foyer_display_has_pictures (const FoyerDisplay *self, gboolean has_room_above)
{
  return self == NULL
         || (self->theme != FOYER_THEME_CONTRAST && (has_room_above || self->text < 200));
}

gint64
foyer_display_stretch (const FoyerDisplay *self, gint64 time)
{
  return self != NULL && (self->is_slow || self->text >= 150) ? 2 * time : time;
}

static void
set_class (GtkWidget *window, const char *name, gboolean has)
{
  GtkStyleContext *style = gtk_widget_get_style_context (window);

  if (has)
    gtk_style_context_add_class (style, name);
  else
    gtk_style_context_remove_class (style, name);
}

void
foyer_display_wear (const FoyerDisplay *self,
                    FoyerStyle *style,
                    GtkWidget *window,
                    FoyerSettings *settings)
{
  const FoyerIdentity *identity = foyer_settings_get_identity (settings);
  const FoyerAccent *accent = &identity->accent;
  g_autofree char *names = !identity->has_accent ? NULL
                                                 : g_strdup_printf ("@define-color pine %s;\n"
                                                                    "@define-color link %s;\n"
                                                                    "@define-color pine_d %s;\n"
                                                                    "@define-color pine_l %s;\n",
                                                                    accent->primary,
                                                                    accent->link,
                                                                    accent->pressed,
                                                                    accent->pale);
  FoyerLook look = { self->theme, self->text, identity->scale, names };

  set_class (window, "dark", self->theme == FOYER_THEME_DARK);
  set_class (window, "contrast", self->theme == FOYER_THEME_CONTRAST);
  set_class (window, "large", self->text == 150);
  set_class (window, "largest", self->text == 200);
  set_class (window, "low", self->is_low);
  foyer_style_wear (style, &look);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-language-page"

#include "kiosk/language-page.h"

#include "kiosk/choice.h"
#include "station/language.h"

/**
 * FoyerLanguagePage:
 *
 * Offers the languages of the site, each by its own name.
 */
struct _FoyerLanguagePage {
  FoyerKioskPage parent;

  GtkGrid *choices;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (FoyerLanguagePage, foyer_language_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerLanguagePage *self, const char *language)
{
  foyer_kiosk_page_wish_language (FOYER_KIOSK_PAGE (self), language);
}

static void
add_choices (FoyerLanguagePage *self, const FoyerKioskContext *context)
{
  const char *const *languages = foyer_settings_get_languages (context->settings);
  int columns = context->portrait ? 1 : 2;

  for (int i = 0; languages[i] != NULL; i++) {
    GtkWidget *choice =
        foyer_choice_new (languages[i], foyer_language_get_own_name (languages[i]), NULL, "tile");
    gboolean is_current = g_str_equal (languages[i], context->language);

    gtk_widget_set_hexpand (choice, TRUE);
    foyer_choice_set_current (FOYER_CHOICE (choice), is_current);
    g_signal_connect_swapped (choice, "chosen", G_CALLBACK (on_chosen), self);
    gtk_grid_attach (self->choices, choice, i % columns, i / columns, 1, 1);
    if (is_current)
      gtk_widget_grab_focus (choice);
  }
}

static void
foyer_language_page_show (FoyerKioskPage *page)
{
  FoyerLanguagePage *self = FOYER_LANGUAGE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (!self->is_filled)
    add_choices (self, context);
  self->is_filled = TRUE;
}

static void
foyer_language_page_class_init (FoyerLanguagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_language_page_show;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/language-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerLanguagePage, choices);
  gtk_widget_class_set_css_name (widget_class, "foyer-language-page");
}

static void
foyer_language_page_init (FoyerLanguagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

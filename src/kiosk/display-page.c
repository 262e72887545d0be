/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-display-page"

#include "kiosk/display-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/choice.h"
#include "widgets/wrap-box.h"

/**
 * FoyerDisplayPage:
 *
 * Asks how the screen is to be: what is chosen applies at once, and the page stays.
 */
struct _FoyerDisplayPage {
  FoyerKioskPage parent;

  GtkContainer *sizes;
  GtkContainer *colours;
  GtkContainer *ways;
  gboolean is_filled;
};

G_DEFINE_FINAL_TYPE (FoyerDisplayPage, foyer_display_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerDisplayPage *self, const char *key)
{
  foyer_kiosk_page_wish_display (FOYER_KIOSK_PAGE (self), key);
}

static void
add_choice (FoyerDisplayPage *self, GtkContainer *group, const char *key, const char *words)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  GtkWidget *choice = foyer_choice_new (key, words, NULL, "option");

  g_signal_connect_swapped (choice, "chosen", G_CALLBACK (on_chosen), self);
  gtk_container_add (group, choice);
  if (context->display == NULL)
    return;
  foyer_choice_set_current (FOYER_CHOICE (choice), foyer_display_has (context->display, key));
  if (g_strcmp0 (context->display->chosen, key) == 0)
    gtk_widget_grab_focus (choice);
}

static void
foyer_display_page_show (FoyerKioskPage *page)
{
  FoyerDisplayPage *self = FOYER_DISPLAY_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  if (self->is_filled)
    return;
  self->is_filled = TRUE;
  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  add_choice (self, self->sizes, "text-100", C_ ("kiosk", "100 %"));
  add_choice (self, self->sizes, "text-150", C_ ("kiosk", "150 %"));
  add_choice (self, self->sizes, "text-200", C_ ("kiosk", "200 %"));
  add_choice (self, self->colours, "plain", C_ ("kiosk", "Light"));
  add_choice (self, self->colours, "dark", C_ ("kiosk", "Dark"));
  add_choice (self, self->colours, "contrast", C_ ("kiosk", "High contrast"));
  add_choice (self, self->ways, "low", C_ ("kiosk", "Everything low"));
  add_choice (self, self->ways, "slow", C_ ("kiosk", "More time"));
}

static void
foyer_display_page_class_init (FoyerDisplayPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_display_page_show;

  g_type_ensure (FOYER_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/display-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerDisplayPage, sizes);
  gtk_widget_class_bind_template_child (widget_class, FoyerDisplayPage, colours);
  gtk_widget_class_bind_template_child (widget_class, FoyerDisplayPage, ways);
  gtk_widget_class_set_css_name (widget_class, "foyer-display-page");
}

static void
foyer_display_page_init (FoyerDisplayPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

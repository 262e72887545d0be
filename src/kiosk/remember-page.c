/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-remember-page"

#include "kiosk/remember-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/tiles.h"
#include "station/day.h"

/**
 * FoyerRememberPage:
 *
 * Asks whether the answers are to be kept for next time: only who says yes has them kept.
 */
struct _FoyerRememberPage {
  FoyerKioskPage parent;

  GtkLabel *until;
  FoyerTiles *tiles;
};

G_DEFINE_FINAL_TYPE (FoyerRememberPage, foyer_remember_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerRememberPage *self, const char *key)
{
  if (g_str_equal (key, "yes"))
    foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "remembered");
  else
    foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
foyer_remember_page_show (FoyerKioskPage *page)
{
  FoyerRememberPage *self = FOYER_REMEMBER_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  gint64 days = foyer_settings_get_remember_days (context->settings);
  int columns = context->portrait ? 1 : 2;
  g_autofree char *date =
      foyer_day_format_date (foyer_settings_get_time_zone (context->settings),
                             foyer_clock_now (context->clock) + days * FOYER_DAY);
  g_autofree char *until =
      g_strdup_printf (C_ ("kiosk", "Until %s. You get a code to scan then."), date);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  gtk_label_set_text (self->until, until);
  if (foyer_tiles_is_empty (self->tiles)) {
    foyer_tiles_add (self->tiles, "no", C_ ("kiosk", "No"), NULL, columns);
    foyer_tiles_add (self->tiles, "yes", C_ ("kiosk", "Yes"), NULL, columns);
  }
  foyer_tiles_show (self->tiles, NULL);
}

static void
foyer_remember_page_class_init (FoyerRememberPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_remember_page_show;

  g_type_ensure (FOYER_TYPE_TILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/remember-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberPage, until);
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberPage, tiles);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_css_name (widget_class, "foyer-remember-page");
}

static void
foyer_remember_page_init (FoyerRememberPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

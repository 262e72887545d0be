/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-put-right-page"

#include "kiosk/put-right-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/tiles.h"

/**
 * FoyerPutRightPage:
 *
 * Asks what was taken down wrongly.
 */
struct _FoyerPutRightPage {
  FoyerKioskPage parent;

  FoyerTiles *tiles;
};

G_DEFINE_FINAL_TYPE (FoyerPutRightPage, foyer_put_right_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerPutRightPage *self, const char *key)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), key);
}

static void
foyer_put_right_page_show (FoyerKioskPage *page)
{
  FoyerPutRightPage *self = FOYER_PUT_RIGHT_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerVisitorType *type =
      foyer_settings_find_type (context->settings, foyer_visit_get_type_key (context->visit));
  int columns = context->portrait ? 1 : 2;

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (foyer_tiles_is_empty (self->tiles)) {
    foyer_tiles_add (self->tiles,
                     FOYER_FIELD_KEY_NAME,
                     C_ ("kiosk", "My name"),
                     "foyer-person-symbolic",
                     columns);
    if (type != NULL && foyer_visitor_type_asks_host (type))
      foyer_tiles_add (self->tiles,
                       FOYER_FIELD_KEY_HOST,
                       C_ ("kiosk", "Who I am visiting"),
                       "foyer-people-symbolic",
                       columns);
  }
  foyer_tiles_show (self->tiles, NULL);
}

static void
foyer_put_right_page_class_init (FoyerPutRightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_put_right_page_show;

  g_type_ensure (FOYER_TYPE_TILES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/put-right-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPutRightPage, tiles);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_css_name (widget_class, "foyer-put-right-page");
}

static void
foyer_put_right_page_init (FoyerPutRightPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

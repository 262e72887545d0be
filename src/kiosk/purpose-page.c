/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-purpose-page"

#include "kiosk/purpose-page.h"

#include "kiosk/tiles.h"

/**
 * FoyerPurposePage:
 *
 * Asks what brings the visitor here: a tile is the answer.
 */
struct _FoyerPurposePage {
  FoyerKioskPage parent;

  FoyerTiles *tiles;
};

G_DEFINE_FINAL_TYPE (FoyerPurposePage, foyer_purpose_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_chosen (FoyerPurposePage *self, const char *key)
{
  foyer_visit_set_type (foyer_kiosk_page_get_visit (FOYER_KIOSK_PAGE (self)), key);
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
add_tiles (FoyerPurposePage *self, const FoyerKioskContext *context)
{
  GPtrArray *types = foyer_settings_get_types (context->settings);
  int columns = foyer_tiles_columns (types->len, context->portrait);

  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = g_ptr_array_index (types, i);

    foyer_tiles_add (self->tiles,
                     foyer_visitor_type_get_key (type),
                     foyer_visitor_type_get_purpose (type, context->language),
                     foyer_visitor_type_get_icon (type),
                     columns);
  }
}

static void
foyer_purpose_page_show (FoyerKioskPage *page)
{
  FoyerPurposePage *self = FOYER_PURPOSE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (foyer_tiles_is_empty (self->tiles))
    add_tiles (self, context);
  foyer_tiles_show (self->tiles, foyer_visit_get_type_key (context->visit));
}

static void
foyer_purpose_page_class_init (FoyerPurposePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_purpose_page_show;

  g_type_ensure (FOYER_TYPE_TILES);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/purpose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPurposePage, tiles);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_set_css_name (widget_class, "foyer-purpose-page");
}

static void
foyer_purpose_page_init (FoyerPurposePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

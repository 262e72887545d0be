/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-purpose-page"

#include "kiosk/purpose-page.h"

#include "kiosk/choice.h"

/**
 * FoyerPurposePage:
 *
 * Asks what brings the visitor here: a tile is the answer.
 */
struct _FoyerPurposePage {
  FoyerKioskPage parent;

  GtkGrid *tiles;
  GPtrArray *choices; /* of FoyerChoice, borrowed */
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
  int columns = context->portrait ? 1 : 2;

  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = g_ptr_array_index (types, i);
    GtkWidget *tile = foyer_choice_new (foyer_visitor_type_get_key (type),
                                        foyer_visitor_type_get_purpose (type, context->language),
                                        foyer_visitor_type_get_icon (type),
                                        "tile");

    gtk_widget_set_hexpand (tile, TRUE);
    g_signal_connect_swapped (tile, "chosen", G_CALLBACK (on_chosen), self);
    gtk_grid_attach (self->tiles, tile, (int) i % columns, (int) i / columns, 1, 1);
    g_ptr_array_add (self->choices, tile);
  }
}

static void
foyer_purpose_page_show (FoyerKioskPage *page)
{
  FoyerPurposePage *self = FOYER_PURPOSE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  const char *key = foyer_visit_get_type_key (context->visit);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  if (self->choices->len == 0)
    add_tiles (self, context);
  for (guint i = 0; i < self->choices->len; i++) {
    FoyerChoice *tile = g_ptr_array_index (self->choices, i);
    gboolean is_answer = g_strcmp0 (foyer_choice_get_key (tile), key) == 0;

    foyer_choice_set_current (tile, is_answer);
    if (is_answer || (key == NULL && i == 0))
      gtk_widget_grab_focus (GTK_WIDGET (tile));
  }
}

static void
foyer_purpose_page_finalize (GObject *object)
{
  g_ptr_array_unref (FOYER_PURPOSE_PAGE (object)->choices);

  G_OBJECT_CLASS (foyer_purpose_page_parent_class)->finalize (object);
}

static void
foyer_purpose_page_class_init (FoyerPurposePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_purpose_page_finalize;
  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_purpose_page_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/purpose-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerPurposePage, tiles);
  gtk_widget_class_set_css_name (widget_class, "foyer-purpose-page");
}

static void
foyer_purpose_page_init (FoyerPurposePage *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

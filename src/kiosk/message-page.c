/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-message-page"

#include "kiosk/message-page.h"

#include "kiosk/closing.h"
#include "widgets/arches.h"

/**
 * FoyerMessagePage:
 *
 * Says one thing, and what to do next.
 */
struct _FoyerMessagePage {
  FoyerKioskPage parent;

  GtkImage *icon;
  GtkLabel *heading;
  GtkLabel *words;
  GtkButton *primary;
  FoyerClosing *closing;
  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (FoyerMessagePage, foyer_message_page, FOYER_TYPE_KIOSK_PAGE)

static void
show_message (FoyerMessagePage *self, const FoyerKioskMessage *message)
{
  gtk_image_set_from_icon_name (self->icon, message->icon, GTK_ICON_SIZE_DND);
  gtk_label_set_text (self->heading, message->heading);
  foyer_kiosk_page_show_words (self->words, message->words);
  gtk_button_set_label (self->primary, message->primary != NULL ? message->primary : "");
  gtk_widget_set_visible (GTK_WIDGET (self->primary), message->primary != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->closing), message->closes_in > 0);
}

static void
foyer_message_page_show (FoyerKioskPage *page)
{
  FoyerMessagePage *self = FOYER_MESSAGE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  GtkOrientation wide = context->portrait ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL;

  show_message (self, &context->message);
  foyer_kiosk_page_place_picture (page, self->picture);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->closing), wide);
  foyer_kiosk_page_set_complete (page, TRUE);
  if (context->message.closes_in > 0)
    foyer_closing_start (
        self->closing,
        context->clock,
        (int) foyer_display_stretch (context->display, context->message.closes_in));
  else
    foyer_closing_stop (self->closing);
  if (context->message.primary != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->primary));
}

static void
foyer_message_page_class_init (FoyerMessagePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_message_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  g_type_ensure (FOYER_TYPE_CLOSING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/message-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, heading);
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, primary);
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, closing);
  gtk_widget_class_bind_template_child (widget_class, FoyerMessagePage, picture);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_answer);
  gtk_widget_class_set_css_name (widget_class, "foyer-message-page");
}

static void
foyer_message_page_init (FoyerMessagePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-remembered-page"

#include "kiosk/remembered-page.h"

#include <glib/gi18n-lib.h>

#include "station/day.h"
#include "visit/badge-code.h"
#include "widgets/qr-picture.h"

/**
 * FoyerRememberedPage:
 *
 * Shows the code that brings a visitor's answers back next time.
 */
struct _FoyerRememberedPage {
  FoyerKioskPage parent;

  GtkLabel *until;
  FoyerQrPicture *code;
  GtkOrientable *actions;
  GtkWidget *primary;
};

G_DEFINE_FINAL_TYPE (FoyerRememberedPage, foyer_remembered_page, FOYER_TYPE_KIOSK_PAGE)

static void
foyer_remembered_page_show (FoyerKioskPage *page)
{
  FoyerRememberedPage *self = FOYER_REMEMBERED_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  g_autofree char *date = foyer_day_format_date (foyer_settings_get_time_zone (context->settings),
                                                 context->remembered_until);
  g_autofree char *until =
      g_strdup_printf (C_ ("kiosk", "Take a photo of it. It works until %s, then it is deleted."),
                       date);
  g_autofree char *text = g_strconcat (FOYER_BADGE_CODE_PREFIX, context->remembered_code, NULL);

  gtk_label_set_text (self->until, until);
  foyer_qr_picture_set_text (self->code, text);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self->code)),
                       C_ ("kiosk", "The code that you scan next time"));
  gtk_orientable_set_orientation (self->actions,
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  foyer_kiosk_page_set_complete (page, TRUE);
  gtk_widget_grab_focus (self->primary);
}

static void
foyer_remembered_page_class_init (FoyerRememberedPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_remembered_page_show;

  g_type_ensure (FOYER_TYPE_QR_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/remembered-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberedPage, until);
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberedPage, code);
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberedPage, actions);
  gtk_widget_class_bind_template_child (widget_class, FoyerRememberedPage, primary);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_answer);
  gtk_widget_class_set_css_name (widget_class, "foyer-remembered-page");
}

static void
foyer_remembered_page_init (FoyerRememberedPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

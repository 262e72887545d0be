/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-sign-out-page"

#include "kiosk/sign-out-page.h"

#include "kiosk/badge-picture.h"
#include "widgets/arches.h"

/**
 * FoyerSignOutPage:
 *
 * Says how to sign out; the scan itself is taken on every page.
 */
struct _FoyerSignOutPage {
  FoyerKioskPage parent;

  GtkWidget *picture;
  FoyerBadgePicture *badge;
};

G_DEFINE_FINAL_TYPE (FoyerSignOutPage, foyer_sign_out_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_no_badge (FoyerSignOutPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "leave");
}

static void
foyer_sign_out_page_show (FoyerKioskPage *page)
{
  FoyerSignOutPage *self = FOYER_SIGN_OUT_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  foyer_badge_picture_show_face (
      self->badge,
      &(FoyerBadgeFace){
          .organisation = foyer_settings_get_organisation (context->settings),
      });
  foyer_kiosk_page_place_picture (page, self->picture);
}

static void
foyer_sign_out_page_class_init (FoyerSignOutPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_sign_out_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  g_type_ensure (FOYER_TYPE_BADGE_PICTURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/sign-out-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSignOutPage, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerSignOutPage, badge);
  gtk_widget_class_bind_template_callback (widget_class, on_no_badge);
  gtk_widget_class_set_css_name (widget_class, "foyer-sign-out-page");
}

static void
foyer_sign_out_page_init (FoyerSignOutPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

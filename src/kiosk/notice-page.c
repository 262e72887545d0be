/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-page"

#include "kiosk/notice-page.h"

#include <glib/gi18n-lib.h>

/**
 * FoyerNoticePage:
 *
 * Layer three: the whole privacy notice in one place.
 */
struct _FoyerNoticePage {
  FoyerLayerPage parent;
};

G_DEFINE_FINAL_TYPE (FoyerNoticePage, foyer_notice_page, FOYER_TYPE_LAYER_PAGE)

static void
foyer_notice_page_class_init (FoyerNoticePageClass *klass)
{
  FOYER_LAYER_PAGE_CLASS (klass)->has_section = foyer_layer_page_has_all;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "foyer-notice-page");
}

static void
foyer_notice_page_init (FoyerNoticePage *self)
{
  foyer_layer_page_set_words (FOYER_LAYER_PAGE (self),
                              &(FoyerLayerWords){
                                  .heading = C_ ("kiosk", "Our privacy notice"),
                                  .under = NULL,
                                  .primary = C_ ("kiosk", "Back to the parts about your visit"),
                                  .further = NULL,
                              });
}

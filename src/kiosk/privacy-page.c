/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-privacy-page"

#include "kiosk/privacy-page.h"

#include <glib/gi18n-lib.h>

/**
 * FoyerPrivacyPage:
 *
 * “Your privacy here”: layer two for whoever wants to read it before anything else.
 */
struct _FoyerPrivacyPage {
  FoyerLayerPage parent;
};

G_DEFINE_FINAL_TYPE (FoyerPrivacyPage, foyer_privacy_page, FOYER_TYPE_LAYER_PAGE)

static void
foyer_privacy_page_class_init (FoyerPrivacyPageClass *klass)
{
  FOYER_LAYER_PAGE_CLASS (klass)->has_section = foyer_layer_page_has_excerpt;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "foyer-privacy-page");
}

static void
foyer_privacy_page_init (FoyerPrivacyPage *self)
{
  foyer_layer_page_set_words (
      FOYER_LAYER_PAGE (self),
      &(FoyerLayerWords){
          .heading = C_ ("kiosk", "Your privacy here"),
          .under = C_ ("kiosk", "Our privacy notice, the parts about your visit"),
          .primary = C_ ("kiosk", "Back to the start"),
          .further = C_ ("kiosk", "The whole notice"),
          .has_held = TRUE,
      });
}

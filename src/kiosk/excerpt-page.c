/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-excerpt-page"

#include "kiosk/excerpt-page.h"

#include <glib/gi18n-lib.h>

/**
 * FoyerExcerptPage:
 *
 * Layer two, on the way to sign in.
 */
struct _FoyerExcerptPage {
  FoyerLayerPage parent;
};

G_DEFINE_FINAL_TYPE (FoyerExcerptPage, foyer_excerpt_page, FOYER_TYPE_LAYER_PAGE)

static void
foyer_excerpt_page_class_init (FoyerExcerptPageClass *klass)
{
  FOYER_LAYER_PAGE_CLASS (klass)->has_section = foyer_layer_page_has_excerpt;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "foyer-excerpt-page");
}

static void
foyer_excerpt_page_init (FoyerExcerptPage *self)
{
  foyer_layer_page_set_words (
      FOYER_LAYER_PAGE (self),
      &(FoyerLayerWords){
          .heading = C_ ("kiosk", "Our privacy notice, the parts about your visit"),
          .under = NULL,
          .primary = C_ ("kiosk", "Back to sign in"),
          .further = C_ ("kiosk", "The whole notice"),
      });
}

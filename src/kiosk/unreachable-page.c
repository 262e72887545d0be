/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-unreachable-page"

#include "kiosk/unreachable-page.h"

#include "widgets/arches.h"

/**
 * FoyerUnreachablePage:
 *
 * Says that nothing can be stored now, and that nothing was.
 */
struct _FoyerUnreachablePage {
  FoyerKioskPage parent;

  GtkWidget *picture;
};

G_DEFINE_FINAL_TYPE (FoyerUnreachablePage, foyer_unreachable_page, FOYER_TYPE_KIOSK_PAGE)

static void
foyer_unreachable_page_show (FoyerKioskPage *page)
{
  FoyerUnreachablePage *self = FOYER_UNREACHABLE_PAGE (page);

  foyer_kiosk_page_place_picture (page, self->picture);
}

static void
foyer_unreachable_page_class_init (FoyerUnreachablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_unreachable_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/unreachable-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerUnreachablePage, picture);
  gtk_widget_class_set_css_name (widget_class, "foyer-unreachable-page");
}

static void
foyer_unreachable_page_init (FoyerUnreachablePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

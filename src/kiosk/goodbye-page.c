/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-goodbye-page"

#include "kiosk/goodbye-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/closing.h"
#include "station/day.h"
#include "visit/retention-rule.h"
#include "widgets/arches.h"

/* How long the page stays, in seconds. */
#define STAYS 6

/**
 * FoyerGoodbyePage:
 *
 * Says that the visitor is signed out, and when the visit is deleted.
 */
struct _FoyerGoodbyePage {
  FoyerKioskPage parent;

  GtkLabel *signed_out;
  GtkWidget *picture;
  FoyerClosing *closing;
};

G_DEFINE_FINAL_TYPE (FoyerGoodbyePage, foyer_goodbye_page, FOYER_TYPE_KIOSK_PAGE)

static gint64
longest_stay_of (FoyerVisit *visit, const FoyerKioskContext *context)
{
  const char *key = foyer_visit_get_type_key (visit);
  const FoyerTold *told =
      key == NULL || context->reading == NULL ? NULL : foyer_reading_find (context->reading, key);
  FoyerVisitorType *type = key == NULL ? NULL : foyer_settings_find_type (context->settings, key);

  if (told != NULL)
    return told->longest_stay;
  return type == NULL ? FOYER_DAY : foyer_visitor_type_get_longest_stay (type);
}

static void
foyer_goodbye_page_show (FoyerKioskPage *page)
{
  FoyerGoodbyePage *self = FOYER_GOODBYE_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerVisit *visit = context->visit;
  GTimeZone *zone = foyer_settings_get_time_zone (context->settings);
  gint64 promise = foyer_retention_promise (foyer_visit_get_arrived_at (visit),
                                            foyer_visit_get_left_at (visit),
                                            longest_stay_of (visit, context),
                                            foyer_visit_get_days_told (visit));
  g_autofree char *time = foyer_day_format_time (zone, foyer_visit_get_left_at (visit));
  g_autofree char *date = foyer_day_format_date (zone, promise);
  /* Translators: a time, "16:05", and a date */
  g_autofree char *words =
      g_strdup_printf (C_ ("kiosk", "You are signed out, %s.\nYour visit is deleted by %s."),
                       time,
                       date);

  gtk_label_set_text (self->signed_out, words);
  foyer_kiosk_page_place_picture (page, self->picture);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->closing),
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  foyer_kiosk_page_set_complete (page, TRUE);
  foyer_closing_start (self->closing,
                       context->clock,
                       (int) foyer_display_stretch (context->display, STAYS));
}

static void
on_over (FoyerGoodbyePage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "welcome");
}

static void
foyer_goodbye_page_class_init (FoyerGoodbyePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_goodbye_page_show;

  g_type_ensure (FOYER_TYPE_ARCHES);
  g_type_ensure (FOYER_TYPE_CLOSING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/goodbye-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerGoodbyePage, signed_out);
  gtk_widget_class_bind_template_child (widget_class, FoyerGoodbyePage, picture);
  gtk_widget_class_bind_template_child (widget_class, FoyerGoodbyePage, closing);
  gtk_widget_class_bind_template_callback (widget_class, on_over);
  gtk_widget_class_set_css_name (widget_class, "foyer-goodbye-page");
}

static void
foyer_goodbye_page_init (FoyerGoodbyePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-your-data-page"

#include "kiosk/your-data-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/answer-row.h"
#include "kiosk/more-below.h"
#include "station/day.h"

/**
 * FoyerYourDataPage:
 *
 * Answers “What do you hold about me?” as far as the badge shows it.
 */
struct _FoyerYourDataPage {
  FoyerKioskPage parent;

  GtkWidget *scan;
  GtkBox *held;
  GtkOrientable *actions;
  GtkWidget *primary;
};

G_DEFINE_FINAL_TYPE (FoyerYourDataPage, foyer_your_data_page, FOYER_TYPE_KIOSK_PAGE)

static void
add_row (FoyerYourDataPage *self, const char *what, const char *held)
{
  FoyerAnswerRow *row = g_object_new (FOYER_TYPE_ANSWER_ROW, "question", what, NULL);

  foyer_answer_row_set_answer (row, held);
  gtk_container_add (GTK_CONTAINER (self->held), GTK_WIDGET (row));
}

/* Of the rest it is only said that it is held: whoever has the badge need not be its owner. */
static void
show_held (FoyerYourDataPage *self, FoyerVisit *visit, const FoyerKioskContext *context)
{
  const char *yes = C_ ("kiosk", "Held: yes");
  const char *host = foyer_visit_get_host_name (visit);
  FoyerVisitorType *type =
      foyer_settings_find_type (context->settings, foyer_visit_get_type_key (visit));
  GPtrArray *answers = foyer_visit_get_answers (visit);
  g_autofree char *day = foyer_day_format_date (foyer_settings_get_time_zone (context->settings),
                                                foyer_visit_get_arrived_at (visit));

  add_row (self, C_ ("kiosk", "Name"), foyer_visit_get_name (visit));
  if (host != NULL)
    add_row (self, C_ ("kiosk", "Visiting"), host);
  add_row (self, C_ ("kiosk", "Day"), day);
  for (guint i = 0; i < answers->len; i++) {
    const FoyerAnswer *answer = g_ptr_array_index (answers, i);
    FoyerVisitorField *field =
        type != NULL ? foyer_visitor_type_find_field (type, answer->key) : NULL;

    add_row (self,
             field != NULL ? foyer_visitor_field_say (field, FOYER_FIELD_LABEL, context->language)
                           : answer->key,
             yes);
  }
  add_row (self, C_ ("kiosk", "What you came for"), yes);
  add_row (self, C_ ("kiosk", "When you came"), yes);
  add_row (self, C_ ("kiosk", "Which notice you were shown"), yes);
}

static void
foyer_your_data_page_show (FoyerKioskPage *page)
{
  FoyerYourDataPage *self = FOYER_YOUR_DATA_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);

  gtk_container_foreach (GTK_CONTAINER (self->held), (GtkCallback) gtk_widget_destroy, NULL);
  if (context->held != NULL)
    show_held (self, context->held, context);
  gtk_widget_set_visible (GTK_WIDGET (self->held), context->held != NULL);
  gtk_widget_set_visible (self->scan, context->held == NULL);
  gtk_orientable_set_orientation (self->actions,
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  foyer_kiosk_page_set_complete (page, TRUE);
  gtk_widget_grab_focus (self->primary);
}

static void
on_call (FoyerYourDataPage *self)
{
  foyer_kiosk_page_go_to (FOYER_KIOSK_PAGE (self), "called");
}

static void
foyer_your_data_page_class_init (FoyerYourDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_your_data_page_show;

  g_type_ensure (FOYER_TYPE_ANSWER_ROW);
  g_type_ensure (FOYER_TYPE_MORE_BELOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/your-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerYourDataPage, scan);
  gtk_widget_class_bind_template_child (widget_class, FoyerYourDataPage, held);
  gtk_widget_class_bind_template_child (widget_class, FoyerYourDataPage, actions);
  gtk_widget_class_bind_template_child (widget_class, FoyerYourDataPage, primary);
  gtk_widget_class_bind_template_callback (widget_class, on_call);
  gtk_widget_class_set_css_name (widget_class, "foyer-your-data-page");
}

static void
foyer_your_data_page_init (FoyerYourDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

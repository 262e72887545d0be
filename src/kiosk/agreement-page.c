/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-agreement-page"

#include "kiosk/agreement-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/more-below.h"
#include "kiosk/promise.h"
#include "kiosk/rule.h"

/**
 * FoyerAgreementPage:
 *
 * Shows rules, or a text to accept, before the visitor may go on.
 */
struct _FoyerAgreementPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  GtkLabel *hint;
  GtkScrolledWindow *body;
  GtkGrid *rules;
  GtkLabel *text;
  GtkLabel *promise;
  GtkOrientable *actions;
  GtkButton *primary;
};

G_DEFINE_FINAL_TYPE (FoyerAgreementPage, foyer_agreement_page, FOYER_TYPE_KIOSK_PAGE)

static void
show_rules (FoyerAgreementPage *self, FoyerVisitorField *field, const FoyerKioskContext *context)
{
  GPtrArray *parts = foyer_visitor_field_get_parts (field);
  int columns = context->portrait ? 1 : 2;

  gtk_grid_set_row_spacing (self->rules, context->portrait ? 40 : 24);
  gtk_container_foreach (GTK_CONTAINER (self->rules), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < parts->len; i++) {
    const FoyerFieldPart *part = g_ptr_array_index (parts, i);

    gtk_grid_attach (self->rules,
                     foyer_rule_new (part->icon, foyer_words_get (part->words, context->language)),
                     (int) i % columns,
                     (int) i / columns,
                     1,
                     1);
  }
}

static void
foyer_agreement_page_show (FoyerKioskPage *page)
{
  FoyerAgreementPage *self = FOYER_AGREEMENT_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerVisitorField *field = foyer_kiosk_page_get_field (page);
  const char *text = foyer_visitor_field_say (field, FOYER_FIELD_AGREEMENT, context->language);
  g_autofree char *promise = foyer_promise_say (field, context->language);

  foyer_kiosk_page_show_words (
      self->question,
      foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, context->language));
  foyer_kiosk_page_show_words (
      self->hint,
      foyer_visitor_field_say (field, FOYER_FIELD_HINT, context->language));
  foyer_kiosk_page_show_words (self->text, text);
  foyer_kiosk_page_show_words (self->promise, promise);
  show_rules (self, field, context);
  gtk_button_set_label (self->primary,
                        text == NULL ? C_ ("kiosk", "I have read these")
                                     : C_ ("kiosk", "I accept"));
  gtk_orientable_set_orientation (self->actions,
                                  context->portrait ? GTK_ORIENTATION_VERTICAL
                                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->body), 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->primary));
}

static gboolean
foyer_agreement_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerVisitorField *field = foyer_kiosk_page_get_field (page);
  g_autofree char *edition = foyer_visitor_field_get_edition (field);

  foyer_visitor_field_answer (field, foyer_kiosk_page_get_visit (page), edition);
  return TRUE;
}

static void
foyer_agreement_page_class_init (FoyerAgreementPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  FOYER_KIOSK_PAGE_CLASS (klass)->show = foyer_agreement_page_show;
  FOYER_KIOSK_PAGE_CLASS (klass)->apply = foyer_agreement_page_apply;

  g_type_ensure (FOYER_TYPE_MORE_BELOW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/agreement-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, body);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, rules);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, text);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, promise);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, actions);
  gtk_widget_class_bind_template_child (widget_class, FoyerAgreementPage, primary);
  gtk_widget_class_bind_template_callback (widget_class, foyer_kiosk_page_answer);
  gtk_widget_class_set_css_name (widget_class, "foyer-agreement-page");
}

static void
foyer_agreement_page_init (FoyerAgreementPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), TRUE);
}

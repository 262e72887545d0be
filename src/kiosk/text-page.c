/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-text-page"

#include "kiosk/text-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/field.h"
#include "kiosk/promise.h"

/**
 * FoyerTextPage:
 *
 * Asks for an answer that is typed: the name, or a field of the visitor type.
 */
struct _FoyerTextPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  GtkLabel *hint;
  FoyerField *field;
};

G_DEFINE_FINAL_TYPE (FoyerTextPage, foyer_text_page, FOYER_TYPE_KIOSK_PAGE)

static gboolean
is_for_name (FoyerVisitorField *field)
{
  return foyer_visitor_field_get_kind (field) == FOYER_FIELD_NAME;
}

static void
on_changed (FoyerTextPage *self)
{
  FoyerVisitorField *field = foyer_kiosk_page_get_field (FOYER_KIOSK_PAGE (self));
  gboolean typed = *foyer_field_get_text (self->field) != '\0';

  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self),
                                 typed || !foyer_visitor_field_get_required (field));
}

static void
on_activate (FoyerTextPage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
show_question (FoyerTextPage *self, FoyerVisitorField *field, const char *language)
{
  const char *question = foyer_visitor_field_say (field, FOYER_FIELD_QUESTION, language);
  const char *hint = foyer_visitor_field_say (field, FOYER_FIELD_HINT, language);
  g_autofree char *promise = foyer_promise_say (field, language);

  if (is_for_name (field) && hint == NULL)
    hint = C_ ("kiosk",
               "First and last name, as your host knows you. It will be printed on your badge.");
  gtk_label_set_text (self->question,
                      question != NULL ? question : C_ ("kiosk", "What is your name?"));
  foyer_kiosk_page_show_words (self->hint, hint);
  foyer_field_set_note (self->field, promise);
}

static void
foyer_text_page_show (FoyerKioskPage *page)
{
  FoyerTextPage *self = FOYER_TEXT_PAGE (page);
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (page);
  FoyerVisitorField *field = foyer_kiosk_page_get_field (page);

  if (context->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  show_question (self, field, context->language);
  foyer_kiosk_page_put_last (page, GTK_WIDGET (self->hint));
  on_changed (self);
  foyer_field_show (
      self->field,
      is_for_name (field)
          ? foyer_visit_get_name (context->visit)
          : foyer_visit_get_answer (context->visit, foyer_visitor_field_get_key (field)));
}

static gboolean
foyer_text_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerVisit *visit = foyer_kiosk_page_get_visit (page);
  FoyerVisitorField *field = foyer_kiosk_page_get_field (page);
  const char *typed = foyer_field_get_text (FOYER_TEXT_PAGE (page)->field);
  g_autofree char *clean = NULL;

  if (is_for_name (field))
    return foyer_visit_set_name (visit, typed, error);
  if (!foyer_visitor_field_clean (field, typed, &clean, error))
    return FALSE;
  foyer_visitor_field_answer (field, visit, clean);
  return TRUE;
}

static void
foyer_text_page_complain (FoyerKioskPage *page, const char *sentence)
{
  foyer_field_complain (FOYER_TEXT_PAGE (page)->field, sentence);
}

static GtkEntry *
foyer_text_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_TEXT_PAGE (page)->field);
}

static void
foyer_text_page_class_init (FoyerTextPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  page_class->show = foyer_text_page_show;
  page_class->apply = foyer_text_page_apply;
  page_class->complain = foyer_text_page_complain;
  page_class->text_entry = foyer_text_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/text-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerTextPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerTextPage, hint);
  gtk_widget_class_bind_template_child (widget_class, FoyerTextPage, field);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_css_name (widget_class, "foyer-text-page");
}

static void
foyer_text_page_init (FoyerTextPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-company-page"

#include "kiosk/company-page.h"

#include "kiosk/field.h"

/**
 * FoyerCompanyPage:
 *
 * Asks for the company that sends the visitor.
 */
struct _FoyerCompanyPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  FoyerField *field;
};

G_DEFINE_FINAL_TYPE (FoyerCompanyPage, foyer_company_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_changed (FoyerCompanyPage *self)
{
  gboolean typed = *foyer_field_get_text (self->field) != '\0';

  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), typed);
}

static void
on_activate (FoyerCompanyPage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
foyer_company_page_show (FoyerKioskPage *page)
{
  FoyerCompanyPage *self = FOYER_COMPANY_PAGE (page);

  if (foyer_kiosk_page_get_context (page)->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  foyer_field_show (self->field, foyer_visit_get_company (foyer_kiosk_page_get_visit (page)));
}

static gboolean
foyer_company_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerCompanyPage *self = FOYER_COMPANY_PAGE (page);

  return foyer_visit_set_company (foyer_kiosk_page_get_visit (page),
                                  foyer_field_get_text (self->field),
                                  error);
}

static void
foyer_company_page_complain (FoyerKioskPage *page, const char *sentence)
{
  foyer_field_complain (FOYER_COMPANY_PAGE (page)->field, sentence);
}

static GtkEntry *
foyer_company_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_COMPANY_PAGE (page)->field);
}

static void
foyer_company_page_class_init (FoyerCompanyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  page_class->show = foyer_company_page_show;
  page_class->apply = foyer_company_page_apply;
  page_class->complain = foyer_company_page_complain;
  page_class->text_entry = foyer_company_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/company-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanyPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanyPage, field);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_css_name (widget_class, "foyer-company-page");
}

static void
foyer_company_page_init (FoyerCompanyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}

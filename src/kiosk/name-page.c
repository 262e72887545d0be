/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-name-page"

#include "kiosk/name-page.h"

#include "kiosk/field.h"

/**
 * FoyerNamePage:
 *
 * Asks for the visitor's name.
 */
struct _FoyerNamePage {
  FoyerKioskPage parent;

  GtkLabel *question;
  FoyerField *field;
};

G_DEFINE_FINAL_TYPE (FoyerNamePage, foyer_name_page, FOYER_TYPE_KIOSK_PAGE)

static void
on_changed (FoyerNamePage *self)
{
  gboolean typed = *foyer_field_get_text (self->field) != '\0';

  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), typed);
}

static void
on_activate (FoyerNamePage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
foyer_name_page_show (FoyerKioskPage *page)
{
  FoyerNamePage *self = FOYER_NAME_PAGE (page);

  if (foyer_kiosk_page_get_context (page)->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  foyer_field_show (self->field, foyer_visit_get_name (foyer_kiosk_page_get_visit (page)));
}

static gboolean
foyer_name_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerNamePage *self = FOYER_NAME_PAGE (page);

  return foyer_visit_set_name (foyer_kiosk_page_get_visit (page),
                               foyer_field_get_text (self->field),
                               error);
}

static void
foyer_name_page_complain (FoyerKioskPage *page, const char *sentence)
{
  foyer_field_complain (FOYER_NAME_PAGE (page)->field, sentence);
}

static GtkEntry *
foyer_name_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_NAME_PAGE (page)->field);
}

static void
foyer_name_page_class_init (FoyerNamePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  page_class->show = foyer_name_page_show;
  page_class->apply = foyer_name_page_apply;
  page_class->complain = foyer_name_page_complain;
  page_class->text_entry = foyer_name_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/name-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerNamePage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerNamePage, field);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_set_css_name (widget_class, "foyer-name-page");
}

static void
foyer_name_page_init (FoyerNamePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}

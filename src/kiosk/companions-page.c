/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-companions-page"

#include "kiosk/companions-page.h"

#include <glib/gi18n-lib.h>

#include "kiosk/field.h"
#include "kiosk/say.h"
#include "kiosk/tool.h"

/**
 * FoyerCompanionsPage:
 *
 * Asks who comes with the visitor.
 */
struct _FoyerCompanionsPage {
  FoyerKioskPage parent;

  GtkLabel *question;
  FoyerField *field;
  GtkWidget *add;
  GtkFlowBox *people;
  GtkWidget *scrolled;
};

G_DEFINE_FINAL_TYPE (FoyerCompanionsPage, foyer_companions_page, FOYER_TYPE_KIOSK_PAGE)

static FoyerCompanions *
companions_of (FoyerCompanionsPage *self)
{
  return foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self))->companions;
}

static guint
most (FoyerCompanionsPage *self)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  FoyerVisitorType *type =
      foyer_settings_find_type (context->settings, foyer_visit_get_type_key (context->visit));

  return type != NULL ? foyer_visitor_type_get_companions (type) : 0;
}

static void
show_completeness (FoyerCompanionsPage *self)
{
  gboolean typed = *foyer_field_get_text (self->field) != '\0';
  guint n = foyer_companions_count (companions_of (self));

  gtk_widget_set_sensitive (self->add, typed && n < most (self));
  foyer_kiosk_page_set_complete (FOYER_KIOSK_PAGE (self), typed || n > 0);
}

/* The button that was pressed stands where its name does. */
static void
on_remove (FoyerCompanionsPage *self, GtkWidget *button)
{
  GtkWidget *child = gtk_widget_get_ancestor (button, GTK_TYPE_FLOW_BOX_CHILD);
  int nth = gtk_flow_box_child_get_index (GTK_FLOW_BOX_CHILD (child));

  foyer_companions_remove (companions_of (self), (guint) nth);
  gtk_widget_destroy (child);
  show_completeness (self);
  gtk_entry_grab_focus_without_selecting (foyer_field_get_entry (self->field));
}

static void
add_name (FoyerCompanionsPage *self, const char *name)
{
  GtkWidget *button =
      g_object_new (FOYER_TYPE_TOOL, "icon-name", "foyer-close-symbolic", "words", name, NULL);
  /* Translators: what a button does, with the name of a person who comes along */
  g_autofree char *remove = g_strdup_printf (C_ ("kiosk", "Remove %s"), name);

  atk_object_set_name (gtk_widget_get_accessible (button), remove);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_remove), self);
  gtk_container_add (GTK_CONTAINER (self->people), button);
  gtk_widget_set_can_focus (gtk_widget_get_parent (button), FALSE);
}

static void
show_people (FoyerCompanionsPage *self)
{
  FoyerCompanions *companions = companions_of (self);

  gtk_container_foreach (GTK_CONTAINER (self->people), (GtkCallback) gtk_widget_destroy, NULL);
  for (guint i = 0; i < foyer_companions_count (companions); i++)
    add_name (self, foyer_companions_get_name (companions, i));
  show_completeness (self);
}

/* Takes who was typed; nothing typed is nobody more. */
static gboolean
take (FoyerCompanionsPage *self, GError **error)
{
  const FoyerKioskContext *context = foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self));
  const char *typed = foyer_field_get_text (self->field);

  if (*typed == '\0' && foyer_companions_count (context->companions) > 0)
    return TRUE;
  if (!foyer_companions_add (context->companions, typed, foyer_clock_now (context->clock), error))
    return FALSE;
  gtk_entry_set_text (foyer_field_get_entry (self->field), "");
  return TRUE;
}

static void
on_add (FoyerCompanionsPage *self)
{
  g_autoptr (GError) err = NULL;

  if (take (self, &err))
    show_people (self);
  else
    foyer_field_complain (self->field, foyer_kiosk_say (err, FOYER_FIELD_KEY_NAME));
  gtk_entry_grab_focus_without_selecting (foyer_field_get_entry (self->field));
}

static void
on_changed (FoyerCompanionsPage *self)
{
  if (foyer_kiosk_page_get_context (FOYER_KIOSK_PAGE (self)) != NULL)
    show_completeness (self);
}

static void
on_activate (FoyerCompanionsPage *self)
{
  foyer_kiosk_page_answer (FOYER_KIOSK_PAGE (self));
}

static void
foyer_companions_page_show (FoyerKioskPage *page)
{
  FoyerCompanionsPage *self = FOYER_COMPANIONS_PAGE (page);

  if (foyer_kiosk_page_get_context (page)->portrait)
    gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_END);
  show_people (self);
  foyer_field_show (self->field, NULL);
}

static gboolean
foyer_companions_page_apply (FoyerKioskPage *page, GError **error)
{
  FoyerCompanionsPage *self = FOYER_COMPANIONS_PAGE (page);

  return foyer_companions_count (companions_of (self)) >= most (self) || take (self, error);
}

static void
foyer_companions_page_complain (FoyerKioskPage *page, const char *sentence)
{
  foyer_field_complain (FOYER_COMPANIONS_PAGE (page)->field, sentence);
}

static GtkEntry *
foyer_companions_page_text_entry (FoyerKioskPage *page)
{
  return foyer_field_get_entry (FOYER_COMPANIONS_PAGE (page)->field);
}

static void
foyer_companions_page_class_init (FoyerCompanionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  FoyerKioskPageClass *page_class = FOYER_KIOSK_PAGE_CLASS (klass);

  page_class->show = foyer_companions_page_show;
  page_class->apply = foyer_companions_page_apply;
  page_class->complain = foyer_companions_page_complain;
  page_class->text_entry = foyer_companions_page_text_entry;

  g_type_ensure (FOYER_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/foyer/ui/kiosk/companions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanionsPage, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanionsPage, field);
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanionsPage, add);
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanionsPage, people);
  gtk_widget_class_bind_template_child (widget_class, FoyerCompanionsPage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
  gtk_widget_class_set_css_name (widget_class, "foyer-companions-page");
}

static void
foyer_companions_page_init (FoyerCompanionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_mnemonic_widget (self->question, GTK_WIDGET (foyer_field_get_entry (self->field)));
}

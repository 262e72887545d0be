/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-section-view"

#include "kiosk/section-view.h"

/**
 * FoyerSectionView:
 *
 * One section of the privacy notice, word by word.
 */
struct _FoyerSectionView {
  GtkBox parent;

  GtkLabel *title;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (FoyerSectionView, foyer_section_view, GTK_TYPE_BOX)

static void
foyer_section_view_class_init (FoyerSectionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/section-view.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerSectionView, title);
  gtk_widget_class_bind_template_child (widget_class, FoyerSectionView, words);
  gtk_widget_class_set_css_name (widget_class, "foyer-section-view");
}

static void
foyer_section_view_init (FoyerSectionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_section_view_new (const FoyerNoticeSection *section)
{
  FoyerSectionView *self = g_object_new (FOYER_TYPE_SECTION_VIEW, NULL);
  g_autofree char *title = foyer_section_view_say_title (section);

  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->words, section->text);
  gtk_widget_set_visible (GTK_WIDGET (self->words), section->text[0] != '\0');
  return GTK_WIDGET (self);
}

char *
foyer_section_view_say_title (const FoyerNoticeSection *section)
{
  if (section->number[0] == '\0')
    return g_strdup (section->title);
  return g_strconcat (section->number, "\u2002", section->title, NULL); /* an en space between */
}

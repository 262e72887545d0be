/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-rule"

#include "kiosk/rule.h"

/**
 * FoyerRule:
 *
 * A rule of an agreement: one picture and one sentence.
 */
struct _FoyerRule {
  GtkBox parent;

  GtkImage *icon;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (FoyerRule, foyer_rule, GTK_TYPE_BOX)

static void
foyer_rule_class_init (FoyerRuleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/rule.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerRule, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerRule, words);
  gtk_widget_class_set_css_name (widget_class, "foyer-rule");
}

static void
foyer_rule_init (FoyerRule *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_rule_new (const char *icon, const char *words)
{
  FoyerRule *self = g_object_new (FOYER_TYPE_RULE, NULL);

  if (icon != NULL)
    g_object_set (self->icon, "icon-name", icon, NULL);
  gtk_label_set_text (self->words, words);
  return GTK_WIDGET (self);
}

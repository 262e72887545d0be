/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-choice"

#include "kiosk/choice.h"

/**
 * FoyerChoice:
 *
 * A button that is one answer of several.
 */
struct _FoyerChoice {
  GtkButton parent;

  char *key;
  GtkWidget *icon;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (FoyerChoice, foyer_choice, GTK_TYPE_BUTTON)

enum {
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
foyer_choice_clicked (GtkButton *button)
{
  g_signal_emit (button, signals[CHOSEN], 0, FOYER_CHOICE (button)->key);
}

static void
foyer_choice_finalize (GObject *object)
{
  g_free (FOYER_CHOICE (object)->key);

  G_OBJECT_CLASS (foyer_choice_parent_class)->finalize (object);
}

static void
foyer_choice_class_init (FoyerChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_choice_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = foyer_choice_clicked;

  signals[CHOSEN] = g_signal_new ("chosen",
                                  FOYER_TYPE_CHOICE,
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/choice.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerChoice, icon);
  gtk_widget_class_bind_template_child (widget_class, FoyerChoice, words);
}

static void
foyer_choice_init (FoyerChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_choice_new (const char *key, const char *words, const char *icon, const char *style)
{
  FoyerChoice *self = g_object_new (FOYER_TYPE_CHOICE, NULL);

  self->key = g_strdup (key);
  gtk_label_set_text (self->words, words);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), words);
  foyer_choice_set_icon (self, icon);
  gtk_style_context_add_class (gtk_widget_get_style_context (GTK_WIDGET (self)), style);
  return GTK_WIDGET (self);
}

const char *
foyer_choice_get_key (FoyerChoice *self)
{
  g_return_val_if_fail (FOYER_IS_CHOICE (self), NULL);

  return self->key;
}

void
foyer_choice_set_icon (FoyerChoice *self, const char *icon)
{
  g_return_if_fail (FOYER_IS_CHOICE (self));

  if (icon != NULL)
    gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), icon, GTK_ICON_SIZE_DND);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_label_set_xalign (self->words, icon != NULL ? 0 : 0.5F);
  gtk_label_set_justify (self->words, icon != NULL ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
}

void
foyer_choice_set_current (FoyerChoice *self, gboolean current)
{
  GtkStyleContext *style;

  g_return_if_fail (FOYER_IS_CHOICE (self));

  style = gtk_widget_get_style_context (GTK_WIDGET (self));
  if (current)
    gtk_style_context_add_class (style, "current");
  else
    gtk_style_context_remove_class (style, "current");
  atk_object_notify_state_change (gtk_widget_get_accessible (GTK_WIDGET (self)),
                                  ATK_STATE_SELECTED,
                                  current);
}

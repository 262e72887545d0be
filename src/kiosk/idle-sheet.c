/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-idle-sheet"

#include "kiosk/idle-sheet.h"

#include <glib/gi18n-lib.h>

#include "kiosk/plural.h"
#include "widgets/wrap-box.h"

/**
 * FoyerIdleSheet:
 *
 * Asks whether somebody is still there, and counts.
 */
struct _FoyerIdleSheet {
  GtkEventBox parent;

  GtkLabel *question;
  GtkLabel *words;
  GtkButton *over;
  GtkButton *stay;
  GtkWidget *focus_before; /* the sheet took it from there; weak */
};

G_DEFINE_FINAL_TYPE (FoyerIdleSheet, foyer_idle_sheet, GTK_TYPE_EVENT_BOX)

enum {
  STAY,
  OVER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_stay (FoyerIdleSheet *self)
{
  g_signal_emit (self, signals[STAY], 0);
}

static void
on_over (FoyerIdleSheet *self)
{
  g_signal_emit (self, signals[OVER], 0);
}

static void
foyer_idle_sheet_dispose (GObject *object)
{
  g_clear_weak_pointer (&FOYER_IDLE_SHEET (object)->focus_before);

  G_OBJECT_CLASS (foyer_idle_sheet_parent_class)->dispose (object);
}

static guint
signal_new (const char *name)
{
  return g_signal_new (name,
                       FOYER_TYPE_IDLE_SHEET,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
foyer_idle_sheet_class_init (FoyerIdleSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_idle_sheet_dispose;
  signals[STAY] = signal_new ("stay");
  signals[OVER] = signal_new ("over");

  g_type_ensure (FOYER_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/idle-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerIdleSheet, question);
  gtk_widget_class_bind_template_child (widget_class, FoyerIdleSheet, words);
  gtk_widget_class_bind_template_child (widget_class, FoyerIdleSheet, over);
  gtk_widget_class_bind_template_child (widget_class, FoyerIdleSheet, stay);
  gtk_widget_class_bind_template_callback (widget_class, on_stay);
  gtk_widget_class_bind_template_callback (widget_class, on_over);
}

static void
foyer_idle_sheet_init (FoyerIdleSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_idle_sheet_translate (FoyerIdleSheet *self)
{
  g_return_if_fail (FOYER_IS_IDLE_SHEET (self));

  gtk_label_set_text (self->question, C_ ("kiosk", "Are you still there?"));
  gtk_button_set_label (self->over, C_ ("kiosk", "Start over"));
  gtk_button_set_label (self->stay, C_ ("kiosk", "I need more time"));
}

void
foyer_idle_sheet_count (FoyerIdleSheet *self, int seconds)
{
  g_autofree char *sentence = NULL;
  GtkWidget *window;

  g_return_if_fail (FOYER_IS_IDLE_SHEET (self));

  /* Translators: a number of seconds, counted down */
  sentence = g_strdup_printf (npgettext ("kiosk",
                                         "Your answers are deleted in %d second.",
                                         "Your answers are deleted in %d seconds.",
                                         (gulong) seconds),
                              seconds);
  gtk_label_set_text (self->words, sentence);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  g_set_weak_pointer (&self->focus_before, gtk_window_get_focus (GTK_WINDOW (window)));
  gtk_widget_show (GTK_WIDGET (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->stay));
}

void
foyer_idle_sheet_hide (FoyerIdleSheet *self)
{
  g_return_if_fail (FOYER_IS_IDLE_SHEET (self));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  gtk_widget_hide (GTK_WIDGET (self));
  if (GTK_IS_ENTRY (self->focus_before))
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->focus_before));
  else if (self->focus_before != NULL)
    gtk_widget_grab_focus (self->focus_before);
  g_clear_weak_pointer (&self->focus_before);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-field"

#include "kiosk/field.h"

/**
 * FoyerField:
 *
 * An entry with the sentence that says what is wrong in it.
 */
struct _FoyerField {
  GtkBox parent;

  GtkEntry *entry;
  GtkLabel *error; /* or the note */
  char *note;
};

G_DEFINE_FINAL_TYPE (FoyerField, foyer_field, GTK_TYPE_BOX)

enum {
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_changed (FoyerField *self)
{
  foyer_field_complain (self, NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_activate (FoyerField *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

/* Nothing opens over a visitor's page: no menu, no bubble. */
static void
on_populate_popup (FoyerField *self, GtkWidget *popup)
{
  gtk_container_foreach (GTK_CONTAINER (popup), (GtkCallback) gtk_widget_destroy, NULL);
}

static void
foyer_field_finalize (GObject *object)
{
  g_free (FOYER_FIELD (object)->note);

  G_OBJECT_CLASS (foyer_field_parent_class)->finalize (object);
}

/* A press on selected text would drag that text about, in a window of its own: nothing is selected
 * by then. The caret goes to where it was pressed as ever. */
static gboolean
on_event (FoyerField *self, GdkEvent *event)
{
  if (event->type == GDK_BUTTON_PRESS || event->type == GDK_TOUCH_BEGIN)
    gtk_editable_select_region (GTK_EDITABLE (self->entry), -1, -1);
  return GDK_EVENT_PROPAGATE;
}

static guint
signal_new (const char *name)
{
  return g_signal_new (name,
                       FOYER_TYPE_FIELD,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       0);
}

static void
foyer_field_class_init (FoyerFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = foyer_field_finalize;

  signals[CHANGED] = signal_new ("changed");
  signals[ACTIVATE] = signal_new ("activate");

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/field.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerField, entry);
  gtk_widget_class_bind_template_child (widget_class, FoyerField, error);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_populate_popup);
  gtk_widget_class_bind_template_callback (widget_class, on_event);
}

static void
foyer_field_init (FoyerField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_drag_dest_unset (GTK_WIDGET (self->entry)); /* nothing is dropped into it */
}

GtkEntry *
foyer_field_get_entry (FoyerField *self)
{
  g_return_val_if_fail (FOYER_IS_FIELD (self), NULL);

  return self->entry;
}

const char *
foyer_field_get_text (FoyerField *self)
{
  g_return_val_if_fail (FOYER_IS_FIELD (self), NULL);

  return gtk_entry_get_text (self->entry);
}

/* Its room is kept, so that nothing moves; large text has none to keep. */
static gboolean
keeps_room (FoyerField *self)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  GtkStyleContext *style = gtk_widget_get_style_context (window);

  return !gtk_style_context_has_class (style, "large")
         && !gtk_style_context_has_class (style, "largest");
}

void
foyer_field_show (FoyerField *self, const char *text)
{
  g_return_if_fail (FOYER_IS_FIELD (self));

  if (text != NULL && gtk_entry_get_text_length (self->entry) == 0)
    gtk_entry_set_text (self->entry, text);
  gtk_widget_set_visible (GTK_WIDGET (self->error),
                          *gtk_label_get_text (self->error) != '\0' || keeps_room (self));
  gtk_entry_grab_focus_without_selecting (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
set_class (gpointer widget, const char *name, gboolean has_it)
{
  GtkStyleContext *style = gtk_widget_get_style_context (widget);

  if (has_it)
    gtk_style_context_add_class (style, name);
  else
    gtk_style_context_remove_class (style, name);
}

/* Both stand in the same place, so that nothing moves. */
static void
show_below (FoyerField *self, const char *sentence)
{
  const char *words = sentence != NULL ? sentence : self->note;

  set_class (self->entry, "error", sentence != NULL);
  set_class (self->error, "error", sentence != NULL);
  set_class (self->error, "small", sentence == NULL);
  gtk_label_set_text (self->error, words != NULL ? words : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), words != NULL || keeps_room (self));
  atk_object_set_description (gtk_widget_get_accessible (GTK_WIDGET (self->entry)),
                              words != NULL ? words : "");
}

void
foyer_field_set_note (FoyerField *self, const char *note)
{
  g_return_if_fail (FOYER_IS_FIELD (self));

  g_free (self->note);
  self->note = g_strdup (note);
  show_below (self, NULL);
}

void
foyer_field_complain (FoyerField *self, const char *sentence)
{
  g_return_if_fail (FOYER_IS_FIELD (self));

  show_below (self, sentence);
  /* Its page may have been left meanwhile. */
  if (sentence != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->entry)))
    gtk_entry_grab_focus_without_selecting (self->entry);
}

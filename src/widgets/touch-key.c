/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-touch-key"

#include "widgets/touch-key.h"

#include <glib/gi18n-lib.h>

#define REPEAT_AFTER 500000 /* µs that Backspace is held until it repeats */
#define REPEAT_EVERY 100000 /* µs */

/**
 * FoyerTouchKey:
 *
 * One key of a touch keyboard.
 */
struct _FoyerTouchKey {
  GtkButton parent;

  FoyerKeyPlace place;
  guint repeat;       /* while it is held */
  gint64 next_repeat; /* in the frame clock's µs */
  gboolean has_repeated;
  GdkEventSequence *finger; /* one that GtkButton does not mind */
};

G_DEFINE_FINAL_TYPE (FoyerTouchKey, foyer_touch_key, GTK_TYPE_BUTTON)

enum {
  TYPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
on_frame_while_held (GtkWidget *widget, GdkFrameClock *clock, gpointer unused)
{
  FoyerTouchKey *self = FOYER_TOUCH_KEY (widget);
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (self->next_repeat == 0)
    self->next_repeat = now + REPEAT_AFTER;
  if (now >= self->next_repeat) {
    self->next_repeat += REPEAT_EVERY;
    self->has_repeated = TRUE;
    g_signal_emit (self, signals[TYPED], 0);
  }
  return G_SOURCE_CONTINUE;
}

static void
foyer_touch_key_state_flags_changed (GtkWidget *widget, GtkStateFlags before)
{
  FoyerTouchKey *self = FOYER_TOUCH_KEY (widget);
  gboolean is_held = (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_ACTIVE) != 0;

  if (is_held && self->repeat == 0 && self->place.kind == FOYER_KEY_BACKSPACE) {
    self->next_repeat = 0;
    self->has_repeated = FALSE;
    self->repeat = gtk_widget_add_tick_callback (widget, on_frame_while_held, NULL, NULL);
  } else if (!is_held && self->repeat != 0) {
    gtk_widget_remove_tick_callback (widget, self->repeat);
    self->repeat = 0;
  }

  GTK_WIDGET_CLASS (foyer_touch_key_parent_class)->state_flags_changed (widget, before);
}

static void
foyer_touch_key_clicked (GtkButton *button)
{
  FoyerTouchKey *self = FOYER_TOUCH_KEY (button);

  if (!self->has_repeated)
    g_signal_emit (self, signals[TYPED], 0);
}

static gboolean
is_inside (GtkWidget *widget, const GdkEventTouch *event)
{
  return event->x >= 0 && event->y >= 0 && event->x < gtk_widget_get_allocated_width (widget)
         && event->y < gtk_widget_get_allocated_height (widget);
}

/* A button minds only the finger that came to the screen first, but who types fast has the next key
 * down before the last one is up. */
static gboolean
foyer_touch_key_touch_event (GtkWidget *widget, GdkEventTouch *event)
{
  FoyerTouchKey *self = FOYER_TOUCH_KEY (widget);

  if (event->emulating_pointer)
    return GTK_WIDGET_CLASS (foyer_touch_key_parent_class)->touch_event (widget, event);
  if (!gtk_widget_is_sensitive (widget))
    return GDK_EVENT_STOP;
  if (event->type == GDK_TOUCH_BEGIN) {
    self->finger = event->sequence;
    gtk_widget_set_state_flags (widget, GTK_STATE_FLAG_ACTIVE, FALSE);
  } else if (self->finger == event->sequence && event->type != GDK_TOUCH_UPDATE) {
    self->finger = NULL;
    gtk_widget_unset_state_flags (widget, GTK_STATE_FLAG_ACTIVE);
    if (event->type == GDK_TOUCH_END && is_inside (widget, event))
      gtk_button_clicked (GTK_BUTTON (self));
  }
  return GDK_EVENT_STOP;
}

static void
dress_function_key (FoyerTouchKey *self, const char *icon, const char *name)
{
  if (icon != NULL)
    gtk_button_set_image (GTK_BUTTON (self),
                          gtk_image_new_from_icon_name (icon, GTK_ICON_SIZE_DND));
  foyer_touch_key_set_class (self, "function", TRUE);
  atk_object_set_name (gtk_widget_get_accessible (GTK_WIDGET (self)), name);
}

static void
dress (FoyerTouchKey *self)
{
  GtkButton *button = GTK_BUTTON (self);

  switch (self->place.kind) {
  case FOYER_KEY_SHIFT:
    dress_function_key (self, "foyer-shift-symbolic", C_ ("keyboard", "Shift"));
    break;
  case FOYER_KEY_BACKSPACE:
    dress_function_key (self, "foyer-backspace-symbolic", C_ ("keyboard", "Delete a letter"));
    break;
  case FOYER_KEY_ACCENTS:
    gtk_button_set_label (button, "áçł");
    dress_function_key (self, NULL, C_ ("keyboard", "Letters with accents"));
    break;
  case FOYER_KEY_SPACE:
    gtk_button_set_label (button, C_ ("keyboard", "space"));
    break;
  case FOYER_KEY_CONTINUE:
    gtk_button_set_label (button, C_ ("keyboard", "Continue"));
    foyer_touch_key_set_class (self, "go", TRUE);
    break;
  case FOYER_KEY_LETTER:
  case FOYER_KEY_DIGIT:
    gtk_button_set_label (button, self->place.text);
    break;
  }
}

static void
foyer_touch_key_class_init (FoyerTouchKeyClass *klass)
{
  GTK_WIDGET_CLASS (klass)->state_flags_changed = foyer_touch_key_state_flags_changed;
  GTK_WIDGET_CLASS (klass)->touch_event = foyer_touch_key_touch_event;
  GTK_BUTTON_CLASS (klass)->clicked = foyer_touch_key_clicked;

  signals[TYPED] = g_signal_new ("typed",
                                 FOYER_TYPE_TOUCH_KEY,
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 0);
}

static void
foyer_touch_key_init (FoyerTouchKey *self)
{
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE); /* the field keeps it */
}

GtkWidget *
foyer_touch_key_new (const FoyerKeyPlace *place)
{
  FoyerTouchKey *self;

  g_return_val_if_fail (place != NULL, NULL);

  self = g_object_new (FOYER_TYPE_TOUCH_KEY, NULL);
  self->place = *place;
  dress (self);
  return GTK_WIDGET (self);
}

const FoyerKeyPlace *
foyer_touch_key_get_place (FoyerTouchKey *self)
{
  g_return_val_if_fail (FOYER_IS_TOUCH_KEY (self), NULL);

  return &self->place;
}

void
foyer_touch_key_set_label (FoyerTouchKey *self, const char *label)
{
  g_return_if_fail (FOYER_IS_TOUCH_KEY (self));

  /* A button makes its label anew each time it is told, and there are forty of them. */
  if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (self)), label) != 0)
    gtk_button_set_label (GTK_BUTTON (self), label);
}

void
foyer_touch_key_set_class (FoyerTouchKey *self, const char *name, gboolean on)
{
  GtkStyleContext *style;

  g_return_if_fail (FOYER_IS_TOUCH_KEY (self));

  style = gtk_widget_get_style_context (GTK_WIDGET (self));
  if (on)
    gtk_style_context_add_class (style, name);
  else
    gtk_style_context_remove_class (style, name);
}

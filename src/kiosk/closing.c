/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-closing"

#include "kiosk/closing.h"

#include "kiosk/plural.h"

/**
 * FoyerClosing:
 *
 * The button that ends a visitor's last page, which otherwise ends by itself.
 */
struct _FoyerClosing {
  GtkBox parent;

  GtkWidget *finish;
  GtkLabel *left;
  FoyerClock *clock; /* while it counts */
  guint timer;
  int seconds;
};

G_DEFINE_FINAL_TYPE (FoyerClosing, foyer_closing, GTK_TYPE_BOX)

enum {
  OVER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
end (FoyerClosing *self)
{
  foyer_closing_stop (self);
  g_signal_emit (self, signals[OVER], 0);
}

static void
show_seconds (FoyerClosing *self)
{
  g_autofree char *text = g_strdup_printf (npgettext ("kiosk",
                                                      "This screen closes in %d second.",
                                                      "This screen closes in %d seconds.",
                                                      (gulong) self->seconds),
                                           self->seconds);

  gtk_label_set_text (self->left, text);
}

static gboolean
on_second (gpointer data)
{
  FoyerClosing *self = data;

  self->seconds--;
  if (self->seconds > 0) {
    show_seconds (self);
    return G_SOURCE_CONTINUE;
  }
  self->timer = 0;
  end (self);
  return G_SOURCE_REMOVE;
}

static void
foyer_closing_unmap (GtkWidget *widget)
{
  foyer_closing_stop (FOYER_CLOSING (widget));

  GTK_WIDGET_CLASS (foyer_closing_parent_class)->unmap (widget);
}

static void
foyer_closing_dispose (GObject *object)
{
  foyer_closing_stop (FOYER_CLOSING (object));

  G_OBJECT_CLASS (foyer_closing_parent_class)->dispose (object);
}

static void
foyer_closing_class_init (FoyerClosingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_closing_dispose;
  widget_class->unmap = foyer_closing_unmap;

  signals[OVER] = g_signal_new ("over",
                                FOYER_TYPE_CLOSING,
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/closing.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerClosing, finish);
  gtk_widget_class_bind_template_child (widget_class, FoyerClosing, left);
  gtk_widget_class_bind_template_callback (widget_class, end);
  gtk_widget_class_set_css_name (widget_class, "foyer-closing");
}

static void
foyer_closing_init (FoyerClosing *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_closing_start (FoyerClosing *self, FoyerClock *clock, int seconds)
{
  g_return_if_fail (FOYER_IS_CLOSING (self));
  g_return_if_fail (seconds > 0);

  foyer_closing_stop (self);
  self->clock = g_object_ref (clock);
  self->seconds = seconds;
  self->timer = foyer_clock_after (clock, FOYER_SECOND, on_second, self);
  show_seconds (self);
  gtk_widget_grab_focus (self->finish);
}

void
foyer_closing_stop (FoyerClosing *self)
{
  g_return_if_fail (FOYER_IS_CLOSING (self));

  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timer);
  self->timer = 0;
  g_clear_object (&self->clock);
}

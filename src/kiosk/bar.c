/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bar"

#include "kiosk/bar.h"

/**
 * FoyerBar:
 *
 * Says for a moment what a scan did, over any page.
 */
struct _FoyerBar {
  GtkBox parent;

  GtkLabel *words;
  FoyerClock *clock; /* while it shows */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FoyerBar, foyer_bar, GTK_TYPE_BOX)

static void
stop (FoyerBar *self)
{
  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timeout);
  self->timeout = 0;
  self->clock = NULL;
}

static gboolean
on_over (gpointer data)
{
  FoyerBar *self = data;

  self->timeout = 0;
  self->clock = NULL;
  gtk_widget_hide (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
foyer_bar_dispose (GObject *object)
{
  stop (FOYER_BAR (object));

  G_OBJECT_CLASS (foyer_bar_parent_class)->dispose (object);
}

static void
foyer_bar_class_init (FoyerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/bar.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBar, words);
}

static void
foyer_bar_init (FoyerBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
foyer_bar_say (FoyerBar *self, FoyerClock *clock, const char *sentence, gint64 stays)
{
  g_return_if_fail (FOYER_IS_BAR (self));

  gtk_label_set_text (self->words, sentence);
  gtk_widget_show (GTK_WIDGET (self));
  stop (self);
  self->clock = clock;
  self->timeout = foyer_clock_after (clock, stays, on_over, self);
}

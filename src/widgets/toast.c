/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-toast"

#include "widgets/toast.h"

#define STAYS 6 /* s */

/**
 * FoyerToast:
 *
 * Says for a moment, over the window's lower edge, what was done.
 */
struct _FoyerToast {
  GtkRevealer parent;

  GtkLabel *text;
  guint end; /* the source that closes it */
};

G_DEFINE_FINAL_TYPE (FoyerToast, foyer_toast, GTK_TYPE_REVEALER)

static void
on_close (FoyerToast *self)
{
  g_clear_handle_id (&self->end, g_source_remove);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self), FALSE);
}

static gboolean
on_end (gpointer data)
{
  FoyerToast *self = data;

  self->end = 0;
  on_close (self);
  return G_SOURCE_REMOVE;
}

static void
foyer_toast_dispose (GObject *object)
{
  FoyerToast *self = FOYER_TOAST (object);

  g_clear_handle_id (&self->end, g_source_remove);

  G_OBJECT_CLASS (foyer_toast_parent_class)->dispose (object);
}

static void
foyer_toast_class_init (FoyerToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_toast_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/widgets/toast.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerToast, text);
  gtk_widget_class_bind_template_callback (widget_class, on_close);
  gtk_widget_class_set_css_name (widget_class, "foyer-toast");
}

static void
foyer_toast_init (FoyerToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
foyer_toast_new (void)
{
  return g_object_new (FOYER_TYPE_TOAST, NULL);
}

void
foyer_toast_say (FoyerToast *self, const char *text)
{
  g_return_if_fail (FOYER_IS_TOAST (self));
  g_return_if_fail (text != NULL);

  gtk_label_set_text (self->text, text);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self), TRUE);
  g_clear_handle_id (&self->end, g_source_remove);
  self->end = g_timeout_add_seconds (STAYS, on_end, self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-more-below"

#include "kiosk/more-below.h"

/* How much of what is seen a tap scrolls on; the rest stays, to be recognised. */
#define STRIDE 0.8

/**
 * FoyerMoreBelow:
 *
 * Says that a page goes on below, and scrolls there.
 */
struct _FoyerMoreBelow {
  GtkButton parent;

  GtkAdjustment *height; /* of what scrolls */
};

G_DEFINE_FINAL_TYPE (FoyerMoreBelow, foyer_more_below, GTK_TYPE_BUTTON)

enum {
  PROP_BODY = 1,
  N_PROPS
};
static GParamSpec *props[N_PROPS];

static double
left_below (FoyerMoreBelow *self)
{
  return gtk_adjustment_get_upper (self->height) - gtk_adjustment_get_page_size (self->height)
         - gtk_adjustment_get_value (self->height);
}

static void
on_scrolled (FoyerMoreBelow *self)
{
  gtk_widget_set_child_visible (GTK_WIDGET (self), left_below (self) >= 1.0);
}

static void
foyer_more_below_clicked (GtkButton *button)
{
  FoyerMoreBelow *self = FOYER_MORE_BELOW (button);

  if (self->height != NULL)
    gtk_adjustment_set_value (self->height,
                              gtk_adjustment_get_value (self->height)
                                  + STRIDE * gtk_adjustment_get_page_size (self->height));
}

static void
foyer_more_below_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  if (id == PROP_BODY)
    foyer_more_below_set_body (FOYER_MORE_BELOW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
foyer_more_below_dispose (GObject *object)
{
  g_clear_object (&FOYER_MORE_BELOW (object)->height);

  G_OBJECT_CLASS (foyer_more_below_parent_class)->dispose (object);
}

static void
foyer_more_below_class_init (FoyerMoreBelowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = foyer_more_below_set_property;
  G_OBJECT_CLASS (klass)->dispose = foyer_more_below_dispose;
  GTK_BUTTON_CLASS (klass)->clicked = foyer_more_below_clicked;

  props[PROP_BODY] = g_param_spec_object ("body",
                                          NULL,
                                          NULL,
                                          GTK_TYPE_SCROLLED_WINDOW,
                                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/more-below.ui");
}

static void
foyer_more_below_init (FoyerMoreBelow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
}

void
foyer_more_below_set_body (FoyerMoreBelow *self, GtkScrolledWindow *body)
{
  g_return_if_fail (FOYER_IS_MORE_BELOW (self));
  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (body));

  if (self->height != NULL)
    g_signal_handlers_disconnect_by_data (self->height, self);
  g_set_object (&self->height, gtk_scrolled_window_get_vadjustment (body));
  g_signal_connect_object (self->height,
                           "changed",
                           G_CALLBACK (on_scrolled),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->height,
                           "value-changed",
                           G_CALLBACK (on_scrolled),
                           self,
                           G_CONNECT_SWAPPED);
  on_scrolled (self);
}

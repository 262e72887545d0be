/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-body"

#include "kiosk/body.h"

#include "kiosk/more-below.h"

/* The least that is seen of what scrolls, and what is between it and the button, in px. */
#define LEAST 120
#define GAP 8

/**
 * FoyerBody:
 *
 * What scrolls where it does not fit.
 */
struct _FoyerBody {
  GtkBin parent;

  GtkWidget *scroller; /* where there is need: the button says that there is more */
  GtkContainer *view;
  GtkWidget *more;
  GtkWidget *child;
  gboolean low;
};

G_DEFINE_FINAL_TYPE (FoyerBody, foyer_body, GTK_TYPE_BIN)

static GtkSizeRequestMode
foyer_body_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
foyer_body_get_preferred_width (GtkWidget *widget, int *minimum, int *natural)
{
  gtk_widget_get_preferred_width (FOYER_BODY (widget)->child, minimum, natural);
}

static void
foyer_body_get_preferred_height_for_width (GtkWidget *widget, int width, int *minimum, int *natural)
{
  gtk_widget_get_preferred_height_for_width (FOYER_BODY (widget)->child, width, minimum, natural);
  *minimum = MIN (*minimum, LEAST);
}

static void
foyer_body_get_preferred_height (GtkWidget *widget, int *minimum, int *natural)
{
  gtk_widget_get_preferred_height (FOYER_BODY (widget)->child, minimum, natural);
  *minimum = MIN (*minimum, LEAST);
}

/* Higher than the middle of the screen only as far as it needs to be. */
static int
room_above (FoyerBody *self, const GtkAllocation *all, int needed)
{
  GtkWidget *window = gtk_widget_get_toplevel (GTK_WIDGET (self));
  int height = gtk_widget_get_allocated_height (window);

  if (!self->low || height < gtk_widget_get_allocated_width (window))
    return 0;
  return CLAMP (height / 2, 0, MAX (0, all->height - needed));
}

static void
foyer_body_size_allocate (GtkWidget *widget, GtkAllocation *all)
{
  FoyerBody *self = FOYER_BODY (widget);
  GtkAllocation scroller = *all;
  GtkAllocation more = *all;
  int needed;
  int above;
  int least;

  gtk_widget_set_allocation (widget, all);
  gtk_widget_get_preferred_height_for_width (self->child, all->width, &needed, NULL);
  gtk_widget_get_preferred_width (self->more, NULL, &more.width);
  gtk_widget_get_preferred_height_for_width (self->more, more.width, &more.height, NULL);
  gtk_widget_get_preferred_width (self->scroller, &least, NULL); /* GTK wants to be asked */
  gtk_widget_get_preferred_height (self->scroller, &least, NULL);
  above = room_above (self, all, needed);
  scroller.y += above;
  scroller.height -= above;
  if (needed > all->height)
    scroller.height = MAX (1, all->height - more.height - 2 * GAP);
  more.x += (all->width - more.width) / 2;
  more.y += all->height - more.height - GAP;
  gtk_widget_size_allocate (self->scroller, &scroller);
  gtk_widget_size_allocate (self->more, &more);
}

static void
foyer_body_forall (GtkContainer *container, gboolean all, GtkCallback call, gpointer data)
{
  FoyerBody *self = FOYER_BODY (container);

  GTK_CONTAINER_CLASS (foyer_body_parent_class)->forall (container, all, call, data);
  if (all && self->more != NULL)
    call (self->more, data);
}

/* Its child goes by itself; what stands beside it does not. */
static void
foyer_body_destroy (GtkWidget *widget)
{
  g_clear_pointer (&FOYER_BODY (widget)->more, gtk_widget_unparent);

  GTK_WIDGET_CLASS (foyer_body_parent_class)->destroy (widget);
}

static void
foyer_body_class_init (FoyerBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->get_request_mode = foyer_body_get_request_mode;
  widget_class->get_preferred_width = foyer_body_get_preferred_width;
  widget_class->get_preferred_height = foyer_body_get_preferred_height;
  widget_class->get_preferred_height_for_width = foyer_body_get_preferred_height_for_width;
  widget_class->size_allocate = foyer_body_size_allocate;
  widget_class->destroy = foyer_body_destroy;
  GTK_CONTAINER_CLASS (klass)->forall = foyer_body_forall;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/foyer/ui/kiosk/body.ui");
  gtk_widget_class_bind_template_child (widget_class, FoyerBody, scroller);
  gtk_widget_class_bind_template_child (widget_class, FoyerBody, view);
}

static void
foyer_body_init (FoyerBody *self)
{
  GtkScrolledWindow *scroller;

  gtk_widget_init_template (GTK_WIDGET (self));
  scroller = GTK_SCROLLED_WINDOW (self->scroller);
  gtk_container_set_focus_vadjustment (self->view, gtk_scrolled_window_get_vadjustment (scroller));
  self->more = g_object_new (FOYER_TYPE_MORE_BELOW, "body", scroller, NULL);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));
}

GtkWidget *
foyer_body_new (GtkWidget *child, gboolean low)
{
  FoyerBody *self = g_object_new (FOYER_TYPE_BODY, NULL);

  self->child = child;
  self->low = low;
  gtk_container_add (self->view, child);
  return GTK_WIDGET (self);
}

GtkWidget *
foyer_body_get_child (FoyerBody *self)
{
  g_return_val_if_fail (FOYER_IS_BODY (self), NULL);

  return self->child;
}

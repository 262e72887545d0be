/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-guard"

#include "kiosk/guard.h"

/* How long a tap on a new page is dropped, in µs. */
#define QUIET 300000

/**
 * FoyerGuard:
 *
 * Stands between the events and the widgets of a screen that anybody may touch.
 */
struct _FoyerGuard {
  GObject parent;

  gint64 page_changed_at; /* monotonic, in µs */
  gboolean is_dropping;   /* a press was dropped, so what follows it is, too */
};

G_DEFINE_FINAL_TYPE (FoyerGuard, foyer_guard, G_TYPE_OBJECT)

enum {
  TOUCHED,
  SERVICE_KEY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_for_visitors (GdkEventKey *key)
{
  const guint others =
      GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_SUPER_MASK | GDK_META_MASK | GDK_HYPER_MASK;

  return !(key->state & others) && key->keyval != GDK_KEY_Menu && key->keyval != GDK_KEY_F10
         && key->keyval != GDK_KEY_F12;
}

/* Whether a press, and so the tap that it begins, comes too soon after a change of page. */
static gboolean
drops_tap (FoyerGuard *self, GdkEventType type)
{
  if (type == GDK_TOUCH_BEGIN || type == GDK_BUTTON_PRESS)
    self->is_dropping = g_get_monotonic_time () < self->page_changed_at + QUIET;
  return self->is_dropping;
}

static gboolean
passes (FoyerGuard *self, GdkEvent *event)
{
  switch (event->type) {
  case GDK_KEY_PRESS:
  case GDK_KEY_RELEASE:
    return is_for_visitors (&event->key);
  case GDK_2BUTTON_PRESS:
  case GDK_3BUTTON_PRESS:
    return FALSE;
  case GDK_BUTTON_PRESS:
  case GDK_BUTTON_RELEASE:
    return event->button.button == GDK_BUTTON_PRIMARY && !drops_tap (self, event->type);
  case GDK_TOUCH_BEGIN:
  case GDK_TOUCH_UPDATE:
  case GDK_TOUCH_END:
  case GDK_TOUCH_CANCEL:
    return !drops_tap (self, event->type);
  default:
    return TRUE;
  }
}

/* A tap counts once it is over, so that the button under it is still there when it is released. */
static gboolean
is_from_a_person (GdkEvent *event)
{
  switch (event->type) {
  case GDK_KEY_PRESS:
  case GDK_KEY_RELEASE:
  case GDK_BUTTON_RELEASE:
  case GDK_TOUCH_END:
  case GDK_TOUCH_CANCEL:
    return TRUE;
  default:
    return FALSE;
  }
}

static void
pass_as_a_mouse (GdkEvent *event)
{
  GdkDevice *device = gdk_event_get_device (event);

  if (event->type == GDK_TOUCH_BEGIN || event->type == GDK_TOUCH_UPDATE
      || event->type == GDK_TOUCH_END)
    gdk_event_set_source_device (event, gdk_seat_get_pointer (gdk_device_get_seat (device)));
}

static void
mind_service_key (FoyerGuard *self, GdkEvent *event)
{
  if ((event->type == GDK_KEY_PRESS || event->type == GDK_KEY_RELEASE)
      && event->key.keyval == GDK_KEY_F12)
    g_signal_emit (self, signals[SERVICE_KEY], 0, event->type == GDK_KEY_PRESS);
}

static void
on_event (GdkEvent *event, gpointer data)
{
  g_autoptr (FoyerGuard) self = g_object_ref (data);
  gboolean from_a_person = is_from_a_person (event);

  if (passes (self, event)) {
    pass_as_a_mouse (event);
    gtk_main_do_event (event);
  } else
    mind_service_key (self, event);
  if (from_a_person)
    g_signal_emit (self, signals[TOUCHED], 0);
}

static void
foyer_guard_dispose (GObject *object)
{
  gdk_event_handler_set ((GdkEventFunc) gtk_main_do_event, NULL, NULL);

  G_OBJECT_CLASS (foyer_guard_parent_class)->dispose (object);
}

static void
foyer_guard_class_init (FoyerGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_guard_dispose;
  signals[TOUCHED] = g_signal_new ("touched",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
  signals[SERVICE_KEY] = g_signal_new ("service-key",
                                       G_TYPE_FROM_CLASS (klass),
                                       G_SIGNAL_RUN_LAST,
                                       0,
                                       NULL,
                                       NULL,
                                       NULL,
                                       G_TYPE_NONE,
                                       1,
                                       G_TYPE_BOOLEAN);
}

static void
foyer_guard_init (FoyerGuard *self)
{
  gdk_event_handler_set (on_event, self, NULL);
}

FoyerGuard *
foyer_guard_new (void)
{
  return g_object_new (FOYER_TYPE_GUARD, NULL);
}

void
foyer_guard_page_changed (FoyerGuard *self)
{
  g_return_if_fail (FOYER_IS_GUARD (self));

  self->page_changed_at = g_get_monotonic_time ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-guard"

#include "kiosk/guard.h"

#include "widgets/touch-keyboard.h"

/* How long a tap on a new page is dropped, in µs. */
#define QUIET 300000

/* Fingers at a time: fast typists have the next key down before the last one is up. */
#define MAX_ON_PAGE 1
#define MAX_ON_KEYBOARD 2
#define MAX_FINGERS 4 /* with those that are lost */

/* A finger that was still for so long, in µs, or since before the page came, does not count: where
 * its widget went, its end may never be told. */
#define FINGER_IS_LOST 5000000

typedef struct {
  GdkEventSequence *id; /* NULL: no finger */
  gint64 moved_at;      /* monotonic, in µs */
} Finger;

/**
 * FoyerGuard:
 *
 * Stands between the events and the widgets of a screen that anybody may touch.
 */
struct _FoyerGuard {
  GObject parent;

  gint64 page_changed_at; /* monotonic, in µs */
  gboolean is_dropping;   /* a press of the mouse was dropped, so what follows it is, too */
  Finger fingers[MAX_FINGERS];
};

G_DEFINE_FINAL_TYPE (FoyerGuard, foyer_guard, G_TYPE_OBJECT)

enum {
  TOUCHED,
  PRESSED,
  SERVICE_KEY,
  CONTROL_KEY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What text is made with. Of the invisible ones only the joiners of Persian and Indic scripts are
 * on keyboards for their text's sake. */
static gboolean
is_for_text (guint keyval)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);

  switch (keyval) {
  case GDK_KEY_Multi_key:
  case GDK_KEY_Shift_L:
  case GDK_KEY_Shift_R:
  case GDK_KEY_Shift_Lock:
  case GDK_KEY_Caps_Lock:
  case GDK_KEY_Num_Lock:
  case GDK_KEY_Mode_switch:
  case GDK_KEY_ISO_Level3_Shift:
  case GDK_KEY_ISO_Level5_Shift:
    return TRUE;
  default:
    return (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_longsolidusoverlay)
           || (letter != 0 && g_unichar_isprint (letter)) || letter == 0x200C || letter == 0x200D;
  }
}

/* What moves about in a text and from one thing to the next. */
static gboolean
is_for_moving (guint keyval)
{
  switch (keyval) {
  case GDK_KEY_BackSpace:
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
  case GDK_KEY_Tab:
  case GDK_KEY_KP_Tab:
  case GDK_KEY_ISO_Left_Tab:
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_Escape:
    return TRUE;
  default:
    return FALSE;
  }
}

/* Any other key does nothing: a list of those that must not would have to know all of GTK's. */
static gboolean
is_for_visitors (GdkEventKey *key)
{
  const guint others = GDK_CONTROL_MASK | GDK_MOD1_MASK | GDK_MOD4_MASK | GDK_SUPER_MASK
                       | GDK_META_MASK | GDK_HYPER_MASK;

  if (key->state & others)
    return FALSE;
  if (key->keyval == GDK_KEY_Delete || key->keyval == GDK_KEY_KP_Delete)
    return !(key->state & GDK_SHIFT_MASK); /* with Shift it cuts */
  return is_for_moving (key->keyval) || is_for_text (key->keyval);
}

static void
mind_control_key (FoyerGuard *self, GdkEvent *event)
{
  gboolean is_down = event->type == GDK_KEY_PRESS;

  if (!is_down && event->type != GDK_KEY_RELEASE)
    return;
  if (event->key.keyval == GDK_KEY_F12)
    g_signal_emit (self, signals[SERVICE_KEY], 0, is_down);
  else if (is_down && event->key.keyval >= GDK_KEY_F1 && event->key.keyval <= GDK_KEY_F4
           && !(event->key.state & gtk_accelerator_get_default_mod_mask ()))
    g_signal_emit (self, signals[CONTROL_KEY], 0, event->key.keyval);
}

static gboolean
is_too_soon (FoyerGuard *self)
{
  return g_get_monotonic_time () < self->page_changed_at + QUIET;
}

/* Whether a press, and so the click that it begins, comes too soon after a change of page. */
static gboolean
drops_click (FoyerGuard *self, GdkEvent *event)
{
  if (event->type == GDK_BUTTON_PRESS)
    self->is_dropping = is_too_soon (self);
  return self->is_dropping;
}

static guint
count_fingers (FoyerGuard *self)
{
  gint64 since = MAX (g_get_monotonic_time () - FINGER_IS_LOST, self->page_changed_at);
  guint n = 0;

  for (gsize i = 0; i < MAX_FINGERS; i++)
    n += self->fingers[i].id != NULL && self->fingers[i].moved_at >= since ? 1 : 0;
  return n;
}

static gboolean
takes_finger (FoyerGuard *self, GdkEvent *event)
{
  GtkWidget *widget = gtk_get_event_widget (event);
  gboolean types =
      widget != NULL && gtk_widget_get_ancestor (widget, FOYER_TYPE_TOUCH_KEYBOARD) != NULL;

  return !is_too_soon (self) && count_fingers (self) < (types ? MAX_ON_KEYBOARD : MAX_ON_PAGE);
}

/* Where no place is free: of the finger that was still for longest. */
static Finger *
find_place (FoyerGuard *self)
{
  Finger *place = &self->fingers[0];

  for (gsize i = 0; i < MAX_FINGERS && place->id != NULL; i++)
    if (self->fingers[i].id == NULL || self->fingers[i].moved_at < place->moved_at)
      place = &self->fingers[i];
  return place;
}

static Finger *
find_finger (FoyerGuard *self, GdkEventSequence *id)
{
  for (gsize i = 0; i < MAX_FINGERS; i++)
    if (self->fingers[i].id == id)
      return &self->fingers[i];
  return NULL;
}

/* What a finger began it also ends, and what was dropped at its beginning stays dropped. */
static gboolean
passes_finger (FoyerGuard *self, GdkEvent *event)
{
  GdkEventSequence *id = gdk_event_get_event_sequence (event);
  Finger *finger;

  if (event->type == GDK_TOUCH_BEGIN && takes_finger (self, event))
    find_place (self)->id = id;
  finger = find_finger (self, id);
  if (finger == NULL)
    return FALSE;
  finger->moved_at = g_get_monotonic_time ();
  if (event->type == GDK_TOUCH_END || event->type == GDK_TOUCH_CANCEL)
    finger->id = NULL;
  return TRUE;
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
  case GDK_TOUCHPAD_SWIPE:
  case GDK_TOUCHPAD_PINCH:
  case GDK_PAD_BUTTON_PRESS:
  case GDK_PAD_BUTTON_RELEASE:
  case GDK_PAD_RING:
  case GDK_PAD_STRIP:
  case GDK_PAD_GROUP_MODE:
  case GDK_DRAG_ENTER:
  case GDK_DRAG_MOTION:
  case GDK_DROP_START:
    return FALSE;
  case GDK_BUTTON_PRESS:
  case GDK_BUTTON_RELEASE:
    return event->button.button == GDK_BUTTON_PRIMARY && !drops_click (self, event);
  case GDK_TOUCH_BEGIN:
  case GDK_TOUCH_UPDATE:
  case GDK_TOUCH_END:
  case GDK_TOUCH_CANCEL:
    return passes_finger (self, event);
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
on_event (GdkEvent *event, gpointer data)
{
  g_autoptr (FoyerGuard) self = g_object_ref (data);
  gboolean from_a_person = is_from_a_person (event);

  if (passes (self, event)) {
    if (event->type == GDK_BUTTON_PRESS || event->type == GDK_TOUCH_BEGIN)
      g_signal_emit (self, signals[PRESSED], 0);
    pass_as_a_mouse (event);
    gtk_main_do_event (event);
  } else
    mind_control_key (self, event);
  if (from_a_person)
    g_signal_emit (self, signals[TOUCHED], 0);
}

static void
foyer_guard_dispose (GObject *object)
{
  gdk_event_handler_set ((GdkEventFunc) gtk_main_do_event, NULL, NULL);

  G_OBJECT_CLASS (foyer_guard_parent_class)->dispose (object);
}

static guint
signal_new (const char *name, guint n_args, GType arg)
{
  return g_signal_new (name,
                       FOYER_TYPE_GUARD,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       n_args,
                       arg);
}

static void
foyer_guard_class_init (FoyerGuardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_guard_dispose;
  signals[TOUCHED] = signal_new ("touched", 0, G_TYPE_NONE);
  signals[PRESSED] = signal_new ("pressed", 0, G_TYPE_NONE);
  signals[SERVICE_KEY] = signal_new ("service-key", 1, G_TYPE_BOOLEAN);
  signals[CONTROL_KEY] = signal_new ("control-key", 1, G_TYPE_UINT);
}

/* Nothing of one visitor is offered to the next, and no last letter of a password is shown. */
static void
foyer_guard_init (FoyerGuard *self)
{
  g_object_set (gtk_settings_get_default (),
                "gtk-recent-files-enabled",
                FALSE,
                "gtk-entry-password-hint-timeout",
                0u,
                "gtk-menu-bar-accel",
                NULL, /* an empty one is lost with each key (GTK 3.24.38) */
                NULL);
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

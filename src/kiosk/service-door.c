/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-service-door"

#include "kiosk/service-door.h"

#include "kiosk/service-hold.h"
#include "reception/calls.h"

/**
 * FoyerServiceDoor:
 *
 * Leads staff from the visitors' pages to their own.
 */
struct _FoyerServiceDoor {
  GObject parent;

  FoyerStore *store;
  FoyerActor *kiosk;
  FoyerClock *clock;
  gint64 since; /* calls from before are over: no crash leads to a page of the staff */
  GCancellable *cancel;
  gboolean is_called;
  FoyerServiceHold *hold;
  FoyerActor *staff; /* on their way from the one page to the other */
};

G_DEFINE_FINAL_TYPE (FoyerServiceDoor, foyer_service_door, G_TYPE_OBJECT)

enum {
  ASKED,
  CALLED,
  RESTART,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
on_held (FoyerServiceDoor *self)
{
  g_signal_emit (self, signals[ASKED], 0);
}

static void
on_call_ended (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallFollow) end = foyer_store_do_finish (result, &err);
  FoyerServiceDoor *self = data;

  if (end == NULL || end->call == NULL || end->call->made_at < self->since)
    return; /* or self is gone */
  self->is_called = TRUE;
  g_signal_emit (self, signals[CALLED], 0);
}

/* It is over before anything is shown: so it is answered once, whatever happens next. */
static void
on_call_found (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallFollow) found = foyer_store_do_finish (result, &err);
  FoyerServiceDoor *self = data;

  if (found == NULL || found->call == NULL)
    return; /* or self is gone */
  foyer_store_do (self->store,
                  self->kiosk,
                  &foyer_reception_end_call,
                  foyer_call_follow_new (found->call->id, foyer_clock_now (self->clock)),
                  foyer_call_follow_free,
                  self->cancel,
                  on_call_ended,
                  self);
}

static void
look_for_call (FoyerServiceDoor *self)
{
  foyer_store_do (self->store,
                  self->kiosk,
                  &foyer_reception_follow_call,
                  foyer_call_follow_new_kind (foyer_actor_get_station (self->kiosk),
                                              FOYER_CALL_SERVICE,
                                              foyer_clock_now (self->clock)),
                  foyer_call_follow_free,
                  self->cancel,
                  on_call_found,
                  self);
}

static void
foyer_service_door_dispose (GObject *object)
{
  FoyerServiceDoor *self = FOYER_SERVICE_DOOR (object);

  g_cancellable_cancel (self->cancel);
  g_clear_object (&self->hold);
  g_clear_object (&self->staff);
  g_clear_object (&self->store);
  g_clear_object (&self->kiosk);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (foyer_service_door_parent_class)->dispose (object);
}

static void
foyer_service_door_finalize (GObject *object)
{
  g_clear_object (&FOYER_SERVICE_DOOR (object)->cancel);

  G_OBJECT_CLASS (foyer_service_door_parent_class)->finalize (object);
}

static guint
signal_new (GType type, const char *name)
{
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_service_door_class_init (FoyerServiceDoorClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_service_door_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_service_door_finalize;
  signals[ASKED] = signal_new (type, "asked");
  signals[CALLED] = signal_new (type, "called");
  signals[RESTART] = signal_new (type, "restart");
}

static void
foyer_service_door_init (FoyerServiceDoor *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerServiceDoor *
foyer_service_door_new (FoyerStore *store, FoyerActor *kiosk, FoyerClock *clock)
{
  FoyerServiceDoor *self = g_object_new (FOYER_TYPE_SERVICE_DOOR, NULL);

  self->store = g_object_ref (store);
  self->kiosk = g_object_ref (kiosk);
  self->clock = g_object_ref (clock);
  self->since = foyer_clock_now (clock);
  g_signal_connect_object (store, "changed", G_CALLBACK (look_for_call), self, G_CONNECT_SWAPPED);
  look_for_call (self);
  self->hold = foyer_service_hold_new (clock);
  g_signal_connect_swapped (self->hold, "held", G_CALLBACK (on_held), self);
  return self;
}

void
foyer_service_door_key (FoyerServiceDoor *self, gboolean is_down)
{
  g_return_if_fail (FOYER_IS_SERVICE_DOOR (self));

  if (is_down)
    foyer_service_hold_press (self->hold);
  else
    foyer_service_hold_release (self->hold);
}

gboolean
foyer_service_door_take_call (FoyerServiceDoor *self)
{
  gboolean is_called;

  g_return_val_if_fail (FOYER_IS_SERVICE_DOOR (self), FALSE);

  is_called = self->is_called;
  self->is_called = FALSE;
  return is_called;
}

void
foyer_service_door_enter (FoyerServiceDoor *self, FoyerActor *staff)
{
  g_return_if_fail (FOYER_IS_SERVICE_DOOR (self));

  g_clear_object (&self->staff);
  self->staff = staff;
}

FoyerActor *
foyer_service_door_take_staff (FoyerServiceDoor *self)
{
  g_return_val_if_fail (FOYER_IS_SERVICE_DOOR (self), NULL);

  return g_steal_pointer (&self->staff);
}

void
foyer_service_door_restart (FoyerServiceDoor *self)
{
  g_return_if_fail (FOYER_IS_SERVICE_DOOR (self));

  g_signal_emit (self, signals[RESTART], 0);
}

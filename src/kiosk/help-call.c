/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-help-call"

#include "kiosk/help-call.h"

#include "reception/calls.h"

/**
 * FoyerHelpCall:
 *
 * Calls reception, and hears that somebody comes.
 */
struct _FoyerHelpCall {
  GObject parent;

  const FoyerKioskContext *context;
  FoyerHelpCallHeard heard;
  gpointer data;
  GBytes *id;
  GCancellable *cancel;
  gulong changes;
};

G_DEFINE_FINAL_TYPE (FoyerHelpCall, foyer_help_call, G_TYPE_OBJECT)

static void
stop_following (FoyerHelpCall *self)
{
  if (self->context != NULL)
    g_clear_signal_handler (&self->changes, self->context->store);
}

static void
on_followed (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCallFollow) follow = foyer_store_do_finish (result, &err);
  FoyerHelpCall *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->changes == 0)
    return; /* self is gone, or knows already */
  if (err != NULL) {
    g_info ("the call cannot be followed: %s", err->message);
    return;
  }
  if (follow->call != NULL && follow->call->taken_at == 0)
    return; /* it still rings */
  stop_following (self);
  self->heard (FOYER_HELP_CALL_TAKEN, self->data);
}

static void
follow (FoyerHelpCall *self)
{
  foyer_store_do (self->context->store,
                  self->context->kiosk,
                  &foyer_reception_follow_call,
                  foyer_call_follow_new (self->id, foyer_clock_now (self->context->clock)),
                  foyer_call_follow_free,
                  self->cancel,
                  on_followed,
                  self);
}

static void
free_call (gpointer call)
{
  foyer_call_free (call);
}

static void
on_called (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerCall) call = foyer_store_do_finish (result, &err);
  FoyerHelpCall *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (err != NULL) {
    g_info ("no call: %s", err->message);
    self->heard (FOYER_HELP_CALL_FAILED, self->data);
    return;
  }
  self->changes =
      g_signal_connect_swapped (self->context->store, "changed", G_CALLBACK (follow), self);
  self->heard (FOYER_HELP_CALL_MADE, self->data);
}

static void
foyer_help_call_dispose (GObject *object)
{
  FoyerHelpCall *self = FOYER_HELP_CALL (object);

  g_cancellable_cancel (self->cancel);
  stop_following (self);

  G_OBJECT_CLASS (foyer_help_call_parent_class)->dispose (object);
}

static void
foyer_help_call_finalize (GObject *object)
{
  FoyerHelpCall *self = FOYER_HELP_CALL (object);

  g_object_unref (self->cancel);
  g_clear_pointer (&self->id, g_bytes_unref);

  G_OBJECT_CLASS (foyer_help_call_parent_class)->finalize (object);
}

static void
foyer_help_call_class_init (FoyerHelpCallClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_help_call_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_help_call_finalize;
}

static void
foyer_help_call_init (FoyerHelpCall *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerHelpCall *
foyer_help_call_new (const FoyerKioskContext *context,
                     const char *page,
                     FoyerHelpCallHeard heard,
                     gpointer data)
{
  FoyerHelpCall *self = g_object_new (FOYER_TYPE_HELP_CALL, NULL);
  FoyerCall *call = foyer_call_new (FOYER_CALL_HELP,
                                    foyer_settings_get_station (context->settings),
                                    page,
                                    NULL,
                                    foyer_clock_now (context->clock));

  self->context = context;
  self->heard = heard;
  self->data = data;
  self->id = g_bytes_ref (call->id);
  foyer_store_do (context->store,
                  context->kiosk,
                  &foyer_reception_call,
                  call,
                  free_call,
                  self->cancel,
                  on_called,
                  self);
  return self;
}

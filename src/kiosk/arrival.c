/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-arrival"

#include "kiosk/arrival.h"

#include "reception/approval.h"
#include "reception/sign-in.h"

/**
 * FoyerArrival:
 *
 * Signs a visitor in, and hears what reception says where it is asked.
 */
struct _FoyerArrival {
  GObject parent;

  const FoyerKioskContext *context;
  FoyerArrivalDone done;
  gpointer data;
  GCancellable *cancel;
  gulong changes; /* of the store, while reception is asked */
  gint64 since;
};

G_DEFINE_FINAL_TYPE (FoyerArrival, foyer_arrival, G_TYPE_OBJECT)

static void
stop_following (FoyerArrival *self)
{
  if (self->context != NULL)
    g_clear_signal_handler (&self->changes, self->context->store);
}

static void
on_followed (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerVisitFollow) follow = foyer_store_do_finish (result, &err);
  FoyerArrival *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->changes == 0)
    return; /* self is gone, or knows already */
  if (err != NULL) {
    g_info ("the visit cannot be followed: %s", err->message);
    return;
  }
  if (follow->state == FOYER_VISIT_ASKED)
    return;
  stop_following (self);
  self->done (follow->state == FOYER_VISIT_ON_SITE ? FOYER_ARRIVAL_ON_SITE : FOYER_ARRIVAL_DENIED,
              NULL,
              self->data);
}

static void
follow (FoyerArrival *self)
{
  foyer_store_do (self->context->store,
                  self->context->kiosk,
                  &foyer_reception_follow_visit,
                  foyer_visit_follow_new (foyer_visit_get_id (self->context->visit)),
                  foyer_visit_follow_free,
                  self->cancel,
                  on_followed,
                  self);
}

static void
on_signed_in (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSignIn) sign_in = foyer_store_do_finish (result, &err);
  FoyerArrival *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (err != NULL) {
    self->done (FOYER_ARRIVAL_FAILED, err, self->data);
    return;
  }
  self->since = sign_in->already;
  if (self->since != 0) {
    self->done (FOYER_ARRIVAL_ALREADY, NULL, self->data);
    return;
  }
  if (sign_in->asks == FOYER_CALL_NONE) {
    self->done (FOYER_ARRIVAL_ON_SITE, NULL, self->data);
    return;
  }
  self->changes =
      g_signal_connect_swapped (self->context->store, "changed", G_CALLBACK (follow), self);
  self->done (FOYER_ARRIVAL_ASKED, NULL, self->data);
}

static void
foyer_arrival_dispose (GObject *object)
{
  FoyerArrival *self = FOYER_ARRIVAL (object);

  g_cancellable_cancel (self->cancel);
  stop_following (self);

  G_OBJECT_CLASS (foyer_arrival_parent_class)->dispose (object);
}

static void
foyer_arrival_finalize (GObject *object)
{
  g_object_unref (FOYER_ARRIVAL (object)->cancel);

  G_OBJECT_CLASS (foyer_arrival_parent_class)->finalize (object);
}

static void
foyer_arrival_class_init (FoyerArrivalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_arrival_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_arrival_finalize;
}

static void
foyer_arrival_init (FoyerArrival *self)
{
  self->cancel = g_cancellable_new ();
}

FoyerArrival *
foyer_arrival_new (const FoyerKioskContext *context, FoyerArrivalDone done, gpointer data)
{
  FoyerArrival *self = g_object_new (FOYER_TYPE_ARRIVAL, NULL);

  self->context = context;
  self->done = done;
  self->data = data;
  return self;
}

static FoyerCallKind
what_is_asked (const FoyerKioskContext *context, GBytes *back_from)
{
  FoyerVisitorType *type =
      foyer_settings_find_type (context->settings, foyer_visit_get_type_key (context->visit));

  if (type != NULL && foyer_visitor_type_get_approval (type))
    return FOYER_CALL_APPROVAL;
  if (back_from != NULL && !foyer_settings_get_returns_at_kiosk (context->settings))
    return FOYER_CALL_RETURN;
  return FOYER_CALL_NONE;
}

void
foyer_arrival_sign_in (FoyerArrival *self, GBytes *back_from)
{
  const FoyerKioskContext *context;
  FoyerVisit *visit;
  const FoyerTold *told;
  FoyerSignIn *sign_in;

  g_return_if_fail (FOYER_IS_ARRIVAL (self));

  context = self->context;
  visit = context->visit;
  told = foyer_reading_find (context->reading, foyer_visit_get_type_key (visit));
  if (told != NULL)
    foyer_visit_set_days_told (visit, told->days);
  foyer_visit_set_place (visit,
                         foyer_settings_get_site (context->settings),
                         foyer_settings_get_station (context->settings));
  sign_in = foyer_sign_in_new (visit,
                               context->reading->notice,
                               context->language,
                               foyer_clock_now (context->clock));
  sign_in->once = TRUE;
  sign_in->asks = what_is_asked (context, back_from);
  sign_in->back_from = back_from != NULL ? g_bytes_ref (back_from) : NULL;
  sign_in->companions = foyer_companions_to_visits (context->companions, visit);
  foyer_store_do (context->store,
                  context->kiosk,
                  &foyer_reception_sign_in,
                  sign_in,
                  foyer_sign_in_free,
                  self->cancel,
                  on_signed_in,
                  self);
}

gint64
foyer_arrival_get_since (FoyerArrival *self)
{
  g_return_val_if_fail (FOYER_IS_ARRIVAL (self), 0);

  return self->since;
}

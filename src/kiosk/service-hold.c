/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-service-hold"

#include "kiosk/service-hold.h"

/**
 * FoyerServiceHold:
 *
 * Notices that a key is held, as no visitor does by chance.
 */
struct _FoyerServiceHold {
  GObject parent;

  FoyerClock *clock;
  gboolean is_down;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FoyerServiceHold, foyer_service_hold, G_TYPE_OBJECT)

enum {
  HELD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
on_held (gpointer data)
{
  FoyerServiceHold *self = data;

  self->timeout = 0;
  g_signal_emit (self, signals[HELD], 0);
  return G_SOURCE_REMOVE;
}

static void
foyer_service_hold_dispose (GObject *object)
{
  FoyerServiceHold *self = FOYER_SERVICE_HOLD (object);

  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timeout);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (foyer_service_hold_parent_class)->dispose (object);
}

static void
foyer_service_hold_class_init (FoyerServiceHoldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_service_hold_dispose;
  signals[HELD] = g_signal_new ("held",
                                G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST,
                                0,
                                NULL,
                                NULL,
                                NULL,
                                G_TYPE_NONE,
                                0);
}

static void
foyer_service_hold_init (FoyerServiceHold *self)
{
}

FoyerServiceHold *
foyer_service_hold_new (FoyerClock *clock)
{
  FoyerServiceHold *self = g_object_new (FOYER_TYPE_SERVICE_HOLD, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

void
foyer_service_hold_press (FoyerServiceHold *self)
{
  g_return_if_fail (FOYER_IS_SERVICE_HOLD (self));

  if (self->is_down)
    return; /* it repeats */
  self->is_down = TRUE;
  self->timeout = foyer_clock_after (self->clock, FOYER_SERVICE_HOLD_TIME, on_held, self);
}

void
foyer_service_hold_release (FoyerServiceHold *self)
{
  g_return_if_fail (FOYER_IS_SERVICE_HOLD (self));

  self->is_down = FALSE;
  foyer_clock_cancel (self->clock, self->timeout);
  self->timeout = 0;
}

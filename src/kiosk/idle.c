/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-idle"

#include "kiosk/idle.h"

/**
 * FoyerIdle:
 *
 * Notices that nobody is there any more.
 */
struct _FoyerIdle {
  GObject parent;

  FoyerClock *clock;
  gint64 patience;
  gint64 warning;
  gint64 touched_at;
  gboolean is_counting;
  guint timeout;
};

G_DEFINE_FINAL_TYPE (FoyerIdle, foyer_idle, G_TYPE_OBJECT)

enum {
  COUNTING,
  OVER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
on_second (gpointer data)
{
  FoyerIdle *self = data;
  gint64 left =
      self->touched_at + self->patience + self->warning - foyer_clock_steady (self->clock);

  if (left > self->warning)
    return G_SOURCE_CONTINUE;
  self->is_counting = left > 0;
  if (self->is_counting) {
    g_signal_emit (self, signals[COUNTING], 0, (int) ((left + FOYER_SECOND - 1) / FOYER_SECOND));
    return G_SOURCE_CONTINUE;
  }
  self->timeout = 0;
  g_signal_emit (self, signals[OVER], 0);
  return G_SOURCE_REMOVE;
}

static void
foyer_idle_dispose (GObject *object)
{
  FoyerIdle *self = FOYER_IDLE (object);

  if (self->clock != NULL)
    foyer_clock_cancel (self->clock, self->timeout);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (foyer_idle_parent_class)->dispose (object);
}

static void
foyer_idle_class_init (FoyerIdleClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = foyer_idle_dispose;
  signals[COUNTING] = g_signal_new ("counting",
                                    type,
                                    G_SIGNAL_RUN_LAST,
                                    0,
                                    NULL,
                                    NULL,
                                    NULL,
                                    G_TYPE_NONE,
                                    1,
                                    G_TYPE_INT);
  signals[OVER] =
      g_signal_new ("over", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foyer_idle_init (FoyerIdle *self)
{
}

FoyerIdle *
foyer_idle_new (FoyerClock *clock)
{
  FoyerIdle *self = g_object_new (FOYER_TYPE_IDLE, NULL);

  self->clock = g_object_ref (clock);
  return self;
}

void
foyer_idle_touch (FoyerIdle *self, gint64 patience, gint64 warning)
{
  gboolean was_counting;

  g_return_if_fail (FOYER_IS_IDLE (self));

  was_counting = self->is_counting;
  self->is_counting = FALSE;
  self->patience = patience;
  self->warning = warning;
  self->touched_at = foyer_clock_steady (self->clock);
  foyer_clock_cancel (self->clock, self->timeout);
  self->timeout = foyer_clock_after (self->clock, FOYER_SECOND, on_second, self);
  if (was_counting)
    g_signal_emit (self, signals[COUNTING], 0, 0);
}

gboolean
foyer_idle_is_counting (FoyerIdle *self)
{
  g_return_val_if_fail (FOYER_IS_IDLE (self), FALSE);

  return self->is_counting;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-clock"

#include "visit/clock.h"

/* A due time-out is noticed this late at most, also when the machine's clock was moved. */
#define TICK_MS 250

typedef struct {
  guint id;
  gint64 due;
  gint64 every;
  GSourceFunc func;
  gpointer data;
} Timeout;

/**
 * FoyerClock:
 *
 * Says what time it is.
 */
struct _FoyerClock {
  GObject parent;

  gboolean standing;
  gint64 standing_at;
  GMutex lock;
  GList *timeouts; /* Timeout, by rising due time */
  guint last_id;
  guint tick;
};

G_DEFINE_FINAL_TYPE (FoyerClock, foyer_clock, G_TYPE_OBJECT)

static int
by_due (gconstpointer a, gconstpointer b)
{
  const Timeout *first = a;
  const Timeout *second = b;

  return (first->due > second->due) - (first->due < second->due);
}

/* Calls what is due, one after the other: a call may add and cancel time-outs. */
static void
call_due (FoyerClock *self)
{
  g_autoptr (FoyerClock) alive = g_object_ref (self);

  while (self->timeouts != NULL) {
    Timeout *next = self->timeouts->data;
    guint id = next->id;

    if (next->due > foyer_clock_steady (self))
      break;
    if (next->func (next->data) == G_SOURCE_CONTINUE) {
      /* it may have cancelled itself meanwhile */
      for (GList *l = self->timeouts; l != NULL; l = l->next) {
        Timeout *again = l->data;

        if (again->id != id)
          continue;
        self->timeouts = g_list_remove_link (self->timeouts, l);
        g_list_free (l);
        again->due = foyer_clock_steady (self) + MAX (again->every, 1);
        self->timeouts = g_list_insert_sorted (self->timeouts, again, by_due);
        break;
      }
    } else {
      foyer_clock_cancel (self, id);
    }
  }
}

static gboolean
on_tick (gpointer data)
{
  FoyerClock *self = data;

  call_due (self);
  if (self->timeouts != NULL)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
foyer_clock_finalize (GObject *object)
{
  FoyerClock *self = FOYER_CLOCK (object);

  g_clear_handle_id (&self->tick, g_source_remove);
  g_list_free_full (self->timeouts, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (foyer_clock_parent_class)->finalize (object);
}

static void
foyer_clock_class_init (FoyerClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_clock_finalize;
}

static void
foyer_clock_init (FoyerClock *self)
{
  g_mutex_init (&self->lock);
}

FoyerClock *
foyer_clock_new (void)
{
  return g_object_new (FOYER_TYPE_CLOCK, NULL);
}

FoyerClock *
foyer_clock_new_standing (gint64 now)
{
  FoyerClock *self = foyer_clock_new ();

  self->standing = TRUE;
  self->standing_at = now;
  return self;
}

gint64
foyer_clock_now (FoyerClock *self)
{
  gint64 now;

  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);

  if (!self->standing)
    return g_get_real_time () / 1000;
  g_mutex_lock (&self->lock);
  now = self->standing_at;
  g_mutex_unlock (&self->lock);
  return now;
}

gint64
foyer_clock_steady (FoyerClock *self)
{
  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);

  return self->standing ? foyer_clock_now (self) : g_get_monotonic_time () / 1000;
}

void
foyer_clock_advance (FoyerClock *self, gint64 ms)
{
  gint64 until;

  g_return_if_fail (FOYER_IS_CLOCK (self));
  g_return_if_fail (self->standing && ms >= 0);

  until = foyer_clock_now (self) + ms;
  for (;;) {
    Timeout *next = self->timeouts != NULL ? self->timeouts->data : NULL;
    gint64 stop = next != NULL ? CLAMP (next->due, self->standing_at, until) : until;

    g_mutex_lock (&self->lock);
    self->standing_at = stop;
    g_mutex_unlock (&self->lock);
    call_due (self);
    if (stop == until)
      return;
  }
}

guint
foyer_clock_after (FoyerClock *self, gint64 ms, GSourceFunc func, gpointer data)
{
  Timeout *timeout;

  g_return_val_if_fail (FOYER_IS_CLOCK (self), 0);
  g_return_val_if_fail (ms >= 0 && func != NULL, 0);

  timeout = g_new (Timeout, 1);
  *timeout = (Timeout){ ++self->last_id, foyer_clock_steady (self) + ms, ms, func, data };
  self->timeouts = g_list_insert_sorted (self->timeouts, timeout, by_due);
  if (self->tick == 0 && !self->standing)
    self->tick = g_timeout_add (TICK_MS, on_tick, self);
  return timeout->id;
}

void
foyer_clock_cancel (FoyerClock *self, guint id)
{
  g_return_if_fail (FOYER_IS_CLOCK (self));

  for (GList *l = self->timeouts; l != NULL; l = l->next) {
    Timeout *timeout = l->data;

    if (timeout->id != id)
      continue;
    self->timeouts = g_list_delete_link (self->timeouts, l);
    g_free (timeout);
    return;
  }
}

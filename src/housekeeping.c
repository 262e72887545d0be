/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-housekeeping"

#include "housekeeping.h"

#include "privacy/retention.h"
#include "station/day.h"

/* How often it is looked whether a swap is due, and whether somebody has waited too long: three
 * times a minute. */
#define LOOK (20 * FOYER_SECOND)

/**
 * FoyerHousekeeping:
 *
 * Does by itself what is due in the house.
 */
struct _FoyerHousekeeping {
  GObject parent;

  FoyerStore *store;
  FoyerClock *clock;
  FoyerSettings *settings;
  FoyerActor *actor;
  GCancellable *gone;

  FoyerHousekeepingReady ready; /* NULL once it was called */
  gpointer ready_data;
  guint deleted; /* by the run that goes on */
  gboolean running;
  gboolean swapping;
  gboolean look_again;
  guint hourly;
  guint nightly;
  guint looking;
};

G_DEFINE_FINAL_TYPE (FoyerHousekeeping, foyer_housekeeping, G_TYPE_OBJECT)

/* The quiet hour of the local day of @instant. */
static gint64
quiet_hour_of (FoyerHousekeeping *self, gint64 instant)
{
  GTimeZone *zone = foyer_settings_get_time_zone (self->settings);
  int minutes = foyer_settings_get_quiet_hour (self->settings);
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant / FOYER_SECOND);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autoptr (GDateTime) quiet = g_date_time_new (zone,
                                                 g_date_time_get_year (local),
                                                 g_date_time_get_month (local),
                                                 g_date_time_get_day_of_month (local),
                                                 minutes / 60,
                                                 minutes % 60,
                                                 0);

  return g_date_time_to_unix (quiet) * FOYER_SECOND;
}

static gint64
quiet_hour_before (FoyerHousekeeping *self, gint64 now)
{
  gint64 quiet = quiet_hour_of (self, now);
  gint64 from;
  gint64 until;

  foyer_day_bounds (foyer_settings_get_time_zone (self->settings), now, &from, &until);
  return quiet <= now ? quiet : quiet_hour_of (self, from - 1);
}

static gint64
quiet_hour_after (FoyerHousekeeping *self, gint64 now)
{
  gint64 quiet = quiet_hour_of (self, now);
  gint64 from;
  gint64 until;

  foyer_day_bounds (foyer_settings_get_time_zone (self->settings), now, &from, &until);
  return quiet > now ? quiet : quiet_hour_of (self, until);
}

typedef struct {
  FoyerStore *store;
  gint64 before;
  gint64 now;
} Compaction;

static void
compaction_free (gpointer data)
{
  Compaction *compaction = data;

  g_object_unref (compaction->store);
  g_free (compaction);
}

static void
wait_for_compaction (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  Compaction *compaction = data;
  g_autoptr (GError) err = NULL;

  if (!foyer_store_compact (compaction->store, compaction->before, compaction->now, &err))
    g_info ("The store was not compacted: %s", err->message);
  g_task_return_boolean (task, TRUE);
}

/* Does nothing where no deletion before that moment owes it. */
static void
compact (FoyerHousekeeping *self, gint64 before)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);
  Compaction *compaction = g_new (Compaction, 1);

  *compaction = (Compaction){ g_object_ref (self->store), before, foyer_clock_now (self->clock) };
  g_task_set_task_data (task, compaction, compaction_free);
  g_task_run_in_thread (task, wait_for_compaction);
}

/* A swap makes final what was deleted. It waits for disks, and for the one who is at it. */
typedef struct {
  FoyerStore *store;
  FoyerSwapWhen when;
  gint64 now;
} Swap;

static void
swap_free (gpointer data)
{
  Swap *swap = data;

  g_object_unref (swap->store);
  g_free (swap);
}

static void
wait_for_swap (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  Swap *swap = data;
  g_autoptr (GError) err = NULL;

  if (!foyer_store_swap (swap->store, swap->when, NULL, swap->now, &err))
    g_message ("The key was not swapped, and is tried again: %s", err->message);
  g_task_return_boolean (task, TRUE);
}

static void
swap (FoyerHousekeeping *self, FoyerSwapWhen when, GAsyncReadyCallback then)
{
  g_autoptr (GTask) task = g_task_new (NULL, self->gone, then, self);
  Swap *swap = g_new (Swap, 1);

  *swap = (Swap){ g_object_ref (self->store), when, foyer_clock_now (self->clock) };
  g_task_set_task_data (task, swap, swap_free);
  g_task_run_in_thread (task, wait_for_swap);
}

/* Whether somebody is still there to go on. */
static gboolean
went_on (GAsyncResult *result)
{
  g_autoptr (GError) err = NULL;

  g_task_propagate_boolean (G_TASK (result), &err);
  return !g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A quiet hour that the machine slept through, or was off, is made up for. What the first run
 * deletes comes from such a time too, and nobody has a screen yet. */
static void
on_run_swapped (GObject *unused, GAsyncResult *result, gpointer data)
{
  FoyerHousekeeping *self = data;
  FoyerHousekeepingReady ready;
  gint64 now;

  if (!went_on (result))
    return;
  ready = self->ready;
  now = foyer_clock_now (self->clock);
  self->running = FALSE;
  self->ready = NULL;
  compact (self, ready != NULL && self->deleted > 0 ? now + 1 : quiet_hour_before (self, now));
  if (ready != NULL)
    ready (self->ready_data);
}

static void
on_slice_done (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRetention) run = foyer_store_do_finish (result, &err);
  FoyerHousekeeping *self = data;

  if (g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* self is gone */
  if (err != NULL)
    g_info ("Retention did not run: %s", err->message);
  else
    self->deleted += run->deleted;
  if (run == NULL || !run->more)
    swap (self, FOYER_SWAP_IF_OWED, on_run_swapped);
  else
    foyer_store_do (self->store,
                    self->actor,
                    &foyer_privacy_retain,
                    g_steal_pointer (&run),
                    foyer_retention_free,
                    self->gone,
                    on_slice_done,
                    self);
}

static void
retain (FoyerHousekeeping *self)
{
  gint64 now = foyer_clock_now (self->clock);
  gint64 from;
  gint64 until;

  if (self->running)
    return;
  self->running = TRUE;
  self->deleted = 0;
  foyer_day_bounds (foyer_settings_get_time_zone (self->settings), now, &from, &until);
  foyer_store_do (self->store,
                  self->actor,
                  &foyer_privacy_retain,
                  foyer_retention_new (now, from),
                  foyer_retention_free,
                  self->gone,
                  on_slice_done,
                  self);
}

/* What a crash has left comes first: until then nobody knows which key lives. */
static void
on_recovered (GObject *unused, GAsyncResult *result, gpointer data)
{
  if (went_on (result))
    retain (data);
}

/* One look after the other; whoever asks meanwhile is answered by a further one. */
static void
on_looked (GObject *unused, GAsyncResult *result, gpointer data)
{
  FoyerHousekeeping *self = data;

  if (!went_on (result))
    return;
  self->swapping = self->look_again;
  self->look_again = FALSE;
  if (self->swapping)
    swap (self, FOYER_SWAP_IF_DUE, on_looked);
}

static void
on_denied (GObject *unused, GAsyncResult *result, gpointer unused_data)
{
  g_autoptr (GError) err = NULL;

  g_free (foyer_store_do_finish (result, &err));
  if (err != NULL && !g_error_matches (err, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_info ("Who waits was not answered: %s", err->message);
}

/* Who was not let in by a desk is told to speak to reception. */
static void
see_to_unanswered (FoyerHousekeeping *self, const FoyerDeed *deed, GAsyncReadyCallback then)
{
  FoyerUnanswered *unanswered = g_new0 (FoyerUnanswered, 1);

  unanswered->now = foyer_clock_now (self->clock);
  foyer_store_do (self->store, self->actor, deed, unanswered, g_free, self->gone, then, self);
}

static void
on_unanswered (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autofree FoyerUnanswered *found = foyer_store_do_finish (result, NULL);

  if (found != NULL && found->any)
    see_to_unanswered (data, &foyer_privacy_deny_unanswered, on_denied);
}

static gboolean
on_look (gpointer data)
{
  FoyerHousekeeping *self = data;

  see_to_unanswered (self, &foyer_privacy_find_unanswered, on_unanswered);
  self->look_again = self->swapping;
  if (!self->swapping)
    swap (self, FOYER_SWAP_IF_DUE, on_looked);
  self->swapping = TRUE;
  return G_SOURCE_CONTINUE;
}

static gboolean
on_hour (gpointer data)
{
  retain (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_quiet_hour (gpointer data)
{
  FoyerHousekeeping *self = data;
  gint64 now = foyer_clock_now (self->clock);

  compact (self, quiet_hour_before (self, now));
  self->nightly =
      foyer_clock_after (self->clock, quiet_hour_after (self, now) - now, on_quiet_hour, self);
  return G_SOURCE_REMOVE;
}

static void
foyer_housekeeping_dispose (GObject *object)
{
  FoyerHousekeeping *self = FOYER_HOUSEKEEPING (object);

  g_cancellable_cancel (self->gone);
  if (self->clock != NULL) {
    foyer_clock_cancel (self->clock, self->hourly);
    foyer_clock_cancel (self->clock, self->nightly);
    foyer_clock_cancel (self->clock, self->looking);
  }
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
  g_clear_object (&self->actor);

  G_OBJECT_CLASS (foyer_housekeeping_parent_class)->dispose (object);
}

static void
foyer_housekeeping_finalize (GObject *object)
{
  FoyerHousekeeping *self = FOYER_HOUSEKEEPING (object);

  g_object_unref (self->gone);

  G_OBJECT_CLASS (foyer_housekeeping_parent_class)->finalize (object);
}

static void
foyer_housekeeping_class_init (FoyerHousekeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_housekeeping_dispose;
  G_OBJECT_CLASS (klass)->finalize = foyer_housekeeping_finalize;
}

static void
foyer_housekeeping_init (FoyerHousekeeping *self)
{
  self->gone = g_cancellable_new ();
}

FoyerHousekeeping *
foyer_housekeeping_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings)
{
  FoyerHousekeeping *self = g_object_new (FOYER_TYPE_HOUSEKEEPING, NULL);

  self->store = g_object_ref (store);
  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->actor = foyer_actor_new (FOYER_ROLE_PROGRAM, foyer_settings_get_station (settings));
  return self;
}

void
foyer_housekeeping_start (FoyerHousekeeping *self, FoyerHousekeepingReady ready, gpointer data)
{
  gint64 now;

  g_return_if_fail (FOYER_IS_HOUSEKEEPING (self));
  g_return_if_fail (self->hourly == 0);

  now = foyer_clock_now (self->clock);
  self->ready = ready;
  self->ready_data = data;
  self->hourly = foyer_clock_after (self->clock, FOYER_HOUR, on_hour, self);
  self->nightly =
      foyer_clock_after (self->clock, quiet_hour_after (self, now) - now, on_quiet_hour, self);
  self->looking = foyer_clock_after (self->clock, LOOK, on_look, self);
  swap (self, FOYER_SWAP_NEVER, on_recovered);
}

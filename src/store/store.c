/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-store"

#include "store/store.h"

#include "store/db.h"
#include "store/deletions.h"
#include "store/first-key.h"
#include "store/keys.h"
#include "store/swap.h"
#include "store/vault-row.h"

#define WATCH_MS 250
#define COMPACTION_TRIES 50
#define COMPACTION_PAUSE_US 20000

/* Everything that the clerk, the store's one thread, works on: a job keeps it alive, so that a
 * store which is let go while a deed runs ends without waiting for itself. */
typedef struct {
  FoyerStorePlace *place;
  FoyerDb *db; /* the clerk's alone; NULL: to be opened by the next job */
} Desk;

typedef struct _Job Job;

/* What the clerk does: a deed, a look for others' changes, housekeeping. */
typedef gboolean (*JobFunc) (Desk *desk, Job *job, GError **error);

struct _Job {
  Desk *desk;
  JobFunc func;
  FoyerActor *actor;
  const FoyerDeed *deed;
  gpointer what; /* handed back when it is done */
  GDestroyNotify free_what;
  gint64 before;
  gint64 now;
};

/**
 * FoyerStore:
 *
 * The one place with a thread: does deeds, one after the other.
 */
struct _FoyerStore {
  GObject parent;

  Desk *desk;
  GThreadPool *clerk;
  guint watch;
  gboolean watching; /* a look is on its way */
};

G_DEFINE_FINAL_TYPE (FoyerStore, foyer_store, G_TYPE_OBJECT)

enum {
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
desk_clear (gpointer data)
{
  Desk *desk = data;

  foyer_store_place_free (desk->place);
  foyer_db_close (desk->db);
}

static void
desk_unref (Desk *desk)
{
  g_atomic_rc_box_release_full (desk, desk_clear);
}

static gboolean
opened (Desk *desk, GError **error)
{
  if (desk->db == NULL)
    desk->db = foyer_db_open (desk->place, FALSE, error);
  return desk->db != NULL;
}

/* After an error of which nobody knows what it left behind, the next job begins with a new
 * connection. */
static gboolean
do_deed (Desk *desk, Job *job, GError **error)
{
  g_autoptr (GError) err = NULL;
  gboolean uncertain = FALSE;

  if (!opened (desk, error))
    return FALSE;
  if (foyer_db_transact (desk->db, job->actor, job->deed, job->what, &uncertain, &err))
    return TRUE;
  if (uncertain) {
    g_clear_error (&err);
    g_clear_pointer (&desk->db, foyer_db_close);
    if (opened (desk, &err)
        && foyer_db_transact (desk->db, job->actor, job->deed, job->what, &uncertain, &err))
      return TRUE;
  }
  if (err->domain == FOYER_DB_ERROR && err->code != FOYER_DB_ERROR_REFUSED
      && err->code != FOYER_DB_ERROR_BUSY && err->code != FOYER_DB_ERROR_ROW)
    g_clear_pointer (&desk->db, foyer_db_close);
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

/* What another process has forgotten is forgotten here too, though nobody asks for anything. */
static void
forget_with_others (FoyerDb *db)
{
  if (foyer_db_script (db, db->driver->begin_read, NULL))
    foyer_vault_row_begin (db, NULL);
  foyer_db_script (db, "ROLLBACK", NULL);
  foyer_keys_ended (db, TRUE);
}

/* Opens nothing: a store that nobody asks for anything needs no look. */
static gboolean
look (Desk *desk, Job *job, GError **error)
{
  gboolean changed = desk->db != NULL && desk->db->driver->changed (desk->db);

  if (changed)
    forget_with_others (desk->db);

  job->what = GINT_TO_POINTER (changed);
  return TRUE;
}

/* A compaction begins as a reader: of two that want to write then, one is told to be busy at once.
 * It asks again, and may find that the other has done it. */
static gboolean
compact (Desk *desk, Job *job, GError **error)
{
  for (int tries_left = COMPACTION_TRIES - 1;; tries_left--) {
    g_autoptr (GError) err = NULL;
    gint64 owed = 0;

    if (opened (desk, &err) && foyer_deletions_owe_compaction (desk->db, job->before, &owed, &err)
        && (owed == 0
            || (desk->db->driver->compact (desk->db, &err)
                && foyer_deletions_mark_compacted (desk->db, owed, job->now, &err))))
      return TRUE;
    if (tries_left == 0 || !g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY)) {
      g_propagate_error (error, g_steal_pointer (&err));
      return FALSE;
    }
    g_usleep (COMPACTION_PAUSE_US);
  }
}

static gboolean
check (Desk *desk, Job *job, GError **error)
{
  return opened (desk, error) && desk->db->driver->check (desk->db, error);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  if (job->free_what != NULL && job->what != NULL)
    job->free_what (job->what);
  g_clear_object (&job->actor);
  desk_unref (job->desk);
  g_free (job);
}

static void
work (gpointer data, gpointer unused)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) err = NULL;
  Job *job = g_task_get_task_data (task);

  if (job->func (job->desk, job, &err))
    g_task_return_pointer (task, g_steal_pointer (&job->what), job->free_what);
  else
    g_task_return_error (task, g_steal_pointer (&err));
}

static void
push (FoyerStore *self, GTask *task, Job job)
{
  job.desk = g_atomic_rc_box_acquire (self->desk);
  if (job.actor != NULL)
    g_object_ref (job.actor);
  g_task_set_task_data (task, g_memdup2 (&job, sizeof job), job_free);
  g_thread_pool_push (self->clerk, task, NULL);
}

static void
foyer_store_dispose (GObject *object)
{
  FoyerStore *self = FOYER_STORE (object);

  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->clerk != NULL)
    g_thread_pool_free (g_steal_pointer (&self->clerk), FALSE, TRUE);
  g_clear_pointer (&self->desk, desk_unref);

  G_OBJECT_CLASS (foyer_store_parent_class)->dispose (object);
}

static void
foyer_store_class_init (FoyerStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = foyer_store_dispose;

  signals[CHANGED] = g_signal_new ("changed",
                                   FOYER_TYPE_STORE,
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   0);
}

static void
foyer_store_init (FoyerStore *self)
{
  self->clerk = g_thread_pool_new (work, NULL, 1, TRUE, NULL);
}

FoyerStore *
foyer_store_new (const FoyerStorePlace *place)
{
  FoyerStore *self = g_object_new (FOYER_TYPE_STORE, NULL);

  self->desk = g_atomic_rc_box_new0 (Desk);
  self->desk->place = foyer_store_place_copy (place);
  return self;
}

gboolean
foyer_store_create (const FoyerStorePlace *place, gint64 now, GError **error)
{
  g_autoptr (FoyerDb) db = foyer_db_open (place, TRUE, error);

  return db != NULL && foyer_first_key_make (db, now, error);
}

/* Who waits for a deed is told first, then everybody else that rows have changed. */
typedef struct {
  GWeakRef store;
  gboolean writes;
  GAsyncReadyCallback ready;
  gpointer user_data;
} Wait;

static void
on_deed_done (GObject *unused, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  gboolean changed = wait->writes && !g_task_had_error (G_TASK (result));
  g_autoptr (FoyerStore) self = NULL;

  wait->ready (NULL, result, wait->user_data);
  self = g_weak_ref_get (&wait->store);
  if (self != NULL && changed)
    g_signal_emit (self, signals[CHANGED], 0);
  g_weak_ref_clear (&wait->store);
  g_free (wait);
}

void
foyer_store_do (FoyerStore *self,
                FoyerActor *actor,
                const FoyerDeed *deed,
                gpointer what,
                GDestroyNotify free_what,
                GCancellable *cancellable,
                GAsyncReadyCallback ready,
                gpointer user_data)
{
  Wait *wait;

  g_return_if_fail (FOYER_IS_STORE (self));
  g_return_if_fail (FOYER_IS_ACTOR (actor));

  wait = g_new0 (Wait, 1);
  g_weak_ref_init (&wait->store, self);
  wait->writes = deed->writes;
  wait->ready = ready;
  wait->user_data = user_data;
  /* No source object: the task's last reference may drop on the clerk's thread, and a store that
   * ended there would wait for itself. */
  push (
      self,
      g_task_new (NULL, cancellable, on_deed_done, wait),
      (Job){ .func = do_deed, .actor = actor, .deed = deed, .what = what, .free_what = free_what });
}

gpointer
foyer_store_do_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  GMainLoop *loop;
  GAsyncResult *result;
} Errand;

static void
on_errand_done (GObject *unused, GAsyncResult *result, gpointer data)
{
  Errand *errand = data;

  errand->result = g_object_ref (result);
  g_main_loop_quit (errand->loop);
}

/* Waits on a main context of its own, so that nothing of the caller's runs meanwhile. */
static gboolean
push_and_wait (FoyerStore *self, Job job, GError **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GMainLoop) loop = g_main_loop_new (context, FALSE);
  g_autoptr (GError) err = NULL;
  Errand errand = { loop, NULL };

  g_main_context_push_thread_default (context);
  push (self, g_task_new (NULL, NULL, on_errand_done, &errand), job);
  g_main_loop_run (loop);
  g_main_context_pop_thread_default (context);

  g_task_propagate_pointer (G_TASK (errand.result), &err);
  g_object_unref (errand.result);
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

static gboolean
emit_changed (gpointer self)
{
  g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

gboolean
foyer_store_do_wait (FoyerStore *self,
                     FoyerActor *actor,
                     const FoyerDeed *deed,
                     gpointer what,
                     GError **error)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), FALSE);
  g_return_val_if_fail (FOYER_IS_ACTOR (actor), FALSE);

  if (!push_and_wait (self,
                      (Job){ .func = do_deed, .actor = actor, .deed = deed, .what = what },
                      error))
    return FALSE;
  if (deed->writes && self->watch != 0)
    g_idle_add_full (G_PRIORITY_DEFAULT, emit_changed, g_object_ref (self), g_object_unref);
  return TRUE;
}

gboolean
foyer_store_compact (FoyerStore *self, gint64 before, gint64 now, GError **error)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), FALSE);

  return push_and_wait (self, (Job){ .func = compact, .before = before, .now = now }, error);
}

gboolean
foyer_store_swap (FoyerStore *self,
                  FoyerSwapWhen when,
                  const char *holder,
                  gint64 now,
                  GError **error)
{
  g_autoptr (FoyerDb) db = NULL;
  FoyerHolderKind kind = FOYER_HOLDER_FILE;

  g_return_val_if_fail (FOYER_IS_STORE (self), FALSE);
  g_return_val_if_fail (holder == NULL || foyer_holder_find (holder, &kind), FALSE);

  db = foyer_db_open (self->desk->place, FALSE, error);
  return db != NULL && foyer_swap (&db, when, holder != NULL ? (int) kind : -1, now, error);
}

gboolean
foyer_store_check (FoyerStore *self, GError **error)
{
  g_return_val_if_fail (FOYER_IS_STORE (self), FALSE);

  return push_and_wait (self, (Job){ .func = check }, error);
}

static void
on_looked (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (FoyerStore) self = data;

  self->watching = FALSE;
  if (g_task_propagate_pointer (G_TASK (result), NULL) != NULL && self->watch != 0)
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
on_watch (gpointer data)
{
  FoyerStore *self = data;

  if (!self->watching) {
    self->watching = TRUE;
    push (self, g_task_new (NULL, NULL, on_looked, g_object_ref (self)), (Job){ .func = look });
  }
  return G_SOURCE_CONTINUE;
}

void
foyer_store_watch (FoyerStore *self)
{
  g_return_if_fail (FOYER_IS_STORE (self));

  if (self->watch == 0)
    self->watch = g_timeout_add (WATCH_MS, on_watch, self);
}

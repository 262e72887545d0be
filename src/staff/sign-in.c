/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-staff-sign-in"

#include "staff/sign-in.h"

#include "staff/error.h"
#include "store/audit.h"
#include "store/staff.h"
#include "vault/password.h"

/* One try to sign in. */
typedef struct {
  const char *name;
  gint64 now;
  FoyerAccount *account; /* NULL: no such name */
} Try;

static gint64
wait_after (int tries)
{
  int doublings = tries - FOYER_STAFF_FREE_TRIES;

  if (doublings < 0)
    return 0;
  return MIN (FOYER_HOUR, (30 * FOYER_SECOND) << MIN (doublings, 10));
}

/* Stores the try, and hands out the account with its hash; nothing is verified here. */
static gboolean
run_begin (FoyerDb *db, gpointer data, GError **error)
{
  Try *attempt = data;
  gboolean any_damaged = FALSE;
  FoyerAccount *account;

  g_clear_pointer (&attempt->account, foyer_account_free);
  if (!foyer_staff_find (db, attempt->name, &attempt->account, &any_damaged, error))
    return FALSE;
  account = attempt->account;
  if (account == NULL && any_damaged) {
    g_set_error (
        error,
        FOYER_DB_ERROR,
        FOYER_DB_ERROR_ROW,
        "An account is damaged: if it is yours, an administrator can help, who finds it with"
        " “foyerctl check”");
    return FALSE;
  }
  if (account == NULL)
    return TRUE;
  if (account->tries >= FOYER_STAFF_LOCK_TRIES) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_LOCKED,
                 "This account is locked: an administrator can unlock it");
    return FALSE;
  }
  /* A clock that was set back does not shorten the wait, nor make it endless. */
  if (ABS (attempt->now - account->tried_at) < wait_after (account->tries)) {
    g_set_error (error,
                 FOYER_STAFF_ERROR,
                 FOYER_STAFF_ERROR_WAIT,
                 "Too many tries: wait a while, then try again");
    return FALSE;
  }
  return foyer_staff_set_tries (db, account->id, account->tries + 1, attempt->now, error)
         && foyer_audit_append (db, "staff-try", account->id, attempt->now, error);
}

static gboolean
run_succeed (FoyerDb *db, gpointer data, GError **error)
{
  Try *attempt = data;

  return foyer_staff_set_tries (db, attempt->account->id, 0, attempt->now, error)
         && foyer_audit_append (db, "staff-sign-in", attempt->account->id, attempt->now, error);
}

static const FoyerDeed begin = { .right = FOYER_RIGHT_SIGN_IN_STAFF,
                                 .writes = TRUE,
                                 .run = run_begin };

static const FoyerDeed succeed = { .right = FOYER_RIGHT_SIGN_IN_STAFF,
                                   .writes = TRUE,
                                   .run = run_succeed };

FoyerActor *
foyer_staff_sign_in (FoyerStore *store,
                     FoyerClock *clock,
                     FoyerActor *program,
                     const char *name,
                     const char *password,
                     GError **error)
{
  Try attempt = { name, foyer_clock_now (clock), NULL };
  g_autoptr (FoyerAccount) account = NULL;
  FoyerActor *actor = NULL;
  gboolean begun = foyer_store_do_wait (store, program, &begin, &attempt, error);
  gboolean fits;

  account = attempt.account;
  if (!begun)
    return NULL;
  fits = foyer_password_verify (account != NULL ? account->password : NULL, password);
  if (!fits) {
    g_set_error (error, FOYER_STAFF_ERROR, FOYER_STAFF_ERROR_WRONG, "Name and password do not fit");
    return NULL;
  }
  if (foyer_store_do_wait (store, program, &succeed, &attempt, error))
    actor = foyer_actor_new_staff (account->id,
                                   account->name,
                                   account->roles,
                                   foyer_actor_get_station (program));
  return actor;
}

typedef struct {
  FoyerStore *store;
  FoyerClock *clock;
  FoyerActor *program;
  char *name;
  char *password;
} Request;

static void
request_clear (Request *request)
{
  g_clear_object (&request->store);
  g_clear_object (&request->clock);
  g_clear_object (&request->program);
  g_clear_pointer (&request->name, g_free);
  g_clear_pointer (&request->password, foyer_password_wipe);
}

static void
request_free (gpointer data)
{
  request_clear (data);
  g_free (data);
}

static void
verify (GTask *task, gpointer unused, gpointer data, GCancellable *cancellable)
{
  Request *request = data;
  GError *err = NULL;
  FoyerActor *actor = foyer_staff_sign_in (request->store,
                                           request->clock,
                                           request->program,
                                           request->name,
                                           request->password,
                                           &err);

  /* Let go before who waits is answered: the store must not end on this thread. */
  request_clear (request);
  if (actor != NULL)
    g_task_return_pointer (task, actor, g_object_unref);
  else
    g_task_return_error (task, err);
}

void
foyer_staff_sign_in_async (FoyerStore *store,
                           FoyerClock *clock,
                           FoyerActor *program,
                           const char *name,
                           char *password,
                           GCancellable *cancellable,
                           GAsyncReadyCallback ready,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, ready, user_data);
  Request *request = g_new (Request, 1);

  *request = (Request){
    .store = g_object_ref (store),
    .clock = g_object_ref (clock),
    .program = g_object_ref (program),
    .name = g_strdup (name),
    .password = password,
  };
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, verify);
}

FoyerActor *
foyer_staff_sign_in_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

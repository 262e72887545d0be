/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-reception-calls"

#include "reception/calls.h"

#include "reception/companions.h"
#include "store/audit.h"
#include "store/calls.h"
#include "store/visits.h"

FoyerCallFollow *
foyer_call_follow_new (GBytes *id, gint64 now)
{
  FoyerCallFollow *follow = g_new0 (FoyerCallFollow, 1);

  follow->id = g_bytes_ref (id);
  follow->now = now;
  return follow;
}

FoyerCallFollow *
foyer_call_follow_new_kind (const char *station, FoyerCallKind kind, gint64 now)
{
  FoyerCallFollow *follow = g_new0 (FoyerCallFollow, 1);

  follow->station = g_strdup (station);
  follow->kind = kind;
  follow->now = now;
  return follow;
}

void
foyer_call_follow_free (gpointer data)
{
  FoyerCallFollow *follow = data;

  if (follow == NULL)
    return;
  g_clear_pointer (&follow->id, g_bytes_unref);
  g_free (follow->station);
  foyer_call_free (follow->call);
  g_free (follow);
}

static void
open_call_free (gpointer data)
{
  FoyerOpenCall *open = data;

  foyer_call_free (open->call);
  g_clear_object (&open->visit);
  g_free (open);
}

FoyerCallList *
foyer_call_list_new (void)
{
  FoyerCallList *list = g_new (FoyerCallList, 1);

  list->calls = g_ptr_array_new_with_free_func (open_call_free);
  return list;
}

void
foyer_call_list_free (gpointer data)
{
  FoyerCallList *list = data;

  if (list == NULL)
    return;
  g_ptr_array_unref (list->calls);
  g_free (list);
}

static gboolean
run_call (FoyerDb *db, gpointer data, GError **error)
{
  const FoyerCall *call = data;
  gboolean added = FALSE;

  if (!foyer_calls_add (db, call, &added, error))
    return FALSE;
  return !added || foyer_audit_append (db, "call", call->id, call->made_at, error);
}

static gboolean
run_follow_call (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCallFollow *follow = data;

  g_clear_pointer (&follow->call, foyer_call_free);
  return follow->id != NULL
             ? foyer_calls_find (db, follow->id, &follow->call, error)
             : foyer_calls_find_kind (db, follow->station, follow->kind, &follow->call, error);
}

static gboolean
run_take_call (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCallFollow *follow = data;
  gboolean taken = FALSE;

  return foyer_calls_take (db, follow->id, follow->now, &taken, error)
         && (!taken || foyer_audit_append (db, "call-taken", follow->id, follow->now, error))
         && run_follow_call (db, follow, error);
}

static gboolean
end (FoyerDb *db, FoyerCallFollow *follow, GError **error)
{
  GBytes *id = follow->call->id;

  return foyer_calls_remove (db, id, error)
         && foyer_audit_append (db, "call-ended", id, follow->now, error);
}

/* What another station asks, and what is asked about a visit, is not a kiosk's to end. */
static gboolean
run_end_call (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCallFollow *follow = data;
  const char *station = foyer_actor_get_station (foyer_db_actor (db));

  if (!run_follow_call (db, follow, error))
    return FALSE;
  if (follow->call == NULL || follow->call->visit != NULL
      || g_strcmp0 (follow->call->station, station) != 0)
    return TRUE;
  return end (db, follow, error);
}

static gboolean
run_dismiss_call (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCallFollow *follow = data;

  if (!run_follow_call (db, follow, error))
    return FALSE;
  if (follow->call == NULL || follow->call->kind == FOYER_CALL_APPROVAL
      || follow->call->kind == FOYER_CALL_RETURN)
    return TRUE;
  return end (db, follow, error);
}

/* Whether a desk has to do something about it now. */
static gboolean
waits (const FoyerOpenCall *open)
{
  switch (open->call->kind) {
  case FOYER_CALL_HELP:
    return open->call->taken_at == 0;
  case FOYER_CALL_LEAVING:
    return open->call->visit == NULL
           || (open->visit != NULL && foyer_visit_get_state (open->visit) == FOYER_VISIT_ON_SITE);
  case FOYER_CALL_APPROVAL:
  case FOYER_CALL_RETURN:
    return open->visit != NULL && foyer_visit_get_state (open->visit) == FOYER_VISIT_ASKED;
  case FOYER_CALL_SERVICE:
  case FOYER_CALL_NONE:
    break;
  }
  return FALSE;
}

/* Finds what the call is about. */
static gboolean
look_up (FoyerDb *db, FoyerOpenCall *open, GError **error)
{
  GBytes *id = open->call->visit;
  g_autoptr (GPtrArray) companions = NULL;

  if (id == NULL)
    return TRUE;
  if (!foyer_visits_find (db, id, &open->visit, error))
    return FALSE;
  if (open->visit != NULL)
    foyer_visit_drop_answers (open->visit, FOYER_KEPT_NOT, foyer_db_roles (db));
  if (open->call->kind != FOYER_CALL_APPROVAL)
    return TRUE;
  companions = foyer_companions_list_asked (db, id, error);
  open->companions = companions != NULL ? companions->len : 0;
  return companions != NULL;
}

static gboolean
run_list_calls (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCallList *list = data;
  g_autoptr (GPtrArray) calls = foyer_calls_list (db, error);

  g_ptr_array_set_size (list->calls, 0);
  while (calls != NULL && calls->len > 0) {
    FoyerOpenCall *open = g_new0 (FoyerOpenCall, 1);

    open->call = g_ptr_array_steal_index (calls, 0);
    g_ptr_array_add (list->calls, open);
    if (!look_up (db, open, error))
      return FALSE;
    if (!waits (open))
      g_ptr_array_remove (list->calls, open);
  }
  return calls != NULL;
}

const FoyerDeed foyer_reception_call = { .right = FOYER_RIGHT_CALL,
                                         .writes = TRUE,
                                         .run = run_call };

const FoyerDeed foyer_reception_follow_call = { .right = FOYER_RIGHT_CALL, .run = run_follow_call };

const FoyerDeed foyer_reception_end_call = { .right = FOYER_RIGHT_CALL,
                                             .writes = TRUE,
                                             .run = run_end_call };

const FoyerDeed foyer_reception_take_call = { .right = FOYER_RIGHT_ANSWER_CALLS,
                                              .writes = TRUE,
                                              .run = run_take_call };

const FoyerDeed foyer_reception_dismiss_call = { .right = FOYER_RIGHT_ANSWER_CALLS,
                                                 .writes = TRUE,
                                                 .run = run_dismiss_call };

const FoyerDeed foyer_reception_list_calls = { .right = FOYER_RIGHT_ANSWER_CALLS,
                                               .run = run_list_calls };

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-call"

#include "visit/call.h"

#include "visit/id.h"

FoyerCall *
foyer_call_new (FoyerCallKind kind,
                const char *station,
                const char *page,
                GBytes *visit,
                gint64 now)
{
  FoyerCall *call = g_new0 (FoyerCall, 1);

  call->id = foyer_id_new (now);
  call->kind = kind;
  call->station = g_strdup (station);
  call->page = g_strdup (page);
  call->visit = visit != NULL ? g_bytes_ref (visit) : NULL;
  call->made_at = now;
  return call;
}

void
foyer_call_free (FoyerCall *call)
{
  if (call == NULL)
    return;
  g_clear_pointer (&call->id, g_bytes_unref);
  g_clear_pointer (&call->visit, g_bytes_unref);
  g_free (call->station);
  g_free (call->page);
  g_free (call);
}

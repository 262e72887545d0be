/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-reception-scan"

#include "reception/scan.h"

#include "store/remembered.h"
#include "store/visits.h"
#include "visit/clock.h"

FoyerCodeLook *
foyer_code_look_new (const char *code, gint64 now, gint64 day_began, gint64 day_ends)
{
  FoyerCodeLook *look = g_new0 (FoyerCodeLook, 1);

  look->code = g_strdup (code);
  look->now = now;
  look->day_began = day_began;
  look->day_ends = day_ends;
  return look;
}

void
foyer_code_look_free (gpointer data)
{
  FoyerCodeLook *look = data;

  if (look == NULL)
    return;
  g_free (look->code);
  g_clear_object (&look->visit);
  g_free (look);
}

static FoyerCodeMeaning
tell_left (const FoyerCodeLook *look, gint64 left_at)
{
  if (look->now - left_at < FOYER_MINUTE)
    return FOYER_CODE_LEFT_JUST_NOW;
  return left_at >= look->day_began ? FOYER_CODE_LEFT_TODAY : FOYER_CODE_SPENT;
}

static FoyerCodeMeaning
tell_expected (const FoyerCodeLook *look, gint64 expected_at)
{
  return expected_at >= look->day_began && expected_at < look->day_ends ? FOYER_CODE_INVITATION
                                                                        : FOYER_CODE_OTHER_DAY;
}

/* Who is on site can leave, however damaged the record is; for all else it is needed. */
static FoyerCodeMeaning
tell (const FoyerCodeLook *look, FoyerVisit *visit)
{
  FoyerVisitState state = foyer_visit_get_state (visit);

  if (state == FOYER_VISIT_ON_SITE)
    return FOYER_CODE_ON_SITE;
  if (foyer_visit_get_damage (visit) >= FOYER_VISIT_RECORD_DAMAGED)
    return FOYER_CODE_SPENT;
  if (state == FOYER_VISIT_EXPECTED)
    return tell_expected (look, foyer_visit_get_arrived_at (visit));
  if (state == FOYER_VISIT_LEFT)
    return tell_left (look, foyer_visit_get_left_at (visit));
  return FOYER_CODE_SPENT;
}

static gboolean
look_in_remembered (FoyerDb *db, FoyerCodeLook *look, GError **error)
{
  g_autoptr (GBytes) id = NULL;

  if (!foyer_remembered_find_by_code (db, look->code, look->now, &id, &look->visit, error))
    return FALSE;
  look->meaning = id != NULL ? FOYER_CODE_REMEMBERED : FOYER_CODE_UNKNOWN;
  return TRUE;
}

static gboolean
run_look_at_code (FoyerDb *db, gpointer data, GError **error)
{
  FoyerCodeLook *look = data;
  g_autoptr (FoyerVisit) visit = NULL;
  gboolean used = FALSE;

  g_clear_object (&look->visit);
  if (!foyer_visits_find_by_code (db, look->code, &visit, error)
      || !foyer_visits_code_is_used_up (db, look->code, &used, error))
    return FALSE;
  if (visit == NULL && used) {
    look->meaning = FOYER_CODE_SPENT;
    return TRUE;
  }
  if (visit == NULL)
    return look_in_remembered (db, look, error);
  look->meaning = tell (look, visit);
  if (look->meaning == FOYER_CODE_OTHER_DAY)
    look->expected_at = foyer_visit_get_arrived_at (visit);
  if (look->meaning == FOYER_CODE_INVITATION || look->meaning == FOYER_CODE_LEFT_TODAY
      || look->meaning == FOYER_CODE_ON_SITE)
    look->visit = g_steal_pointer (&visit);
  return TRUE;
}

const FoyerDeed foyer_reception_look_at_code = { .right = FOYER_RIGHT_LOOK_AT_CODE,
                                                 .run = run_look_at_code };

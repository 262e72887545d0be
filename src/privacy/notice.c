/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-privacy-notice"

#include "privacy/notice.h"

#include "store/audit.h"
#include "store/notices.h"
#include "store/periods.h"
#include "visit/id.h"

FoyerNoticeImport *
foyer_notice_import_new (FoyerNotice *notice, gboolean publish, gint64 now)
{
  FoyerNoticeImport *import = g_new (FoyerNoticeImport, 1);

  *import = (FoyerNoticeImport){ g_object_ref (notice), foyer_id_new (now), publish, now };
  return import;
}

void
foyer_notice_import_free (gpointer data)
{
  FoyerNoticeImport *import = data;

  if (import == NULL)
    return;
  g_object_unref (import->notice);
  g_bytes_unref (import->id);
  g_free (import);
}

static void
told_free (gpointer data)
{
  FoyerTold *told = data;

  g_free (told->type);
  g_free (told);
}

FoyerReading *
foyer_reading_new (const char *language)
{
  FoyerReading *reading = g_new0 (FoyerReading, 1);

  reading->language = g_strdup (language);
  return reading;
}

void
foyer_reading_free (gpointer data)
{
  FoyerReading *reading = data;

  if (reading == NULL)
    return;
  g_free (reading->language);
  g_clear_object (&reading->notice);
  g_clear_pointer (&reading->periods, g_ptr_array_unref);
  g_free (reading);
}

const FoyerTold *
foyer_reading_find (FoyerReading *reading, const char *type)
{
  for (guint i = 0; reading->periods != NULL && i < reading->periods->len; i++) {
    const FoyerTold *told = g_ptr_array_index (reading->periods, i);

    if (g_strcmp0 (told->type, type) == 0)
      return told;
  }
  return NULL;
}

static gboolean
run_import (FoyerDb *db, gpointer data, GError **error)
{
  FoyerNoticeImport *import = data;

  if (!foyer_notices_add (db, import->id, import->notice, import->now, error)
      || !foyer_audit_append (db, "notice-import", import->id, import->now, error))
    return FALSE;
  return !import->publish
         || (foyer_notices_publish (db, import->id, import->now, error)
             && foyer_audit_append (db, "notice-publish", import->id, import->now, error));
}

static gboolean
run_read (FoyerDb *db, gpointer data, GError **error)
{
  FoyerReading *reading = data;
  g_autoptr (GPtrArray) periods = foyer_periods_list (db, error);
  int named;

  g_clear_object (&reading->notice);
  g_clear_pointer (&reading->periods, g_ptr_array_unref);
  if (periods == NULL || !foyer_notices_in_force (db, reading->language, &reading->notice, error))
    return FALSE;

  named = reading->notice != NULL ? foyer_notice_get_days (reading->notice) : 0;
  reading->periods = g_ptr_array_new_with_free_func (told_free);
  for (guint i = 0; i < periods->len; i++) {
    const FoyerPeriod *period = g_ptr_array_index (periods, i);
    FoyerTold *told = g_new (FoyerTold, 1);

    *told = (FoyerTold){
      .type = g_strdup (period->type),
      .days = named > 0 ? MIN (named, period->days) : period->days,
      .longest_stay = period->longest_stay,
    };
    g_ptr_array_add (reading->periods, told);
  }
  return TRUE;
}

const FoyerDeed foyer_privacy_import_notice = { .right = FOYER_RIGHT_MANAGE_NOTICES,
                                                .writes = TRUE,
                                                .run = run_import };

const FoyerDeed foyer_privacy_read_notice = { .right = FOYER_RIGHT_READ_NOTICE, .run = run_read };

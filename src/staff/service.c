/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-service"

#include "staff/service.h"

#include "store/audit.h"
#include "store/outbox.h"
#include "visit/id.h"

FoyerService *
foyer_service_new (const char *station, GBytes *test, gint64 now)
{
  FoyerService *service = g_new0 (FoyerService, 1);

  service->station = g_strdup (station);
  service->test = test != NULL ? g_bytes_ref (test) : foyer_id_new (now);
  service->now = now;
  return service;
}

void
foyer_service_free (gpointer data)
{
  FoyerService *service = data;

  if (service == NULL)
    return;
  g_free (service->station);
  g_bytes_unref (service->test);
  g_free (service);
}

static gboolean
run_open (FoyerDb *db, gpointer data, GError **error)
{
  FoyerService *service = data;

  return foyer_audit_append (db, "service-open", NULL, service->now, error);
}

static gboolean
run_restart (FoyerDb *db, gpointer data, GError **error)
{
  FoyerService *service = data;

  return foyer_audit_append (db, "station-restart", NULL, service->now, error);
}

static gboolean
run_switch_off (FoyerDb *db, gpointer data, GError **error)
{
  FoyerService *service = data;

  return foyer_audit_append (db, "station-switch-off", NULL, service->now, error);
}

static gboolean
run_test_printer (FoyerDb *db, gpointer data, GError **error)
{
  FoyerService *service = data;

  return foyer_outbox_add_test (db, service->test, service->station, service->now, error)
         && foyer_audit_append (db, "printer-test", service->test, service->now, error);
}

static gboolean
run_follow_test (FoyerDb *db, gpointer data, GError **error)
{
  FoyerService *service = data;
  FoyerLetterState state;

  if (!foyer_outbox_test (db, service->test, &state, error))
    return FALSE;
  service->state = state == FOYER_LETTER_KEPT      ? FOYER_TEST_PRINTED
                   : state == FOYER_LETTER_AT_DESK ? FOYER_TEST_FAILED
                                                   : FOYER_TEST_PRINTING;
  return TRUE;
}

const FoyerDeed foyer_staff_open_service = { .right = FOYER_RIGHT_SERVE_STATION,
                                             .writes = TRUE,
                                             .run = run_open };

const FoyerDeed foyer_staff_restart = { .right = FOYER_RIGHT_SERVE_STATION,
                                        .writes = TRUE,
                                        .run = run_restart };

const FoyerDeed foyer_staff_switch_off = { .right = FOYER_RIGHT_SERVE_STATION,
                                           .writes = TRUE,
                                           .run = run_switch_off };

const FoyerDeed foyer_staff_test_printer = { .right = FOYER_RIGHT_SERVE_STATION,
                                             .writes = TRUE,
                                             .run = run_test_printer };

const FoyerDeed foyer_staff_follow_test = { .right = FOYER_RIGHT_SERVE_STATION,
                                            .run = run_follow_test };

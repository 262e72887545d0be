/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerTestState:
 * @FOYER_TEST_PRINTING: On its way
 * @FOYER_TEST_PRINTED: The printer reported it completed
 * @FOYER_TEST_FAILED: It did not
 */
typedef enum {
  FOYER_TEST_PRINTING,
  FOYER_TEST_PRINTED,
  FOYER_TEST_FAILED,
} FoyerTestState;

/**
 * FoyerService:
 * @station: The name of the station that is served
 * @test: An id for a test badge, made here
 * @now: When, in ms since the epoch, UTC
 * @state: (out): Where the test badge stands, for foyer_staff_follow_test
 *
 * What staff do at a kiosk: each by a right of theirs, and in the audit trail.
 */
typedef struct {
  char *station;
  GBytes *test;
  gint64 now;
  FoyerTestState state;
} FoyerService;

/**
 * foyer_service_new:
 * @station: The station's name
 * @test: (nullable): The id of a test badge that was asked for before
 * @now: When, in ms since the epoch, UTC
 *
 * Returns: (transfer full): What the deeds below are about
 */
FoyerService *foyer_service_new (const char *station, GBytes *test, gint64 now);

/** foyer_service_free: @data: (transfer full) (nullable): A #FoyerService */
void foyer_service_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerService, foyer_service_free)

/** Staff opened the service page: takes a #FoyerService. */
extern const FoyerDeed foyer_staff_open_service;

/** The kiosk is to start anew: takes a #FoyerService. */
extern const FoyerDeed foyer_staff_restart;

/** The machine is to be switched off: takes a #FoyerService. */
extern const FoyerDeed foyer_staff_switch_off;

/** A test badge is to be printed: takes a #FoyerService. */
extern const FoyerDeed foyer_staff_test_printer;

/** Whether the test badge is out of the printer: takes a #FoyerService. */
extern const FoyerDeed foyer_staff_follow_test;

G_END_DECLS

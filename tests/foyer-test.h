/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "reception/sign-in.h"
#include "store/db.h"
#include "store/store.h"
#include "visit/clock.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** Nine o'clock on Monday, 23 November 2026, UTC. */
#define NINE_O_CLOCK G_GINT64_CONSTANT (1795424400000)

/**
 * House:
 *
 * A store in a folder of its own that is set up: two visitor types (guest 30 days, contractor 90
 * days and a longest stay of 7), a notice in force, three hosts, and the actors of a day. @desk is
 * a second connection, which tests alone may hold: what another station would see. It has the
 * store's key as it was at the beginning; after a swap foyer_vault_row_begin() takes the new one.
 */
typedef struct {
  char *folder;
  FoyerStorePlace place;
  FoyerStore *store;
  FoyerClock *clock; /* stands at nine */
  FoyerDb *desk;
  FoyerActor *kiosk;
  FoyerActor *program;
  FoyerActor *receptionist;
  FoyerActor *security;
  FoyerActor *officer;
  FoyerActor *administrator;
} House;

/** house_set_up: For g_test_add(): makes the house */
void house_set_up (House *house, gconstpointer unused);

/** house_tear_down: For g_test_add(): ends it, and finds that nobody keeps the store */
void house_tear_down (House *house, gconstpointer unused);

/** HOUSE_TEST: Adds a test that lives in a house */
#define HOUSE_TEST(path, func) g_test_add (path, House, NULL, house_set_up, func, house_tear_down)

/** house_do: Does a deed and finds that it succeeded */
void house_do (House *house, FoyerActor *actor, const FoyerDeed *deed, gpointer what);

/** house_visit: Returns: (transfer full): A guest of that name, not stored, at the house's kiosk */
FoyerVisit *house_visit (House *house, const char *name);

/** house_sign_in: Signs a guest of that name in, @now; Returns: (transfer full): the visit */
FoyerVisit *house_sign_in (House *house, const char *name, gint64 now);

/**
 * house_plant:
 * @house: A house
 * @n: How many
 * @state: %FOYER_VISIT_ON_SITE, or %FOYER_VISIT_LEFT in the millisecond of arriving
 *
 * Adds guests who all came at nine, 1,500 in each millisecond, in one transaction: for tests of
 * many.
 */
void house_plant (House *house, guint n, FoyerVisitState state);

/** house_count: Returns: What a second connection answers to a query for one integer */
gint64 house_count (House *house, const char *sql);

/**
 * house_spell:
 * @marker: A text
 * @nth: Which spelling, from 0
 *
 * As UTF-8, UTF-16 of both orders and percent-encoded, each as it is and case-folded.
 *
 * Returns: (transfer full) (nullable): The text so spelled; %NULL after the last spelling
 */
GBytes *house_spell (const char *marker, guint nth);

/** house_files_hold: Returns: Whether any file of the store's folder holds @marker in any spelling
 * of house_spell(), whatever the case of its ASCII letters */
gboolean house_files_hold (House *house, const char *marker);

/** How long a test waits for a state, in ms. */
#define FOYER_TEST_PATIENCE 20000

/**
 * foyer_test_wait_until:
 * @is_so: Whether it is so
 * @data: Its argument
 *
 * Waits for a state outside of this process, without a main loop; ends the test where it does not
 * come.
 */
void foyer_test_wait_until (gboolean (*is_so) (gpointer data), gpointer data);

G_END_DECLS

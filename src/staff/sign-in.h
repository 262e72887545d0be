/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

/** Tries that are free, and after which the account is locked (shared by all stations). */
#define FOYER_STAFF_FREE_TRIES 5
#define FOYER_STAFF_LOCK_TRIES 20

/**
 * foyer_staff_sign_in:
 * @store: The store
 * @clock: The clock
 * @program: The program itself, %FOYER_ROLE_PROGRAM or %FOYER_ROLE_FOYERCTL
 * @name: The account's name, as typed
 * @password: The password, as typed
 * @error: %FOYER_STAFF_ERROR, %FOYER_DB_ERROR
 *
 * Signs staff in. The try is stored before the password is verified, so that a kill or a power cut
 * wins no further one; five tries are free, then the wait doubles from 30 s to 1 h; twenty lock the
 * account. An unknown name takes as long as a wrong password. Blocks for some 0.2 s.
 *
 * Returns: (transfer full) (nullable): Who may act now
 */
FoyerActor *foyer_staff_sign_in (FoyerStore *store,
                                 FoyerClock *clock,
                                 FoyerActor *program,
                                 const char *name,
                                 const char *password,
                                 GError **error);

/**
 * foyer_staff_sign_in_async:
 * @store: The store
 * @clock: The clock
 * @program: The program itself
 * @name: The account's name, as typed
 * @password: (transfer full): The password, as typed; wiped afterwards
 * @cancellable: (nullable): Cancel it when who waits is gone
 * @ready: What to call on the main loop
 * @user_data: Its argument
 *
 * foyer_staff_sign_in() for a screen: a password is verified off the main loop and off the store's
 * thread.
 */
void foyer_staff_sign_in_async (FoyerStore *store,
                                FoyerClock *clock,
                                FoyerActor *program,
                                const char *name,
                                char *password,
                                GCancellable *cancellable,
                                GAsyncReadyCallback ready,
                                gpointer user_data);

/** foyer_staff_sign_in_finish: Returns: (transfer full) (nullable): Who may act now */
FoyerActor *foyer_staff_sign_in_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

/** How long after the sign-in the printer may report the badge as completed: later its visitor has
 * gone to reception, and none is printed any more. */
#define FOYER_POST_PRINT_MS (10 * FOYER_SECOND)

/** How long a letter belongs to who took it: longer than any printer may take. */
#define FOYER_POST_LEASE FOYER_MINUTE

#define FOYER_TYPE_POST (foyer_post_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPost, foyer_post, FOYER, POST, GObject)

/**
 * foyer_post_new:
 * @store: The store
 * @clock: The clock
 * @settings: The station, whose letters are carried, and its printer
 *
 * Returns: (transfer full): The post of this station; foyer_post_start() lets it begin
 */
FoyerPost *foyer_post_new (FoyerStore *store, FoyerClock *clock, FoyerSettings *settings);

/**
 * foyer_post_start:
 * @self: A post
 *
 * Carries letters on a thread of its own from now on: whenever the store says that it changed, and
 * every few seconds.
 */
void foyer_post_start (FoyerPost *self);

/**
 * foyer_post_stop:
 * @self: A post
 *
 * Finishes the letter that is being carried, which may take as long as a printer, and ends the
 * thread. Also done when the post is let go.
 */
void foyer_post_stop (FoyerPost *self);

/**
 * foyer_post_carry_all_now:
 * @self: A post that was not started
 * @error: %FOYER_DB_ERROR
 *
 * Carries this station's letters before it returns. A printer that fails is no error: the letter
 * lies at the desk then.
 *
 * Returns: Whether the store could be asked
 */
gboolean foyer_post_carry_all_now (FoyerPost *self, GError **error);

/**
 * foyer_post_file_waits:
 * @self: A post
 * @waits: (out): Whether the badge file of a visit that is deleted waits to be removed
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the store could be asked
 */
gboolean foyer_post_file_waits (FoyerPost *self, gboolean *waits, GError **error);

/**
 * foyer_post_shred_now:
 * @self: A post that was not started
 * @error: %FOYER_DB_ERROR, %FOYER_PRINTER_ERROR
 *
 * Removes the badge files of visits that are deleted, and carries nothing else. One that cannot be
 * removed waits, see foyer_post_file_waits().
 *
 * Returns: Whether it could be done
 */
gboolean foyer_post_shred_now (FoyerPost *self, GError **error);

G_END_DECLS

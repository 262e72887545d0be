/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/deed.h"
#include "store/place.h"
#include "visit/actor.h"

G_BEGIN_DECLS

#define FOYER_TYPE_STORE (foyer_store_get_type ())
G_DECLARE_FINAL_TYPE (FoyerStore, foyer_store, FOYER, STORE, GObject)

/**
 * FoyerStore::changed:
 *
 * Rows changed: by a deed of this store, or by another process (noticed within some 250 ms once
 * foyer_store_watch() was called). On the main loop.
 */

/**
 * foyer_store_new:
 * @place: Where the store is; copied
 *
 * Opens nothing yet: the first deed does, and each deed tries again where that failed. So a store
 * that cannot be reached is an error of the deed, and over when it is back.
 *
 * Returns: (transfer full): A store
 */
FoyerStore *foyer_store_new (const FoyerStorePlace *place);

/**
 * foyer_store_create:
 * @place: Where the store is to be
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Makes an empty store and its key, 0600 in a folder 0700, or finds that there is one. Blocks.
 *
 * Returns: Whether there is a store now
 */
gboolean foyer_store_create (const FoyerStorePlace *place, gint64 now, GError **error);

/**
 * foyer_store_do:
 * @self: A store
 * @actor: Who does it
 * @deed: What is done
 * @what: (transfer full) (nullable): What it is about; belongs to the deed until it is finished
 * @free_what: (nullable): How to free it
 * @cancellable: (nullable): Cancel it when who waits is gone: @ready is called all the same, and a
 * deed that has begun is finished all the same
 * @ready: What to call on the main loop
 * @user_data: Its argument
 *
 * Does a deed on the store's own thread, in one transaction. Returns at once.
 */
void foyer_store_do (FoyerStore *self,
                     FoyerActor *actor,
                     const FoyerDeed *deed,
                     gpointer what,
                     GDestroyNotify free_what,
                     GCancellable *cancellable,
                     GAsyncReadyCallback ready,
                     gpointer user_data);

/**
 * foyer_store_do_finish:
 * @result: As given to the callback
 * @error: The deed's own domain, %FOYER_DB_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): What was given to foyer_store_do(), with its answer; %NULL
 * on an error, and where %NULL was given
 */
gpointer foyer_store_do_finish (GAsyncResult *result, GError **error);

/**
 * foyer_store_do_wait:
 * @self: A store
 * @actor: Who does it
 * @deed: What is done
 * @what: (nullable): What it is about; stays the caller's
 * @error: The deed's own domain, or %FOYER_DB_ERROR
 *
 * Does a deed and waits for it. For foyerctl, tests, and the threads that carry letters or verify a
 * password; never on the main loop of a face.
 *
 * Returns: Whether it was done
 */
gboolean foyer_store_do_wait (FoyerStore *self,
                              FoyerActor *actor,
                              const FoyerDeed *deed,
                              gpointer what,
                              GError **error);

/**
 * foyer_store_watch:
 * @self: A store
 *
 * From now on asks every 250 ms whether another process has changed rows. Needs a running main
 * loop.
 */
void foyer_store_watch (FoyerStore *self);

/**
 * foyer_store_compact:
 * @self: A store
 * @before: Only where deletions before that moment owe it, in ms since the epoch, UTC; %G_MAXINT64
 * for all
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Rewrites the store's file where deletions owe it, so that no deleted byte is left in it, and
 * marks the deletion records as compacted. Cannot be cut and makes others wait: for the quiet hour.
 * Blocks like foyer_store_do_wait().
 *
 * Returns: Whether none of them owes it any more
 */
gboolean foyer_store_compact (FoyerStore *self, gint64 before, gint64 now, GError **error);

/**
 * FoyerSwapWhen:
 * @FOYER_SWAP_NEVER: Only recover what a crash has left
 * @FOYER_SWAP_IF_DUE: Where a term is near: a minute after an erasure or correction, an hour after
 * an expiry, a day after the last swap if anything was sealed since
 * @FOYER_SWAP_IF_OWED: Where anything was deleted or corrected since the last swap
 * @FOYER_SWAP_NOW: In any case
 *
 * When the key is to be swapped, so that what was deleted is forgotten.
 */
typedef enum {
  FOYER_SWAP_NEVER,
  FOYER_SWAP_IF_DUE,
  FOYER_SWAP_IF_OWED,
  FOYER_SWAP_NOW,
} FoyerSwapWhen;

/**
 * foyer_store_swap:
 * @self: A store
 * @when: When it is to be
 * @holder: (nullable): Who is to hold the key from now on, "file" or "tpm"; %NULL for who holds it
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_KEYS where the key is missing
 *
 * Recovers, then swaps the key that everything in the store opens with, and destroys the old one:
 * what was deleted until now is unreadable from then on, wherever its bytes still lie. Blocks, on a
 * connection of its own: never on the main loop of a face. Deeds go on meanwhile.
 *
 * Returns: Whether nothing is owed that was due
 */
gboolean foyer_store_swap (FoyerStore *self,
                           FoyerSwapWhen when,
                           const char *holder,
                           gint64 now,
                           GError **error);

/**
 * foyer_store_check:
 * @self: A store
 * @error: %FOYER_DB_ERROR_DAMAGED with what was found
 *
 * The engine's own check of the whole file. Blocks like foyer_store_do_wait().
 *
 * Returns: Whether the file is sound
 */
gboolean foyer_store_check (FoyerStore *self, GError **error);

G_END_DECLS

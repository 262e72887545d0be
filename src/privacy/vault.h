/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerVaultShown:
 * @holder: (out): Who keeps the store's key, "file" or "tpm"
 * @has_pepper: (out): Whether a pepper is mixed into it
 * @swaps: (out): How often it was swapped
 * @swapped_at: (out): When it was the last time, or was made, in ms since the epoch, UTC
 * @owed_since: (out): Since when something is to be forgotten, or the key before is to be
 * destroyed; 0 where nothing is
 * @owed_by: (out): By when it has to be; 0 where it is the key before
 * @keys: (out): How many records are sealed
 * @rings: (out): How many rings their keys are in
 * @dirty: (out): How many of these have to be rewound
 *
 * How the vault stands.
 */
typedef struct {
  const char *holder;
  gboolean has_pepper;
  gint64 swaps;
  gint64 swapped_at;
  gint64 owed_since;
  gint64 owed_by;
  gint64 keys;
  gint64 rings;
  gint64 dirty;
} FoyerVaultShown;

/** Says how the vault stands: takes a #FoyerVaultShown. */
extern const FoyerDeed foyer_privacy_show_vault;

/** Opens and checks one page of what is sealed: takes a #FoyerDamageSearch, until there is no more.
 */
extern const FoyerDeed foyer_privacy_check_records;

/**
 * FoyerHolderChange:
 * @to: (nullable): "file" or "tpm", once it holds the key; %NULL before
 * @now: The time, in ms since the epoch, UTC
 *
 * Somebody changes who holds the store's key.
 */
typedef struct {
  const char *to;
  gint64 now;
} FoyerHolderChange;

/** Writes down that the holder of the store's key is to be changed, and that it was: takes a
 * #FoyerHolderChange. The change itself is foyer_store_swap(), in between. */
extern const FoyerDeed foyer_privacy_change_holder;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/deed.h"
#include "store/vault-row.h"

G_BEGIN_DECLS

/**
 * FoyerVaultShown:
 * @now: The time, in ms since the epoch, UTC
 * @holder: (out): Who keeps the store's key, "file" or "tpm"
 * @has_pepper: (out): Whether a pepper is mixed into it
 * @row: (out): How often it was swapped, and what is owed
 * @keys: (out): How many records are sealed
 * @rings: (out): How many rings their keys are in
 * @dirty: (out): How many of these have to be rewound
 *
 * How the vault stands.
 */
typedef struct {
  gint64 now;
  const char *holder;
  gboolean has_pepper;
  FoyerVaultRow row;
  gint64 keys;
  gint64 rings;
  gint64 dirty;
} FoyerVaultShown;

/** Says how the vault stands: takes a #FoyerVaultShown. */
extern const FoyerDeed foyer_privacy_show_vault;

/** Opens and checks one page of what is sealed: takes a #FoyerDamageSearch, until there is no more.
 */
extern const FoyerDeed foyer_privacy_check_records;

/** Writes down that the holder of the store's key is to be changed: takes a `gint64`, the time. The
 * change itself is foyer_store_swap(). */
extern const FoyerDeed foyer_privacy_change_holder;

G_END_DECLS

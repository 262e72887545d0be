/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerSnapshots:
 * @FOYER_SNAPSHOTS_NONE: There is none
 * @FOYER_SNAPSHOTS_UNKNOWN: Only root is told
 * @FOYER_SNAPSHOTS_FOUND: There is at least one
 */
typedef enum {
  FOYER_SNAPSHOTS_NONE,
  FOYER_SNAPSHOTS_UNKNOWN,
  FOYER_SNAPSHOTS_FOUND,
} FoyerSnapshots;

/**
 * foyer_snapshots_find:
 * @folder: A folder on btrfs
 * @name: (out) (transfer full) (nullable): What one of them is called; %NULL where none is found
 *
 * Looks for snapshots that may keep former states of the folder: of its subvolume, or of the one
 * that it is itself a snapshot of.
 *
 * Returns: Whether there are any
 */
FoyerSnapshots foyer_snapshots_find (const char *folder, char **name);

G_END_DECLS

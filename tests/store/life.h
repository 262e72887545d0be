/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"
#include "witness.h"

G_BEGIN_DECLS

/** What every text of a life has in it, and nothing else on a disk: as it was typed, and as it was
 * corrected. */
#define LIFE_TYPED "Zqmarker"
#define LIFE_CORRECTED "Zqrightly"

/**
 * LifeSize:
 * @days: How many
 * @visits: Each day
 * @period: Days after which they are deleted
 * @corrected: Each so many-th visit is corrected
 * @erased: Each so many-th visit is erased
 * @swaps: Whether the key is swapped after each day, where that is owed
 */
typedef struct {
  guint days;
  guint visits;
  int period;
  guint corrected;
  guint erased;
  gboolean swaps;
} LifeSize;

/**
 * Life:
 *
 * What came of it.
 */
typedef struct {
  guint corrected;
  guint erased;
  guint expired;
  guint closed;
  guint living;
} Life;

/**
 * life_live:
 * @house: A house that is set up
 * @size: How long, and how much
 * @witness: (nullable): Who looks on
 * @life: (out): What came of it
 *
 * Visitors come and go, are corrected, erased and forgotten, through the deeds of every day; at the
 * end each living visit is opened, and found as it was last written.
 */
void life_live (House *house, const LifeSize *size, Witness *witness, Life *life);

G_END_DECLS

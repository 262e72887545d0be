/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerPeriodChange:
 * @type: (nullable): A visitor type's key; %NULL for every type that the store knows
 * @days: The retention period, 0 to %FOYER_RETENTION_DAYS_MAX days
 * @longest_stay: The longest stay, in ms; 0 leaves it as it is
 * @now: When, in ms since the epoch, UTC
 */
typedef struct {
  const char *type;
  int days;
  gint64 longest_stay;
  gint64 now;
} FoyerPeriodChange;

/**
 * FoyerPeriodsShown:
 * @periods: (out) (element-type FoyerPeriodShown): What is in force for each type
 * @deletions: (out) (element-type FoyerDeletionShown): Deletion records, the latest first
 */
typedef struct {
  GPtrArray *periods;
  GPtrArray *deletions;
} FoyerPeriodsShown;

/** FoyerPeriodShown: A type's @days and @longest_stay, in force @since */
typedef struct {
  char *type;
  int days;
  gint64 longest_stay;
  gint64 since;
} FoyerPeriodShown;

/** FoyerDeletionShown: @visits of @type were deleted at @done_at, while @days were set; -1: each
 * when its visitor was told. Types in brackets are no visitor types: (expected) of who never came,
 * (remembered) of answers that were kept for next time */
typedef struct {
  char *type;
  int days;
  int visits;
  gint64 done_at;
  gint64 forgotten_at; /* when their keys were swapped away; 0: not yet */
  gint64 compacted_at; /* when the file was rewritten after it; 0: not yet */
} FoyerDeletionShown;

/** foyer_periods_shown_new: Returns: (transfer full): What foyer_privacy_show_periods is about */
FoyerPeriodsShown *foyer_periods_shown_new (void);

/** foyer_periods_shown_free: @data: (transfer full) (nullable): A #FoyerPeriodsShown */
void foyer_periods_shown_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPeriodsShown, foyer_periods_shown_free)

/**
 * Takes a type's first values, where the store has none yet: takes a #FoyerPeriodChange with a
 * type. What is in force is what the store says; the type's file gives the first value only.
 */
extern const FoyerDeed foyer_privacy_adopt_period;

/** Sets a period: takes a #FoyerPeriodChange. %FOYER_PRIVACY_ERROR. */
extern const FoyerDeed foyer_privacy_set_period;

/** Shows what is in force, and what was deleted: takes a #FoyerPeriodsShown. */
extern const FoyerDeed foyer_privacy_show_periods;

G_END_DECLS

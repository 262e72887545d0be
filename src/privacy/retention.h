/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/** How many visits one slice closes or deletes at most: some milliseconds, so that no sign-in
 * waits. */
#define FOYER_RETENTION_SLICE 500

/**
 * FoyerRetention:
 * @run: The run's id; the same for all slices of a run
 * @now: When, in ms since the epoch, UTC
 * @day_began: The beginning of the local day, for codes that are spent
 * @closed: (out): How many visits this slice closed as not seen leaving
 * @deleted: (out): How many visits it deleted, and what was remembered and has ended
 * @more: (out): Whether there may be more to do
 */
typedef struct {
  GBytes *run;
  gint64 now;
  gint64 day_began;
  guint closed;
  guint deleted;
  gboolean more;
} FoyerRetention;

/** foyer_retention_new: Returns: (transfer full): What foyer_privacy_retain is about, for one run
 */
FoyerRetention *foyer_retention_new (gint64 now, gint64 day_began);

/** foyer_retention_free: @data: (transfer full) (nullable): A #FoyerRetention */
void foyer_retention_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRetention, foyer_retention_free)

/**
 * FoyerUnanswered:
 * @now: When, in ms since the epoch, UTC
 * @any: (out): Whether a visit has waited too long to be approved
 */
typedef struct {
  gint64 now;
  gboolean any;
} FoyerUnanswered;

/** Whether there is something to do for the next one: takes a #FoyerUnanswered. Asked often, so it
 * only reads. */
extern const FoyerDeed foyer_privacy_find_unanswered;

/** Denies the visits that have waited to be approved for 15 minutes: takes a #FoyerUnanswered. */
extern const FoyerDeed foyer_privacy_deny_unanswered;

/**
 * One slice of a retention run: closes whose longest stay has passed, denies whom nobody let in,
 * forgets codes that are spent and old calls, deletes whose period has ended, who never came, and
 * what was remembered until now, and adds to the run's deletion record. Takes a #FoyerRetention;
 * done again while @more (GDPR Art. 5(1)(e)).
 */
extern const FoyerDeed foyer_privacy_retain;

G_END_DECLS

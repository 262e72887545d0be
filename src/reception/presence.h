/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerPresence:
 * @from: For today: the beginning of the local day; for a day's log: the first moment that counts
 * @until: For a day's log: the first moment that does not count
 * @before: (nullable): For a day's log: the last visit of the page before
 * @now: For foyer_reception_look_at_day_log: the time, in ms since the epoch, UTC
 * @visits: (out): A list of #FoyerVisit, the latest arrival first, with hosts' names, what a
 * desk has to see to, and the answers that the actor's roles see; at most 2,000
 */
typedef struct {
  gint64 from;
  gint64 until;
  FoyerVisit *before;
  gint64 now;
  GListStore *visits;
} FoyerPresence;

/** foyer_presence_new: Returns: (transfer full): What the deeds are about; keeps @before */
FoyerPresence *foyer_presence_new (gint64 from, gint64 until, FoyerVisit *before);

/** foyer_presence_free: @data: (transfer full) (nullable): A #FoyerPresence */
void foyer_presence_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPresence, foyer_presence_free)

/** Who is on site or waits to be approved, and whose visit closed since @from: takes a
 * #FoyerPresence. */
extern const FoyerDeed foyer_reception_today;

/** The visits that began between @from and @until: takes a #FoyerPresence. */
extern const FoyerDeed foyer_reception_day_log;

/** The same, and notes in the audit trail that this person looked at past visits: for the first
 * page of a day that is turned to, not for each time that it is read again. */
extern const FoyerDeed foyer_reception_look_at_day_log;

/** Who is expected between @from and @until and has not come, the earliest first: takes a
 * #FoyerPresence. */
extern const FoyerDeed foyer_reception_list_expected;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerExpectation:
 * @visit: Who is expected: name, type, host, place, answers
 * @at: When, in ms since the epoch, UTC
 * @day_ends: The first moment after that local day
 * @now: The time, in ms since the epoch, UTC
 */
typedef struct {
  FoyerVisit *visit;
  gint64 at;
  gint64 day_ends;
  gint64 now;
} FoyerExpectation;

/** foyer_expectation_new: Returns: (transfer full): What foyer_reception_expect is about; keeps
 * @visit */
FoyerExpectation *foyer_expectation_new (FoyerVisit *visit, gint64 at, gint64 day_ends, gint64 now);

/** foyer_expectation_free: @data: (transfer full) (nullable): A #FoyerExpectation */
void foyer_expectation_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerExpectation, foyer_expectation_free)

/**
 * A visitor is expected: takes a #FoyerExpectation. The visit's badge code is that of the
 * invitation, and lets in on that day only; the invitation is deleted a day after it.
 *
 * Errors: %FOYER_RECEPTION_ERROR_INCOMPLETE, %FOYER_RECEPTION_ERROR_NO_SUCH_TYPE;
 * %FOYER_RECEPTION_ERROR_OTHER_DAY where that day is over, or more than a year ahead
 */
extern const FoyerDeed foyer_reception_expect;

/**
 * FoyerExpectedSearch:
 * @name: A name, as the visitor typed it, clean; personal
 * @host: The host's id
 * @from: The beginning of the local day
 * @until: The first moment after it
 * @found: (out) (nullable): The invitation
 */
typedef struct {
  char *name;
  GBytes *host;
  gint64 from;
  gint64 until;
  FoyerVisit *found;
} FoyerExpectedSearch;

/** foyer_expected_search_new: Returns: (transfer full): What foyer_reception_find_expected is about
 */
FoyerExpectedSearch *
foyer_expected_search_new (const char *name, GBytes *host, gint64 from, gint64 until);

/** foyer_expected_search_free: @data: (transfer full) (nullable): A #FoyerExpectedSearch */
void foyer_expected_search_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerExpectedSearch, foyer_expected_search_free)

/**
 * The one visitor who is expected that day by that name, but for case and accents, and by that
 * host: takes a #FoyerExpectedSearch. Where it is nobody, or could be two, nothing is found, and
 * nothing is said.
 */
extern const FoyerDeed foyer_reception_find_expected;

/** An invitation is taken back, and deleted: takes a #FoyerDeskWork (reception/desk-work.h).
 * %FOYER_RECEPTION_ERROR_NO_SUCH_VISIT where that visitor is not expected, or came. */
extern const FoyerDeed foyer_reception_cancel_expected;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"
#include "visit/retention-rule.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerRemembrance:
 * @id: The id of what is remembered
 * @code: The code that brings it back, 26 letters; personal, and stored nowhere
 * @ends_at: Until when, in ms since the epoch, UTC: what the visitor is told
 * @visit: The id of the visit whose answers they are
 * @now: The time
 */
typedef struct {
  GBytes *id;
  char *code;
  gint64 ends_at;
  GBytes *visit;
  gint64 now;
} FoyerRemembrance;

/**
 * foyer_remembrance_new:
 * @visit: The id of a visit that this station has signed in and that has not closed
 * @days: For how long, from 1 to %FOYER_REMEMBER_DAYS_MAX
 * @now: The time, in ms since the epoch, UTC
 *
 * Returns: (transfer full): What foyer_reception_remember is about, with its code
 */
FoyerRemembrance *foyer_remembrance_new (GBytes *visit, int days, gint64 now);

/** foyer_remembrance_free: @data: (transfer full) (nullable): A #FoyerRemembrance */
void foyer_remembrance_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRemembrance, foyer_remembrance_free)

/**
 * A visitor asks to keep the answers for next time: takes a #FoyerRemembrance. Consent (GDPR Art. 6
 * (1) a), which the audit trail knows by ids (Art. 7 (1)). It ends by itself when it was told; not
 * remembered are answers that are forgotten on leaving. A visit's second one takes the place of the
 * first.
 *
 * Errors: %FOYER_RECEPTION_ERROR_NO_SUCH_VISIT; %FOYER_RECEPTION_ERROR_NOT_ON_SITE where the visit
 * has closed, or is another station's; %FOYER_DB_ERROR_ROW
 */
extern const FoyerDeed foyer_reception_remember;

/**
 * FoyerWithdrawal:
 * @code: The code that the visitor was given, 26 letters
 * @now: The time, in ms since the epoch, UTC
 */
typedef struct {
  char *code;
  gint64 now;
} FoyerWithdrawal;

/** foyer_withdrawal_new: Returns: (transfer full): What foyer_reception_forget_remembered is about
 */
FoyerWithdrawal *foyer_withdrawal_new (const char *code, gint64 now);

/** foyer_withdrawal_free: @data: (transfer full) (nullable): A #FoyerWithdrawal */
void foyer_withdrawal_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWithdrawal, foyer_withdrawal_free)

/** A visitor takes the consent back (GDPR Art. 7 (3)): takes a #FoyerWithdrawal. What was
 * remembered is forgotten for good once the key was swapped, which is owed within a minute.
 * %FOYER_RECEPTION_ERROR_NO_SUCH_CODE. */
extern const FoyerDeed foyer_reception_forget_remembered;

G_END_DECLS

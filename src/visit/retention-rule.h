/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The longest retention period that can be set, in days. */
#define FOYER_RETENTION_DAYS_MAX 3650

/** The longest time that answers are remembered, in days. */
#define FOYER_REMEMBER_DAYS_MAX 365

/** For how long an invitation is kept after its day, in days, and for which day at most. */
#define FOYER_EXPECTED_DAYS 1
#define FOYER_EXPECTED_AHEAD_MAX 366

/** How long a visit waits to be approved before it is denied by itself: 15 minutes, in ms. */
#define FOYER_ASKED_LONGEST G_GINT64_CONSTANT (900000)

/**
 * foyer_retention_closed_at:
 * @arrived_at: The sign-in, in ms since the epoch, UTC
 * @left_at: The check-out, or 0 where there was none
 * @longest_stay: The type's longest stay, in ms, > 0
 *
 * When the retention period begins: at the check-out where it lies between sign-in and sign-in +
 * longest stay, else at the end of the longest stay. So no visit is immortal, and no clock fault
 * can extend one (GDPR Art. 5(1)(e), storage limitation).
 *
 * Returns: The moment, in ms since the epoch, UTC
 */
gint64 foyer_retention_closed_at (gint64 arrived_at, gint64 left_at, gint64 longest_stay);

/**
 * foyer_retention_expires_at:
 * @closed_at: From foyer_retention_closed_at()
 * @days_told: The days that the visitor was told, >= 0
 * @days_set: The days that are set for the type today, >= 0
 *
 * When the visit is to be deleted: after the shorter of both periods. Lengthening a period never
 * touches people who were told less; shortening applies to all. A day is 86,400 s.
 *
 * Returns: The moment, in ms since the epoch, UTC
 */
gint64 foyer_retention_expires_at (gint64 closed_at, int days_told, int days_set);

/**
 * foyer_retention_promise:
 * @arrived_at: The sign-in, or the moment when the promise is shown before it
 * @left_at: The check-out, or 0 where there was none yet
 * @longest_stay: The type's longest stay, in ms
 * @days: The days told
 *
 * The moment whose local date a visitor is told as “deleted by”: the period's end plus the hour
 * within which the program deletes.
 *
 * Returns: The moment, in ms since the epoch, UTC
 */
gint64 foyer_retention_promise (gint64 arrived_at, gint64 left_at, gint64 longest_stay, int days);

G_END_DECLS

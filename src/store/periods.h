/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * FoyerPeriod:
 * @type: The visitor type's key
 * @since: From when on it is in force, in ms since the epoch, UTC
 * @days: The retention period, in days
 * @longest_stay: The longest stay, in ms
 */
typedef struct {
  char *type;
  gint64 since;
  int days;
  gint64 longest_stay;
} FoyerPeriod;

/** foyer_period_free: @period: (transfer full) (nullable): A period */
void foyer_period_free (FoyerPeriod *period);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerPeriod, foyer_period_free)

/**
 * foyer_periods_list:
 * @db: A database
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type FoyerPeriod) (nullable): What is in force for each type
 */
GPtrArray *foyer_periods_list (FoyerDb *db, GError **error);

/**
 * foyer_periods_find:
 * @db: A database
 * @type: A visitor type's key
 * @found: (out) (transfer full) (nullable): What is in force, or %NULL for an unknown type
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_periods_find (FoyerDb *db, const char *type, FoyerPeriod **found, GError **error);

/** foyer_periods_set: Puts @period in force; Returns: Whether it is stored */
gboolean foyer_periods_set (FoyerDb *db, const FoyerPeriod *period, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * foyer_companions_list_asked:
 * @db: A database, within a deed
 * @leader: The id of a visit
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type FoyerVisit) (nullable): Who came with that visitor, and
 *   waits to be approved
 */
GPtrArray *foyer_companions_list_asked (FoyerDb *db, GBytes *leader, GError **error);

G_END_DECLS

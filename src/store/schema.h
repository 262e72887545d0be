/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * foyer_schema_apply:
 * @db: A connection
 * @error: %FOYER_DB_ERROR
 *
 * Applies the numbered steps of data/schema that the store does not have yet, each in one
 * transaction with its `schema_step` row. A step that fails changes nothing. A store of a later
 * version is refused.
 *
 * Returns: Whether the schema is this program's
 */
gboolean foyer_schema_apply (FoyerDb *db, GError **error);

G_END_DECLS

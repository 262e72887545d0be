/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"

G_BEGIN_DECLS

/**
 * foyer_acknowledgements_add:
 * @db: A database
 * @visit: The visit's id
 * @notice: The id of the notice that was shown
 * @language: The language of the screen; personal
 * @shown_at: When, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Records that a notice was shown: information given (GDPR Art. 13), no consent.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_acknowledgements_add (FoyerDb *db,
                                     GBytes *visit,
                                     GBytes *notice,
                                     const char *language,
                                     gint64 shown_at,
                                     GError **error);

/**
 * foyer_acknowledgements_language:
 * @db: A database
 * @visit: The visit's id
 * @language: (out) (transfer full) (nullable): The language that the visitor's screen was in; %NULL
 *   where there is no acknowledgement, or it is damaged
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean
foyer_acknowledgements_language (FoyerDb *db, GBytes *visit, char **language, GError **error);

/** foyer_acknowledgements_delete: Deletes a visit's acknowledgement, and retires its key; Returns:
 * Whether it is gone */
gboolean foyer_acknowledgements_delete (FoyerDb *db, GBytes *visit, GError **error);

/** foyer_acknowledgements_check: One page of a #FoyerDamageSearch: opens acknowledgements; Returns:
 * Whether the database could be asked */
gboolean foyer_acknowledgements_check (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

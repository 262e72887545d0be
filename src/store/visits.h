/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** The most visits that one read returns: a read is one short transaction. */
#define FOYER_VISITS_READ_MAX 2000

/**
 * foyer_visits_add:
 * @db: A database
 * @visit: A visit that is on site, asked or expected; of one that is asked, the badge code is valid
 *   nowhere yet
 * @added: (out): Whether the row was added; %FALSE where an earlier run of the deed had added it
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the visit is stored
 */
gboolean foyer_visits_add (FoyerDb *db, FoyerVisit *visit, gboolean *added, GError **error);

/**
 * foyer_visits_find:
 * @db: A database
 * @id: A visit's id
 * @found: (out) (transfer full) (nullable): The visit, with its host's name, or %NULL
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_visits_find (FoyerDb *db, GBytes *id, FoyerVisit **found, GError **error);

/** foyer_visits_find_by_code: As foyer_visits_find(), by the badge code's 26 letters */
gboolean
foyer_visits_find_by_code (FoyerDb *db, const char *code, FoyerVisit **found, GError **error);

/**
 * foyer_visits_update_times:
 * @db: A database
 * @visit: A visit whose state, check-out and close were set
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_ROW where its row is damaged
 *
 * Writes open columns only. The badge code of who is on site is valid from now on.
 *
 * Returns: Whether they are stored
 */
gboolean foyer_visits_update_times (FoyerDb *db, FoyerVisit *visit, GError **error);

/**
 * foyer_visits_list_present:
 * @db: A database
 * @left_since: Of those who left, the first check-out that counts, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (nullable): Who is on site or waits to be approved, and who left or was
 *   denied since then, the latest arrival first, with hosts' names and what a desk has to see to
 */
GListStore *foyer_visits_list_present (FoyerDb *db, gint64 left_since, GError **error);

/**
 * foyer_visits_list:
 * @db: A database
 * @from: The first moment that counts, in ms since the epoch, UTC
 * @until: The first moment that does not
 * @before: (nullable): The last visit of the page before; %NULL for the first page
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (nullable): At most %FOYER_VISITS_READ_MAX visits that began in that
 *   time, the latest arrival first
 */
GListStore *
foyer_visits_list (FoyerDb *db, gint64 from, gint64 until, FoyerVisit *before, GError **error);

/**
 * foyer_visits_renew:
 * @db: A database
 * @visit: A visit on site, with another name, host or badge code
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_ROW where its row is damaged
 *
 * As foyer_visits_correct(); the code before is void.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_visits_renew (FoyerDb *db, FoyerVisit *visit, GError **error);

/**
 * foyer_visits_list_expected:
 * @db: A database
 * @from: The first moment that counts, in ms since the epoch, UTC
 * @until: The first moment that does not
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (nullable): At most %FOYER_VISITS_READ_MAX visitors who are expected in
 *   that time, the earliest first, with hosts' names
 */
GListStore *foyer_visits_list_expected (FoyerDb *db, gint64 from, gint64 until, GError **error);

/**
 * foyer_visits_arrive:
 * @db: A database
 * @visit: A visit that was expected, as it is now that its visitor is here
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_ROW where its row is damaged
 *
 * Writes all of it anew, the personal fields under a new key.
 *
 * Returns: Whether it is stored
 */
gboolean foyer_visits_arrive (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error);

/**
 * foyer_visits_correct:
 * @db: A database
 * @visit: A stored visit whose name, company or host was set anew
 * @error: %FOYER_DB_ERROR; %FOYER_DB_ERROR_ROW where its row is damaged
 *
 * Seals its personal fields under a new key and retires the old one, so that the text before is
 * forgotten with it (GDPR Art. 16, 5 (1) d). The caller also says foyer_vault_row_owe().
 *
 * Returns: Whether they are stored
 */
gboolean foyer_visits_correct (FoyerDb *db, FoyerVisit *visit, GError **error);

/**
 * foyer_visits_forget_answers:
 * @db: A database
 * @visit: A stored visit that closes
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Forgets the answers that are kept until leaving, as foyer_visits_correct() forgets a text, and
 * says foyer_vault_row_owe(). Does nothing where there is none.
 *
 * Returns: Whether they are in no record any more
 */
gboolean foyer_visits_forget_answers (FoyerDb *db, FoyerVisit *visit, gint64 now, GError **error);

/** foyer_visits_use_code_up: The badge code of @visit, which has left, brings nobody back from now
 * on; Returns: Whether that is stored */
gboolean foyer_visits_use_code_up (FoyerDb *db, FoyerVisit *visit, GError **error);

/** foyer_visits_code_is_used_up: @used: (out): Whether foyer_visits_use_code_up() was done to the
 * visit of that badge code; Returns: Whether the database could be asked */
gboolean
foyer_visits_code_is_used_up (FoyerDb *db, const char *code, gboolean *used, GError **error);

/** foyer_visits_check: One page of a #FoyerDamageSearch: opens visits, and compares each with the
 * audit trail; Returns: Whether the database could be asked */
gboolean foyer_visits_check (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

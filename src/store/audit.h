/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"

G_BEGIN_DECLS

/**
 * foyer_audit_append:
 * @db: A database, within a deed
 * @event: What was done: lower case letters and hyphens
 * @subject: (nullable): The id of what it was done to
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Appends an audit event by the deed's actor: opaque ids only, chained to the event before. Where
 * @subject is a visit, a host or an account, the event holds its row's tag as it is now: an older
 * row that is put back whole has another one. Where the trail ends is sealed.
 *
 * Returns: Whether it is stored
 */
gboolean
foyer_audit_append (FoyerDb *db, const char *event, GBytes *subject, gint64 now, GError **error);

/** foyer_audit_make_head: Makes the sealed end of an empty trail; Returns: Whether it is stored */
gboolean foyer_audit_make_head (FoyerDb *db, GError **error);

/** foyer_audit_head_key: @key: (out): The number of the key of the trail's end; Returns: Whether
 * the database could be asked */
gboolean foyer_audit_head_key (FoyerDb *db, gint64 *key, GError **error);

/**
 * foyer_audit_verify:
 * @db: A database
 * @events: (out): How many events there are
 * @whole: (out): Whether each is chained to the one before, and the last is where the trail ends
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_audit_verify (FoyerDb *db, gint64 *events, gboolean *whole, GError **error);

G_END_DECLS

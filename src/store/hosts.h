/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/damage.h"
#include "store/db.h"
#include "visit/host.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * foyer_hosts_add:
 * @db: A database
 * @host: A host
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the host is stored; one that is there already is left as it is
 */
gboolean foyer_hosts_add (FoyerDb *db, FoyerHost *host, gint64 now, GError **error);

/**
 * foyer_hosts_list:
 * @db: A database
 * @error: %FOYER_DB_ERROR
 *
 * Returns: (transfer full) (element-type FoyerHost) (nullable): All hosts, in the order of their
 * names
 */
GPtrArray *foyer_hosts_list (FoyerDb *db, GError **error);

/**
 * foyer_hosts_name:
 * @db: A database
 * @visit: A visit with a host's id
 * @error: %FOYER_DB_ERROR
 *
 * Gives the visit its host's name. Of a host who is gone there is none.
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_hosts_name (FoyerDb *db, FoyerVisit *visit, GError **error);

/** foyer_hosts_name_all: As foyer_hosts_name(), for a model of visits, reading each host once */
gboolean foyer_hosts_name_all (FoyerDb *db, GListModel *visits, GError **error);

/** foyer_hosts_check: One page of a #FoyerDamageSearch: opens hosts; Returns: Whether the
 * database could be asked */
gboolean foyer_hosts_check (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerDamageKind:
 * @FOYER_DAMAGE_VISIT: A visit's open columns were changed, or its personal fields do not open
 * @FOYER_DAMAGE_OLD: An older state of a row that the audit trail knows was put back, until an
 *   event is about that row again
 * @FOYER_DAMAGE_ACKNOWLEDGEMENT: The same of an acknowledgement; the id is the visit's
 * @FOYER_DAMAGE_HOST: The same of a host
 * @FOYER_DAMAGE_STAFF: The same of an account
 * @FOYER_DAMAGE_REMEMBERED: The same of answers that are kept for next time
 * @FOYER_DAMAGE_KEY: A key that no record has; the number is the key's
 * @FOYER_DAMAGE_RING: The row of a ring of keys; the number is the ring's
 * @FOYER_DAMAGE_VAULT: The vault row's columns were changed
 */
typedef enum {
  FOYER_DAMAGE_VISIT,
  FOYER_DAMAGE_OLD,
  FOYER_DAMAGE_ACKNOWLEDGEMENT,
  FOYER_DAMAGE_HOST,
  FOYER_DAMAGE_STAFF,
  FOYER_DAMAGE_REMEMBERED,
  FOYER_DAMAGE_KEY,
  FOYER_DAMAGE_RING,
  FOYER_DAMAGE_VAULT,
  FOYER_N_DAMAGES
} FoyerDamageKind;

/**
 * FoyerDamage:
 * @kind: What is damaged
 * @id: (nullable): The row's id
 * @number: The number of a key or ring
 */
typedef struct {
  FoyerDamageKind kind;
  GBytes *id;
  gint64 number;
} FoyerDamage;

/** foyer_damage_free: @damage: (transfer full) (nullable): A damage */
void foyer_damage_free (FoyerDamage *damage);

/**
 * FoyerDamageSearch:
 * @found: (element-type FoyerDamage): What was found until now
 * @checked: How many records were opened
 * @more: Whether there is a further page
 *
 * A walk through everything that is sealed, a page at a time: a read is one short transaction.
 */
typedef struct {
  GPtrArray *found;
  gint64 checked;
  gboolean more;

  /* for store/ only */
  guint table;
  GBytes *after; /* the last id of the page before; NULL where a table begins */
  GArray *keys;  /* numbers that records have */
  gint64 last;   /* key */
  gint64 newest; /* key when the walk began */
} FoyerDamageSearch;

/** foyer_damage_search_new: Returns: (transfer full): A walk that has not begun */
FoyerDamageSearch *foyer_damage_search_new (void);

/** foyer_damage_search_free: For g_autoptr() and foyer_store_do() */
void foyer_damage_search_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDamageSearch, foyer_damage_search_free)

/**
 * foyer_damage_search_next:
 * @db: A database, within a transaction
 * @search: A walk
 * @error: %FOYER_DB_ERROR
 *
 * Opens and checks one page more. Changes nothing.
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_damage_search_next (FoyerDb *db, FoyerDamageSearch *search, GError **error);

G_END_DECLS

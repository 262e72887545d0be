/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "visit/role.h"

G_BEGIN_DECLS

/** A connection to the store's database: only store/ looks inside, only deeds are handed one. */
typedef struct _FoyerDb FoyerDb;

#define FOYER_DB_ERROR (foyer_db_error_quark ())

/**
 * FoyerDbError:
 * @FOYER_DB_ERROR_FAILED: Something that no other code names; the message has the engine's code
 * @FOYER_DB_ERROR_MISSING: There is no store at that place, or its folder cannot be reached
 * @FOYER_DB_ERROR_READ_ONLY: The store can be read, but not written
 * @FOYER_DB_ERROR_BUSY: Another process kept the store for too long
 * @FOYER_DB_ERROR_FULL: The disk is full
 * @FOYER_DB_ERROR_DAMAGED: The file is damaged, or no store of Foyer's
 * @FOYER_DB_ERROR_SCHEMA: The store was made by another version, or a schema step failed
 * @FOYER_DB_ERROR_KEYS: The key that the store's records open with is missing, or is not the right
 * one
 * @FOYER_DB_ERROR_ROW: One row is damaged, and is not changed; all others can be
 * @FOYER_DB_ERROR_REFUSED: The actor has no role that gives the deed's right
 *
 * What a person can do about each is another thing. Messages never quote a row.
 */
typedef enum {
  FOYER_DB_ERROR_FAILED,
  FOYER_DB_ERROR_MISSING,
  FOYER_DB_ERROR_READ_ONLY,
  FOYER_DB_ERROR_BUSY,
  FOYER_DB_ERROR_FULL,
  FOYER_DB_ERROR_DAMAGED,
  FOYER_DB_ERROR_SCHEMA,
  FOYER_DB_ERROR_KEYS,
  FOYER_DB_ERROR_ROW,
  FOYER_DB_ERROR_REFUSED,
} FoyerDbError;

GQuark foyer_db_error_quark (void);

/**
 * FoyerDeedRun:
 * @db: The database; the transaction has begun, and is ended by the store
 * @data: What the deed is about, and where it puts its answer
 * @error: A domain of the deed's own, or %FOYER_DB_ERROR
 *
 * What happens. May run more than once for one call when the store is busy or a COMMIT's fate is
 * not known: a second run must find what the first one did. On %FALSE everything is rolled back.
 *
 * Returns: Whether it is to be kept
 */
typedef gboolean (*FoyerDeedRun) (FoyerDb *db, gpointer data, GError **error);

/**
 * FoyerDeed:
 * @right: What the actor needs
 * @writes: Whether it changes rows; a deed that only reads begins without the write lock
 * @run: What happens
 *
 * One deed, one transaction.
 */
typedef struct {
  FoyerRight right;
  gboolean writes;
  FoyerDeedRun run;
} FoyerDeed;

G_END_DECLS

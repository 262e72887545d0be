/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The driver seam.
 *
 * Rules for every SQL text above it, so that it runs on both engines as it stands:
 *  - literals only, every value bound as $1, $2, … (bound by name: SQLite numbers $2 by its first
 *    appearance);
 *  - types BLOB, INTEGER (64 bits), TEXT, tables STRICT: the PostgreSQL driver swaps those three
 * words;
 *  - no rowid, no INSERT OR, no min(a, b), no datetime functions: ON CONFLICT,
 * CASE and bound instants instead; RETURNING where the number of changed rows counts;
 *  - a row is written and read by its table family's one row function;
 *  - an engine's error text never travels: it quotes rows.
 */

#include <gio/gio.h>

#include "store/deed.h"
#include "store/place.h"
#include "vault/vault.h"
#include "visit/actor.h"

G_BEGIN_DECLS

typedef struct _FoyerRows FoyerRows;
typedef struct _FoyerDriver FoyerDriver;

/**
 * FoyerValue:
 *
 * A value to bind, made by foyer_int(), foyer_text(), foyer_blob() or foyer_null().
 */
typedef struct {
  enum {
    FOYER_VALUE_NULL,
    FOYER_VALUE_INT,
    FOYER_VALUE_TEXT,
    FOYER_VALUE_BLOB
  } kind;
  gint64 integer;
  const char *text;
  GBytes *blob;
} FoyerValue;

/** foyer_null: Returns: SQL's NULL */
static inline FoyerValue
foyer_null (void)
{
  return (FoyerValue){ .kind = FOYER_VALUE_NULL };
}

/** foyer_int: Returns: @integer as a value */
static inline FoyerValue
foyer_int (gint64 integer)
{
  return (FoyerValue){ .kind = FOYER_VALUE_INT, .integer = integer };
}

/** foyer_text: @text: (nullable): borrowed; Returns: it as a value, %NULL as SQL's NULL */
static inline FoyerValue
foyer_text (const char *text)
{
  return (FoyerValue){ .kind = text != NULL ? FOYER_VALUE_TEXT : FOYER_VALUE_NULL, .text = text };
}

/** foyer_blob: @blob: (nullable): borrowed; Returns: it as a value, %NULL as SQL's NULL */
static inline FoyerValue
foyer_blob (GBytes *blob)
{
  return (FoyerValue){ .kind = blob != NULL ? FOYER_VALUE_BLOB : FOYER_VALUE_NULL, .blob = blob };
}

/**
 * FoyerDriver:
 *
 * An engine. Nobody above it knows which.
 */
struct _FoyerDriver {
  const char *scheme;     /* what a store's URI starts with: "sqlite:", "postgresql:" */
  const char *begin;      /* SQL that makes this connection the only writer           */
  const char *begin_read; /* SQL for one consistent look, without the write lock      */
  FoyerDb *(*open) (const char *uri, gboolean create, GError **error);
  void (*close) (FoyerDb *db);
  gboolean (*script) (FoyerDb *db, const char *sql, GError **error);
  FoyerRows *(*run) (FoyerDb *db, const char *sql, const FoyerValue *v, guint n, GError **error);
  gboolean (*next) (FoyerRows *rows, GError **error);
  gint64 (*integer) (FoyerRows *rows, guint column);
  GBytes *(*blob) (FoyerRows *rows, guint column, gboolean copied);
  const char *(*text) (FoyerRows *rows, guint column);
  gboolean (*is_null) (FoyerRows *rows, guint column);
  void (*done) (FoyerRows *rows);
  gboolean (*changed) (FoyerDb *db); /* has another connection committed since the last time? */
  gboolean (*compact) (FoyerDb *db, GError **error); /* outside a transaction */
  gboolean (*check) (FoyerDb *db, GError **error);
  gboolean (*is_durable) (FoyerDb *db,
                          GError **error); /* is what COMMIT confirmed there for good? */
  gboolean (*settle) (FoyerDb *db,
                      GError **error); /* makes what is read there for good, whoever wrote it */
};

/** The head of every driver's connection. */
struct _FoyerDb {
  const FoyerDriver *driver;
  FoyerStorePlace *place;
  FoyerVault *vault; /* the store's keys; store/keys.c and its like */
  FoyerActor *actor; /* who does the deed that runs now; borrowed */
  FoyerRole roles;   /* the actor's, as they are now */

  /* for foyer_db_begin() */
  gint64 writes_since; /* 0: not now */
  gint64 let_go_at;
  gboolean kept_it_long;

  /* of the transaction that runs now, for store/keys.c */
  gboolean has_drawn; /* the key of a ring, which is in no table if it is taken back */
  gint64 ring_in_use; /* its key was read from its table; -1: none yet */
  gint64 ring_marked; /* it is dirty; -1: none yet */
};

/** The head of every driver's rows. */
struct _FoyerRows {
  FoyerDb *db;
};

/**
 * foyer_db_open:
 * @place: Where the store is
 * @create: Whether to make it where there is none
 * @error: %FOYER_DB_ERROR
 *
 * Opens a store and brings its schema up to date.
 *
 * Returns: (transfer full) (nullable): A connection, for one thread
 */
FoyerDb *foyer_db_open (const FoyerStorePlace *place, gboolean create, GError **error);

/** foyer_db_close: @db: (transfer full) (nullable): A connection */
void foyer_db_close (FoyerDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDb, foyer_db_close)

/**
 * foyer_db_transact:
 * @db: A connection
 * @actor: Who does it
 * @deed: What is done
 * @what: What it is about
 * @uncertain: (out): Whether it is not known if the COMMIT happened: the caller closes the
 * connection, opens it again, and runs the deed once more
 * @error: The deed's own domain, or %FOYER_DB_ERROR
 *
 * Runs a deed in one transaction, up to three times where the store is busy.
 *
 * Returns: Whether it is durable
 */
gboolean foyer_db_transact (FoyerDb *db,
                            FoyerActor *actor,
                            const FoyerDeed *deed,
                            gpointer what,
                            gboolean *uncertain,
                            GError **error);

/** foyer_db_actor: Returns: (transfer none): Who does the deed that runs now */
FoyerActor *foyer_db_actor (FoyerDb *db);

/** foyer_db_roles: Returns: The roles of who does the deed that runs now, read again with it */
FoyerRole foyer_db_roles (FoyerDb *db);

/**
 * foyer_db_begin:
 * @db: A connection
 * @sql: Its driver's `begin` or `begin_read`
 * @error: %FOYER_DB_ERROR
 *
 * Begins a transaction. Where this connection had the store for long, and has let it go just now,
 * it waits a little before: a busy store is asked twice a millisecond, so that who goes from slice
 * to slice without a pause would keep everybody else out.
 *
 * Returns: Whether it has begun
 */
gboolean foyer_db_begin (FoyerDb *db, const char *sql, GError **error);

/** foyer_db_let_go: Notes that the transaction that foyer_db_begin() began has ended */
void foyer_db_let_go (FoyerDb *db);

/** foyer_db_script: Runs SQL without values, several statements; Returns: Whether all of it ran */
gboolean foyer_db_script (FoyerDb *db, const char *sql, GError **error);

/**
 * foyer_db_run:
 * @db: A connection
 * @sql: A literal
 * @values: What to bind to $1, $2, …
 * @n_values: How many
 * @error: %FOYER_DB_ERROR
 *
 * Use foyer_db_query() or foyer_db_exec().
 *
 * Returns: (transfer full) (nullable): The rows, before the first
 */
FoyerRows *foyer_db_run (FoyerDb *db,
                         const char *sql,
                         const FoyerValue *values,
                         guint n_values,
                         GError **error);

/** foyer_db_run_all: As foyer_db_run(), to the last row; Returns: Whether it ran */
gboolean foyer_db_run_all (FoyerDb *db,
                           const char *sql,
                           const FoyerValue *values,
                           guint n_values,
                           GError **error);

/* clang-format off */
#define FOYER_VALUES(...)                                                                          \
  ((const FoyerValue[]){ foyer_null (), ##__VA_ARGS__ }) + 1,                                      \
  G_N_ELEMENTS (((const FoyerValue[]){ foyer_null (), ##__VA_ARGS__ })) - 1

/** foyer_db_query: Runs one statement with values; Returns: its rows */
#define foyer_db_query(db, error, sql, ...)                                                        \
  foyer_db_run ((db), "" sql, FOYER_VALUES (__VA_ARGS__), (error))

/** foyer_db_exec: Runs one statement with values to its end; Returns: Whether it ran */
#define foyer_db_exec(db, error, sql, ...)                                                         \
  foyer_db_run_all ((db), "" sql, FOYER_VALUES (__VA_ARGS__), (error))
/* clang-format on */

/**
 * foyer_rows_next:
 * @rows: Rows
 * @error: %FOYER_DB_ERROR; set only on an error, not at the end
 *
 * Returns: Whether there is a further row
 */
gboolean foyer_rows_next (FoyerRows *rows, GError **error);

/**
 * foyer_rows_first:
 * @rows: (nullable): What a query gave; %NULL where that failed, and has set @error
 * @there: (out): Whether it gave a row; that one can be read then
 * @error: %FOYER_DB_ERROR
 *
 * For a query that gives one row or none.
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_rows_first (FoyerRows *rows, gboolean *there, GError **error);

/** foyer_rows_int: Returns: Column @column, from 0, as an integer; NULL is 0 */
gint64 foyer_rows_int (FoyerRows *rows, guint column);

/** foyer_rows_text: Returns: (transfer none) (nullable): Column @column, until the next row */
const char *foyer_rows_text (FoyerRows *rows, guint column);

/** foyer_rows_blob: Returns: (transfer full) (nullable): Column @column */
GBytes *foyer_rows_blob (FoyerRows *rows, guint column);

/** foyer_rows_peek: Returns: (transfer full) (nullable): Column @column, whose bytes last until the
 * next row: for what is compared or opened at once */
GBytes *foyer_rows_peek (FoyerRows *rows, guint column);

/** foyer_rows_is_null: Returns: Whether column @column is NULL */
gboolean foyer_rows_is_null (FoyerRows *rows, guint column);

/** foyer_rows_free: @rows: (transfer full) (nullable): Rows */
void foyer_rows_free (FoyerRows *rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRows, foyer_rows_free)

extern const FoyerDriver foyer_driver_sqlite;

G_END_DECLS

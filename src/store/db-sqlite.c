/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-db-sqlite"

#include "store/db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCHEME "sqlite:"
#define FILE_NAME "foyer.db"

/* "Foye" in ASCII: tells a store of ours from any other SQLite file. */
#define APPLICATION_ID 0x466f7965

/* What PRAGMA synchronous answers when it is EXTRA. */
#define SYNCHRONOUS_EXTRA 3

/* How often a busy store is asked again, and for how long. SQLite's own back-off starves. */
#define BUSY_ASK_US 500
#define BUSY_GIVE_UP_US (5 * G_USEC_PER_SEC)

typedef struct {
  FoyerDb head;
  sqlite3 *handle;
  GHashTable *statements; /* sql, a literal -> sqlite3_stmt, those that are not in use */
  gint64 busy_since;
  gint64 version;
} Db;

typedef struct {
  FoyerRows head;
  sqlite3_stmt *statement;
  const char *sql;
} Rows;

static FoyerDbError
code_of (int rc)
{
  switch (rc & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return FOYER_DB_ERROR_BUSY;
  case SQLITE_FULL:
    return FOYER_DB_ERROR_FULL;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return FOYER_DB_ERROR_DAMAGED;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return FOYER_DB_ERROR_READ_ONLY;
  case SQLITE_CANTOPEN:
    return FOYER_DB_ERROR_MISSING;
  default:
    return FOYER_DB_ERROR_FAILED;
  }
}

/* sqlite3_errmsg() quotes rows; sqlite3_errstr() does not. */
static void
set_error (GError **error, int rc)
{
  static const char *const sentences[] = {
    [FOYER_DB_ERROR_FAILED] = "The store refused",
    [FOYER_DB_ERROR_MISSING] = "The store's file cannot be opened",
    [FOYER_DB_ERROR_READ_ONLY] = "The store's file cannot be written",
    [FOYER_DB_ERROR_BUSY] = "Another program keeps the store busy",
    [FOYER_DB_ERROR_FULL] = "The disk of the store is full",
    [FOYER_DB_ERROR_DAMAGED] = "The store's file is damaged, or is no store of Foyer",
  };
  FoyerDbError code = code_of (rc);

  g_set_error (error,
               FOYER_DB_ERROR,
               code,
               "%s (%s, %d)",
               sentences[code],
               sqlite3_errstr (rc),
               rc);
}

static int
on_busy (void *data, int asked)
{
  Db *db = data;

  if (asked == 0)
    db->busy_since = g_get_monotonic_time ();
  if (g_get_monotonic_time () - db->busy_since > BUSY_GIVE_UP_US)
    return 0;
  g_usleep (BUSY_ASK_US);
  return 1;
}

static gboolean
sqlite_script (FoyerDb *head, const char *sql, GError **error)
{
  Db *db = (Db *) head;
  int rc = sqlite3_exec (db->handle, sql, NULL, NULL, NULL);

  if (rc != SQLITE_OK)
    set_error (error, sqlite3_extended_errcode (db->handle));
  return rc == SQLITE_OK;
}

static void
sqlite_close (FoyerDb *head)
{
  Db *db = (Db *) head;

  g_hash_table_unref (db->statements);
  sqlite3_close (db->handle);
  g_free (db);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/* The folder is made private before a file stands in it; an existing one is left as it is. */
static gboolean
make_folder (const char *folder, gboolean create, GError **error)
{
  struct stat st;

  if (create && g_mkdir_with_parents (folder, 0700) != 0) {
    g_set_error (error,
                 FOYER_DB_ERROR,
                 errno == ENOSPC ? FOYER_DB_ERROR_FULL : FOYER_DB_ERROR_MISSING,
                 "The store's folder cannot be made: %s",
                 g_strerror (errno));
    return FALSE;
  }
  if (g_stat (folder, &st) == 0 && S_ISDIR (st.st_mode))
    return TRUE;
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_MISSING,
               "There is no store at %s: make one with “foyerctl init”",
               folder);
  return FALSE;
}

static gboolean
set_up (Db *db, GError **error)
{
  /* First of all: a PRAGMA reads the file too, and may find somebody who commits. */
  sqlite3_busy_handler (db->handle, on_busy, db);
  /* secure_delete, temp_store: what is deleted is gone from the file, and a compaction writes no
   * copy elsewhere. EXTRA: a COMMIT that was confirmed survives a power cut. */
  if (!sqlite_script (&db->head,
                      "PRAGMA secure_delete = ON;"
                      "PRAGMA temp_store = MEMORY;"
                      "PRAGMA synchronous = EXTRA;"
                      "PRAGMA foreign_keys = ON;"
                      "PRAGMA trusted_schema = OFF;"
                      "PRAGMA cell_size_check = ON;",
                      error))
    return FALSE;
  sqlite3_limit (db->handle, SQLITE_LIMIT_ATTACHED, 1); /* a compaction attaches one */
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  return TRUE;
}

/* Reads one integer that a PRAGMA answers; -1 where it does not. */
static gint64
pragma (Db *db, const char *sql, int *code)
{
  sqlite3_stmt *statement = NULL;
  gint64 value = -1;
  int rc = sqlite3_prepare_v2 (db->handle, sql, -1, &statement, NULL);

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    value = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  if (code != NULL)
    *code = rc;
  return value;
}

/* A file of somebody else is neither used nor changed; a new, empty one is signed as ours. */
static gboolean
sign (Db *db, gboolean create, GError **error)
{
  int rc = 0;
  gint64 id = pragma (db, "PRAGMA application_id", &rc);

  if (rc != SQLITE_ROW) {
    set_error (error, rc);
    return FALSE;
  }
  if (id == APPLICATION_ID)
    return TRUE;
  if (id == 0 && create && pragma (db, "PRAGMA schema_version", NULL) == 0)
    return sqlite_script (&db->head,
                          "PRAGMA journal_mode = DELETE;"
                          "PRAGMA application_id = 1181710693;",
                          error);
  g_set_error (error,
               FOYER_DB_ERROR,
               id == 0 && !create ? FOYER_DB_ERROR_MISSING : FOYER_DB_ERROR_DAMAGED,
               "The file %s there is no store of Foyer",
               FILE_NAME);
  return FALSE;
}

/* The folder may be reached by links; the file itself must be none: SQLITE_OPEN_NOFOLLOW refuses a
 * link anywhere in the path. */
static char *
path_in (const char *folder)
{
  char *real = realpath (folder, NULL);
  char *path = g_build_filename (real != NULL ? real : folder, FILE_NAME, NULL);

  free (real);
  return path;
}

static FoyerDb *
sqlite_open (const char *uri, gboolean create, GError **error)
{
  const char *folder = uri + strlen (SCHEME);
  g_autofree char *path = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE
              | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOFOLLOW | (create ? SQLITE_OPEN_CREATE : 0);
  Db *db;
  int rc;

  if (!make_folder (folder, create, error))
    return NULL;
  path = path_in (folder);
  if (!create && g_access (path, F_OK) != 0) {
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_MISSING,
                 errno == EACCES ? "The store at %s cannot be reached: permission denied"
                                 : "There is no store at %s: make one with “foyerctl init”",
                 folder);
    return NULL;
  }

  db = g_new0 (Db, 1);
  db->head.driver = &foyer_driver_sqlite;
  db->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);
  rc = sqlite3_open_v2 (path, &db->handle, flags, NULL);
  if (rc != SQLITE_OK) {
    set_error (error, rc);
    sqlite_close (&db->head);
    return NULL;
  }
  if (create)
    g_chmod (path, 0600);
  if (!set_up (db, error) || !sign (db, create, error)) {
    sqlite_close (&db->head);
    return NULL;
  }
  db->version = pragma (db, "PRAGMA data_version", NULL);
  return &db->head;
}

static void
bind_value (sqlite3_stmt *statement, guint nth, const FoyerValue *value)
{
  static const char *const names[] = { "$1", "$2", "$3", "$4",  "$5",  "$6",
                                       "$7", "$8", "$9", "$10", "$11", "$12" };
  int index;
  gsize size;
  const void *bytes;

  g_return_if_fail (nth < G_N_ELEMENTS (names));
  index = sqlite3_bind_parameter_index (statement, names[nth]);
  switch (value->kind) {
  case FOYER_VALUE_INT:
    sqlite3_bind_int64 (statement, index, value->integer);
    break;
  case FOYER_VALUE_TEXT:
    sqlite3_bind_text (statement, index, value->text, -1, SQLITE_TRANSIENT);
    break;
  case FOYER_VALUE_BLOB:
    bytes = g_bytes_get_data (value->blob, &size);
    sqlite3_bind_blob64 (statement, index, bytes != NULL ? bytes : "", size, SQLITE_TRANSIENT);
    break;
  case FOYER_VALUE_NULL:
    sqlite3_bind_null (statement, index);
    break;
  }
}

static FoyerRows *
sqlite_run (FoyerDb *head, const char *sql, const FoyerValue *values, guint n, GError **error)
{
  Db *db = (Db *) head;
  gpointer kept_sql = NULL;
  gpointer statement = NULL;
  Rows *rows;

  if (!g_hash_table_steal_extended (db->statements, sql, &kept_sql, &statement)) {
    sqlite3_stmt *fresh = NULL;
    int rc = sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &fresh, NULL);

    if (rc != SQLITE_OK) {
      g_critical ("a statement does not parse: %s", sqlite3_errstr (rc));
      set_error (error, sqlite3_extended_errcode (db->handle));
      return NULL;
    }
    statement = fresh;
  }
  for (guint i = 0; i < n; i++)
    bind_value (statement, i, &values[i]);

  rows = g_new0 (Rows, 1);
  rows->head.db = head;
  rows->statement = statement;
  rows->sql = sql;
  return &rows->head;
}

static gboolean
sqlite_next (FoyerRows *head, GError **error)
{
  Rows *rows = (Rows *) head;
  int rc = sqlite3_step (rows->statement);

  if (rc != SQLITE_ROW && rc != SQLITE_DONE)
    set_error (error, sqlite3_extended_errcode (sqlite3_db_handle (rows->statement)));
  return rc == SQLITE_ROW;
}

static gint64
sqlite_integer (FoyerRows *rows, guint column)
{
  return sqlite3_column_int64 (((Rows *) rows)->statement, column);
}

static GBytes *
sqlite_blob (FoyerRows *rows, guint column, gboolean copied)
{
  sqlite3_stmt *statement = ((Rows *) rows)->statement;
  const void *bytes;

  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return NULL;
  bytes = sqlite3_column_blob (statement, column);
  return copied ? g_bytes_new (bytes, sqlite3_column_bytes (statement, column))
                : g_bytes_new_static (bytes, sqlite3_column_bytes (statement, column));
}

/* None of ours has a NUL within: one that has was changed, and is nothing. */
static const char *
sqlite_text (FoyerRows *rows, guint column)
{
  sqlite3_stmt *statement = ((Rows *) rows)->statement;
  const char *text = (const char *) sqlite3_column_text (statement, column);

  return text != NULL && strlen (text) == (gsize) sqlite3_column_bytes (statement, column) ? text
                                                                                           : NULL;
}

static gboolean
sqlite_is_null (FoyerRows *rows, guint column)
{
  return sqlite3_column_type (((Rows *) rows)->statement, column) == SQLITE_NULL;
}

static void
sqlite_done (FoyerRows *head)
{
  Rows *rows = (Rows *) head;
  Db *db = (Db *) head->db;

  sqlite3_reset (rows->statement);
  sqlite3_clear_bindings (rows->statement);
  g_hash_table_replace (db->statements, (gpointer) rows->sql, rows->statement);
  g_free (rows);
}

static gboolean
sqlite_changed (FoyerDb *head)
{
  Db *db = (Db *) head;
  gint64 version = pragma (db, "PRAGMA data_version", NULL);
  gboolean changed = version != -1 && version != db->version;

  if (version != -1)
    db->version = version;
  return changed;
}

static gboolean
sqlite_compact (FoyerDb *head, GError **error)
{
  return sqlite_script (head, "VACUUM", error);
}

static gboolean
sqlite_check (FoyerDb *head, GError **error)
{
  Db *db = (Db *) head;
  sqlite3_stmt *statement = NULL;
  int rc = sqlite3_prepare_v2 (db->handle, "PRAGMA integrity_check(1)", -1, &statement, NULL);
  gboolean sound = FALSE;

  if (rc == SQLITE_OK)
    rc = sqlite3_step (statement);
  if (rc == SQLITE_ROW)
    sound = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_finalize (statement);
  if (!sound)
    set_error (error, rc == SQLITE_ROW ? SQLITE_CORRUPT : rc);
  return sound;
}

/* A journal that came back after a power cut would take back what was confirmed. */
static gboolean
sqlite_is_durable (FoyerDb *head, GError **error)
{
  Db *db = (Db *) head;
  sqlite3_stmt *statement = NULL;
  gboolean is_rollback = FALSE;

  if (sqlite3_prepare_v2 (db->handle, "PRAGMA journal_mode", -1, &statement, NULL) == SQLITE_OK
      && sqlite3_step (statement) == SQLITE_ROW)
    is_rollback = g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "delete") == 0;
  sqlite3_finalize (statement);
  if (is_rollback && pragma (db, "PRAGMA synchronous", NULL) == SYNCHRONOUS_EXTRA)
    return TRUE;
  g_set_error (error,
               FOYER_DB_ERROR,
               FOYER_DB_ERROR_FAILED,
               "The store's journal may come back after a power cut: its keys are not swapped");
  return FALSE;
}

/* A COMMIT is the unlinking of its journal: of who died, or failed, between that and the folder's
 * fsync(2), a power cut would take it back. */
static gboolean
sqlite_settle (FoyerDb *head, GError **error)
{
  int fd = open (head->place->uri + strlen (SCHEME), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean settled = fd >= 0 && fsync (fd) == 0;

  if (!settled)
    g_set_error (error,
                 FOYER_DB_ERROR,
                 FOYER_DB_ERROR_FAILED,
                 "The store's folder cannot be synchronised: %s",
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);
  return settled;
}

const FoyerDriver foyer_driver_sqlite = {
  .scheme = SCHEME,
  .begin = "BEGIN IMMEDIATE",
  .begin_read = "BEGIN",
  .open = sqlite_open,
  .close = sqlite_close,
  .script = sqlite_script,
  .run = sqlite_run,
  .next = sqlite_next,
  .integer = sqlite_integer,
  .blob = sqlite_blob,
  .text = sqlite_text,
  .is_null = sqlite_is_null,
  .done = sqlite_done,
  .changed = sqlite_changed,
  .compact = sqlite_compact,
  .check = sqlite_check,
  .is_durable = sqlite_is_durable,
  .settle = sqlite_settle,
};

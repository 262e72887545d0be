/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bit of one column flips, by an old disk or by a person, and everything is read: what was
 * changed is damaged or gone, never shown; a check finds it. FOYER_TEST_LONG=1 flips a million
 * bits. */

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "reception/sign-out.h"
#include "store/acknowledgements.h"
#include "store/audit.h"
#include "store/damage.h"
#include "store/hosts.h"
#include "store/staff.h"
#include "store/vault-row.h"
#include "store/visits.h"

#ifdef __SANITIZE_ADDRESS__ /* a hundred times as slow */
#define FLIPS 400
#define FLIPS_LONG 50000
#else
#define FLIPS 4000
#define FLIPS_LONG 1000000
#endif

/* What is read of a store, by kind and id: each row as a text. */
typedef struct {
  GHashTable *rows;
  guint damaged; /* rows that say so, or have nothing to say */
  gboolean noticed;
} View;

static void
view_clear (View *view)
{
  g_clear_pointer (&view->rows, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

typedef struct {
  const char *name;
  gboolean is_integer;
  const char *count;
  const char *read;
  const char *write;
} Column;

/* clang-format off */
#define COLUMN(table, column, is_integer, value)                                                         \
  { table "." column, is_integer, "SELECT count (*) FROM " table,                                        \
    "SELECT rowid, " column " FROM " table " ORDER BY rowid LIMIT 1 OFFSET $1",                    \
    "UPDATE " table " SET " column " = " value " WHERE rowid = $1" }
#define INTEGER(table, column) COLUMN (table, column, TRUE, "$2")
#define BLOB(table, column) COLUMN (table, column, FALSE, "$2")
#define TEXT(table, column) COLUMN (table, column, FALSE, "CAST ($2 AS TEXT)")
/* clang-format on */

static const Column columns[] = {
  BLOB ("visit", "id"),
  TEXT ("visit", "type"),
  INTEGER ("visit", "state"),
  INTEGER ("visit", "arrived_at"),
  INTEGER ("visit", "left_at"),
  INTEGER ("visit", "closed_at"),
  INTEGER ("visit", "days_told"),
  TEXT ("visit", "site"),
  TEXT ("visit", "station"),
  BLOB ("visit", "code_hash"),
  INTEGER ("visit", "key"),
  BLOB ("visit", "record"),
  BLOB ("visit", "open_tag"),
  BLOB ("acknowledgement", "visit"),
  BLOB ("acknowledgement", "notice"),
  INTEGER ("acknowledgement", "shown_at"),
  INTEGER ("acknowledgement", "key"),
  BLOB ("acknowledgement", "record"),
  BLOB ("acknowledgement", "open_tag"),
  BLOB ("host", "id"),
  INTEGER ("host", "added_at"),
  INTEGER ("host", "key"),
  BLOB ("host", "record"),
  BLOB ("host", "open_tag"),
  BLOB ("staff", "id"),
  INTEGER ("staff", "added_at"),
  INTEGER ("staff", "roles"),
  INTEGER ("staff", "tries"),
  INTEGER ("staff", "tried_at"),
  INTEGER ("staff", "key"),
  BLOB ("staff", "record"),
  BLOB ("staff", "open_tag"),
  INTEGER ("sealkey", "key"),
  BLOB ("sealkey", "wrapped"),
  INTEGER ("ring", "ring"),
  BLOB ("ring", "wrapped"),
  INTEGER ("ring", "dirty"),
  BLOB ("ring", "open_tag"),
  INTEGER ("vault", "format"),
  INTEGER ("vault", "holder"),
  INTEGER ("vault", "pepper"),
  BLOB ("vault", "kek_id"),
  INTEGER ("vault", "owed_since"),
  INTEGER ("vault", "owed_by"),
  INTEGER ("vault", "swaps"),
  INTEGER ("vault", "swapped_at"),
  INTEGER ("vault", "swapped_key"),
  BLOB ("vault", "record"),
  BLOB ("vault", "open_tag"),
  INTEGER ("audit_head", "key"),
  BLOB ("audit_head", "record"),
};

static void
script (House *house, const char *sql)
{
  g_autoptr (GError) err = NULL;

  foyer_db_script (house->desk, sql, &err);
  g_assert_no_error (err);
}

static void
note (View *view, const char *kind, GBytes *id, char *said)
{
  GString *name = g_string_new (kind);
  gsize size;
  const guint8 *bytes = g_bytes_get_data (id, &size);

  for (gsize i = 0; i < size; i++)
    g_string_append_printf (name, "%02x", bytes[i]);
  g_hash_table_replace (view->rows, g_string_free (name, FALSE), said);
}

/* What people see of a visit that is sound; who is visited is noted apart: a host's own row. */
static char *
say_visit (FoyerVisit *visit)
{
  return g_strdup_printf ("%s|%s|%s|%s|%s|%s|%d|%d|%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT
                          "|%" G_GINT64_FORMAT,
                          foyer_visit_get_name (visit),
                          foyer_visit_get_company (visit),
                          foyer_visit_get_code (visit),
                          foyer_visit_get_type_key (visit),
                          foyer_visit_get_site (visit),
                          foyer_visit_get_station (visit),
                          foyer_visit_get_days_told (visit),
                          foyer_visit_get_state (visit),
                          foyer_visit_get_arrived_at (visit),
                          foyer_visit_get_left_at (visit),
                          foyer_visit_get_closed_at (visit));
}

static gboolean
see_visits (House *house, View *view, GError **error)
{
  g_autoptr (GListStore) visits =
      foyer_visits_list (house->desk, G_MININT64, G_MAXINT64, NULL, error);

  for (guint i = 0; visits != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (visits)); i++) {
    g_autoptr (FoyerVisit) visit = g_list_model_get_item (G_LIST_MODEL (visits), i);
    g_autofree char *language = NULL;

    if (!foyer_acknowledgements_language (house->desk,
                                          foyer_visit_get_id (visit),
                                          &language,
                                          error))
      return FALSE;
    if (language != NULL)
      note (view, "language ", foyer_visit_get_id (visit), g_steal_pointer (&language));
    if (foyer_visit_get_damage (visit) == FOYER_VISIT_ROW_DAMAGED
        || foyer_visit_get_damage (visit) == FOYER_VISIT_RECORD_DAMAGED) {
      g_assert_null (foyer_visit_get_name (visit));
      g_assert_null (foyer_visit_get_company (visit));
      g_assert_null (foyer_visit_get_host_id (visit));
      view->damaged++;
      continue;
    }
    note (view, "visit ", foyer_visit_get_id (visit), say_visit (visit));
    if (foyer_visit_get_damage (visit) != FOYER_VISIT_HOST_DAMAGED)
      note (view,
            "visited ",
            foyer_visit_get_id (visit),
            g_strdup (foyer_visit_get_host_name (visit)));
  }
  return visits != NULL;
}

static gboolean
see_people (House *house, View *view, GError **error)
{
  static const char *const names[] = { "Agnieszka", "Bogdan", "Chiara", "Dmitri" };
  FoyerActor *actors[] = {
    house->receptionist,
    house->security,
    house->officer,
    house->administrator,
  };
  g_autoptr (GPtrArray) hosts = foyer_hosts_list (house->desk, error);

  for (guint i = 0; hosts != NULL && i < hosts->len; i++) {
    FoyerHost *host = g_ptr_array_index (hosts, i);

    note (view, "host ", foyer_host_get_id (host), g_strdup (foyer_host_get_name (host)));
  }
  for (gsize i = 0; hosts != NULL && i < G_N_ELEMENTS (names); i++) {
    g_autoptr (FoyerAccount) account = NULL;
    GBytes *id = foyer_actor_get_staff (actors[i]);
    FoyerRole roles = 0;

    if (!foyer_staff_find (house->desk, names[i], &account, NULL, error)
        || !foyer_staff_roles (house->desk, id, &roles, error))
      return FALSE;
    if (account != NULL)
      note (view,
            "staff ",
            account->id,
            g_strdup_printf ("%s|%d|%s|%d|%" G_GINT64_FORMAT,
                             account->name,
                             account->roles,
                             account->password,
                             account->tries,
                             account->tried_at));
    if (roles != 0)
      note (view, "roles ", id, g_strdup_printf ("%d", roles));
  }
  return hosts != NULL;
}

static gboolean
see_damage (House *house, View *view, GError **error)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();
  gboolean whole = FALSE;
  gint64 events = 0;

  while (search->more) {
    if (!foyer_damage_search_next (house->desk, search, error))
      return FALSE;
  }
  if (!foyer_audit_verify (house->desk, &events, &whole, error))
    return FALSE;
  view->noticed = search->found->len > 0 || !whole;
  return TRUE;
}

/* As a deed reads it. What cannot be read at all is noticed, and says that the store is damaged or
 * that its keys are missing. */
static void
see (House *house, View *view)
{
  g_autoptr (GError) err = NULL;

  *view = (View){ .rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
  if (foyer_vault_row_begin (house->desk, &err) && see_visits (house, view, &err)
      && see_people (house, view, &err) && see_damage (house, view, &err))
    return;
  g_assert_nonnull (err);
  if (!g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED))
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS);
  view->noticed = TRUE;
}

/* Nothing is shown that was not there before. */
static void
assert_nothing_new (const View *now, const View *before)
{
  GHashTableIter iter;
  gpointer key;
  gpointer said;

  g_hash_table_iter_init (&iter, now->rows);
  while (g_hash_table_iter_next (&iter, &key, &said))
    g_assert_cmpstr (said, ==, g_hash_table_lookup (before->rows, key));
}

static GBytes *
flip_bytes (GRand *rand, FoyerRows *rows)
{
  g_autoptr (GBytes) bytes = foyer_rows_blob (rows, 1);
  gsize size = 0;
  g_autofree guint8 *flipped = g_bytes_unref_to_data (g_steal_pointer (&bytes), &size);
  gsize bit;

  g_assert_cmpuint (size, >, 0);
  bit = g_rand_int_range (rand, 0, 8 * size);
  flipped[bit / 8] ^= 1 << bit % 8;
  return g_bytes_new (flipped, size);
}

/* Flips one bit of a column of some row; FALSE where it has no value, or the schema refuses it. */
static gboolean
flip (House *house, GRand *rand, const Column *column)
{
  gint64 n = house_count (house, column->count);
  FoyerValue nth = foyer_int (g_rand_int_range (rand, 0, n));
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoyerRows) rows = foyer_db_run (house->desk, column->read, &nth, 1, &err);
  FoyerValue values[2];

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  if (foyer_rows_is_null (rows, 1))
    return FALSE;
  values[0] = foyer_int (foyer_rows_int (rows, 0));
  if (column->is_integer) {
    guint64 bit = G_GUINT64_CONSTANT (1) << g_rand_int_range (rand, 0, 64);

    values[1] = foyer_int (foyer_rows_int (rows, 1) ^ bit);
  } else {
    bytes = flip_bytes (rand, rows);
    values[1] = foyer_blob (bytes);
  }
  return foyer_db_run_all (house->desk, column->write, values, 2, NULL);
}

/* A visit with all that one can have; it comes with an acknowledgement. */
static FoyerVisit *
sign_in (House *house, const char *name, GBytes *host)
{
  FoyerVisit *visit = house_visit (house, name);
  g_autoptr (FoyerSignIn) deed = NULL;

  foyer_visit_set_company (visit, "ACME & Söhne", NULL);
  foyer_visit_set_host (visit, host, NULL);
  deed = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);
  house_do (house, house->kiosk, &foyer_reception_sign_in, deed);
  return visit;
}

/* Visits on site and visits that left, one of them erased: a swap is owed, a ring is dirty. */
static void
fill (House *house)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (GPtrArray) hosts = NULL;

  script (house, "BEGIN");
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
  hosts = foyer_hosts_list (house->desk, &err);
  g_assert_no_error (err);
  script (house, "COMMIT");
  for (guint i = 0; i < 6; i++) {
    g_autofree char *name = g_strdup_printf ("Guest %u", i);
    FoyerHost *host = g_ptr_array_index (hosts, i % hosts->len);
    g_autoptr (FoyerVisit) visit = sign_in (house, name, foyer_host_get_id (host));
    g_autoptr (FoyerSignOut) out =
        foyer_sign_out_new (NULL, foyer_visit_get_id (visit), NINE_O_CLOCK + 1);
    g_autoptr (FoyerErasure) erasure =
        foyer_erasure_new (foyer_visit_get_id (visit), NINE_O_CLOCK + 2);

    if (i >= 3)
      house_do (house, house->receptionist, &foyer_reception_check_out, out);
    if (i == 5)
      house_do (house, house->officer, &foyer_privacy_erase, erasure);
  }
}

static void
begin (House *house, View *before)
{
  fill (house);
  script (house, "BEGIN IMMEDIATE");
  see (house, before);
  g_assert_false (before->noticed);
  g_assert_cmpuint (before->damaged, ==, 0);
  /* of 5 visits: themselves, whom they visit, their languages; 3 hosts; 4 of staff and their roles
   */
  g_assert_cmpuint (g_hash_table_size (before->rows), ==, 5 * 3 + 3 + 4 * 2);
}

static void
test_a_flipped_bit_is_damage_and_never_another_value (House *house, gconstpointer unused)
{
  guint rounds = g_getenv ("FOYER_TEST_LONG") != NULL ? FLIPS_LONG : FLIPS;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_auto (View) before = { 0 };
  guint flipped = 0;

  begin (house, &before);
  while (flipped < rounds) {
    const Column *column = &columns[g_rand_int_range (rand, 0, G_N_ELEMENTS (columns))];
    g_auto (View) now = { 0 };

    script (house, "SAVEPOINT flip");
    if (flip (house, rand, column)) {
      flipped++;
      /* Each second time as by a process that has read nothing yet */
      if (g_rand_boolean (rand))
        foyer_vault_forget (house->desk->vault);
      see (house, &now);
      assert_nothing_new (&now, &before);
      if (!now.noticed)
        g_error ("a bit of %s flipped, and no check found it", column->name);
    }
    script (house, "ROLLBACK TO flip; RELEASE flip");
  }
  script (house, "ROLLBACK");
  g_test_message ("%u bits flipped", flipped);
}

/* What was exchanged between two rows, each of them whole. */
static void
test_what_two_rows_exchange_is_damage_in_both (House *house, gconstpointer unused)
{
  /* clang-format off */
#define EXCHANGE(table, id, columns, first, second)                                                \
  "CREATE TEMP TABLE t AS SELECT rowid AS r, row_number () OVER (ORDER BY " id ") AS n, *"         \
  " FROM " table ";"                                                                               \
  "UPDATE " table " SET (" columns ") = (SELECT " columns " FROM temp.t WHERE n = " second ")"     \
  " WHERE rowid = (SELECT r FROM temp.t WHERE n = " first ");"                                     \
  "UPDATE " table " SET (" columns ") = (SELECT " columns " FROM temp.t WHERE n = " first ")"      \
  " WHERE rowid = (SELECT r FROM temp.t WHERE n = " second ");"
  /* clang-format on */
  static const struct {
    const char *sql;
    int gone; /* rows that are seen no more, at least */
  } exchanges[] = {
    { EXCHANGE ("visit", "id", "record", "1", "2"), 2 },
    { EXCHANGE ("visit", "id", "key, record", "1", "2"), 2 },
    { EXCHANGE ("visit", "id", "key, record, open_tag", "1", "2"), 2 },
    { EXCHANGE ("visit", "id", "open_tag", "2", "5"), 2 },
    { EXCHANGE ("acknowledgement", "visit", "record", "1", "2"), 2 },
    { EXCHANGE ("acknowledgement", "visit", "key, record, open_tag", "1", "2"), 2 },
    { EXCHANGE ("host", "id", "record", "1", "2"), 2 },
    { EXCHANGE ("host", "id", "key, record, open_tag", "1", "2"), 2 },
    { EXCHANGE ("staff", "id", "record", "1", "4"), 2 },
    { EXCHANGE ("staff", "id", "key, record", "1", "4"), 2 },
    { EXCHANGE ("staff", "id", "roles", "1", "4"), 4 },
    { EXCHANGE ("staff", "id", "roles, key, record, open_tag", "1", "4"), 4 },
    { EXCHANGE ("sealkey", "key", "wrapped", "4", "5"), 2 },
  };
  g_auto (View) before = { 0 };

  begin (house, &before);
  for (gsize i = 0; i < G_N_ELEMENTS (exchanges); i++) {
    g_auto (View) now = { 0 };

    script (house, "SAVEPOINT exchange");
    script (house, exchanges[i].sql);
    see (house, &now);
    assert_nothing_new (&now, &before);
    g_assert_true (now.noticed);
    g_assert_cmpuint (g_hash_table_size (now.rows) + exchanges[i].gone,
                      <=,
                      g_hash_table_size (before.rows));
    script (house, "ROLLBACK TO exchange; RELEASE exchange");
  }
  script (house, "ROLLBACK");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/flips/bit", test_a_flipped_bit_is_damage_and_never_another_value);
  HOUSE_TEST ("/flips/exchange", test_what_two_rows_exchange_is_damage_in_both);
  return g_test_run ();
}

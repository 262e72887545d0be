/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a search of the store's files finds, and what is left of a text there. */

#include <glib/gstdio.h>

#include "foyer-test.h"

#define MARKER "Zoë O'Brien-Łukasiewicz of <b>ACME</b> & Söhne"

/* As another station would, past every deed. */
static void
write_rows (House *house, const char *sql, GBytes *record)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) none = g_bytes_new (NULL, 0);
  FoyerValue value = foyer_blob (record != NULL ? record : none);

  g_assert_true (foyer_db_run_all (house->desk, g_intern_string (sql), &value, 1, &err));
  g_assert_no_error (err);
}

/* Rows whose ids are numbers, so that a statement can choose some of them. */
static void
plant (House *house, GBytes *record)
{
  write_rows (house,
              "INSERT INTO visit (id, type, state, arrived_at, days_told, site, station, key,"
              " record, open_tag)"
              " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)"
              " SELECT CAST (printf ('%016d', i) AS BLOB), 'guest', 1, 1, 30, 's', 'k', 1,"
              " $1, X'' FROM n",
              record);
}

static void
compact (House *house)
{
  g_autoptr (GError) err = NULL;

  write_rows (house,
              "INSERT INTO deletion (run, type, days, visits, done_at) VALUES ($1, 'x', 1, 1, 1)"
              " ON CONFLICT DO UPDATE SET compacted_at = NULL",
              NULL);
  foyer_store_compact (house->store, G_MAXINT64, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
}

static void
test_every_spelling_of_a_planted_row_is_found (House *house, gconstpointer unused)
{
  guint n = 0;

  g_assert_false (house_files_hold (house, MARKER));
  for (;; n++) {
    g_autoptr (GBytes) spelled = house_spell (MARKER, n);

    if (spelled == NULL)
      break;
    plant (house, spelled);
    g_assert_true (house_files_hold (house, MARKER));
    write_rows (house, "DELETE FROM visit WHERE length ($1) >= 0", NULL);
    compact (house);
    g_assert_false (house_files_hold (house, MARKER));
  }
  g_assert_cmpuint (n, ==, 8);
}

static void
test_nothing_is_left_of_an_insertion_that_was_taken_back (House *house, gconstpointer unused)
{
  g_autoptr (GBytes) text = house_spell (MARKER, 0);
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "BEGIN IMMEDIATE", &err));
  plant (house, text);
  g_assert_true (foyer_db_script (house->desk, "ROLLBACK", &err));
  compact (house);
  g_assert_false (house_files_hold (house, MARKER));
}

static void
test_nothing_is_left_of_what_stood_there_before_an_update (House *house, gconstpointer unused)
{
  g_autoptr (GBytes) text = house_spell (MARKER, 0);
  g_autofree char *much = g_strnfill (3000, 'x');
  g_autoptr (GBytes) longer = g_bytes_new (much, 3000);
  g_autoptr (GBytes) shorter = g_bytes_new ("x", 1);

  /* Given rows on full pages, when each second one becomes shorter and each third one longer */
  plant (house, text);
  write_rows (house,
              "UPDATE visit SET record = $1 WHERE CAST (CAST (id AS TEXT) AS INTEGER) % 2 = 0",
              shorter);
  write_rows (house,
              "UPDATE visit SET record = $1 WHERE CAST (CAST (id AS TEXT) AS INTEGER) % 3 = 0",
              longer);
  g_assert_true (house_files_hold (house, MARKER));

  /* Then the rest still holds the text, and once that is changed, nothing does */
  write_rows (house, "UPDATE visit SET record = $1 WHERE length (record) > 1", shorter);
  compact (house);
  g_assert_false (house_files_hold (house, MARKER));
}

static void
test_nothing_is_left_of_rows_deleted_here_and_there (House *house, gconstpointer unused)
{
  g_autoptr (GBytes) text = house_spell (MARKER, 0);
  g_autoptr (GBytes) other = g_bytes_new ("other", 5);

  /* Given rows with the text between others */
  plant (house, other);
  write_rows (house,
              "UPDATE visit SET record = $1 WHERE CAST (CAST (id AS TEXT) AS INTEGER) % 3 = 1",
              text);
  g_assert_true (house_files_hold (house, MARKER));

  write_rows (house,
              "DELETE FROM visit WHERE CAST (CAST (id AS TEXT) AS INTEGER) % 3 = 1"
              " AND length ($1) >= 0",
              NULL);
  compact (house);
  g_assert_false (house_files_hold (house, MARKER));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/residue/planted", test_every_spelling_of_a_planted_row_is_found);
  HOUSE_TEST ("/residue/insert", test_nothing_is_left_of_an_insertion_that_was_taken_back);
  HOUSE_TEST ("/residue/update", test_nothing_is_left_of_what_stood_there_before_an_update);
  HOUSE_TEST ("/residue/delete", test_nothing_is_left_of_rows_deleted_here_and_there);
  return g_test_run ();
}

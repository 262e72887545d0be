/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "foyer-test.h"

/* Each column's comment is the data inventory: what it holds, whether it is personal, what deletes
 * it. */
static void
test_every_column_says_what_it_is (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOYER_SCHEMA"), "0001-first.sql", NULL);
  g_autofree char *sql = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean in_table = FALSE;
  guint columns = 0;

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  lines = g_strsplit (sql, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    gboolean column = in_table && g_str_has_prefix (*line, "  ") && g_ascii_islower ((*line)[2]);

    if (g_str_has_prefix (*line, "CREATE TABLE"))
      in_table = TRUE;
    else if (g_str_has_prefix (*line, ")"))
      in_table = FALSE;
    if (!column)
      continue;
    columns++;
    g_test_message ("%s", *line);
    g_assert_nonnull (strstr (*line, " -- "));
    g_assert_true (strstr (*line, "personal") != NULL || g_str_has_suffix (*line, "-- the same"));
    /* personal fields stand in a record alone */
    if (strstr (*line, "-- personal:") != NULL)
      g_assert_true (g_str_has_prefix (*line, "  record "));
  }
  g_assert_cmpuint (columns, >, 50);
}

static void
test_a_store_of_a_later_version_is_refused (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) later = NULL;

  g_assert_true (foyer_db_script (house->desk, "INSERT INTO schema_step (step) VALUES (99)", &err));
  later = foyer_db_open (&house->place, FALSE, &err);
  g_assert_null (later);
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_SCHEMA);
}

static void
test_a_file_of_somebody_else_is_left_alone (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foyer-test-XXXXXX", NULL);
  g_autofree char *uri = g_strconcat ("sqlite:", folder, NULL);
  g_autofree char *path = g_build_filename (folder, "foyer.db", NULL);
  g_autofree char *after = NULL;
  g_autofree char *text = g_strnfill (8192, 'x');
  g_autoptr (GError) err = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, &err));
  g_assert_false (foyer_store_create (&(FoyerStorePlace){ .uri = uri }, NINE_O_CLOCK, &err));
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_DAMAGED);
  g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, text);
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_where_there_is_no_store_none_is_made_by_accident (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foyer-test-XXXXXX", NULL);
  g_autofree char *uri = g_strconcat ("sqlite:", folder, NULL);
  g_autofree char *nowhere = g_strconcat ("sqlite:", folder, "/nowhere", NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&(FoyerStorePlace){ .uri = uri }, FALSE, &err);

  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING);
  g_clear_error (&err);
  db = foyer_db_open (&(FoyerStorePlace){ .uri = nowhere }, FALSE, &err);
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING);
  g_clear_error (&err);
  db = foyer_db_open (&(FoyerStorePlace){ .uri = "mysql://x" }, FALSE, &err);
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* still empty */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schema/columns", test_every_column_says_what_it_is);
  HOUSE_TEST ("/schema/later", test_a_store_of_a_later_version_is_refused);
  g_test_add_func ("/schema/somebody-else", test_a_file_of_somebody_else_is_left_alone);
  g_test_add_func ("/schema/nowhere", test_where_there_is_no_store_none_is_made_by_accident);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "foyer-test.h"
#include "reception/remember.h"

/* A column as the schema's comment has it: what it holds; whether it is personal; what deletes it.
 */
typedef struct {
  char *table;
  char *column;
  gboolean is_personal;
} Column;

static void
column_free (gpointer data)
{
  Column *column = data;

  g_free (column->table);
  g_free (column->column);
  g_free (column);
}

static Column *
read_column (const char *table, const char *line)
{
  const char *comment = strstr (line, " -- ");
  Column *column = g_new (Column, 1);
  g_auto (GStrv) parts = NULL;

  g_test_message ("%s", line);
  g_assert_nonnull (comment);
  parts = g_strsplit (comment + strlen (" -- "), "; ", -1);
  *column = (Column){
    .table = g_strdup (table),
    .column = g_strndup (line + 2, strcspn (line + 2, " ")),
    .is_personal = g_str_has_prefix (parts[0], "personal: "),
  };
  if (!g_str_equal (parts[0], "the same") && !column->is_personal) {
    g_assert_cmpuint (g_strv_length (parts), >=, 3);
    g_assert_cmpstr (parts[1], ==, "not personal");
  } else if (column->is_personal)
    g_assert_cmpuint (g_strv_length (parts), >=, 2);
  return column;
}

/* Each column's comment is the data inventory. */
static GPtrArray *
read_columns (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("FOYER_SCHEMA"), "0001-first.sql", NULL);
  g_autofree char *sql = NULL;
  g_autofree char *table = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *columns = g_ptr_array_new_with_free_func (column_free);

  g_assert_true (g_file_get_contents (path, &sql, NULL, NULL));
  lines = g_strsplit (sql, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    if (g_str_has_prefix (*line, "CREATE TABLE ")) {
      const char *name = *line + strlen ("CREATE TABLE ");

      g_free (table);
      table = g_strndup (name, strcspn (name, " ("));
    } else if (g_str_has_prefix (*line, ")"))
      g_clear_pointer (&table, g_free);
    else if (table != NULL && g_str_has_prefix (*line, "  ") && g_ascii_islower ((*line)[2]))
      g_ptr_array_add (columns, read_column (table, *line));
  }
  return columns;
}

/* How many rows there are, and how many hold there what is sealed under a key of their own: format,
 * nonce, a padded text, and a tag. A column that is personal has its line here. */
#define SEALED(table, column)                                                                      \
  {                                                                                                \
#table, #column, "SELECT count (*) FROM " #table,                                              \
        "SELECT count (*) FROM " #table " t JOIN sealkey USING (key) WHERE substr (t." #column     \
        ", 1, 1) = X'01' AND length (t." #column ") % 64 = 41"                                     \
  }

static const struct {
  const char *table;
  const char *column;
  const char *rows;
  const char *sealed;
} sealed[] = {
  SEALED (visit, record), SEALED (acknowledgement, record), SEALED (host, record),
  SEALED (staff, record), SEALED (remembered, record),
};

static gboolean
is_sealed (House *house, const Column *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sealed); i++) {
    gint64 rows;

    if (!g_str_equal (sealed[i].table, column->table)
        || !g_str_equal (sealed[i].column, column->column))
      continue;
    rows = house_count (house, sealed[i].rows);
    g_assert_cmpint (rows, >, 0);
    return house_count (house, sealed[i].sealed) == rows;
  }
  return FALSE;
}

static void
test_what_is_personal_is_sealed_in_every_table (House *house, gconstpointer unused)
{
  g_autoptr (GPtrArray) columns = read_columns ();
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerRemembrance) remembrance =
      foyer_remembrance_new (foyer_visit_get_id (ada), 30, NINE_O_CLOCK);
  guint personal = 0;

  house_do (house, house->kiosk, &foyer_reception_remember, remembrance);
  g_assert_cmpuint (columns->len, >, 70);
  for (guint i = 0; i < columns->len; i++) {
    const Column *column = g_ptr_array_index (columns, i);

    if (!column->is_personal)
      continue;
    personal++;
    g_test_message ("%s.%s", column->table, column->column);
    g_assert_true (is_sealed (house, column));
  }
  g_assert_cmpuint (personal, ==, G_N_ELEMENTS (sealed));
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
  HOUSE_TEST ("/schema/personal", test_what_is_personal_is_sealed_in_every_table);
  HOUSE_TEST ("/schema/later", test_a_store_of_a_later_version_is_refused);
  g_test_add_func ("/schema/somebody-else", test_a_file_of_somebody_else_is_left_alone);
  g_test_add_func ("/schema/nowhere", test_where_there_is_no_store_none_is_made_by_accident);
  return g_test_run ();
}

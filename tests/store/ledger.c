/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-ledger"

#include "ledger.h"

#include <string.h>

#include "store/keys.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/id.h"

typedef struct {
  char *name;        /* the last one that was acknowledged; NULL: not signed in for sure */
  char *perhaps;     /* the name of a correction that has begun */
  gboolean may_go;   /* its erasure has begun */
  gboolean passes;   /* it is past its period: any purge may take it */
  gboolean has_gone; /* its erasure was acknowledged */
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_free (known->perhaps);
  g_free (known);
}

Ledger *
ledger_new (void)
{
  Ledger *ledger = g_new0 (Ledger, 1);

  ledger->visits = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  return ledger;
}

void
ledger_free (Ledger *ledger)
{
  g_hash_table_unref (ledger->visits);
  g_free (ledger->problem);
  g_free (ledger);
}

static Known *
known (Ledger *ledger, const char *id)
{
  Known *found = g_hash_table_lookup (ledger->visits, id);

  if (found == NULL) {
    found = g_new0 (Known, 1);
    g_hash_table_insert (ledger->visits, g_strdup (id), found);
  }
  return found;
}

static void
take_line (Ledger *ledger, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  guint n = g_strv_length (words);
  const char *verb = n > 0 ? words[0] : "";

  if (g_str_equal (verb, "error")) {
    ledger->errors++;
    g_free (ledger->problem);
    ledger->problem = g_strdup (line);
    return;
  }
  if (g_str_equal (verb, "recovered")) {
    ledger->recoveries++;
    return;
  }
  if (!g_str_has_suffix (verb, "ing"))
    ledger->done++;
  if (g_str_equal (verb, "swapped")) {
    ledger->swaps++;
  } else if (g_str_equal (verb, "in") || g_str_equal (verb, "corrected")) {
    Known *visit = known (ledger, words[1]);

    g_assert_cmpuint (n, ==, 3);
    g_clear_pointer (&visit->perhaps, g_free);
    g_free (visit->name);
    visit->name = g_strdup (words[2]);
  } else if (g_str_equal (verb, "correcting")) {
    g_assert_cmpuint (n, ==, 3);
    known (ledger, words[1])->perhaps = g_strdup (words[2]);
  } else if (g_str_equal (verb, "passing")) {
    known (ledger, words[1])->passes = TRUE;
  } else if (g_str_equal (verb, "erasing")) {
    known (ledger, words[1])->may_go = TRUE;
  } else {
    g_assert_cmpstr (verb, ==, "erased");
    known (ledger, words[1])->has_gone = TRUE;
  }
}

/* A line without an end was not written to its end: what it says was not acknowledged. */
void
ledger_read (Ledger *ledger, const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) err = NULL;

  g_file_get_contents (path, &text, NULL, &err);
  g_assert_no_error (err);
  for (char *line = text, *end; (end = strchr (line, '\n')) != NULL; line = end + 1) {
    *end = '\0';
    take_line (ledger, line);
  }
  g_file_set_contents (path, "", 0, &err);
  g_assert_no_error (err);
}

void
ledger_add (Ledger *ledger, FoyerVisit *visit)
{
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));

  g_free (known (ledger, id)->name);
  known (ledger, id)->name = g_strdup (foyer_visit_get_name (visit));
}

guint
ledger_count (Ledger *ledger)
{
  return g_hash_table_size (ledger->visits);
}

/* Returns whether it lives. */
static gboolean
compare_one (Known *visit, FoyerVisit *found)
{
  const char *name;

  if (visit->has_gone || (found == NULL && (visit->may_go || visit->passes))) {
    g_assert_null (found);
    return FALSE;
  }
  g_assert_nonnull (found);
  g_assert_cmpint (foyer_visit_get_damage (found), ==, FOYER_VISIT_SOUND);
  name = foyer_visit_get_name (found);
  g_assert_nonnull (name);
  if (visit->name != NULL && g_strcmp0 (name, visit->perhaps) != 0)
    g_assert_cmpstr (name, ==, visit->name);
  g_clear_pointer (&visit->perhaps, g_free);
  g_free (visit->name);
  visit->name = g_strdup (name);
  visit->may_go = FALSE;
  return TRUE;
}

void
ledger_compare (Ledger *ledger, House *house)
{
  g_autoptr (GError) err = NULL;
  GHashTableIter iter;
  gpointer text;
  gpointer visit;

  g_assert_true (foyer_db_script (house->desk, "BEGIN", &err));
  g_assert_no_error (err);
  foyer_vault_row_begin (house->desk, &err);
  g_assert_no_error (err);
  g_hash_table_iter_init (&iter, ledger->visits);
  while (g_hash_table_iter_next (&iter, &text, &visit)) {
    g_autoptr (GBytes) id = foyer_id_from_string (text);
    g_autoptr (FoyerVisit) found = NULL;

    foyer_visits_find (house->desk, id, &found, &err);
    g_assert_no_error (err);
    if (!compare_one (visit, found))
      g_hash_table_iter_remove (&iter);
  }
  foyer_db_script (house->desk, "ROLLBACK", NULL);
  foyer_keys_ended (house->desk, FALSE);
}

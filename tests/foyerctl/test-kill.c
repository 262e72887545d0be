/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-kill"

#include <json-glib/json-glib.h>
#include <signal.h>
#include <string.h>

#include "ctl.h"

#ifdef __SANITIZE_ADDRESS__
#define ROUNDS 50
#else
#define ROUNDS 500
#endif
#define LONGER 10 /* times as many in the long run */

/* One sign-in, which `timeout` kills with -9 after that many microseconds. Returns its output. */
static char *
sign_in_and_die (Place *place, int number, int after_us)
{
  g_autofree char *seconds = g_strdup_printf ("%d.%06d", after_us / 1000000, after_us % 1000000);
  const char *const wrap[] = { "timeout", "-s", "KILL", seconds, NULL };
  g_autofree char *input =
      g_strdup_printf ("{\"name\": \"Visitor %d\", \"type\": \"guest\"}", number);
  g_autoptr (GBytes) bytes = g_bytes_new (input, strlen (input));
  g_autoptr (GPtrArray) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GError) err = NULL;

  place->wrap = wrap;
  argv = place_argv (place);
  place->wrap = NULL;
  g_ptr_array_add (argv, g_strdup ("visit"));
  g_ptr_array_add (argv, g_strdup ("sign-in"));
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                               &err);
  g_assert_no_error (err);
  g_subprocess_communicate (process, bytes, NULL, &out, NULL, NULL); /* may die before it reads */
  g_subprocess_wait (process, NULL, &err);
  g_assert_no_error (err);
  return out != NULL && g_bytes_get_size (out) > 0
             ? g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out))
             : g_strdup ("");
}

/* How often each id and each name stands in the list. */
static GHashTable *
count (const char *list, const char *key)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonNode) node = json_from_string (list, NULL);
  JsonArray *visits = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (visits); i++) {
    JsonObject *visit = json_array_get_object_element (visits, i);
    const char *text = json_object_get_string_member (visit, key);
    int before = GPOINTER_TO_INT (g_hash_table_lookup (counts, text));

    g_hash_table_replace (counts, g_strdup (text), GINT_TO_POINTER (before + 1));
  }
  return counts;
}

static void
assert_each_once (GHashTable *counts)
{
  GHashTableIter iter;
  gpointer times;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, NULL, &times))
    g_assert_cmpint (GPOINTER_TO_INT (times), ==, 1);
}

/* How long a sign-in takes that nobody kills, in µs. */
static double
measure (Place *place)
{
  gint64 before = g_get_monotonic_time ();
  g_autofree char *out = sign_in_and_die (place, -1, 60 * G_USEC_PER_SEC);

  g_assert_true (g_str_has_suffix (out, "\"}\n"));
  return (double) (g_get_monotonic_time () - before);
}

/* The moment follows what happened, so that about half of the kills come before the answer: from
 * the first instruction to well after the commit. */
static GPtrArray *
kill_often (Place *place, guint rounds)
{
  GPtrArray *acknowledged = g_ptr_array_new_with_free_func (g_free);
  double typical = measure (place);

  for (guint i = 0; i < rounds; i++) {
    int after = (int) (typical * g_test_rand_double_range (0.2, 1.8)) + 1;
    g_autofree char *out = sign_in_and_die (place, (int) i, after);

    if (g_str_has_suffix (out, "\"}\n")) {
      g_ptr_array_add (acknowledged, member (out, "id"));
      typical *= 0.95;
    } else {
      g_assert_cmpstr (out, ==, ""); /* an answer is whole, or there is none */
      typical *= 1.05;
    }
  }
  return acknowledged;
}

static void
test_what_was_acknowledged_is_there (Place *place, gconstpointer unused)
{
  guint rounds = g_getenv ("FOYER_TEST_LONG") != NULL ? LONGER * ROUNDS : ROUNDS;
  g_autoptr (GPtrArray) acknowledged = NULL;
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GHashTable) names = NULL;
  g_autoptr (Answer) sound = NULL;
  g_autofree char *list = NULL;

  /* When sign-ins are killed at random moments */
  acknowledged = kill_often (place, rounds);

  /* Then the store is sound, and each acknowledged visit is there once, and no visit twice */
  sound = place_call (place, "", "check", NULL);
  assert_done (sound);
  list = place_list (place);
  ids = count (list, "id");
  names = count (list, "name");
  g_test_message ("%u kills, %u acknowledged, %u stored",
                  rounds,
                  acknowledged->len,
                  g_hash_table_size (ids));
  for (guint i = 0; i < acknowledged->len; i++)
    g_assert_true (g_hash_table_contains (ids, g_ptr_array_index (acknowledged, i)));
  assert_each_once (ids);
  assert_each_once (names);

  /* And kills came on both sides of the answer */
  g_assert_cmpuint (acknowledged->len, >, rounds / 10);
  g_assert_cmpuint (acknowledged->len, <, rounds - rounds / 10);
}

int
main (int argc, char **argv)
{
  signal (SIGPIPE, SIG_IGN); /* a program may die before it reads */
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kill/what was acknowledged is there",
              Place,
              NULL,
              place_open,
              test_what_was_acknowledged_is_there,
              place_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-swap-fault"

/* A swap on a disk that fails, or that ends in its midst, and one on a store that would not survive
 * a power cut. */

#include <glib/gstdio.h>

#include "crash.h"
#include "reception/correction.h"
#include "store/swap.h"

/* By default one call in so many fails, but each by the first of the faults. */
#define FAULT_STRIDE 3

#define WHOLE_SECRET 65536
#define NOT_DESTROYED "error The old key cannot be destroyed"

/* What the library reports (tests/store/fault.c). */
#define REACHED 1
#define UNSETTLED 3
#define EARLY 4

/* How one call fails. */
typedef struct {
  const char *kind;
  gboolean stays;
} Fault;

static const Fault faults[] = {
  { "eio", FALSE }, { "eio", TRUE },    { "unread", FALSE }, { "unread", TRUE }, { "full", FALSE },
  { "full", TRUE }, { "short", FALSE }, { "short", TRUE },   { "kill", FALSE },
};

/* Something is owed: a ring has to be rewound. */
static void
owe (House *house, Ledger *ledger, FoyerVisit *visit, guint nth)
{
  g_autoptr (FoyerCorrection) what =
      foyer_correction_new (foyer_visit_get_id (visit), NINE_O_CLOCK);
  g_autofree char *name = g_strdup_printf ("Ada Lovelace %u", nth);
  g_autoptr (GError) err = NULL;

  foyer_correction_set_name (what, name, &err);
  g_assert_no_error (err);
  house_do (house, house->receptionist, &foyer_reception_correct, what);
  foyer_visit_set_name (visit, name, &err);
  g_assert_no_error (err);
  ledger_add (ledger, visit);
}

static gint64
count_owed (House *house)
{
  return house_count (house, "SELECT count (*) FROM vault WHERE owed_since IS NOT NULL");
}

/* What a keeper does in which the @at-th call fails. Returns whether there were so many. */
static gboolean
keep_with (House *house, const Fault *fault, guint at, const char *words, guint *done)
{
  gint32 state[16] = { 0 };
  g_autoptr (Ledger) said = ledger_new ();
  g_autoptr (GError) err = NULL;
  g_autofree char *report = g_strconcat (house->folder, "-report", NULL);
  g_autofree char *number = g_strdup_printf ("%u", at);
  g_autofree char *bytes = NULL;
  const char *env[] = { "FAULT_FOLDER", house->folder,  "FAULT_KIND", fault->kind,  "FAULT_AT",
                        number,         "FAULT_REPORT", report,       "LD_PRELOAD", FAULT,
                        NULL,           NULL,           NULL };
  g_autoptr (GSubprocess) keeper = NULL;
  gboolean reached;
  gboolean died;

  if (fault->stays) {
    env[10] = "FAULT_STAYS";
    env[11] = "1";
  }
  /* Who was killed before a recovery may have been killed right after its COMMIT's unlink */
  state[UNSETTLED] = g_str_equal (words, "recover");
  g_file_set_contents (report, (const char *) state, sizeof state, &err);
  g_assert_no_error (err);
  keeper = keeper_start (house, 0, env, NULL, words);
  keeper_finish (house, said, 0, keeper);
  g_file_get_contents (report, &bytes, NULL, &err);
  g_assert_no_error (err);
  g_unlink (report);
  reached = ((const gint32 *) bytes)[REACHED] != 0;
  g_assert_true (((const gint32 *) bytes)[EARLY] == 0);

  /* It says what it did, if it lives: nothing is owed, and the old key is gone, or it failed */
  died = reached && g_str_equal (fault->kind, "kill");
  g_assert_true (died == g_subprocess_get_if_signaled (keeper));
  g_assert_cmpuint (said->swaps + said->recoveries + said->errors, ==, died ? 0 : 1);
  if (!reached)
    g_assert_cmpstr (said->problem, ==, NULL);
  if (said->swaps == 1)
    g_assert_cmpint (count_owed (house), ==, 0);
  if (said->swaps + said->recoveries == 1)
    g_assert_cmpint (crash_count_held (house), ==, 1);
  if (said->errors == 1 && g_str_has_prefix (said->problem, NOT_DESTROYED)) {
    /* Who looks next destroys it, even where the disk only seems to have taken the zeros */
    if (!fault->stays && g_str_equal (fault->kind, "eio"))
      g_assert_cmpint (crash_count_held (house), ==, 2);
    foyer_store_swap (house->store, FOYER_SWAP_IF_DUE, NULL, NINE_O_CLOCK, &err);
    g_assert_no_error (err);
    g_assert_cmpint (crash_count_held (house), ==, 1);
  }
  *done += said->swaps + said->recoveries;
  return reached;
}

static guint
fail_each_call (House *house, Ledger *ledger, FoyerVisit *visit, const Fault *fault)
{
  guint stride = crash_is_long () ? 1 : (fault == faults ? 1 : FAULT_STRIDE) * CRASH_SLOWER;
  guint first = (guint) g_test_rand_int_range (1, (gint32) stride + 1);
  guint swapped = 0;
  guint n = 0;

  for (guint at = first;; at += stride, n++) {
    g_autoptr (GError) err = NULL;
    gboolean reached;

    owe (house, ledger, visit, at);
    reached = keep_with (house, fault, at, "swap 1", &swapped);
    crash_assert_nothing_is_lost (house, ledger);
    foyer_store_swap (house->store, FOYER_SWAP_NOW, NULL, NINE_O_CLOCK, &err);
    g_assert_no_error (err);
    g_assert_cmpint (count_owed (house), ==, 0);
    crash_assert_nothing_is_lost (house, ledger);
    if (!reached)
      break;
  }
  g_test_message ("%s%s: %u of some %u calls failed, and %u swaps in spite of it",
                  fault->kind,
                  fault->stays ? ", for good" : "",
                  n,
                  n * stride + first - 1,
                  swapped - 1);
  return n;
}

static void
test_a_call_that_fails_in_a_swap_costs_nothing (House *house, gconstpointer unused)
{
  g_autoptr (Ledger) ledger = ledger_new ();
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) zoe = house_sign_in (house, "Zoë O'Brien", NINE_O_CLOCK);

  ledger_add (ledger, ada);
  ledger_add (ledger, zoe);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    g_assert_cmpuint (fail_each_call (house, ledger, ada, &faults[i]), >, 0);
}

/* What a swap leaves that was killed before it destroyed the old key, or made the new one whole. */
static void
leave_over (House *house, gsize size)
{
  g_autofree char *bytes = g_strnfill (size, 'x');
  g_autofree char *path =
      g_strdup_printf ("%s/kek.%d", house->folder, crash_is_held (house, 0) ? 1 : 0);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, bytes, (gssize) size, &err);
  g_assert_no_error (err);
  g_assert_cmpint (crash_count_held (house), ==, 2);
}

static void
test_a_call_that_fails_in_a_recovery_costs_nothing (House *house, gconstpointer unused)
{
  static const gsize sizes[] = { WHOLE_SECRET, WHOLE_SECRET / 3 };
  g_autoptr (Ledger) ledger = ledger_new ();
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  guint done = 0;
  guint n = 0;

  ledger_add (ledger, ada);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    gboolean reached = TRUE;

    for (guint at = 1; reached; at += CRASH_SLOWER, n++) {
      leave_over (house, sizes[at % G_N_ELEMENTS (sizes)]);
      reached = keep_with (house, &faults[i], at, "recover", &done);
      crash_assert_nothing_is_lost (house, ledger);
    }
  }
  g_test_message ("%u recoveries, %u to their end", n, done);
}

static GBytes *
read_slot (House *house, int slot)
{
  g_autofree char *path = g_strdup_printf ("%s/kek.%d", house->folder, slot);
  char *bytes = NULL;
  gsize size = 0;

  g_file_get_contents (path, &bytes, &size, NULL); /* NULL where it was never made */
  return g_bytes_new_take (bytes, size);
}

static void G_GNUC_UNUSED
assert_refuses_to_swap (House *house, const char *pragma)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&house->place, FALSE, &err);
  g_autoptr (GBytes) first = read_slot (house, 0);
  g_autoptr (GBytes) second = read_slot (house, 1);
  g_autoptr (GBytes) first_after = NULL;
  g_autoptr (GBytes) second_after = NULL;
  gint64 changes = house_count (house, "PRAGMA data_version");

  g_assert_no_error (err);
  g_assert_true (foyer_db_script (db, pragma, &err));
  g_assert_false (foyer_swap (&db, FOYER_SWAP_NOW, -1, NINE_O_CLOCK, &err));
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_FAILED);
  g_assert_cmpint (house_count (house, "PRAGMA data_version"), ==, changes);
  first_after = read_slot (house, 0);
  second_after = read_slot (house, 1);
  g_assert_true (g_bytes_equal (first_after, first));
  g_assert_true (g_bytes_equal (second_after, second));
}

static void
test_a_store_that_may_lose_a_commit_is_not_swapped (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  /* Given a key that was swapped once, so that both slots have been used */
  foyer_store_swap (house->store, FOYER_SWAP_NOW, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);

  /* When a journal may come back after a power cut, then nothing changes */
  assert_refuses_to_swap (house, "PRAGMA synchronous = FULL");
  assert_refuses_to_swap (house, "PRAGMA synchronous = OFF");
  assert_refuses_to_swap (house, "PRAGMA journal_mode = TRUNCATE");
  assert_refuses_to_swap (house, "PRAGMA journal_mode = MEMORY");
  foyer_store_swap (house->store, FOYER_SWAP_NOW, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/swap fault/a call that fails in a swap costs nothing",
              test_a_call_that_fails_in_a_swap_costs_nothing);
  HOUSE_TEST ("/swap fault/a call that fails in a recovery costs nothing",
              test_a_call_that_fails_in_a_recovery_costs_nothing);
  HOUSE_TEST ("/swap fault/a store that may lose a COMMIT is not swapped",
              test_a_store_that_may_lose_a_commit_is_not_swapped);
  return g_test_run ();
}

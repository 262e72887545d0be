/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-crash"

/* Whatever happens to a process that seals, forgets and swaps: what lives opens, what was erased is
 * gone, and one key is held. */

#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "crash.h"
#include "privacy/vault.h"
#include "vault/holder.h"

/* Of one at a time, and of two at once. */
#define KILLS 30
#define LONG_KILLS 1000
#define KILLS_EACH 4 /* between two looks */
#define DEEDS_A_LIFE 12

#define TOGETHER_SECONDS 3
#define LONG_TOGETHER_SECONDS 300

#define UNLOCKED_ROUNDS 40
#define UNLOCKED_SWAPS 15

/* Larger ones are a sanitizer's own. */
#define LARGEST_REGION (64 * 1024 * 1024)

/* A keeper that `timeout` kills with -9 at some moment: in its start, in its recovery, or in one of
 * the first deeds. */
static GSubprocess *
start_and_kill (House *house, int nth, double seconds)
{
  g_autofree char *after = g_strdup_printf ("%.4f", seconds);
  g_autofree char *words = g_strdup_printf ("work %d 60", g_test_rand_int_range (0, G_MAXINT32));
  const char *const wrap[] = { "timeout", "-s", "KILL", after, NULL };

  return keeper_start (house, nth, NULL, wrap, words);
}

/* The moments follow what happened, so that they lie among as many deeds on any disk. */
static double
adapt (double typical, guint deeds)
{
  return CLAMP (deeds > DEEDS_A_LIFE ? typical * 0.9 : typical * 1.1, 0.01, 0.3 * CRASH_SLOWER);
}

static void
kill_often (House *house, int at_once)
{
  g_autoptr (Ledger) ledger = ledger_new ();
  guint kills = (crash_is_long () ? LONG_KILLS : KILLS) / CRASH_SLOWER;
  double typical = 0.05 * CRASH_SLOWER;

  for (guint i = 0; i < kills; i += (guint) at_once) {
    GSubprocess *keepers[2];
    guint before = ledger->done;

    for (int nth = 0; nth < at_once; nth++)
      keepers[nth] =
          start_and_kill (house, nth, g_test_rand_double_range (0.002, 2 * typical + 0.002));
    for (int nth = 0; nth < at_once; nth++) {
      keeper_finish (house, ledger, nth, keepers[nth]);
      g_object_unref (keepers[nth]);
    }
    g_assert_cmpstr (ledger->problem, ==, NULL);
    if (i % KILLS_EACH < (guint) at_once)
      crash_assert_nothing_is_lost (house, ledger);
    typical = adapt (typical, (ledger->done - before) / (guint) at_once);
  }
  crash_assert_nothing_is_lost (house, ledger);
  crash_assert_trail_is_whole (house);
  g_test_message ("%u kills: %u acknowledged, of these %u swaps; %u visits live",
                  kills,
                  ledger->done,
                  ledger->swaps,
                  ledger_count (ledger));
  g_assert_cmpuint (ledger->done, >, kills / 2);
  if (kills >= KILLS)
    g_assert_cmpuint (ledger->swaps, >, 0);
}

static void
test_whoever_is_killed_leaves_what_was_acknowledged (House *house, gconstpointer unused)
{
  kill_often (house, 1);
}

static void
test_two_that_are_killed_leave_what_was_acknowledged (House *house, gconstpointer unused)
{
  kill_often (house, 2);
}

static void
test_two_at_once_lose_nothing_for_each_other (House *house, gconstpointer unused)
{
  g_autoptr (Ledger) ledger = ledger_new ();
  int seconds = crash_is_long () ? LONG_TOGETHER_SECONDS : TOGETHER_SECONDS;
  g_autofree char *first = g_strdup_printf ("work 1 %d", seconds);
  g_autofree char *second = g_strdup_printf ("work 2 %d", seconds);
  g_autoptr (GSubprocess) one = keeper_start (house, 0, NULL, NULL, first);
  g_autoptr (GSubprocess) other = keeper_start (house, 1, NULL, NULL, second);
  guint looks = 0;

  /* While both work, whoever reads finds everything whole */
  for (; g_subprocess_get_identifier (one) != NULL; looks++) {
    crash_assert_undamaged (house);
    g_main_context_iteration (NULL, FALSE);
  }

  keeper_finish (house, ledger, 0, one);
  keeper_finish (house, ledger, 1, other);
  g_assert_cmpstr (ledger->problem, ==, NULL);
  g_assert_true (g_subprocess_get_successful (one));
  g_assert_true (g_subprocess_get_successful (other));
  crash_assert_nothing_is_lost (house, ledger);
  crash_assert_trail_is_whole (house);
  g_test_message ("%u acknowledged, of these %u swaps; %u looks; %u visits live",
                  ledger->done,
                  ledger->swaps,
                  looks,
                  ledger_count (ledger));
  g_assert_cmpuint (ledger->swaps, >, 2);
}

/* Returns whether the store still opens. */
static gboolean
opens (House *house)
{
  g_autoptr (FoyerStore) fresh = foyer_store_new (&house->place);
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();
  g_autoptr (GError) err = NULL;

  foyer_store_do_wait (fresh, house->administrator, &foyer_privacy_check_records, search, &err);
  if (err != NULL)
    g_test_message ("%s", err->message);
  return err == NULL && search->found->len == 0;
}

/* That the tests above can fail at all. */
static void
test_without_the_lock_two_swaps_lose_the_key (House *house, gconstpointer unused)
{
  const char *const env[] = { "FAULT_FOLDER", house->folder, "FAULT_KIND", "nolock",
                              "LD_PRELOAD",   FAULT,         NULL };
  g_autofree char *words = g_strdup_printf ("swap %d", UNLOCKED_SWAPS);
  guint rounds = 0;

  while (rounds < UNLOCKED_ROUNDS && opens (house)) {
    g_autoptr (Ledger) ledger = ledger_new ();
    g_autoptr (GSubprocess) one = keeper_start (house, 0, env, NULL, words);
    g_autoptr (GSubprocess) other = keeper_start (house, 1, env, NULL, words);

    keeper_finish (house, ledger, 0, one);
    keeper_finish (house, ledger, 1, other);
    rounds++;
  }
  g_test_message ("lost in round %u", rounds);
  g_assert_false (opens (house));
}

/* A key as nobody else in this process writes it: turned over, bit by bit. */
typedef struct {
  guint turned[FOYER_KEY_SIZE];
} Sought;

static Sought
seek_living_key (House *house)
{
  g_autoptr (GError) err = NULL;
  const FoyerHolderPlace *place = foyer_vault_place (house->desk->vault, &err);
  int slot = crash_is_held (house, 0) ? 0 : 1;
  FoyerSecret secret = { 0 };
  Sought sought;

  g_assert_no_error (err);
  g_assert_true (foyer_holder_file.load (place, slot, &secret, &err));
  g_assert_cmpint (secret.state, ==, FOYER_SLOT_FULL);
  for (guint i = 0; i < FOYER_KEY_SIZE; i++)
    sought.turned[i] = secret.kek[i] ^ 0xff;
  sodium_memzero (&secret, sizeof secret);
  return sought;
}

static guint
count_in (const guint8 *bytes, gsize size, const Sought *sought)
{
  guint found = 0;

  for (gsize at = 0; at + FOYER_KEY_SIZE <= size; at++) {
    gsize same = 0;

    while (same < FOYER_KEY_SIZE && bytes[at + same] == (sought->turned[same] ^ 0xff))
      same++;
    found += same == FOYER_KEY_SIZE;
  }
  return found;
}

/* How often it stands in this process's memory: on its heap, its stacks, in its locked block. */
static guint
count_in_memory (const Sought *sought)
{
  g_autofree char *maps = NULL;
  g_auto (GStrv) lines = NULL;
  int memory = open ("/proc/self/mem", O_RDONLY | O_CLOEXEC);
  guint found = 0;

  g_assert_cmpint (memory, >=, 0);
  g_file_get_contents ("/proc/self/maps", &maps, NULL, NULL);
  lines = g_strsplit (maps, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    guint64 begin;
    guint64 end;
    g_autofree guint8 *bytes = NULL;
    gssize size;

    if (sscanf (*line, "%" G_GINT64_MODIFIER "x-%" G_GINT64_MODIFIER "x rw", &begin, &end) != 2
        || strstr (*line, " rw") == NULL || end - begin > LARGEST_REGION)
      continue;
    bytes = g_malloc (end - begin);
    size = pread (memory, bytes, end - begin, (off_t) begin);
    if (size > 0)
      found += count_in (bytes, (gsize) size, sought);
    sodium_memzero (bytes, end - begin);
  }
  close (memory);
  return found;
}

static void
on_changed (FoyerStore *store, gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
test_what_others_forget_is_forgotten_here (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  g_autoptr (Ledger) ledger = ledger_new ();
  g_autoptr (GSubprocess) keeper = NULL;
  Sought old = seek_living_key (house);
  gboolean changed = FALSE;
  gint64 swapped_at;
  gulong handler;

  /* Given a kiosk that has the key in memory, once, and waits for visitors */
  foyer_vault_forget (house->desk->vault);
  g_assert_cmpuint (count_in_memory (&old), ==, 1);
  foyer_store_watch (house->store);
  handler = g_signal_connect (house->store, "changed", G_CALLBACK (on_changed), &changed);

  /* When another process swaps it */
  keeper = keeper_start (house, 0, NULL, NULL, "swap 1");
  keeper_finish (house, ledger, 0, keeper);
  g_assert_cmpuint (ledger->swaps, ==, 1);
  swapped_at = g_get_monotonic_time ();

  /* Then within a second no byte of it is left here, though nobody asked for anything */
  while (count_in_memory (&old) > 0) {
    g_assert_cmpint (g_get_monotonic_time () - swapped_at, <, G_USEC_PER_SEC * CRASH_SLOWER);
    g_main_context_iteration (NULL, FALSE);
  }
  while (!changed)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (house->store, handler);

  /* And work goes on with the new one */
  ledger_add (ledger, ada);
  crash_assert_nothing_is_lost (house, ledger);
  while (G_OBJECT (house->store)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/crash/whoever is killed leaves what was acknowledged",
              test_whoever_is_killed_leaves_what_was_acknowledged);
  HOUSE_TEST ("/crash/two that are killed leave what was acknowledged",
              test_two_that_are_killed_leave_what_was_acknowledged);
  HOUSE_TEST ("/crash/two at once lose nothing for each other",
              test_two_at_once_lose_nothing_for_each_other);
  HOUSE_TEST ("/crash/without the lock two swaps lose the key",
              test_without_the_lock_two_swaps_lose_the_key);
  HOUSE_TEST ("/crash/what others forget is forgotten here",
              test_what_others_forget_is_forgotten_here);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store's key goes from a file to a TPM and back, and whoever carries it is killed at each
 * step. */

#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "foyer-test.h"
#include "store/swap.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "vault/tpm-fixture.h"

/* At how many steps who changes the holder is killed, unless it is all of them. */
#ifdef __SANITIZE_ADDRESS__
#define KILLS 4
#else
#define KILLS 15
#endif

/* A house whose machine has a TPM. */
typedef struct {
  House house;
  TpmRoom room;
  FoyerStorePlace place;
  FoyerVisit *ada;
} Machine;

static void
set_up (Machine *machine, gconstpointer unused)
{
  house_set_up (&machine->house, NULL);
  tpm_room_set_up (&machine->room, NULL);
  machine->place = machine->house.place;
  machine->place.tpm = machine->room.tpm;
  machine->ada = house_sign_in (&machine->house, "Ada", NINE_O_CLOCK);
}

static void
tear_down (Machine *machine, gconstpointer unused)
{
  g_object_unref (machine->ada);
  tpm_room_tear_down (&machine->room, NULL);
  house_tear_down (&machine->house, NULL);
}

static gboolean
swap (const FoyerStorePlace *place, FoyerSwapWhen when, int holder, GError **error)
{
  g_autoptr (FoyerDb) db = foyer_db_open (place, FALSE, error);

  return db != NULL && foyer_swap (&db, when, holder, NINE_O_CLOCK, error);
}

static FoyerHolderKind
holder_of (Machine *machine)
{
  return house_count (&machine->house, "SELECT holder FROM vault");
}

/* How many slots of that holder are not empty. */
static int
count_held (Machine *machine, FoyerHolderKind kind)
{
  g_autoptr (FoyerVault) vault = foyer_vault_new (machine->house.folder, machine->room.tpm, NULL);
  const FoyerHolderPlace *place = foyer_vault_place (vault, NULL);
  int held = 0;

  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    g_autoptr (GError) err = NULL;
    FoyerSecret secret = { 0 };

    foyer_holder_get (kind)->load (place, slot, &secret, &err);
    g_assert_no_error (err);
    held += secret.state != FOYER_SLOT_EMPTY;
  }
  return held;
}

/* Ada's visit opens on a new connection, and one key is held, by whom the row names. */
static void
assert_whole (Machine *machine)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = NULL;
  g_autoptr (FoyerVisit) found = NULL;
  FoyerHolderKind living;

  swap (&machine->place, FOYER_SWAP_NEVER, -1, &err);
  g_assert_no_error (err);
  db = foyer_db_open (&machine->place, FALSE, &err);
  g_assert_no_error (err);
  g_assert_true (foyer_vault_row_begin (db, &err));
  g_assert_true (foyer_visits_find (db, foyer_visit_get_id (machine->ada), &found, &err));
  g_assert_cmpstr (foyer_visit_get_name (found), ==, "Ada");
  living = holder_of (machine);
  g_assert_cmpint (count_held (machine, living), ==, 1);
  g_assert_cmpint (count_held (machine, 1 - living), ==, 0);
}

static void
test_the_key_goes_to_the_tpm_and_back (Machine *machine, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (swap (&machine->place, FOYER_SWAP_NEVER, FOYER_HOLDER_TPM, &err));
  g_assert_no_error (err);
  g_assert_cmpint (holder_of (machine), ==, FOYER_HOLDER_TPM);
  assert_whole (machine);

  g_assert_true (swap (&machine->place, FOYER_SWAP_NOW, -1, &err));
  assert_whole (machine);

  g_assert_true (swap (&machine->place, FOYER_SWAP_NEVER, FOYER_HOLDER_FILE, &err));
  g_assert_cmpint (holder_of (machine), ==, FOYER_HOLDER_FILE);
  assert_whole (machine);
}

/* The change, in a process that is traced: no lock of this one's is shared with it. */
static pid_t
begin_change (Machine *machine, FoyerHolderKind to)
{
  pid_t child = fork ();
  int status;

  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    prctl (PR_SET_PDEATHSIG, SIGKILL);
    ptrace (PTRACE_TRACEME, 0, NULL, NULL);
    raise (SIGSTOP);
    _exit (swap (&machine->place, FOYER_SWAP_NEVER, to, NULL) ? 0 : 1);
  }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSTOPPED (status));
  return child;
}

/* Lets it go on for so many entries into the kernel and returns from it, and kills it then; whether
 * it was at its end before. */
static gboolean
kill_after (pid_t child, guint stops, guint *stopped)
{
  int status;
  int signal = 0;

  for (*stopped = 0; *stopped < stops; ++*stopped) {
    g_assert_cmpint (ptrace (PTRACE_SYSCALL, child, NULL, GINT_TO_POINTER (signal)), ==, 0);
    g_assert_cmpint (waitpid (child, &status, 0), ==, child);
    if (WIFEXITED (status)) {
      g_assert_cmpint (WEXITSTATUS (status), ==, 0);
      return TRUE;
    }
    signal = WSTOPSIG (status) == SIGTRAP ? 0 : WSTOPSIG (status);
  }
  kill (child, SIGKILL);
  waitpid (child, &status, 0);
  return FALSE;
}

/* At every step with the long figures, else at some of them, evenly spread. */
static void
change_and_kill (Machine *machine, FoyerHolderKind to)
{
  guint steps;
  guint stride;
  guint rounds = 0;
  gboolean ended = kill_after (begin_change (machine, to), G_MAXUINT, &steps);

  g_assert_true (ended);
  assert_whole (machine);
  stride = g_getenv ("FOYER_TEST_LONG") != NULL ? 1 : steps / KILLS;
  for (guint at = 1; at < steps; at += stride, rounds++) {
    g_autoptr (GError) err = NULL;
    guint stopped;

    swap (&machine->place, FOYER_SWAP_NEVER, 1 - to, &err);
    g_assert_no_error (err);
    kill_after (begin_change (machine, to), at, &stopped);
    /* in place of the kernel's resource manager, which ends the sessions of who was killed */
    tpm_room_switch_on (&machine->room, "first");
    assert_whole (machine);
  }
  g_test_message ("%u steps, killed at %u of them", steps, rounds);
}

static void
test_who_carries_it_to_the_tpm_may_be_killed_at_each_step (Machine *machine, gconstpointer unused)
{
  change_and_kill (machine, FOYER_HOLDER_TPM);
}

static void
test_who_carries_it_back_may_be_killed_at_each_step (Machine *machine, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (swap (&machine->place, FOYER_SWAP_NEVER, FOYER_HOLDER_TPM, &err));
  change_and_kill (machine, FOYER_HOLDER_FILE);
}

/* The sentence that somebody reads who starts Foyer now. */
static char *
refusal (Machine *machine)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (swap (&machine->place, FOYER_SWAP_NOW, -1, &err));
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS);
  g_assert_nonnull (strstr (err->message, "The vault"));
  return g_strdup (err->message);
}

static void
test_an_absent_a_cleared_and_a_replaced_tpm_are_told_apart_and_nothing_is_destroyed (
    Machine *machine,
    gconstpointer unused)
{
  g_autofree char *absent = NULL;
  g_autofree char *cleared = NULL;

  g_assert_true (swap (&machine->place, FOYER_SWAP_NEVER, FOYER_HOLDER_TPM, NULL));
  tpm_room_switch_off (&machine->room);
  absent = refusal (machine);
  g_assert_nonnull (strstr (absent, "no TPM answers"));
  tpm_room_switch_on (&machine->room, "another");
  cleared = refusal (machine);
  g_assert_nonnull (strstr (cleared, "cleared, or is another one"));

  /* When its own is back, all is as it was */
  tpm_room_switch_on (&machine->room, "first");
  assert_whole (machine);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Machine, NULL, set_up, func, tear_down)
  ADD ("/holder-change/there-and-back", test_the_key_goes_to_the_tpm_and_back);
  ADD ("/holder-change/killed-there", test_who_carries_it_to_the_tpm_may_be_killed_at_each_step);
  ADD ("/holder-change/killed-back", test_who_carries_it_back_may_be_killed_at_each_step);
  ADD ("/holder-change/tpm-gone",
       test_an_absent_a_cleared_and_a_replaced_tpm_are_told_apart_and_nothing_is_destroyed);
#undef ADD
  return g_test_run ();
}

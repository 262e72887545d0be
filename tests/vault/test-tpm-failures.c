/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a TPM refuses once in ten years: one that is real, before which some calls fail. The store's
 * first slot has a secret that lives, and everything else is done to its second one. */

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <tss2/tss2_tctildr.h>

#include "tpm-faults.h"
#include "tpm-fixture.h"

/* As it comes through the kernel's resource manager; of the first session, handle or parameter. */
#define MANAGED(rc) (TSS2_RESMGR_TPM_RC_LAYER | (rc))
#define OF_SESSION(rc) ((rc) + TPM2_RC_S + TPM2_RC_1)
#define OF_HANDLE(rc) ((rc) + TPM2_RC_H + TPM2_RC_1)
#define OF_PARAMETER(rc) ((rc) + TPM2_RC_P + TPM2_RC_1)

#define PAUSES_MAX 8
#define WAITED_MAX_US (10 * G_USEC_PER_SEC)

/* What is done to the second slot. */
enum {
  CREATE = 1,
  LOAD = 2,
  DESTROY = 4,
};
#define ALL (CREATE | LOAD | DESTROY)

static const FoyerHolder *const holder = &foyer_holder_tpm;

typedef struct {
  TpmRoom room;
  FoyerSecret living;
} Store;

static FoyerSecret
load (Store *store, int slot)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { 0 };
  gboolean done = holder->load (&store->room.place, slot, &secret, &err);

  g_assert_no_error (err);
  g_assert_true (done);
  return secret;
}

static void
assert_lives (Store *store)
{
  FoyerSecret secret = load (store, 0);

  g_assert_cmpint (secret.state, ==, FOYER_SLOT_FULL);
  g_assert_cmpmem (secret.id, FOYER_ID_SIZE, store->living.id, FOYER_ID_SIZE);
  g_assert_cmpmem (secret.kek, FOYER_KEY_SIZE, store->living.kek, FOYER_KEY_SIZE);
}

static gboolean
does (Store *store, int deed, GError **error)
{
  FoyerSecret secret = { 0 };

  if (deed == CREATE)
    return holder->create (&store->room.place, 1, error);
  if (deed == DESTROY)
    return holder->destroy (&store->room.place, 1, error);
  if (holder->load (&store->room.place, 1, &secret, error))
    return TRUE;
  g_assert_cmpint (secret.state, ==, FOYER_SLOT_EMPTY);
  g_assert_true (sodium_is_zero (secret.kek, FOYER_KEY_SIZE));
  return FALSE;
}

static void
assert_works (Store *store, int deed)
{
  g_autoptr (GError) err = NULL;
  gboolean done = does (store, deed, &err);

  g_assert_no_error (err);
  g_assert_true (done);
  tpm_mend ();
  g_assert_cmpint (load (store, 1).state, ==, deed == DESTROY ? FOYER_SLOT_EMPTY : FOYER_SLOT_FULL);
}

static void
assert_fails (Store *store, int deed, FoyerVaultError code, const char *said)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (does (store, deed, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, (int) code);
  g_assert_nonnull (strstr (err->message, said));
  g_assert_cmpint (tpm_faults.calls, >=, tpm_faults.nth);
}

/* What is broken makes it fail, which destroys nothing, and it works once it is mended. */
static void
assert_fails_once (Store *store, int deed, FoyerVaultError code, const char *said)
{
  assert_fails (store, deed, code, said);
  tpm_mend ();
  assert_lives (store);
  assert_works (store, deed);
  assert_lives (store);
}

static void
set_up_empty (Store *store, gconstpointer unused)
{
  tpm_mend ();
  tpm_room_set_up (&store->room, unused);
}

static void
set_up (Store *store, gconstpointer unused)
{
  set_up_empty (store, unused);
  g_assert_true (holder->create (&store->room.place, 0, NULL));
  store->living = load (store, 0);
}

static void
tear_down (Store *store, gconstpointer unused)
{
  tpm_mend ();
  tpm_room_tear_down (&store->room, unused);
}

static void
undefine (Store *store, int slot)
{
  TpmIndex index = tpm_index_open (&store->room, slot);

  TPM_OK (Esys_NV_UndefineSpace (index.esys, ESYS_TR_RH_OWNER, index.nv, PASSWORD, NONE, NONE));
  tpm_index_close (&index);
}

typedef struct {
  TpmCall what;
  int nth;
  TSS2_RC rc;
  int deeds;
} Failure;

#define EACH_FAILS_ONCE(store, failures, code, said)                                               \
  assert_each_fails_once (store, failures, G_N_ELEMENTS (failures), FOYER_VAULT_ERROR_##code, said)

static void
assert_each_fails_once (Store *store,
                        const Failure *failures,
                        gsize n,
                        FoyerVaultError code,
                        const char *said)
{
  for (gsize i = 0; i < n; i++) {
    for (int deed = CREATE; deed <= DESTROY; deed <<= 1) {
      if ((failures[i].deeds & deed) == 0)
        continue;
      assert_works (store, CREATE);
      tpm_break (failures[i].what, failures[i].nth, TPM_REFUSES, failures[i].rc);
      assert_fails_once (store, deed, code, said);
    }
  }
}

static void
test_a_tpm_that_refuses_destroys_nothing (Store *store, gconstpointer unused)
{
  static const Failure failures[] = {
    { TPM_INITIALIZE, 1, TSS2_ESYS_RC_MEMORY, ALL },
    { TPM_CREATE_PRIMARY, 1, TPM2_RC_FAILURE, ALL },
    { TPM_CREATE_PRIMARY, 1, TPM2_RC_OBJECT_MEMORY, ALL },
    { TPM_START_SESSION, 1, TPM2_RC_SESSION_HANDLES, ALL },
    { TPM_FROM_PUBLIC, 1, TPM2_RC_FAILURE, ALL },
    { TPM_FROM_PUBLIC, 2, MANAGED (TPM2_RC_FAILURE), ALL },
    { TPM_SET_AUTH, 1, TSS2_ESYS_RC_BAD_TR, ALL },
    { TPM_SET_AUTH, 2, TSS2_ESYS_RC_BAD_TR, ALL },
    { TPM_READ, 1, TPM2_RC_FAILURE, ALL },
    { TPM_READ, 1, TSS2_ESYS_RC_RSP_AUTH_FAILED, ALL },
    { TPM_READ, 1, TPM2_RC_NV_UNINITIALIZED, CREATE },
    { TPM_READ, 2, TPM2_RC_FAILURE, DESTROY },
    { TPM_WRITE, 1, TPM2_RC_FAILURE, CREATE | DESTROY },
    { TPM_WRITE, 1, MANAGED (TPM2_RC_NV_LOCKED), CREATE | DESTROY },
  };

  EACH_FAILS_ONCE (store, failures, FAILED, "the TPM refuses: ");
}

static void
test_a_line_that_is_cut_is_no_tpm (Store *store, gconstpointer unused)
{
  static const Failure failures[] = {
    { TPM_CREATE_PRIMARY, 1, TSS2_TCTI_RC_NO_CONNECTION, ALL },
    { TPM_START_SESSION, 1, TSS2_TCTI_RC_IO_ERROR, ALL },
    { TPM_FROM_PUBLIC, 2, TSS2_TCTI_RC_IO_ERROR, ALL },
    { TPM_READ, 1, TSS2_TCTI_RC_IO_ERROR, ALL },
    { TPM_READ, 2, TSS2_TCTI_RC_IO_ERROR, DESTROY },
    { TPM_WRITE, 1, TSS2_TCTI_RC_MALFORMED_RESPONSE, CREATE | DESTROY },
  };

  EACH_FAILS_ONCE (store, failures, NO_TPM, "no TPM answers at swtpm:");
}

static void
test_a_tpm_that_the_value_does_not_open_is_another_one (Store *store, gconstpointer unused)
{
  static const Failure failures[] = {
    { TPM_READ, 1, OF_SESSION (TPM2_RC_AUTH_FAIL), ALL },
    { TPM_READ, 1, MANAGED (OF_SESSION (TPM2_RC_BAD_AUTH)), ALL },
    { TPM_READ, 1, TPM2_RC_NV_AUTHORIZATION, ALL },
    { TPM_READ, 1, TPM2_RC_NV_RANGE, ALL },
    { TPM_READ, 1, OF_HANDLE (TPM2_RC_HANDLE), ALL },
    { TPM_WRITE, 1, OF_SESSION (TPM2_RC_AUTH_FAIL), CREATE | DESTROY },
  };

  EACH_FAILS_ONCE (store, failures, TPM_EMPTY, "it ");
}

/* The index is there, and the TPM says that it is not. */
static void
test_a_tpm_that_denies_what_it_holds_gets_nothing_new (Store *store, gconstpointer unused)
{
  tpm_break (TPM_FROM_PUBLIC, 1, TPM_REFUSES, OF_PARAMETER (TPM2_RC_HANDLE));
  assert_fails_once (store, CREATE, FOYER_VAULT_ERROR_FAILED, "the TPM refuses: ");
}

static const TSS2_RC busy[] = {
  TPM2_RC_RETRY,    TPM2_RC_NV_RATE, TPM2_RC_NV_UNAVAILABLE,    TPM2_RC_YIELDED,
  TPM2_RC_CANCELED, TPM2_RC_TESTING, MANAGED (TPM2_RC_NV_RATE),
};
static const TpmCall patient[] = { TPM_CREATE_PRIMARY, TPM_START_SESSION, TPM_FROM_PUBLIC,
                                   TPM_DEFINE,         TPM_READ,          TPM_WRITE };

static void
test_a_tpm_that_is_busy_is_asked_again (Store *store, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (busy); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (patient); j++) {
      if (patient[j] == TPM_DEFINE)
        undefine (store, 1);
      tpm_break (patient[j], 1, TPM_REFUSES, busy[i]);
      g_assert_true (does (store, CREATE, NULL));
      g_assert_cmpint (tpm_faults.calls, >=, 2);
      g_assert_cmpint (tpm_faults.pauses, ==, 1);
      tpm_mend ();
      g_assert_cmpint (load (store, 1).state, ==, FOYER_SLOT_FULL);
    }
  }
  assert_lives (store);
}

static void
test_a_tpm_that_stays_busy_is_given_up (Store *store, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (busy); i++) {
    for (gsize j = 0; j < G_N_ELEMENTS (patient); j++) {
      if (patient[j] == TPM_DEFINE)
        undefine (store, 1);
      tpm_break (patient[j], 1, TPM_REFUSES, busy[i]);
      tpm_faults.times = G_MAXINT;
      assert_fails (store, CREATE, FOYER_VAULT_ERROR_NO_TPM, "is busy");
      g_assert_cmpint (tpm_faults.calls, ==, PAUSES_MAX + 1);
      g_assert_cmpint (tpm_faults.pauses, ==, PAUSES_MAX);
      g_assert_cmpint (tpm_faults.waited, <, WAITED_MAX_US);
      tpm_mend ();
      assert_lives (store);
      assert_works (store, CREATE);
    }
  }
}

static void
test_what_is_read_in_part_is_no_secret (Store *store, gconstpointer unused)
{
  for (int deed = CREATE; deed <= DESTROY; deed <<= 1) {
    assert_works (store, CREATE);
    tpm_break (TPM_READ, 1, TPM_CUTS, 0);
    assert_fails_once (store, deed, FOYER_VAULT_ERROR_FAILED, "the TPM refuses: ");
  }
}

static void
test_what_is_read_back_otherwise_was_not_written (Store *store, gconstpointer unused)
{
  /* given a TPM that gives back another byte, then no secret is made, and none is destroyed */
  tpm_break (TPM_READ, 1, TPM_CHANGES, 0);
  assert_fails_once (store, CREATE, FOYER_VAULT_ERROR_FAILED, "gives back another key");
  tpm_break (TPM_READ, 2, TPM_CHANGES, 0);
  assert_fails_once (store, DESTROY, FOYER_VAULT_ERROR_FAILED, "gives back another key");

  /* and one that is loaded is torn, until the TPM gives back the right one */
  tpm_break (TPM_READ, 1, TPM_CHANGES, 0);
  g_assert_cmpint (load (store, 0).state, ==, FOYER_SLOT_TORN);
  assert_lives (store);
}

static void
test_an_answer_that_is_lost_is_a_failure (Store *store, gconstpointer unused)
{
  static const int writes[] = { CREATE, DESTROY };

  /* given that a secret is written, and nobody hears of it: it is not said to be there, or gone */
  for (gsize i = 0; i < G_N_ELEMENTS (writes); i++) {
    tpm_break (TPM_WRITE, 1, TPM_LOSES, TSS2_TCTI_RC_IO_ERROR);
    assert_fails_once (store, writes[i], FOYER_VAULT_ERROR_NO_TPM, "no TPM answers");
  }

  /* nor an index, which the next try finds */
  undefine (store, 1);
  tpm_break (TPM_DEFINE, 1, TPM_LOSES, TSS2_TCTI_RC_IO_ERROR);
  assert_fails_once (store, CREATE, FOYER_VAULT_ERROR_NO_TPM, "no TPM answers");
}

static void
test_a_tpm_that_is_not_taken_leave_of_has_done_its_work (Store *store, gconstpointer unused)
{
  static const struct {
    TpmCall what;
    int nth;
  } leaves[] = { { TPM_STIR, 1 }, { TPM_FLUSH, 1 }, { TPM_FLUSH, 2 } };

  for (gsize i = 0; i < G_N_ELEMENTS (leaves); i++) {
    tpm_break (leaves[i].what, leaves[i].nth, TPM_REFUSES, TPM2_RC_FAILURE);
    assert_works (store, CREATE);
  }
  assert_lives (store);
}

static void
assert_not_in_use (Store *store)
{
  g_assert_false (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &store->room.place));
}

static GBytes *
get_new_auth (Store *store)
{
  g_autofree char *path = g_strconcat (store->room.auth, ".new", NULL);
  char *bytes = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  return g_bytes_new_take (bytes, size);
}

/* An index that a try has left is opened by the value that it was left with. */
static void
test_a_first_try_that_fails_is_gone_on_with (Store *store, gconstpointer unused)
{
  static const struct {
    TpmCall what;
    TpmHow how;
    const char *said;
  } tries[] = {
    { TPM_DEFINE, TPM_REFUSES, "the TPM refuses: " }, /* it is full */
    { TPM_DEFINE, TPM_LOSES, "the TPM refuses: " },   /* the first index is there */
    { TPM_DEFINE, TPM_REFUSES, "the TPM refuses: " }, /* the second is not */
    { TPM_WRITE, TPM_REFUSES, "the TPM refuses: " },
    { TPM_FILE, TPM_REFUSES, "written: the disk is full" }, /* under its final name */
  };
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  /* given a disk that is full, then the TPM is given nothing */
  tpm_break (TPM_FILE, 1, TPM_REFUSES, 0);
  assert_fails (store, CREATE, FOYER_VAULT_ERROR_FAILED, "written: the disk is full");
  assert_not_in_use (store);

  /* given a value on the disk, and a try that fails after the other, then none is in use */
  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++) {
    tpm_break (tries[i].what, 1, tries[i].how, TPM2_RC_NV_SPACE);
    assert_fails (store, CREATE, FOYER_VAULT_ERROR_FAILED, tries[i].said);
    assert_not_in_use (store);
    if (before == NULL)
      before = get_new_auth (store);
  }

  /* when one does not, then it is with the first try's value */
  assert_works (store, CREATE);
  after = tpm_room_get_auth (&store->room);
  g_assert_true (g_bytes_equal (before, after));
}

static void
change_owner (Store *store, const char *before, const char *after)
{
  TPM2B_AUTH old = { .size = strlen (before) };
  TPM2B_AUTH new = { .size = strlen (after) };
  TSS2_TCTI_CONTEXT *tcti = NULL;
  ESYS_CONTEXT *esys = NULL;

  memcpy (old.buffer, before, old.size);
  memcpy (new.buffer, after, new.size);
  TPM_OK (Tss2_TctiLdr_Initialize (store->room.tpm, &tcti));
  TPM_OK (Esys_Initialize (&esys, tcti, NULL));
  TPM_OK (Esys_TR_SetAuth (esys, ESYS_TR_RH_OWNER, &old));
  TPM_OK (Esys_HierarchyChangeAuth (esys, ESYS_TR_RH_OWNER, PASSWORD, NONE, NONE, &new));
  Esys_Finalize (&esys);
  Tss2_TctiLdr_Finalize (&tcti);
}

static void
test_an_owner_password_is_said (Store *store, gconstpointer unused)
{
  static const char said[] = "the TPM has an owner password: it takes no key";

  /* given a TPM with an owner's password, then it is made no holder */
  change_owner (store, "", "secret");
  assert_fails (store, CREATE, FOYER_VAULT_ERROR_FAILED, said);
  assert_not_in_use (store);

  /* as one that says the same in other words */
  tpm_break (TPM_DEFINE, 1, TPM_REFUSES, MANAGED (OF_SESSION (TPM2_RC_AUTH_FAIL)));
  assert_fails (store, CREATE, FOYER_VAULT_ERROR_FAILED, said);
  tpm_mend ();

  /* but once it is one, it does not need it */
  change_owner (store, "secret", "");
  assert_works (store, CREATE);
  change_owner (store, "", "secret");
  assert_works (store, LOAD);
  assert_works (store, DESTROY);
  assert_works (store, CREATE);
}

static void
test_a_value_that_cannot_be_read_is_said (Store *store, gconstpointer unused)
{
  static const gsize sizes[] = { 0, AUTH_SIZE - 1, AUTH_SIZE + 1 };
  g_autofree char *aside = g_strconcat (store->room.auth, ".aside", NULL);
  g_autofree char *new_path = g_strconcat (store->room.auth, ".new", NULL);
  static const char bytes[AUTH_SIZE + 1] = { 0 };

  /* given a store whose value is a folder, or has another length */
  g_assert_cmpint (g_rename (store->room.auth, aside), ==, 0);
  g_assert_cmpint (g_mkdir (store->room.auth, 0700), ==, 0);
  for (int deed = CREATE; deed <= DESTROY; deed <<= 1)
    assert_fails (store, deed, FOYER_VAULT_ERROR_FAILED, "tpm.auth cannot be read");
  g_assert_cmpint (g_rmdir (store->room.auth), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_assert_true (g_file_set_contents (store->room.auth, bytes, sizes[i], NULL));
    for (int deed = CREATE; deed <= DESTROY; deed <<= 1)
      assert_fails (store, deed, FOYER_VAULT_ERROR_FAILED, "tpm.auth is damaged");
  }
  g_assert_cmpint (g_unlink (store->room.auth), ==, 0);

  /* or is one that a try has left: there is no holder then, and none is made */
  g_assert_cmpint (g_mkdir (new_path, 0700), ==, 0);
  assert_fails (store, CREATE, FOYER_VAULT_ERROR_FAILED, "tpm.auth cannot be read");
  assert_not_in_use (store);
  g_assert_cmpint (g_rmdir (new_path), ==, 0);

  /* then all is there when the file is back */
  g_assert_cmpint (g_rename (aside, store->room.auth), ==, 0);
  assert_lives (store);
  assert_works (store, CREATE);
}

static void
test_a_value_that_ends_in_zero_is_drawn_again (Store *store, gconstpointer unused)
{
  g_autoptr (GBytes) value = NULL;
  const guint8 *bytes;

  tpm_break (TPM_CHANCE, 1, TPM_REFUSES, 0);
  assert_works (store, CREATE);
  value = tpm_room_get_auth (&store->room);
  bytes = g_bytes_get_data (value, NULL);
  g_assert_cmpint (bytes[AUTH_SIZE - 1], !=, 0);
}

#define ADD(name, begin, test)                                                                     \
  g_test_add ("/vault/tpm-failures/" name, Store, NULL, begin, test, tear_down)

int
main (int argc, char *argv[])
{
  g_assert_cmpint (sodium_init (), >=, 0);
  g_test_init (&argc, &argv, NULL);
  ADD ("refuses", set_up, test_a_tpm_that_refuses_destroys_nothing);
  ADD ("cut", set_up, test_a_line_that_is_cut_is_no_tpm);
  ADD ("another", set_up, test_a_tpm_that_the_value_does_not_open_is_another_one);
  ADD ("denies", set_up, test_a_tpm_that_denies_what_it_holds_gets_nothing_new);
  ADD ("busy", set_up, test_a_tpm_that_is_busy_is_asked_again);
  ADD ("stays-busy", set_up, test_a_tpm_that_stays_busy_is_given_up);
  ADD ("part", set_up, test_what_is_read_in_part_is_no_secret);
  ADD ("otherwise", set_up, test_what_is_read_back_otherwise_was_not_written);
  ADD ("lost", set_up, test_an_answer_that_is_lost_is_a_failure);
  ADD ("leave", set_up, test_a_tpm_that_is_not_taken_leave_of_has_done_its_work);
  ADD ("first-try", set_up_empty, test_a_first_try_that_fails_is_gone_on_with);
  ADD ("owner", set_up_empty, test_an_owner_password_is_said);
  ADD ("value", set_up, test_a_value_that_cannot_be_read_is_said);
  ADD ("zero", set_up_empty, test_a_value_that_ends_in_zero_is_drawn_again);
  return g_test_run ();
}

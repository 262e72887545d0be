/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tpm-fixture.h"

/* Where a secret's checksum begins. */
#define SUM_AT 48

static const FoyerHolder *const holder = &foyer_holder_tpm;

static void
destroy (const FoyerHolderPlace *place, int slot)
{
  g_autoptr (GError) err = NULL;
  gboolean done = holder->destroy (place, slot, &err);

  g_assert_no_error (err);
  g_assert_true (done);
}

static FoyerSecret
load (const FoyerHolderPlace *place, int slot)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { 0 };
  gboolean done = holder->load (place, slot, &secret, &err);

  g_assert_no_error (err);
  g_assert_true (done);
  return secret;
}

static FoyerSecret
create (const FoyerHolderPlace *place, int slot)
{
  g_autoptr (GError) err = NULL;
  gboolean done = holder->create (place, slot, &err);

  g_assert_no_error (err);
  g_assert_true (done);
  return load (place, slot);
}

static void
assert_state (const FoyerHolderPlace *place, int slot, FoyerSlotState state)
{
  g_assert_cmpint (load (place, slot).state, ==, state);
}

static void
assert_holds (const FoyerHolderPlace *place, int slot, const FoyerSecret *expected)
{
  FoyerSecret secret = load (place, slot);

  g_assert_cmpint (secret.state, ==, FOYER_SLOT_FULL);
  g_assert_cmpmem (secret.id, FOYER_ID_SIZE, expected->id, FOYER_ID_SIZE);
  g_assert_cmpmem (secret.kek, FOYER_KEY_SIZE, expected->kek, FOYER_KEY_SIZE);
}

static void
assert_differ (const FoyerSecret *a, const FoyerSecret *b)
{
  g_assert_cmpint (memcmp (a->id, b->id, FOYER_ID_SIZE), !=, 0);
  g_assert_cmpint (memcmp (a->kek, b->kek, FOYER_KEY_SIZE), !=, 0);
}

static void
assert_not_created (const FoyerHolderPlace *place, FoyerVaultError code)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (holder->create (place, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, (int) code);
}

/* Both slots refuse, to be read and to be destroyed. */
static void
assert_refused (const FoyerHolderPlace *place, FoyerVaultError code)
{
  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    g_autoptr (GError) load_err = NULL;
    g_autoptr (GError) destroy_err = NULL;
    FoyerSecret secret = { 0 };

    g_assert_false (holder->load (place, slot, &secret, &load_err));
    g_assert_error (load_err, FOYER_VAULT_ERROR, (int) code);
    g_assert_cmpint (secret.state, ==, FOYER_SLOT_EMPTY);
    g_assert_false (holder->destroy (place, slot, &destroy_err));
    g_assert_error (destroy_err, FOYER_VAULT_ERROR, (int) code);
  }
}

static void
set_auth (TpmRoom *room, gconstpointer bytes, gssize size)
{
  g_assert_true (g_file_set_contents (room->auth, bytes, size, NULL));
}

static void
test_what_was_created_is_loaded_again (TpmRoom *room, gconstpointer unused)
{
  guint8 bytes[SIZE];
  guint8 sum[SIZE - SUM_AT];
  guint8 kek[FOYER_KEY_SIZE];
  FoyerSecret secret;

  /* given a TPM that was never made a holder */
  g_assert_false (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &room->place));
  assert_state (&room->place, 0, FOYER_SLOT_EMPTY);
  destroy (&room->place, 0);

  /* when a secret is made, and the power is cut */
  secret = create (&room->place, 0);
  tpm_room_switch_on (room, "first");

  /* then it is there again, and laid out as it is written down */
  assert_holds (&room->place, 0, &secret);
  g_assert_true (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &room->place));
  tpm_index_read (room, 0, bytes);
  crypto_generichash (sum, sizeof sum, bytes, SUM_AT, NULL, 0);
  crypto_generichash (kek, sizeof kek, bytes, SUM_AT, room->place.pepper, FOYER_KEY_SIZE);
  g_assert_cmpmem (bytes, FOYER_ID_SIZE, secret.id, FOYER_ID_SIZE);
  g_assert_cmpmem (bytes + SUM_AT, sizeof sum, sum, sizeof sum);
  g_assert_cmpmem (kek, sizeof kek, secret.kek, FOYER_KEY_SIZE);
}

static void
test_the_slots_are_independent (TpmRoom *room, gconstpointer unused)
{
  FoyerSecret first;
  FoyerSecret second;

  /* given a secret in one slot: the other one is empty, though it is defined */
  first = create (&room->place, 0);
  assert_state (&room->place, 1, FOYER_SLOT_EMPTY);

  /* when the other one is made, both are there, and differ */
  second = create (&room->place, 1);
  assert_holds (&room->place, 0, &first);
  assert_differ (&first, &second);

  /* when the first is destroyed, the other one stays */
  destroy (&room->place, 0);
  assert_state (&room->place, 0, FOYER_SLOT_EMPTY);
  assert_holds (&room->place, 1, &second);
}

static void
test_what_was_destroyed_is_gone (TpmRoom *room, gconstpointer unused)
{
  guint8 bytes[SIZE];
  FoyerSecret first;
  FoyerSecret second;

  /* given a secret, when it is destroyed, twice, and the power is cut */
  first = create (&room->place, 0);
  destroy (&room->place, 0);
  destroy (&room->place, 0);
  tpm_room_switch_on (room, "first");

  /* then the slot is empty, and the TPM has zeros in its place */
  assert_state (&room->place, 0, FOYER_SLOT_EMPTY);
  tpm_index_read (room, 0, bytes);
  g_assert_true (sodium_is_zero (bytes, SIZE));

  /* and the next one is another */
  second = create (&room->place, 0);
  assert_differ (&first, &second);
}

static void
test_a_cleared_tpm_says_so (TpmRoom *room, gconstpointer unused)
{
  /* given a secret, when the TPM is cleared */
  create (&room->place, 0);
  tpm_room_switch_on (room, "cleared");

  /* then that is an error, and nothing is defined by looking */
  assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);
  assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);

  /* but a new secret can be made */
  create (&room->place, 0);
  assert_state (&room->place, 0, FOYER_SLOT_FULL);
}

static void
test_an_absent_tpm_says_so (TpmRoom *room, gconstpointer unused)
{
  FoyerHolderPlace nowhere = { .folder = room->folder, .tpm = "device:/nowhere/tpmrm0" };
  g_autoptr (GError) err = NULL;
  FoyerSecret secret;

  /* given a secret, when the TPM is gone */
  secret = create (&room->place, 0);
  tpm_room_switch_off (room);

  /* then that is an error, which is not that of an empty one */
  assert_refused (&room->place, FOYER_VAULT_ERROR_NO_TPM);
  assert_not_created (&room->place, FOYER_VAULT_ERROR_NO_TPM);
  g_assert_false (holder->destroy (&nowhere, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_NO_TPM);
  g_assert_cmpstr (err->message, ==, "no TPM answers at device:/nowhere/tpmrm0");

  /* and when it is back, so is the secret */
  tpm_room_switch_on (room, "first");
  assert_holds (&room->place, 0, &secret);
}

static void
test_a_try_without_a_tpm_leaves_no_holder (TpmRoom *room, gconstpointer unused)
{
  /* given no TPM, when one is to be made a holder */
  tpm_room_switch_off (room);
  assert_not_created (&room->place, FOYER_VAULT_ERROR_NO_TPM);

  /* then none is asked for the secret from now on */
  g_assert_false (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &room->place));
  assert_state (&room->place, 0, FOYER_SLOT_EMPTY);
  destroy (&room->place, 0);

  /* and the next try can succeed */
  tpm_room_switch_on (room, "first");
  create (&room->place, 0);
  assert_state (&room->place, 0, FOYER_SLOT_FULL);
}

static void
test_another_tpm_says_so (TpmRoom *room, gconstpointer unused)
{
  FoyerSecret secret;

  /* given a secret, when the TPM is another store's */
  create (&room->place, 0);
  tpm_room_switch_on (room, "another");
  secret = create (&room->other, 0);

  /* then that is an error, and the other store's secret is left alone */
  assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);
  assert_not_created (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);
  assert_holds (&room->other, 0, &secret);
}

static void
test_a_changed_value_opens_nothing (TpmRoom *room, gconstpointer unused)
{
  FoyerSecret secret = create (&room->place, 0);
  g_autoptr (GBytes) value = tpm_room_get_auth (room);
  g_autofree char *changed = g_memdup2 (g_bytes_get_data (value, NULL), AUTH_SIZE);

  /* given a secret, when a bit of the authorisation value is changed */
  changed[7] ^= 0x10;
  set_auth (room, changed, AUTH_SIZE);

  /* then nothing opens, however often it is tried */
  for (int i = 0; i < 3; i++)
    assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);

  /* nor with a part of it, which is the file's fault */
  set_auth (room, changed, AUTH_SIZE / 2);
  assert_refused (&room->place, FOYER_VAULT_ERROR_FAILED);
  set_auth (room, changed, 0);
  assert_refused (&room->place, FOYER_VAULT_ERROR_FAILED);

  /* and the TPM has not locked out who has the right one */
  set_auth (room, g_bytes_get_data (value, NULL), AUTH_SIZE);
  assert_holds (&room->place, 0, &secret);
}

static void
test_a_changed_bit_makes_a_torn_secret (TpmRoom *room, gconstpointer unused)
{
  static const int places[] = { 0, FOYER_ID_SIZE, SUM_AT - 1, SUM_AT, SIZE - 1 };
  guint8 bytes[SIZE];

  /* given a secret */
  create (&room->place, 1);
  tpm_index_read (room, 1, bytes);

  /* when any bit of it is changed, then it is no secret */
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    bytes[places[i]] ^= 0x20;
    tpm_index_write (room, 1, bytes);
    assert_state (&room->place, 1, FOYER_SLOT_TORN);
    bytes[places[i]] ^= 0x20;
  }

  /* and it can be destroyed */
  destroy (&room->place, 1);
  assert_state (&room->place, 1, FOYER_SLOT_EMPTY);
}

static void
test_a_crash_in_the_first_creation_is_mended (TpmRoom *room, gconstpointer unused)
{
  FoyerSecret first = create (&room->place, 0);
  g_autofree char *new_name = g_strconcat (room->auth, ".new", NULL);
  g_autoptr (GBytes) before = tpm_room_get_auth (room);
  g_autoptr (GBytes) after = NULL;
  TpmIndex index = tpm_index_open (room, 1);

  /* given one of the two indices, then the other slot is empty */
  TPM_OK (Esys_NV_UndefineSpace (index.esys, ESYS_TR_RH_OWNER, index.nv, PASSWORD, NONE, NONE));
  tpm_index_close (&index);
  assert_state (&room->place, 1, FOYER_SLOT_EMPTY);
  destroy (&room->place, 1);
  assert_holds (&room->place, 0, &first);

  /* given the file under its first name, then no TPM is asked */
  g_assert_cmpint (g_rename (room->auth, new_name), ==, 0);
  assert_state (&room->place, 0, FOYER_SLOT_EMPTY);

  /* when a secret is made, then it is with the value that the index has */
  create (&room->place, 1);
  after = tpm_room_get_auth (room);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_false (g_file_test (new_name, G_FILE_TEST_EXISTS));
  assert_holds (&room->place, 0, &first);
}

static void
test_the_pepper_changes_the_key_but_not_its_id (TpmRoom *room, gconstpointer unused)
{
  FoyerHolderPlace peppered = room->place;
  FoyerSecret plain;
  FoyerSecret secret;

  /* given a secret, when there is another pepper */
  plain = create (&room->place, 0);
  peppered.pepper[0] = 1;
  secret = load (&peppered, 0);

  /* then the key is another one, of the same name */
  g_assert_cmpmem (plain.id, FOYER_ID_SIZE, secret.id, FOYER_ID_SIZE);
  g_assert_cmpint (memcmp (plain.kek, secret.kek, FOYER_KEY_SIZE), !=, 0);
}

static void
test_the_index_and_the_file_are_private (TpmRoom *room, gconstpointer unused)
{
  mode_t mask = umask (0);
  TPM2B_NV_PUBLIC *found;
  struct stat st;
  TpmIndex index;

  /* given a careless umask, when a secret is made */
  create (&room->place, 0);
  umask (mask);

  /* then only the owner can read the file */
  g_assert_cmpint (stat (room->auth, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 07777, ==, 0600);

  /* and the index can be used by its value only, which is never locked out */
  index = tpm_index_open (room, 0);
  TPM_OK (Esys_NV_ReadPublic (index.esys, index.nv, NONE, NONE, NONE, &found, NULL));
  g_assert_cmphex (found->nvPublic.attributes & ~TPMA_NV_WRITTEN,
                   ==,
                   TPMA_NV_AUTHREAD | TPMA_NV_AUTHWRITE | TPMA_NV_NO_DA);
  Esys_Free (found);
  tpm_index_close (&index);
}

static void
test_the_bus_shows_nothing (TpmRoom *room, gconstpointer unused)
{
  static const guint8 name[] = { 0x01, 0x80, 0x56, 0x00 };
  FoyerSecret secret = create (&room->place, 0);
  g_autoptr (GBytes) value = tpm_room_get_auth (room);
  gconstpointer auth = g_bytes_get_data (value, NULL);
  guint8 bytes[SIZE];

  /* given a TPM whose bus is listened to, when a secret was made and loaded,
   * then the commands were seen, but neither the secret nor what opens it */
  g_assert_true (tpm_room_bus_showed (room, name, sizeof name));
  g_assert_false (tpm_room_bus_showed (room, secret.id, FOYER_ID_SIZE));
  g_assert_false (tpm_room_bus_showed (room, auth, AUTH_SIZE));

  /* as they are when they go over it without a session */
  tpm_index_read (room, 0, bytes);
  g_assert_true (tpm_room_bus_showed (room, secret.id, FOYER_ID_SIZE));
  g_assert_true (tpm_room_bus_showed (room, auth, AUTH_SIZE));
}

static void
test_failures_are_not_written_to_stderr (TpmRoom *room, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (room->folder, "stderr", NULL);
  g_autofree char *written = NULL;
  int kept = dup (STDERR_FILENO);

  /* given that what goes to stderr is kept, when all goes wrong */
  g_assert_nonnull (freopen (path, "w", stderr));
  create (&room->place, 0);
  tpm_room_switch_on (room, "another");
  assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);
  create (&room->other, 0);
  assert_refused (&room->place, FOYER_VAULT_ERROR_TPM_EMPTY);
  tpm_room_switch_off (room);
  assert_refused (&room->place, FOYER_VAULT_ERROR_NO_TPM);
  fflush (stderr);
  dup2 (kept, STDERR_FILENO);
  close (kept);

  /* then nothing is there: the error says it all */
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, "");
}

#define ADD(name, test)                                                                            \
  g_test_add ("/vault/tpm/" name, TpmRoom, NULL, tpm_room_set_up, test, tpm_room_tear_down)

int
main (int argc, char *argv[])
{
  g_assert_cmpint (sodium_init (), >=, 0);
  g_test_init (&argc, &argv, NULL);
  ADD ("loaded", test_what_was_created_is_loaded_again);
  ADD ("slots", test_the_slots_are_independent);
  ADD ("destroyed", test_what_was_destroyed_is_gone);
  ADD ("cleared", test_a_cleared_tpm_says_so);
  ADD ("absent", test_an_absent_tpm_says_so);
  ADD ("no-holder", test_a_try_without_a_tpm_leaves_no_holder);
  ADD ("another", test_another_tpm_says_so);
  ADD ("value", test_a_changed_value_opens_nothing);
  ADD ("torn", test_a_changed_bit_makes_a_torn_secret);
  ADD ("crash", test_a_crash_in_the_first_creation_is_mended);
  ADD ("pepper", test_the_pepper_changes_the_key_but_not_its_id);
  ADD ("private", test_the_index_and_the_file_are_private);
  ADD ("bus", test_the_bus_shows_nothing);
  ADD ("stderr", test_failures_are_not_written_to_stderr);
  return g_test_run ();
}

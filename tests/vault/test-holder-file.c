/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two files that hold the one secret which is overwritten. */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>

#include "vault/lock.h"
#include "vault/vault.h"

#define SIZE 65536

typedef struct {
  char *folder;
  FoyerHolderPlace place;
  char *paths[FOYER_HOLDER_SLOTS];
} Shelf;

static void
set_up (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  gboolean has_pepper = TRUE;

  g_unsetenv ("CREDENTIALS_DIRECTORY");
  shelf->folder = g_dir_make_tmp ("foyer-holder-XXXXXX", &err);
  g_assert_no_error (err);
  shelf->place.folder = shelf->folder;
  g_assert_true (foyer_holder_read_pepper (shelf->place.pepper, &has_pepper, &err));
  g_assert_no_error (err);
  g_assert_false (has_pepper);
  shelf->paths[0] = g_build_filename (shelf->folder, "kek.0", NULL);
  shelf->paths[1] = g_build_filename (shelf->folder, "kek.1", NULL);
}

static void
tear_down (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GDir) dir = g_dir_open (shelf->folder, 0, NULL);
  const char *name;

  g_unsetenv ("CREDENTIALS_DIRECTORY");
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (shelf->folder, name, NULL);

    g_remove (path);
  }
  g_rmdir (shelf->folder);
  g_free (shelf->paths[0]);
  g_free (shelf->paths[1]);
  g_free (shelf->folder);
}

static void
create (Shelf *shelf, int slot)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_holder_file.create (&shelf->place, slot, &err));
  g_assert_no_error (err);
}

static void
destroy (Shelf *shelf, int slot)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_holder_file.destroy (&shelf->place, slot, &err));
  g_assert_no_error (err);
}

static FoyerSecret
load (Shelf *shelf, int slot)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { .state = FOYER_SLOT_TORN };

  g_assert_true (foyer_holder_file.load (&shelf->place, slot, &secret, &err));
  g_assert_no_error (err);
  return secret;
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) err = NULL;
  char *bytes;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &err);
  g_assert_no_error (err);
  return g_bytes_new_take (bytes, size);
}

static void
write_file (const char *path, gconstpointer bytes, gsize size)
{
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, bytes, size, &err);
  g_assert_no_error (err);
}

static void
test_a_new_secret_is_64_kib_that_hash_to_the_kek (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GBytes) bytes = NULL;
  const guint8 *data;
  guint8 pepper[32];
  guint8 kek[32];
  FoyerSecret secret;
  struct stat st;

  create (shelf, 1);
  secret = load (shelf, 1);
  bytes = read_file (shelf->paths[1]);
  data = g_bytes_get_data (bytes, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, SIZE);

  crypto_generichash (pepper, 32, (const guint8 *) "foyer-kek-1", 11, NULL, 0);
  crypto_generichash (kek, 32, data, SIZE, pepper, 32);
  g_assert_cmpint (secret.state, ==, FOYER_SLOT_FULL);
  g_assert_cmpmem (secret.id, sizeof secret.id, data, 16);
  g_assert_cmpmem (secret.kek, sizeof secret.kek, kek, sizeof kek);

  g_assert_cmpint (g_stat (shelf->paths[1], &st), ==, 0);
  g_assert_cmpint (st.st_mode, ==, S_IFREG | 0600);
  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
}

/* Each of its blocks is random, and each of its bytes counts. */
static void
test_a_secret_that_misses_one_block_is_another_one (Shelf *shelf, gconstpointer unused)
{
  FoyerSecret right;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree guint8 *lost = NULL;

  create (shelf, 0);
  right = load (shelf, 0);
  bytes = read_file (shelf->paths[0]);
  lost = g_memdup2 (g_bytes_get_data (bytes, NULL), SIZE);
  for (gsize at = 0; at < SIZE; at += 512) {
    guint8 block[512];
    FoyerSecret secret;

    memcpy (block, lost + at, sizeof block);
    g_assert_false (sodium_is_zero (block, sizeof block));
    memset (lost + at, 0, sizeof block);
    write_file (shelf->paths[0], lost, SIZE);
    memcpy (lost + at, block, sizeof block);
    secret = load (shelf, 0);
    g_assert_cmpint (secret.state, ==, FOYER_SLOT_FULL);
    g_assert_cmpint (memcmp (secret.kek, right.kek, sizeof right.kek), !=, 0);
  }
}

static void
test_the_file_is_overwritten_and_never_replaced (Shelf *shelf, gconstpointer unused)
{
  FoyerSecret first;
  FoyerSecret second;
  g_autoptr (GBytes) zeros = NULL;
  struct stat made;
  struct stat st;

  create (shelf, 0);
  first = load (shelf, 0);
  g_assert_cmpint (g_stat (shelf->paths[0], &made), ==, 0);
  g_assert_cmpint (g_chmod (shelf->paths[0], 0644), ==, 0);

  create (shelf, 0);
  second = load (shelf, 0);
  g_assert_cmpint (memcmp (first.id, second.id, sizeof first.id), !=, 0);
  g_assert_cmpint (memcmp (first.kek, second.kek, sizeof first.kek), !=, 0);
  g_assert_cmpint (g_stat (shelf->paths[0], &st), ==, 0);
  g_assert_cmpuint (st.st_ino, ==, made.st_ino);
  g_assert_cmpint (st.st_mode, ==, S_IFREG | 0600);

  destroy (shelf, 0);
  zeros = read_file (shelf->paths[0]);
  g_assert_cmpuint (g_bytes_get_size (zeros), ==, SIZE);
  g_assert_true (sodium_is_zero (g_bytes_get_data (zeros, NULL), SIZE));
  g_assert_cmpint (g_stat (shelf->paths[0], &st), ==, 0);
  g_assert_cmpuint (st.st_ino, ==, made.st_ino);
  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
}

static void
test_a_slot_says_whether_it_is_empty_or_torn (Shelf *shelf, gconstpointer unused)
{
  static const gsize torn[] = { 1, 16, 64, 4096, SIZE - 1, SIZE + 1, 2 * SIZE };
  g_autofree guint8 *bytes = g_malloc0 (2 * SIZE);

  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
  destroy (shelf, 0); /* what was never made */
  g_assert_false (g_file_test (shelf->paths[0], G_FILE_TEST_EXISTS));

  write_file (shelf->paths[0], bytes, 0);
  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
  write_file (shelf->paths[0], bytes, SIZE);
  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);

  memset (bytes, 0xa5, 2 * SIZE);
  for (gsize i = 0; i < G_N_ELEMENTS (torn); i++) {
    write_file (shelf->paths[0], bytes, torn[i]);
    g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_TORN);
    destroy (shelf, 0);
    g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
    write_file (shelf->paths[0], bytes, torn[i]);
    create (shelf, 0);
    g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_FULL);
  }
}

/* None of the three does anything, and all say why. */
static void
assert_refused (Shelf *shelf, const char *why)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { 0 };

  g_assert_false (foyer_holder_file.load (&shelf->place, 0, &secret, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_nonnull (strstr (err->message, "The key file kek.0 cannot be "));
  g_assert_nonnull (strstr (err->message, why));
  g_assert_cmpint (secret.state, !=, FOYER_SLOT_FULL);
  g_clear_error (&err);
  g_assert_false (foyer_holder_file.create (&shelf->place, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_clear_error (&err);
  g_assert_false (foyer_holder_file.destroy (&shelf->place, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
}

static void
test_a_link_in_its_place_is_not_followed (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *victim = g_build_filename (shelf->folder, "victim", NULL);
  g_autoptr (GBytes) bytes = NULL;

  write_file (victim, "untouched", 9);
  g_assert_cmpint (symlink (victim, shelf->paths[0]), ==, 0);
  assert_refused (shelf, g_strerror (ELOOP));
  bytes = read_file (victim);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "untouched", 9);
}

static void
test_a_folder_in_its_place_is_left_alone (Shelf *shelf, gconstpointer unused)
{
  g_assert_cmpint (g_mkdir (shelf->paths[0], 0700), ==, 0);
  assert_refused (shelf, "cannot be used");
  g_assert_true (g_file_test (shelf->paths[0], G_FILE_TEST_IS_DIR));
}

/* Nobody waits for who might write into it. */
static void
test_a_pipe_in_its_place_is_left_alone (Shelf *shelf, gconstpointer unused)
{
  g_assert_cmpint (mkfifo (shelf->paths[0], 0600), ==, 0);
  assert_refused (shelf, "cannot be used");
}

static void
test_a_folder_that_is_gone_is_said (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *gone = g_build_filename (shelf->folder, "gone", NULL);
  g_autofree char *file = g_build_filename (shelf->folder, "file", NULL);

  shelf->place.folder = gone;
  g_assert_cmpint (load (shelf, 0).state, ==, FOYER_SLOT_EMPTY);
  destroy (shelf, 0);
  g_assert_false (foyer_holder_file.create (&shelf->place, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_nonnull (strstr (err->message, "The key file kek.0 cannot be made"));
  g_clear_error (&err);
  g_assert_cmpint (foyer_vault_lock (gone, &err), ==, -1);
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_MISSING);

  write_file (file, "", 0);
  shelf->place.folder = file;
  assert_refused (shelf, g_strerror (ENOTDIR));
}

static void
test_a_pepper_makes_another_kek_of_the_same_secret (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (shelf->folder, "foyer.pepper", NULL);
  g_autoptr (GError) err = NULL;
  gboolean has_pepper = FALSE;
  guint8 expected[32];
  FoyerSecret without;
  FoyerSecret with;

  create (shelf, 0);
  without = load (shelf, 0);
  g_setenv ("CREDENTIALS_DIRECTORY", shelf->folder, TRUE);

  /* Where the service manager gives other credentials only, there is none */
  g_assert_true (foyer_holder_read_pepper (shelf->place.pepper, &has_pepper, &err));
  g_assert_false (has_pepper);
  with = load (shelf, 0);
  g_assert_cmpmem (with.kek, 32, without.kek, 32);

  write_file (path, "short of sixteen", 15);
  g_assert_false (foyer_holder_read_pepper (shelf->place.pepper, &has_pepper, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_clear_error (&err);

  write_file (path, "\0sixteen of pepper\n", 20);
  g_assert_true (foyer_holder_read_pepper (shelf->place.pepper, &has_pepper, &err));
  g_assert_no_error (err);
  g_assert_true (has_pepper);
  crypto_generichash (expected, 32, (const guint8 *) "\0sixteen of pepper\n", 20, NULL, 0);
  g_assert_cmpmem (shelf->place.pepper, 32, expected, 32);
  with = load (shelf, 0);
  g_assert_cmpmem (with.id, 16, without.id, 16);
  g_assert_cmpint (memcmp (with.kek, without.kek, 32), !=, 0);
}

static void
test_a_pepper_that_cannot_be_read_is_said_and_not_left_out (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (shelf->folder, "foyer.pepper", NULL);
  g_autoptr (FoyerVault) vault = foyer_vault_new (shelf->folder, "device:/nowhere", NULL);
  g_autoptr (GError) err = NULL;
  gboolean has_pepper = TRUE;
  FoyerSecret secret;
  int slot;

  create (shelf, 0);
  secret = load (shelf, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  g_setenv ("CREDENTIALS_DIRECTORY", shelf->folder, TRUE);

  g_assert_false (foyer_holder_read_pepper (shelf->place.pepper, &has_pepper, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_nonnull (strstr (err->message, "foyer.pepper"));
  g_clear_error (&err);
  g_assert_false (
      foyer_vault_find_slot (vault, FOYER_HOLDER_FILE, secret.id, &slot, &secret, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_false (foyer_vault_has_pepper (vault));

  /* Once it can be read, the same vault has it */
  g_assert_cmpint (g_rmdir (path), ==, 0);
  write_file (path, "sixteen of pepper", 17);
  g_assert_true (foyer_vault_has_pepper (vault));
}

static void
test_a_vault_finds_the_slot_of_its_kek (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (FoyerVault) vault = foyer_vault_new (shelf->folder, "device:/nowhere", NULL);
  g_autoptr (GError) err = NULL;
  FoyerSecret secret = { 0 };
  guint8 ids[FOYER_HOLDER_SLOTS][FOYER_ID_SIZE];
  int slot;

  for (int i = 0; i < FOYER_HOLDER_SLOTS; i++) {
    create (shelf, i);
    memcpy (ids[i], load (shelf, i).id, FOYER_ID_SIZE);
  }
  for (int i = 0; i < FOYER_HOLDER_SLOTS; i++) {
    g_assert_true (foyer_vault_find_slot (vault, FOYER_HOLDER_FILE, ids[i], &slot, &secret, &err));
    g_assert_cmpint (slot, ==, i);
    foyer_vault_take (vault, &secret);
    g_assert_true (foyer_vault_is (vault, ids[i]));
  }
  destroy (shelf, 1);
  g_assert_false (foyer_vault_find_slot (vault, FOYER_HOLDER_FILE, ids[1], &slot, &secret, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_MISSING);
  g_assert_true (sodium_is_zero ((guint8 *) &secret, sizeof secret));
  g_clear_error (&err);
  g_assert_false (foyer_vault_has_pepper (vault));
  g_assert_false (foyer_vault_find_slot (vault, FOYER_HOLDER_TPM, ids[0], &slot, &secret, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_MISSING);
  g_assert_cmpstr (err->message, ==, "the TPM holds no key of this store");
  g_clear_error (&err);

  g_assert_cmpint (g_remove (shelf->paths[0]), ==, 0);
  g_assert_cmpint (symlink ("kek.1", shelf->paths[0]), ==, 0);
  g_assert_false (foyer_vault_find_slot (vault, FOYER_HOLDER_FILE, ids[0], &slot, &secret, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
}

static void
test_holders_are_found_by_name_and_number (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *auth = g_build_filename (shelf->folder, FOYER_HOLDER_TPM_FILE, NULL);
  FoyerHolderKind kind = FOYER_N_HOLDERS;

  g_assert_true (foyer_holder_get (FOYER_HOLDER_FILE) == &foyer_holder_file);
  g_assert_true (foyer_holder_get (FOYER_HOLDER_TPM) == &foyer_holder_tpm);
  g_assert_true (foyer_holder_find ("tpm", &kind));
  g_assert_cmpint (kind, ==, FOYER_HOLDER_TPM);
  g_assert_true (foyer_holder_find ("file", &kind));
  g_assert_cmpint (kind, ==, FOYER_HOLDER_FILE);
  g_assert_false (foyer_holder_find ("credential", &kind));
  g_assert_cmpint (kind, ==, FOYER_HOLDER_FILE);

  /* A TPM that was never made a holder is not touched */
  g_assert_true (foyer_holder_is_in_use (FOYER_HOLDER_FILE, &shelf->place));
  g_assert_false (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &shelf->place));
  write_file (auth, "", 0);
  g_assert_true (foyer_holder_is_in_use (FOYER_HOLDER_TPM, &shelf->place));
}

#define SHELF_TEST(path, func) g_test_add (path, Shelf, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  SHELF_TEST ("/holder-file/new", test_a_new_secret_is_64_kib_that_hash_to_the_kek);
  SHELF_TEST ("/holder-file/block", test_a_secret_that_misses_one_block_is_another_one);
  SHELF_TEST ("/holder-file/overwritten", test_the_file_is_overwritten_and_never_replaced);
  SHELF_TEST ("/holder-file/states", test_a_slot_says_whether_it_is_empty_or_torn);
  SHELF_TEST ("/holder-file/link", test_a_link_in_its_place_is_not_followed);
  SHELF_TEST ("/holder-file/folder", test_a_folder_in_its_place_is_left_alone);
  SHELF_TEST ("/holder-file/pipe", test_a_pipe_in_its_place_is_left_alone);
  SHELF_TEST ("/holder-file/gone", test_a_folder_that_is_gone_is_said);
  SHELF_TEST ("/holder-file/pepper", test_a_pepper_makes_another_kek_of_the_same_secret);
  SHELF_TEST ("/holder-file/no-pepper", test_a_pepper_that_cannot_be_read_is_said_and_not_left_out);
  SHELF_TEST ("/holder-file/slots", test_a_vault_finds_the_slot_of_its_kek);
  SHELF_TEST ("/holder-file/names", test_holders_are_found_by_name_and_number);
  return g_test_run ();
}

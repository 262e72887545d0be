/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a machine refuses once in ten years: the linker puts the functions below before the C
 * library's and libsodium's (--wrap), and the n-th call of one of them fails. */

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sodium.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "vault/lock.h"
#include "vault/password.h"
#include "vault/vault.h"

#define HALF -1  /* does half of it */
#define NONE -2  /* does nothing of it, and says so */
#define OTHER -3 /* a disk that gives back another byte */

/* What is to fail: the n-th call, from 1; 0: none. */
typedef struct {
  int nth;
  int how; /* errno, or one of the above */
  int calls;
} Fault;

enum {
  OPEN,
  PREAD,
  PWRITE,
  FSYNC,
  FSTAT,
  FCHMOD,
  FTRUNCATE,
  FALLOCATE,
  IOCTL,
  FLOCK,
  PWHASH,
  MALLOC,
  INIT,
  N_FAULTS
};

/* The machine that fails. The linker's functions are given nothing of ours: they have to know it by
 * its name. */
struct {
  Fault faults[N_FAULTS];
  gint64 pace;   /* what passes with each look at the clock, in us */
  gint64 passed; /* until now */
  int released;  /* a lock that is let go at the third try; -1: none */
} machine = { .released = -1 };

static void
mend (void)
{
  memset (machine.faults, 0, sizeof machine.faults);
  machine.pace = 0;
}

static void
break_at (int what, int nth, int how)
{
  mend ();
  machine.faults[what] = (Fault){ .nth = nth, .how = how };
}

static gboolean
fails (int what)
{
  if (++machine.faults[what].calls != machine.faults[what].nth)
    return FALSE;
  if (machine.faults[what].how > 0)
    errno = machine.faults[what].how;
  return TRUE;
}

#define WRAP(type, name, ...)                                                                      \
  type __real_##name (__VA_ARGS__);                                                                \
  type __wrap_##name (__VA_ARGS__);                                                                \
  type __wrap_##name (__VA_ARGS__)

WRAP (int, open64, const char *path, int flags, mode_t mode)
{
  return fails (OPEN) ? -1 : __real_open64 (path, flags, mode);
}

WRAP (ssize_t, pread64, int fd, void *bytes, size_t size, off_t at)
{
  ssize_t n;

  if (!fails (PREAD))
    return __real_pread64 (fd, bytes, size, at);
  if (machine.faults[PREAD].how > 0 || machine.faults[PREAD].how == NONE)
    return machine.faults[PREAD].how > 0 ? -1 : 0;
  n = __real_pread64 (fd, bytes, machine.faults[PREAD].how == HALF ? size / 2 : size, at);
  if (machine.faults[PREAD].how == OTHER)
    ((guint8 *) bytes)[n - 1] ^= 1;
  return n;
}

WRAP (ssize_t, pwrite64, int fd, const void *bytes, size_t size, off_t at)
{
  if (!fails (PWRITE))
    return __real_pwrite64 (fd, bytes, size, at);
  if (machine.faults[PWRITE].how == HALF)
    return __real_pwrite64 (fd, bytes, size / 2, at);
  return machine.faults[PWRITE].how == NONE ? 0 : -1;
}

WRAP (int, fsync, int fd)
{
  return fails (FSYNC) ? -1 : __real_fsync (fd);
}

WRAP (int, fstat64, int fd, struct stat *st)
{
  return fails (FSTAT) ? -1 : __real_fstat64 (fd, st);
}

WRAP (int, fchmod, int fd, mode_t mode)
{
  return fails (FCHMOD) ? -1 : __real_fchmod (fd, mode);
}

WRAP (int, ftruncate64, int fd, off_t size)
{
  return fails (FTRUNCATE) ? -1 : __real_ftruncate64 (fd, size);
}

/* This one says the number itself. */
WRAP (int, posix_fallocate64, int fd, off_t at, off_t size)
{
  return fails (FALLOCATE) ? machine.faults[FALLOCATE].how
                           : __real_posix_fallocate64 (fd, at, size);
}

WRAP (int, ioctl, int fd, unsigned long what, void *value)
{
  return fails (IOCTL) ? -1 : __real_ioctl (fd, what, value);
}

WRAP (int, flock, int fd, int how)
{
  if (machine.faults[FLOCK].calls == 2 && machine.released >= 0) {
    foyer_vault_unlock (machine.released);
    machine.released = -1;
  }
  return fails (FLOCK) ? -1 : __real_flock (fd, how);
}

WRAP (int,
      crypto_pwhash_str_alg,
      char *hash,
      const char *password,
      unsigned long long size,
      unsigned long long passes,
      size_t memory,
      int algorithm)
{
  return fails (PWHASH)
             ? -1
             : __real_crypto_pwhash_str_alg (hash, password, size, passes, memory, algorithm);
}

WRAP (void *, sodium_malloc, size_t size)
{
  return fails (MALLOC) ? NULL : __real_sodium_malloc (size);
}

WRAP (int, sodium_init, void)
{
  return fails (INIT) ? -1 : __real_sodium_init ();
}

WRAP (gint64, g_get_monotonic_time, void)
{
  machine.passed += machine.pace;
  return __real_g_get_monotonic_time () + machine.passed;
}

typedef struct {
  char *folder;
  FoyerHolderPlace place;
} Shelf;

static void
set_up (Shelf *shelf, gconstpointer unused)
{
  mend ();
  shelf->folder = g_dir_make_tmp ("foyer-holder-XXXXXX", NULL);
  g_assert_nonnull (shelf->folder);
  shelf->place.folder = shelf->folder;
}

static void
tear_down (Shelf *shelf, gconstpointer unused)
{
  static const char *const names[] = { "kek.0", "kek.1", "vault.lock" };

  mend ();
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (shelf->folder, names[i], NULL);

    g_remove (path);
  }
  g_assert_cmpint (g_rmdir (shelf->folder), ==, 0);
  g_free (shelf->folder);
}

static FoyerSlotState
state (Shelf *shelf)
{
  g_autoptr (GError) err = NULL;
  FoyerSecret secret;

  mend ();
  g_assert_true (foyer_holder_file.load (&shelf->place, 0, &secret, &err));
  g_assert_no_error (err);
  return secret.state;
}

/* What was broken makes @does fail, which says so, and works once it is mended. */
static void
assert_says (Shelf *shelf,
             gboolean (*does) (const FoyerHolderPlace *place, int slot, GError **error),
             const char *what,
             int number)
{
  g_autofree char *said =
      g_strdup_printf ("The key file kek.0 cannot be %s: %s", what, g_strerror (number));
  g_autoptr (GError) err = NULL;

  g_assert_false (does (&shelf->place, 0, &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_cmpstr (err->message, ==, said);
  g_clear_error (&err);

  mend ();
  g_assert_true (does (&shelf->place, 0, &err));
  g_assert_no_error (err);
}

static const struct {
  int what;
  int nth;
  int how;
  const char *said;
  int number;
} failures[] = {
  { OPEN, 1, EACCES, "opened", EACCES },  { OPEN, 1, EROFS, "opened", EROFS },
  { OPEN, 2, EMFILE, "written", EMFILE }, /* the folder, to sync it */
  { FSTAT, 1, EIO, "used", EINVAL },      { FSTAT, 2, EIO, "written", EIO },
  { FTRUNCATE, 1, EIO, "written", EIO },  { PWRITE, 1, ENOSPC, "written", ENOSPC },
  { PWRITE, 1, NONE, "written", EIO },    { FSYNC, 1, EIO, "written", EIO },
  { FSYNC, 2, EIO, "written", EIO }, /* of the folder */
  { PREAD, 1, EIO, "read back", EIO },    { PREAD, 1, OTHER, "read back", EIO },
  { PREAD, 1, NONE, "read back", EIO },
};

static void
test_a_secret_that_may_not_be_on_the_disk_was_not_made (Shelf *shelf, gconstpointer unused)
{
  break_at (FCHMOD, 1, EPERM);
  assert_says (shelf, foyer_holder_file.create, "made private", EPERM);
  g_assert_cmpint (state (shelf), ==, FOYER_SLOT_FULL);
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    break_at (failures[i].what, failures[i].nth, failures[i].how);
    assert_says (shelf, foyer_holder_file.create, failures[i].said, failures[i].number);
    g_assert_cmpint (state (shelf), ==, FOYER_SLOT_FULL);
  }
}

static void
test_a_full_disk_is_said_before_anything_is_written (Shelf *shelf, gconstpointer unused)
{
  break_at (FALLOCATE, 1, ENOSPC);
  assert_says (shelf, foyer_holder_file.create, "written", ENOSPC);
}

static void
test_a_secret_that_may_still_be_on_the_disk_was_not_destroyed (Shelf *shelf, gconstpointer unused)
{
  for (gsize i = 0; i < G_N_ELEMENTS (failures); i++) {
    g_autoptr (GError) err = NULL;

    mend ();
    g_assert_true (foyer_holder_file.create (&shelf->place, 0, &err));
    break_at (failures[i].what, failures[i].nth, failures[i].how);
    assert_says (shelf, foyer_holder_file.destroy, failures[i].said, failures[i].number);
    g_assert_cmpint (state (shelf), ==, FOYER_SLOT_EMPTY);
  }
}

static void
test_what_is_cut_or_interrupted_goes_on (Shelf *shelf, gconstpointer unused)
{
  static const struct {
    int what;
    int how;
  } cuts[] = { { PWRITE, HALF }, { PWRITE, EINTR }, { PREAD, HALF }, { PREAD, EINTR } };
  g_autoptr (GError) err = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cuts); i++) {
    break_at (cuts[i].what, 1, cuts[i].how);
    g_assert_true (foyer_holder_file.create (&shelf->place, 0, &err));
    g_assert_no_error (err);
    g_assert_cmpint (machine.faults[cuts[i].what].calls, >=, 2);
    g_assert_cmpint (state (shelf), ==, FOYER_SLOT_FULL);
  }
}

static void
test_a_slot_that_cannot_be_read_is_not_empty (Shelf *shelf, gconstpointer unused)
{
  static const int reads[] = { PREAD, OPEN, FSTAT };
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_holder_file.create (&shelf->place, 0, &err));
  for (gsize i = 0; i < G_N_ELEMENTS (reads); i++) {
    FoyerSecret secret = { .state = FOYER_SLOT_EMPTY };

    break_at (reads[i], 1, EIO);
    g_assert_false (foyer_holder_file.load (&shelf->place, 0, &secret, &err));
    g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
    g_clear_error (&err);
  }
}

/* Where copying on write cannot be switched off there is none: a secret is made all the same. */
static void
test_a_file_system_without_flags_will_do (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  break_at (IOCTL, 1, ENOTTY);
  g_assert_true (foyer_holder_file.create (&shelf->place, 0, &err));
  g_assert_no_error (err);
  g_assert_cmpint (machine.faults[IOCTL].calls, ==, 1);

  /* It is asked for in an empty file only: others do not take it any more */
  break_at (IOCTL, 0, 0);
  g_assert_true (foyer_holder_file.create (&shelf->place, 0, &err));
  g_assert_cmpint (machine.faults[IOCTL].calls, ==, 0);
}

static void
assert_kept (Shelf *shelf)
{
  g_autoptr (GError) err = NULL;

  machine.pace = G_USEC_PER_SEC;
  g_assert_cmpint (foyer_vault_lock (shelf->folder, &err), ==, -1);
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_nonnull (strstr (err->message, "vault.lock"));
  g_assert_true (g_str_has_suffix (err->message, "another program keeps it"));
  machine.pace = 0;
}

static int
take (Shelf *shelf)
{
  g_autoptr (GError) err = NULL;
  int lock = foyer_vault_lock (shelf->folder, &err);

  g_assert_no_error (err);
  g_assert_cmpint (lock, >=, 0);
  return lock;
}

static void
test_one_at_a_time_has_the_lock (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (shelf->folder, "vault.lock", NULL);
  struct stat st;
  int lock = take (shelf);

  g_assert_cmpint (g_stat (path, &st), ==, 0);
  g_assert_cmpint (st.st_mode, ==, S_IFREG | 0600);
  assert_kept (shelf);
  foyer_vault_unlock (lock);
  lock = take (shelf);
  assert_kept (shelf);
  foyer_vault_unlock (lock);
  foyer_vault_unlock (-1);
}

static void
test_who_waits_gets_the_lock_when_it_is_let_go (Shelf *shelf, gconstpointer unused)
{
  machine.released = take (shelf);
  machine.faults[FLOCK].calls = 0;
  foyer_vault_unlock (take (shelf));
  g_assert_cmpint (machine.released, ==, -1);
  g_assert_cmpint (machine.faults[FLOCK].calls, ==, 3);
}

static void
test_a_process_that_dies_lets_the_lock_go (Shelf *shelf, gconstpointer unused)
{
  int ready[2];
  char byte;
  pid_t child;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0) {
    if (foyer_vault_lock (shelf->folder, NULL) >= 0 && write (ready[1], "x", 1) == 1)
      pause ();
    _exit (1);
  }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  assert_kept (shelf);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  foyer_vault_unlock (take (shelf));
  close (ready[0]);
  close (ready[1]);
}

static void
test_a_lock_that_cannot_be_had_is_said (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *path = g_build_filename (shelf->folder, "vault.lock", NULL);
  g_autoptr (GError) err = NULL;

  break_at (FLOCK, 1, ENOLCK);
  g_assert_cmpint (foyer_vault_lock (shelf->folder, &err), ==, -1);
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_true (g_str_has_suffix (err->message, g_strerror (ENOLCK)));
  g_clear_error (&err);

  break_at (FLOCK, 1, EINTR);
  foyer_vault_unlock (take (shelf));
  g_assert_cmpint (machine.faults[FLOCK].calls, ==, 2);

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink ("kek.0", path), ==, 0);
  g_assert_cmpint (foyer_vault_lock (shelf->folder, &err), ==, -1);
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_assert_true (g_str_has_suffix (err->message, g_strerror (ELOOP)));
}

static void
test_a_machine_without_memory_or_chance_hashes_no_password (Shelf *shelf, gconstpointer unused)
{
  g_autofree char *hash = foyer_password_hash ("correct horse");

  break_at (PWHASH, 1, ENOMEM);
  g_assert_null (foyer_password_hash ("correct horse"));
  break_at (INIT, 1, ENOMEM);
  g_assert_null (foyer_password_hash ("correct horse"));
  break_at (INIT, 1, ENOMEM);
  g_assert_false (foyer_password_verify (hash, "correct horse"));
  foyer_password_wipe (g_strdup ("correct horse"));
  foyer_password_wipe (NULL);
}

static void
test_a_machine_without_memory_for_keys_says_so (Shelf *shelf, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerVault) vault = NULL;

  break_at (INIT, 1, ENOMEM);
  g_assert_null (foyer_vault_new (shelf->folder, "device:/nowhere", NULL));
  break_at (MALLOC, 1, ENOMEM);
  g_assert_null (foyer_vault_new (shelf->folder, "device:/nowhere", &err));
  g_assert_error (err, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_FAILED);
  g_clear_error (&err);
  vault = foyer_vault_new (shelf->folder, "device:/nowhere", &err);
  g_assert_no_error (err);
}

#define SHELF_TEST(path, func) g_test_add (path, Shelf, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (sodium_init (), >=, 0);
  SHELF_TEST ("/failures/create", test_a_secret_that_may_not_be_on_the_disk_was_not_made);
  SHELF_TEST ("/failures/full", test_a_full_disk_is_said_before_anything_is_written);
  SHELF_TEST ("/failures/destroy", test_a_secret_that_may_still_be_on_the_disk_was_not_destroyed);
  SHELF_TEST ("/failures/cut", test_what_is_cut_or_interrupted_goes_on);
  SHELF_TEST ("/failures/load", test_a_slot_that_cannot_be_read_is_not_empty);
  SHELF_TEST ("/failures/flags", test_a_file_system_without_flags_will_do);
  SHELF_TEST ("/failures/lock", test_one_at_a_time_has_the_lock);
  SHELF_TEST ("/failures/wait", test_who_waits_gets_the_lock_when_it_is_let_go);
  SHELF_TEST ("/failures/death", test_a_process_that_dies_lets_the_lock_go);
  SHELF_TEST ("/failures/no-lock", test_a_lock_that_cannot_be_had_is_said);
  SHELF_TEST ("/failures/memory", test_a_machine_without_memory_or_chance_hashes_no_password);
  SHELF_TEST ("/failures/keys", test_a_machine_without_memory_for_keys_says_so);
  return g_test_run ();
}

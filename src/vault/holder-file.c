/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-holder-file"

#include <errno.h>
#include <fcntl.h>
#include <linux/fs.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "vault/holder.h"

/* So much that one lost block loses the key, and that no inode or metadata journal holds it. */
#define SIZE 65536

static gboolean
refuse (GError **error, const char *does, int slot, int number)
{
  g_set_error (error,
               FOYER_VAULT_ERROR,
               FOYER_VAULT_ERROR_FAILED,
               "The key file kek.%d cannot be %s: %s",
               slot,
               does,
               g_strerror (number));
  return FALSE;
}

static char *
path_of (const FoyerHolderPlace *place, int slot)
{
  return g_strdup_printf ("%s/kek.%d", place->folder, slot);
}

/* Whatever stands there that is no file of our own is left alone. */
static int
open_slot (const FoyerHolderPlace *place, int slot, int flags, GError **error)
{
  g_autofree char *path = path_of (place, slot);
  int fd = open (path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
  struct stat st;

  if (fd < 0) {
    if (errno != ENOENT)
      refuse (error, "opened", slot, errno);
    return -1;
  }
  if (fstat (fd, &st) == 0 && S_ISREG (st.st_mode))
    return fd;
  close (fd);
  refuse (error, "used", slot, EINVAL);
  return -1;
}

static gboolean
write_all (int fd, const guint8 *bytes)
{
  gsize done = 0;

  while (done < SIZE) {
    gssize n = pwrite (fd, bytes + done, SIZE - done, done);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0) {
      errno = n == 0 ? EIO : errno;
      return FALSE;
    }
    done += n;
  }
  return fsync (fd) == 0;
}

/* At most one byte more than a secret has; -1 on an error. */
static gssize
read_all (int fd, guint8 *bytes)
{
  gsize done = 0;

  while (done < SIZE + 1) {
    gssize n = pread (fd, bytes + done, SIZE + 1 - done, done);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return -1;
    if (n == 0)
      break;
    done += n;
  }
  return done;
}

/* A file that is copied on write would leave what is overwritten where it was: the flag is taken
 * by an empty file only, and where the file system knows none it does not copy. */
static gboolean
prepare (int fd)
{
  struct stat st;
  int flags = 0;
  int number;

  if (fstat (fd, &st) != 0)
    return FALSE;
  if (st.st_size == 0 && ioctl (fd, FS_IOC_GETFLAGS, &flags) == 0) {
    flags |= FS_NOCOW_FL;
    ioctl (fd, FS_IOC_SETFLAGS, &flags);
  }
  number = st.st_size < SIZE ? posix_fallocate (fd, 0, SIZE) : 0;
  errno = number;
  return number == 0;
}

static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int number;
  gboolean done;

  if (fd < 0)
    return FALSE;
  done = fsync (fd) == 0;
  number = errno;
  close (fd);
  errno = number;
  return done;
}

/* After a failed fsync(2) the kernel may show what the disk does not have: zeros that are none. A
 * slot that is torn is destroyed once more. */
static gboolean
tear (int fd, int number)
{
  static const guint8 torn = 1;
  gssize unused = pwrite (fd, &torn, sizeof torn, 0);

  (void) unused;
  errno = number;
  return FALSE;
}

/* Writes it, and reads it back. */
static gboolean
put (const FoyerHolderPlace *place, int slot, int fd, const guint8 *bytes, GError **error)
{
  g_autofree guint8 *back = g_malloc (SIZE + 1);
  gboolean same;

  if (!prepare (fd) || ftruncate (fd, SIZE) != 0
      || !((write_all (fd, bytes) && sync_folder (place->folder)) || tear (fd, errno)))
    return refuse (error, "written", slot, errno);
  same = read_all (fd, back) == SIZE && memcmp (back, bytes, SIZE) == 0;
  sodium_memzero (back, SIZE + 1);
  return same || refuse (error, "read back", slot, EIO);
}

static gboolean
file_create (const FoyerHolderPlace *place, int slot, GError **error)
{
  g_autofree guint8 *bytes = g_malloc (SIZE);
  g_autoptr (GError) err = NULL;
  int fd = open_slot (place, slot, O_RDWR | O_CREAT, &err);
  gboolean done;

  if (fd < 0) {
    if (err == NULL)
      return refuse (error, "made", slot, ENOENT); /* its folder is gone */
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  randombytes_buf (bytes, SIZE);
  done = fchmod (fd, 0600) == 0 ? put (place, slot, fd, bytes, error)
                                : refuse (error, "made private", slot, errno);
  sodium_memzero (bytes, SIZE);
  close (fd);
  return done;
}

static void
take (const FoyerHolderPlace *place, FoyerSecret *secret, const guint8 *bytes, gssize size)
{
  if (size == 0 || (size == SIZE && sodium_is_zero (bytes, SIZE)))
    return;
  secret->state = FOYER_SLOT_TORN;
  if (size != SIZE)
    return;
  secret->state = FOYER_SLOT_FULL;
  memcpy (secret->id, bytes, FOYER_ID_SIZE);
  crypto_generichash (secret->kek, FOYER_KEY_SIZE, bytes, SIZE, place->pepper, FOYER_KEY_SIZE);
}

static gboolean
file_load (const FoyerHolderPlace *place, int slot, FoyerSecret *secret, GError **error)
{
  g_autofree guint8 *bytes = NULL;
  g_autoptr (GError) err = NULL;
  int fd = open_slot (place, slot, O_RDONLY, &err);
  gssize size;
  int number;

  secret->state = FOYER_SLOT_EMPTY;
  if (fd < 0) {
    if (err == NULL)
      return TRUE;
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  bytes = g_malloc (SIZE + 1);
  size = read_all (fd, bytes);
  number = errno;
  close (fd);
  if (size >= 0)
    take (place, secret, bytes, size);
  sodium_memzero (bytes, SIZE + 1);
  return size >= 0 || refuse (error, "read", slot, number);
}

static gboolean
file_destroy (const FoyerHolderPlace *place, int slot, GError **error)
{
  g_autofree guint8 *zeros = g_malloc0 (SIZE);
  g_autoptr (GError) err = NULL;
  int fd = open_slot (place, slot, O_RDWR, &err);
  gboolean done;

  if (fd < 0) {
    if (err == NULL)
      return TRUE; /* never made */
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  done = put (place, slot, fd, zeros, error);
  close (fd);
  return done;
}

const FoyerHolder foyer_holder_file = {
  .name = "file",
  .create = file_create,
  .load = file_load,
  .destroy = file_destroy,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-image"

#include "image.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define MIB (1024 * 1024)

/* Of ext4's own header, which no package installs: no further write reaches the disk, not even the
 * journal in memory. */
#define EXT4_IOC_SHUTDOWN _IOR ('X', 125, guint32)
#define EXT4_GOING_FLAGS_NOLOGFLUSH 2

/* Each as small as its mkfs allows. Nothing is discarded: what is freed stays where it was, as on a
 * disk that knows no such command. */
static const struct {
  const char *kind;
  gsize size;
  const char *make; /* its options */
  const char *mount;
} kinds[] = {
  { "ext4", 96 * MIB, "-F -q -O ^resize_inode", "loop,nodiscard" },
  { "xfs", 320 * MIB, "-q -f", "loop,nodiscard" },
  { "btrfs", 256 * MIB, "-q -f", "loop,nodiscard" },
};

/* Before GLib reads it for the first time. */
static void
set_environment (const Images *images)
{
  g_autofree char *path = g_strconcat (g_getenv ("PATH"), ":/usr/sbin:/sbin", NULL);

  g_setenv ("TMPDIR", images->point, TRUE);
  g_setenv ("PATH", path, TRUE); /* mkfs stands there, and not everybody looks there */
}

Images *
images_new (void)
{
  Images *images = g_new0 (Images, 1);
  const char *tmp = g_getenv ("TMPDIR");

  images->base =
      g_build_filename (tmp != NULL && *tmp != '\0' ? tmp : "/tmp", "foyer-disk-XXXXXX", NULL);
  g_assert_nonnull (g_mkdtemp (images->base));
  images->disks = g_build_filename (images->base, "disks", NULL);
  images->point = g_build_filename (images->base, "mounted", NULL);
  g_assert_cmpint (g_mkdir (images->disks, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (images->point, 0700), ==, 0);
  set_environment (images);

  if (unshare (CLONE_NEWNS) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0)
    images->why_not = g_strdup_printf ("no mounts of our own here: %s", g_strerror (errno));
  else if (mount ("none", images->disks, "tmpfs", 0, "mode=0700") != 0)
    images->why_not = g_strdup_printf ("nothing can be mounted here: %s", g_strerror (errno));
  return images;
}

void
images_free (Images *images)
{
  umount2 (images->disks, MNT_DETACH); /* refused where it is not mounted */
  g_rmdir (images->disks);
  g_rmdir (images->point);
  g_rmdir (images->base);
  g_free (images->disks);
  g_free (images->point);
  g_free (images->base);
  g_free (images->why_not);
  g_free (images);
}

/* Returns: (transfer full) (nullable): What was wrong */
static char *
run (const char *command)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *said = NULL;
  g_auto (GStrv) argv = NULL;
  int status = 0;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  if (!g_spawn_sync (NULL,
                     argv,
                     NULL,
                     G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL,
                     NULL,
                     NULL,
                     NULL,
                     &said,
                     &status,
                     &err))
    return g_strdup (err->message);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 0)
    return NULL;
  return g_strdup_printf ("%s: %s", argv[0], g_strstrip (said));
}

static guint
find_kind (const char *kind)
{
  guint i = 0;

  while (strcmp (kinds[i].kind, kind) != 0)
    i++;
  return i;
}

static char *
try_mount (Image *image)
{
  g_autofree char *command = g_strdup_printf ("mount -t %s -o %s %s %s",
                                              image->kind,
                                              kinds[find_kind (image->kind)].mount,
                                              image->file,
                                              image->images->point);

  return run (command);
}

static char *
try_make (Image *image)
{
  guint kind = find_kind (image->kind);
  g_autofree char *command =
      g_strdup_printf ("mkfs.%s %s %s", image->kind, kinds[kind].make, image->file);
  int fd = open (image->file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, kinds[kind].size), ==, 0);
  close (fd);
  return run (command);
}

Image *
image_new (const Images *images, const char *kind, char **why)
{
  g_autoptr (Image) image = NULL;
  g_autofree char *wrong = NULL;

  if (images->why_not != NULL) {
    *why = g_strdup (images->why_not);
    return NULL;
  }
  image = g_new0 (Image, 1);
  image->images = images;
  image->kind = kind;
  image->file = g_build_filename (images->disks, kind, NULL);
  wrong = try_make (image);
  if (wrong == NULL)
    wrong = try_mount (image);
  if (wrong == NULL)
    return g_steal_pointer (&image);
  *why = g_strdup_printf ("no %s disk here: %s", kind, wrong);
  return NULL;
}

void
image_mount (Image *image)
{
  g_autofree char *wrong = try_mount (image);

  g_assert_cmpstr (wrong, ==, NULL);
}

void
image_unmount (Image *image)
{
  g_assert_cmpint (umount2 (image->images->point, 0), ==, 0);
}

void
image_cut_power (Image *image)
{
  guint32 how = EXT4_GOING_FLAGS_NOLOGFLUSH;
  int fd = open (image->images->point, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  g_assert_cmpstr (image->kind, ==, "ext4");
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ioctl (fd, EXT4_IOC_SHUTDOWN, &how), ==, 0);
  close (fd);
}

gsize
image_read (Image *image, ImageFunc func, gpointer data)
{
  int fd = open (image->file, O_RDONLY | O_CLOEXEC);
  gsize read = 0;
  off_t end = 0;
  struct stat st;
  guint8 *bytes;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &st), ==, 0);
  bytes = mmap (NULL, st.st_size, PROT_READ, MAP_SHARED, fd, 0);
  g_assert_true (bytes != MAP_FAILED);
  for (;;) {
    off_t begin = lseek (fd, end, SEEK_DATA);

    if (begin < 0)
      break;
    end = lseek (fd, begin, SEEK_HOLE);
    func (bytes + begin, end - begin, data);
    read += end - begin;
  }
  g_assert_cmpint (munmap (bytes, st.st_size), ==, 0);
  close (fd);
  return read;
}

void
image_free (Image *image)
{
  if (image == NULL)
    return;
  umount2 (image->images->point, MNT_DETACH); /* refused where it is not mounted */
  g_unlink (image->file);
  g_free (image->file);
  g_free (image);
}

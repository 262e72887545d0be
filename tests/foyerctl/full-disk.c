/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that is full, for a machine where none can be mounted: a program that has this library
 * before all others cannot make a file longer below the folder that FULL_DISK names. */

/* Each function under its own name, not one for both. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int
is_full_for (int fd, off64_t end)
{
  const char *folder = getenv ("FULL_DISK");
  char link[64];
  char path[4096];
  struct stat64 about;
  ssize_t length;

  if (folder == NULL)
    return 0;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return 0;
  path[length] = '\0';
  return strncmp (path, folder, strlen (folder)) == 0 && fstat64 (fd, &about) == 0
         && S_ISREG (about.st_mode) && end > about.st_size;
}

static int
refuse (void)
{
  errno = ENOSPC;
  return -1;
}

ssize_t write (int fd, const void *bytes, size_t size);
ssize_t pwrite (int fd, const void *bytes, size_t size, off_t at);
ssize_t pwrite64 (int fd, const void *bytes, size_t size, off64_t at);
int ftruncate (int fd, off_t size);
int ftruncate64 (int fd, off64_t size);

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

__attribute__ ((visibility ("default"))) ssize_t
write (int fd, const void *bytes, size_t size)
{
  off64_t at = lseek64 (fd, 0, SEEK_CUR);

  return at >= 0 && is_full_for (fd, at + (off64_t) size) ? refuse ()
                                                          : REAL (write) (fd, bytes, size);
}

__attribute__ ((visibility ("default"))) ssize_t
pwrite (int fd, const void *bytes, size_t size, off_t at)
{
  return is_full_for (fd, at + (off64_t) size) ? refuse () : REAL (pwrite) (fd, bytes, size, at);
}

__attribute__ ((visibility ("default"))) ssize_t
pwrite64 (int fd, const void *bytes, size_t size, off64_t at)
{
  return is_full_for (fd, at + (off64_t) size) ? refuse () : REAL (pwrite64) (fd, bytes, size, at);
}

__attribute__ ((visibility ("default"))) int
ftruncate (int fd, off_t size)
{
  return is_full_for (fd, size) ? refuse () : REAL (ftruncate) (fd, size);
}

__attribute__ ((visibility ("default"))) int
ftruncate64 (int fd, off64_t size)
{
  return is_full_for (fd, size) ? refuse () : REAL (ftruncate64) (fd, size);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A disk that fails, and a lock that does not hold: a program that has this library before all
 * others sees the call of its own that FAULT_AT counts fail, of those on files below FAULT_FOLDER.
 *
 * FAULT_KIND   eio: any of them but reads; unread: reads; full: what takes space; short: a write
 *              writes half, and the next one to that file fails; kill: the process dies instead
 *              of any but reads; nolock: flock() does nothing, and the moment between naming
 *              a new key and destroying the old one lasts 2 ms
 * FAULT_STAYS  each later call fails, too
 * FAULT_REPORT a file of 64 zeros: how many calls there were, whether one failed, and whether a
 *              secret was destroyed while a power cut could still bring back an unlinked journal.
 *              The count stands there too, for a library has no place of its own that may
 *              change. */

/* Each function under its own name, not one for both. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <linux/fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SECRET_SIZE 65536
#define DELAY_MS 2

typedef struct {
  atomic_int calls;
  atomic_int reached;
  atomic_int short_fd;  /* one more than the number; 0: none */
  atomic_int unsettled; /* a file was unlinked, and its folder not synced since */
  atomic_int early;     /* a secret was destroyed while that could still be undone */
  char room[44];
} Report;

typedef enum {
  READS,
  WRITES,
  TAKES_SPACE,
  SYNCS,
  OPENS,
  MAKES,
  UNLINKS
} What;

/* What is to happen to a call, other than an error. */
enum {
  GO_ON = 0,
  WRITE_HALF = -1
};

static int
is_kind (const char *kind)
{
  const char *set = getenv ("FAULT_KIND");

  return set != NULL && strcmp (set, kind) == 0;
}

static int
is_below (const char *path)
{
  const char *folder = getenv ("FAULT_FOLDER");

  size_t length = folder != NULL ? strlen (folder) : 0;

  return folder != NULL && strncmp (path, folder, length) == 0
         && (path[length] == '/' || path[length] == '\0');
}

static int
is_ours (int fd)
{
  char link[64];
  char path[4096];
  ssize_t length;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  if (length <= 0)
    return 0;
  path[length] = '\0';
  return is_below (path);
}

/* Past the functions below, which count. */
static Report *
open_report (void)
{
  const char *path = getenv ("FAULT_REPORT");
  int fd = path != NULL ? (int) syscall (SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC) : -1;
  void *report;

  if (fd < 0)
    return NULL;
  report = mmap (NULL, sizeof (Report), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close (fd);
  return report != MAP_FAILED ? report : NULL;
}

static int
is_counted (What what)
{
  if (is_kind ("full"))
    return what == WRITES || what == TAKES_SPACE || what == MAKES;
  if (is_kind ("short"))
    return what == WRITES;
  if (is_kind ("unread"))
    return what == READS;
  return what != READS && (is_kind ("eio") || is_kind ("kill"));
}

static int
judge (Report *report, int fd)
{
  const char *at = getenv ("FAULT_AT");
  int nth = atomic_fetch_add (&report->calls, 1) + 1;
  int first = at != NULL ? atoi (at) : 0;
  int error = is_kind ("full") ? ENOSPC : EIO;

  if (fd >= 0 && atomic_load (&report->short_fd) == fd + 1) {
    if (getenv ("FAULT_STAYS") == NULL)
      atomic_store (&report->short_fd, 0);
    return EIO;
  }
  if (nth != first && (nth < first || getenv ("FAULT_STAYS") == NULL))
    return GO_ON;
  atomic_store (&report->reached, 1);
  if (is_kind ("kill"))
    raise (SIGKILL);
  if (!is_kind ("short"))
    return error;
  atomic_store (&report->short_fd, fd + 1);
  return WRITE_HALF;
}

/* Returns an error's number, or what else is to happen. */
static int
verdict (What what, int fd)
{
  Report *report;
  int number;

  if (!is_counted (what))
    return GO_ON;
  report = open_report ();
  if (report == NULL)
    return GO_ON;
  number = judge (report, fd);
  munmap (report, sizeof *report);
  return number;
}

static int
fails (What what, int fd)
{
  int number = is_ours (fd) ? verdict (what, fd) : GO_ON;

  if (number > 0)
    errno = number;
  return number > 0;
}

static int
open_fails (const char *path, int flags)
{
  int number = GO_ON;

  if (is_below (path) && (flags & (O_CREAT | O_RDWR)) != 0)
    number = verdict ((flags & O_CREAT) != 0 ? MAKES : OPENS, -1);
  if (number > 0)
    errno = number;
  return number > 0;
}

/* Returns how much of @size is written; 0: nothing, with errno set. */
static size_t
allowance (int fd, size_t size)
{
  int number = size > 0 && is_ours (fd) ? verdict (WRITES, fd) : GO_ON;

  if (number == GO_ON)
    return size;
  if (number == WRITE_HALF && size > 1)
    return size / 2;
  errno = number > 0 ? number : EIO;
  return 0;
}

/* A library's own small memory of what happened before. */
static void
note_unlinked (void)
{
  Report *report = open_report ();

  if (report == NULL)
    return;
  atomic_store (&report->unsettled, 1);
  munmap (report, sizeof *report);
}

static void
note_synced (int fd)
{
  struct stat about;
  Report *report = NULL;

  if (fstat (fd, &about) == 0 && S_ISDIR (about.st_mode) && is_ours (fd))
    report = open_report ();
  if (report == NULL)
    return;
  atomic_store (&report->unsettled, 0);
  munmap (report, sizeof *report);
}

static void
note_destroyed (int fd, const unsigned char *bytes, size_t size)
{
  Report *report;

  if (size != SECRET_SIZE || !is_ours (fd))
    return;
  for (size_t i = 0; i < size; i++) {
    if (bytes[i] != 0)
      return;
  }
  if (is_kind ("nolock"))
    poll (NULL, 0, DELAY_MS);
  report = open_report ();
  if (report == NULL)
    return;
  if (atomic_load (&report->unsettled) != 0)
    atomic_store (&report->early, 1);
  munmap (report, sizeof *report);
}

ssize_t read (int fd, void *bytes, size_t size);
ssize_t pread (int fd, void *bytes, size_t size, off_t at);
ssize_t pread64 (int fd, void *bytes, size_t size, off64_t at);
ssize_t write (int fd, const void *bytes, size_t size);
ssize_t pwrite (int fd, const void *bytes, size_t size, off_t at);
ssize_t pwrite64 (int fd, const void *bytes, size_t size, off64_t at);
int fsync (int fd);
int fdatasync (int fd);
int ftruncate (int fd, off_t size);
int ftruncate64 (int fd, off64_t size);
int posix_fallocate (int fd, off_t at, off_t size);
int posix_fallocate64 (int fd, off64_t at, off64_t size);
int fallocate (int fd, int mode, off_t at, off_t size);
int fallocate64 (int fd, int mode, off64_t at, off64_t size);
int open (const char *path, int flags, ...);
int open64 (const char *path, int flags, ...);
int openat (int folder, const char *path, int flags, ...);
int openat64 (int folder, const char *path, int flags, ...);
int unlink (const char *path);
int flock (int fd, int operation);

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))
#define INSTEAD __attribute__ ((visibility ("default")))

INSTEAD ssize_t
read (int fd, void *bytes, size_t size)
{
  return fails (READS, fd) ? -1 : REAL (read) (fd, bytes, size);
}

INSTEAD ssize_t
pread (int fd, void *bytes, size_t size, off_t at)
{
  return fails (READS, fd) ? -1 : REAL (pread) (fd, bytes, size, at);
}

INSTEAD ssize_t
pread64 (int fd, void *bytes, size_t size, off64_t at)
{
  return fails (READS, fd) ? -1 : REAL (pread64) (fd, bytes, size, at);
}

INSTEAD ssize_t
write (int fd, const void *bytes, size_t size)
{
  size_t some = allowance (fd, size);

  return size > 0 && some == 0 ? -1 : REAL (write) (fd, bytes, some);
}

INSTEAD ssize_t
pwrite (int fd, const void *bytes, size_t size, off_t at)
{
  size_t some = allowance (fd, size);

  note_destroyed (fd, bytes, size);
  return size > 0 && some == 0 ? -1 : REAL (pwrite) (fd, bytes, some, at);
}

INSTEAD ssize_t
pwrite64 (int fd, const void *bytes, size_t size, off64_t at)
{
  size_t some = allowance (fd, size);

  note_destroyed (fd, bytes, size);
  return size > 0 && some == 0 ? -1 : REAL (pwrite64) (fd, bytes, some, at);
}

INSTEAD int
fsync (int fd)
{
  int rc = fails (SYNCS, fd) ? -1 : REAL (fsync) (fd);

  if (rc == 0)
    note_synced (fd);
  return rc;
}

INSTEAD int
fdatasync (int fd)
{
  int rc = fails (SYNCS, fd) ? -1 : REAL (fdatasync) (fd);

  if (rc == 0)
    note_synced (fd);
  return rc;
}

INSTEAD int
ftruncate (int fd, off_t size)
{
  return fails (TAKES_SPACE, fd) ? -1 : REAL (ftruncate) (fd, size);
}

INSTEAD int
ftruncate64 (int fd, off64_t size)
{
  return fails (TAKES_SPACE, fd) ? -1 : REAL (ftruncate64) (fd, size);
}

INSTEAD int
posix_fallocate (int fd, off_t at, off_t size)
{
  return fails (TAKES_SPACE, fd) ? errno : REAL (posix_fallocate) (fd, at, size);
}

INSTEAD int
posix_fallocate64 (int fd, off64_t at, off64_t size)
{
  return fails (TAKES_SPACE, fd) ? errno : REAL (posix_fallocate64) (fd, at, size);
}

INSTEAD int
fallocate (int fd, int mode, off_t at, off_t size)
{
  return fails (TAKES_SPACE, fd) ? -1 : REAL (fallocate) (fd, mode, at, size);
}

INSTEAD int
fallocate64 (int fd, int mode, off64_t at, off64_t size)
{
  return fails (TAKES_SPACE, fd) ? -1 : REAL (fallocate64) (fd, mode, at, size);
}

static mode_t
mode_of (int flags, va_list rest)
{
  return (flags & O_CREAT) != 0 ? va_arg (rest, mode_t) : 0;
}

INSTEAD int
open (const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  va_start (rest, flags);
  mode = mode_of (flags, rest);
  va_end (rest);
  return open_fails (path, flags) ? -1 : REAL (open) (path, flags, mode);
}

INSTEAD int
open64 (const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  va_start (rest, flags);
  mode = mode_of (flags, rest);
  va_end (rest);
  return open_fails (path, flags) ? -1 : REAL (open64) (path, flags, mode);
}

INSTEAD int
openat (int folder, const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  va_start (rest, flags);
  mode = mode_of (flags, rest);
  va_end (rest);
  return open_fails (path, flags) ? -1 : REAL (openat) (folder, path, flags, mode);
}

INSTEAD int
openat64 (int folder, const char *path, int flags, ...)
{
  va_list rest;
  mode_t mode;

  va_start (rest, flags);
  mode = mode_of (flags, rest);
  va_end (rest);
  return open_fails (path, flags) ? -1 : REAL (openat64) (folder, path, flags, mode);
}

INSTEAD int
unlink (const char *path)
{
  int number = is_below (path) ? verdict (UNLINKS, -1) : GO_ON;

  if (number > 0) {
    errno = number;
    return -1;
  }
  if (is_below (path))
    note_unlinked ();
  return REAL (unlink) (path);
}

INSTEAD int
flock (int fd, int operation)
{
  return is_kind ("nolock") ? 0 : REAL (flock) (fd, operation);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-vault-lock"

#include "vault/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "vault/holder.h"

#define ASK_US 2000
#define GIVE_UP_US (10 * G_USEC_PER_SEC)

static int
refuse (const char *path, int number, GError **error)
{
  g_set_error (error,
               FOYER_VAULT_ERROR,
               number == ENOENT ? FOYER_VAULT_ERROR_MISSING : FOYER_VAULT_ERROR_FAILED,
               "The file %s cannot be taken: %s",
               path,
               number == EWOULDBLOCK ? "another program keeps it" : g_strerror (number));
  return -1;
}

int
foyer_vault_lock (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "vault.lock", NULL);
  gint64 began = g_get_monotonic_time ();
  int fd = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);

  if (fd < 0)
    return refuse (path, errno, error);
  while (flock (fd, LOCK_EX | LOCK_NB) != 0) {
    int number = errno;

    if ((number != EWOULDBLOCK && number != EINTR)
        || g_get_monotonic_time () - began > GIVE_UP_US) {
      close (fd);
      return refuse (path, number, error);
    }
    g_usleep (ASK_US);
  }
  return fd;
}

void
foyer_vault_unlock (int lock)
{
  if (lock >= 0)
    close (lock);
}

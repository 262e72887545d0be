/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-printer-pdf"

#include "badge/printer-pdf.h"

#include "badge/printer.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (const char *folder, GError **error)
{
  g_set_error (error,
               FOYER_PRINTER_ERROR,
               FOYER_PRINTER_ERROR_FOLDER,
               C_ ("badge", "The folder of badges “%s” cannot be written: %s."),
               folder,
               g_strerror (errno));
  return FALSE;
}

static char *
path_of (const char *folder, const char *job, const char *suffix)
{
  return g_strconcat (folder, G_DIR_SEPARATOR_S, job, suffix, NULL);
}

/* A name is on the disk when its folder is. */
static gboolean
sync_folder (const char *folder)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  gboolean done = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return done;
}

static gboolean
write_all (int fd, const guint8 *data, gsize length)
{
  while (length > 0) {
    gssize written = write (fd, data, length);

    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0)
      return FALSE;
    data += written;
    length -= written;
  }
  return fsync (fd) == 0;
}

gboolean
foyer_printer_pdf_print (const char *folder, const char *job, GBytes *pdf, GError **error)
{
  g_autofree char *path = path_of (folder, job, ".pdf");
  g_autofree char *part = path_of (folder, job, ".part");
  gsize length;
  const guint8 *data = g_bytes_get_data (pdf, &length);
  gboolean done;
  int fd;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (folder, error);
  fd = open (part, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (folder, error);

  done = fchmod (fd, 0600) == 0 && write_all (fd, data, length);
  if (close (fd) != 0)
    done = FALSE;
  if (done && g_rename (part, path) == 0 && sync_folder (folder))
    return TRUE;

  fail (folder, error);
  foyer_printer_pdf_shred (folder, job, NULL);
  return FALSE;
}

static gboolean
shred (const char *path)
{
  const guint8 nothing[4096] = { 0 };
  int fd = open (path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC);
  struct stat about;
  gboolean done;

  if (fd < 0)
    return errno == ENOENT;

  done = fstat (fd, &about) == 0;
  for (gint64 left = done ? about.st_size : 0; done && left > 0; left -= sizeof nothing)
    done = write_all (fd, nothing, MIN (left, (gint64) sizeof nothing));
  if (close (fd) != 0)
    done = FALSE;
  return done && g_unlink (path) == 0;
}

gboolean
foyer_printer_pdf_shred (const char *folder, const char *job, GError **error)
{
  const char *const suffixes[] = { ".pdf", ".part" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++) {
    g_autofree char *path = path_of (folder, job, suffixes[i]);

    if (!shred (path))
      return fail (folder, error);
  }
  if (!sync_folder (folder) && errno != ENOENT)
    return fail (folder, error);
  return TRUE;
}

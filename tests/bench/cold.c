/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-bench-cold"

#include "cold.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

GPtrArray *
cold_learn (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/maps", pid);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    const char *file = strchr (*line, '/');

    if (file == NULL || g_str_has_prefix (file, "/dev/") || !g_hash_table_add (seen, (char *) file))
      continue;
    g_ptr_array_add (files, g_strdup (file));
  }
  return files;
}

/* How many of a file's pages are in memory. */
static gsize
count_pages (int fd, gsize size)
{
  gsize page = (gsize) sysconf (_SC_PAGESIZE);
  gsize n = (size + page - 1) / page;
  g_autofree unsigned char *states = g_malloc0 (n + 1);
  void *map = mmap (NULL, size, PROT_READ, MAP_SHARED, fd, 0);
  gsize resident = 0;

  if (map == MAP_FAILED)
    return 0;
  if (mincore (map, size, states) == 0)
    for (gsize i = 0; i < n; i++)
      resident += states[i] & 1;
  munmap (map, size);
  return resident;
}

guint
cold_forget (GPtrArray *files)
{
  gsize before = 0, after = 0;

  for (guint i = 0; i < files->len; i++) {
    int fd = open (g_ptr_array_index (files, i), O_RDONLY | O_CLOEXEC);
    struct stat at;

    if (fd >= 0 && fstat (fd, &at) == 0 && at.st_size > 0) {
      before += count_pages (fd, (gsize) at.st_size);
      posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
      after += count_pages (fd, (gsize) at.st_size);
    }
    if (fd >= 0)
      close (fd);
  }
  return before == 0 ? 0 : (guint) ((before - after) * 100 / before);
}

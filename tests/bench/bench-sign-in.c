/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench.h"
#include "fill.h"
#include "foyer-test.h"

#define PAGE 4096
#define SECTOR 512
#define COUNTS 15

/* Both sides: a store that signs visitors in, and a file of the same promise written by hand. */
typedef struct {
  House house;
  guint pages; /* that a sign-in changes */
  char *file;
  char *journal;
  int folder;
  gint64 now;
} Sides;

static double
sign_in (gpointer data)
{
  Sides *sides = data;

  return bench_sign_in (&sides->house, sides->house.store, sides->now++);
}

static void
put (int fd, gsize size, off_t at)
{
  static const guint8 bytes[PAGE + 8];

  g_assert_cmpint (pwrite (fd, bytes, size, at), ==, size);
}

/* The bare system calls for the same promise, in the order in which strace shows SQLite's: a
 * rollback journal made, filled with the pages as they were, on the disk with its name before its
 * head says how many they are, that on the disk before the pages are overwritten, these on the disk
 * before the journal goes, and its end on the disk as well (synchronous = EXTRA). Five syncs. A
 * page and its two numbers are written at once here, by SQLite in three calls. */
static double
by_hand (gpointer data)
{
  Sides *sides = data;
  gint64 began = g_get_monotonic_time ();
  int file = open (sides->file, O_RDWR | O_CLOEXEC);
  int journal = open (sides->journal, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  put (journal, SECTOR, 0);
  for (guint i = 0; i < sides->pages; i++)
    put (journal, PAGE + 8, SECTOR + i * (PAGE + 8));
  g_assert_cmpint (fdatasync (journal), ==, 0);
  g_assert_cmpint (fdatasync (sides->folder), ==, 0);
  put (journal, 12, 0); /* how many pages it holds */
  g_assert_cmpint (fdatasync (journal), ==, 0);
  for (guint i = 0; i < sides->pages; i++)
    put (file, PAGE, (off_t) i * 7 * PAGE);
  g_assert_cmpint (fdatasync (file), ==, 0);
  close (journal);
  g_assert_cmpint (unlink (sides->journal), ==, 0);
  g_assert_cmpint (fdatasync (sides->folder), ==, 0);
  close (file);
  return g_get_monotonic_time () - began;
}

/* How many pages of the store one sign-in changes. */
static guint
count_once (Sides *sides)
{
  g_autofree char *path = g_build_filename (sides->house.folder, "foyer.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before;
  gsize size_after;
  guint pages = 0;

  g_assert_true (g_file_get_contents (path, &before, &size_before, NULL));
  sign_in (sides);
  g_assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  for (gsize at = 0; at < MIN (size_before, size_after); at += PAGE)
    pages += memcmp (before + at, after + at, PAGE) != 0;
  return pages;
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  return (int) *(const guint *) a - (int) *(const guint *) b;
}

/* The median: now and then a page is split. What is added to the file's end is left out, as it
 * needs no journal; that favours the limit. */
static guint
count_pages (Sides *sides)
{
  guint counts[COUNTS];

  for (guint i = 0; i < COUNTS; i++)
    counts[i] = count_once (sides);
  qsort (counts, COUNTS, sizeof *counts, by_size);
  return counts[COUNTS / 2];
}

int
main (int argc, char *argv[])
{
  Sides sides = { .now = NINE_O_CLOCK };

  g_test_init (&argc, &argv, NULL);
  house_set_up (&sides.house, NULL);
  bench_fill (&sides.house, 20000, NINE_O_CLOCK - 29 * FOYER_DAY, NINE_O_CLOCK - FOYER_DAY);
  for (int i = 0; i < 600; i++) /* a store that is in use, and its day */
    sign_in (&sides);
  sides.pages = count_pages (&sides);
  sides.file = g_build_filename (sides.house.folder, "by-hand", NULL);
  sides.journal = g_build_filename (sides.house.folder, "by-hand-journal", NULL);
  sides.folder = open (sides.house.folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  g_assert_true (g_file_set_contents (sides.file, "", 0, NULL));
  g_print ("A sign-in changes %u pages.\n", sides.pages);

  bench_compare ("row 5, sign-in deed, sealed", sign_in, by_hand, &sides, 200, 50, 2.5, 1.6);
  bench_compare ("row 6, the same, p99", sign_in, by_hand, &sides, 200, 99, 3.0, 1.5);

  close (sides.folder);
  g_free (sides.file);
  g_free (sides.journal);
  house_tear_down (&sides.house, NULL);
  return 0;
}

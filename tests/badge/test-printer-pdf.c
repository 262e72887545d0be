/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "badge/printer.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define JOB "01981a2b-0000-7000-8000-000000000001"

typedef struct {
  char *folder;  /* does not exist yet */
  char *printer; /* pdf:FOLDER */
  char *file;
  GBytes *pdf;
} Folder;

static void
set_up (Folder *folder, gconstpointer unused)
{
  g_autofree char *above = g_dir_make_tmp ("foyer-pdf-XXXXXX", NULL);

  folder->folder = g_build_filename (above, "badges", NULL);
  folder->printer = g_strconcat ("pdf:", folder->folder, NULL);
  folder->file = g_build_filename (folder->folder, JOB ".pdf", NULL);
  folder->pdf = g_bytes_new_static ("%PDF-Brontë", 12);
}

static void
tear_down (Folder *folder, gconstpointer unused)
{
  g_autofree char *above = g_path_get_dirname (folder->folder);

  g_remove (folder->file);
  g_rmdir (folder->folder);
  g_rmdir (above);
  g_free (folder->folder);
  g_free (folder->printer);
  g_free (folder->file);
  g_bytes_unref (folder->pdf);
}

static guint
count_files (Folder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->folder, 0, NULL);
  guint files = 0;

  while (g_dir_read_name (dir) != NULL)
    files++;
  return files;
}

static void
test_a_badge_is_a_file_that_only_we_can_read (Folder *folder, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *text = NULL;
  struct stat about;

  g_assert_true (foyer_printer_keeps_files (folder->printer));
  g_assert_false (foyer_printer_keeps_files ("Badge"));
  g_assert_false (foyer_printer_keeps_files (NULL));

  /* Printed twice: the same job is the same file */
  for (int i = 0; i < 2; i++) {
    g_assert_true (foyer_printer_print (folder->printer, JOB, folder->pdf, 1000, &err));
    g_assert_no_error (err);
  }
  g_assert_cmpuint (count_files (folder), ==, 1);
  g_assert_cmpint (g_stat (folder->file, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder->folder, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  g_assert_true (g_file_get_contents (folder->file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "%PDF-Brontë");
}

static void
test_shredding_leaves_nothing_of_it (Folder *folder, gconstpointer unused)
{
  g_autofree char *link_path = g_strconcat (folder->folder, "-kept", NULL);
  g_autofree char *part = g_build_filename (folder->folder, JOB ".part", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) err = NULL;
  gsize length;

  /* Given a printed badge, a second name for its bytes, and what an interrupted writing left */
  g_assert_true (foyer_printer_print (folder->printer, JOB, folder->pdf, 1000, &err));
  g_assert_cmpint (link (folder->file, link_path), ==, 0);
  g_assert_true (g_file_set_contents (part, "Bron", -1, NULL));

  /* When it is shredded, also twice */
  for (int i = 0; i < 2; i++) {
    g_assert_true (foyer_printer_shred (folder->printer, JOB, &err));
    g_assert_no_error (err);
  }

  /* Then both files are gone, and the bytes were overwritten before */
  g_assert_cmpuint (count_files (folder), ==, 0);
  g_assert_true (g_file_get_contents (link_path, &text, &length, NULL));
  g_assert_cmpuint (length, ==, 12);
  g_assert_cmpmem (text, length, "\0\0\0\0\0\0\0\0\0\0\0\0", 12);
  g_remove (link_path);
}

static void
test_a_folder_that_is_gone_holds_nothing (Folder *folder, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_printer_shred (folder->printer, JOB, &err));
  g_assert_no_error (err);
}

static void
test_a_folder_that_cannot_be_written_is_said (Folder *folder, gconstpointer unused)
{
  g_autofree char *above = g_path_get_dirname (folder->folder);
  g_autoptr (GError) err = NULL;

  /* Given a file where the folder should be */
  g_assert_true (g_file_set_contents (folder->folder, "x", -1, NULL));

  g_assert_false (foyer_printer_print (folder->printer, JOB, folder->pdf, 1000, &err));
  g_assert_error (err, FOYER_PRINTER_ERROR, FOYER_PRINTER_ERROR_FOLDER);
  g_assert_nonnull (strstr (err->message, folder->folder));
  g_clear_error (&err);
  g_assert_false (foyer_printer_shred (folder->printer, JOB, &err));
  g_assert_error (err, FOYER_PRINTER_ERROR, FOYER_PRINTER_ERROR_FOLDER);
  g_remove (folder->folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Folder, NULL, set_up, test, tear_down)
  ADD ("/printer-pdf/file", test_a_badge_is_a_file_that_only_we_can_read);
  ADD ("/printer-pdf/shred", test_shredding_leaves_nothing_of_it);
  ADD ("/printer-pdf/gone", test_a_folder_that_is_gone_holds_nothing);
  ADD ("/printer-pdf/refused", test_a_folder_that_cannot_be_written_is_said);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-vault-place"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl.h"

#define run(...) run_words ((const char *const[]){ __VA_ARGS__, NULL })

static gboolean
run_words (const char *const *argv)
{
  int status = -1;

  return g_spawn_sync (NULL,
                       (char **) argv,
                       NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                           | G_SPAWN_STDERR_TO_DEV_NULL,
                       NULL,
                       NULL,
                       NULL,
                       NULL,
                       &status,
                       NULL)
         && status == 0;
}

/* What check says; nothing of it is wrong. */
static char *
check (Place *place)
{
  g_autoptr (Answer) answer = place_call (place, "", "check", NULL);

  assert_done (answer);
  g_test_message ("%s", answer->out);
  return g_steal_pointer (&answer->out);
}

static void
assert_warns (Place *place, const char *words)
{
  g_autofree char *said = check (place);

  g_assert_nonnull (strstr (said, words));
}

static void
assert_calm (Place *place, const char *words)
{
  g_autofree char *said = check (place);

  g_assert_null (strstr (said, words));
}

static void
set_folder (Place *place, const char *folder)
{
  g_autofree char *settings = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (place->config, &settings, NULL, NULL));
  text = g_strconcat (settings, "[vault]\nfolder=", folder, "\n", NULL);
  g_free (place_write (place, "foyer.conf", text, -1));
}

static void
test_files_that_others_can_use (Place *place, gconstpointer unused)
{
  static const char *const names[] = { "kek.0", "vault.lock" };

  place_init (place);
  assert_calm (place, "Others than its owner");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (place->data, names[i], NULL);
    g_autofree char *words = g_strdup_printf ("can use %s: chmod 600", path);

    g_assert_cmpint (g_chmod (path, 0640), ==, 0);
    assert_warns (place, words);
    g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  }
  assert_calm (place, "Others than its owner");
}

static void
test_a_folder_of_its_own_on_the_same_disk (Place *place, gconstpointer unused)
{
  g_autofree char *folder = g_build_filename (place->folder, "vault", NULL);

  g_assert_cmpint (g_mkdir (folder, 0755), ==, 0);
  set_folder (place, "vault");
  place_init (place);
  assert_warns (place, "is on the same file system as the store");
  assert_warns (place, "vault: chmod 700");
}

/* A disk in a file, mounted where the store will be. */
static gboolean
mount_disk (Place *place, const char *make, const char *options)
{
  g_autofree char *image = NULL;

  place_set_up (place, NULL);
  image = g_build_filename (place->folder, "disk", NULL);
  g_assert_cmpint (g_mkdir (place->data, 0700), ==, 0);
  if (geteuid () == 0 && run ("truncate", "-s", "128M", image) && run (make, "-q", image)
      && run ("mount", "-o", options, image, place->data)) {
    g_assert_cmpint (g_chmod (place->data, 0700), ==, 0);
    return TRUE;
  }
  g_test_skip ("no disk can be made and mounted here");
  place_tear_down (place, NULL);
  return FALSE;
}

static void
unmount_disk (Place *place)
{
  g_assert_cmpint (umount2 (place->data, MNT_DETACH), ==, 0);
  place_tear_down (place, NULL);
}

static void
test_ext4_as_it_is (Place *place, gconstpointer unused)
{
  if (!mount_disk (place, "mkfs.ext4", "loop"))
    return;
  place_init (place);
  assert_calm (place, "warning: vault");
  unmount_disk (place);
}

static void
test_ext4_with_data_in_its_journal (Place *place, gconstpointer unused)
{
  if (!mount_disk (place, "mkfs.ext4", "loop,data=journal"))
    return;
  place_init (place);
  assert_warns (place, "data=journal");
  unmount_disk (place);
}

static void
test_btrfs_with_its_flag_without_it_and_with_a_snapshot (Place *place, gconstpointer unused)
{
  g_autofree char *key = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *snapshot = NULL;

  if (!mount_disk (place, "mkfs.btrfs", "loop"))
    return;
  key = g_build_filename (place->data, "kek.0", NULL);
  kept = g_build_filename (place->data, "kept", NULL);
  snapshot = g_build_filename (place->data, "yesterday", NULL);

  /* Given what Foyer makes there itself */
  place_init (place);
  assert_calm (place, "warning: vault");

  /* When there is a snapshot */
  if (run ("btrfs", "subvolume", "snapshot", place->data, snapshot)) {
    assert_warns (place, "A btrfs snapshot, yesterday, may have old keys");
    g_assert_true (run ("btrfs", "subvolume", "delete", snapshot));
    assert_calm (place, "warning: vault");
  }

  /* And when the key's file was copied, and lost its flag */
  g_assert_true (run ("cp", "--preserve=mode", key, kept));
  g_assert_cmpint (g_rename (kept, key), ==, 0);
  assert_warns (place, "The key file kek.0");
  unmount_disk (place);
}

static void
test_a_folder_in_memory (Place *place, gconstpointer unused)
{
  place_set_up (place, NULL);
  g_assert_cmpint (g_mkdir (place->data, 0700), ==, 0);
  if (mount ("none", place->data, "tmpfs", 0, "size=4m,mode=0700") != 0) {
    g_test_skip ("nothing can be mounted here");
    place_tear_down (place, NULL);
    return;
  }
  place_init (place);
  assert_warns (place, "is in memory only (tmpfs)");
  unmount_disk (place);
}

static void
nothing (Place *place, gconstpointer unused)
{
}

#define PLACE(path, set_up, func)                                                                  \
  g_test_add (path, Place, NULL, set_up, func, set_up == nothing ? nothing : place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  PLACE ("/vault-place/files that others can use", place_set_up, test_files_that_others_can_use);
  PLACE ("/vault-place/a folder of its own on the same disk",
         place_set_up,
         test_a_folder_of_its_own_on_the_same_disk);
  PLACE ("/vault-place/ext4 as it is", nothing, test_ext4_as_it_is);
  PLACE ("/vault-place/ext4 with data in its journal", nothing, test_ext4_with_data_in_its_journal);
  PLACE ("/vault-place/btrfs with its flag, without it, and with a snapshot",
         nothing,
         test_btrfs_with_its_flag_without_it_and_with_a_snapshot);
  PLACE ("/vault-place/a folder in memory", nothing, test_a_folder_in_memory);
  return g_test_run ();
}

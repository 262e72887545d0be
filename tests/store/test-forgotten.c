/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted is forgotten: in the store's files, and on the raw disk under them, whatever
 * anybody has kept in memory meanwhile. */

#define G_LOG_DOMAIN "foyer-test-forgotten"

#include <glib/gstdio.h>
#include <string.h>

#include "image.h"
#include "life.h"
#include "witness.h"

/* A hundredth of the long one, in which more happens on a day. */
static const LifeSize shorter = { 20, 12, 7, 10, 17, TRUE };
static const LifeSize longer = { 400, 60, 90, 50, 100, TRUE };

static const LifeSize *
get_size (void)
{
  return g_getenv ("FOYER_TEST_LONG") != NULL ? &longer : &shorter;
}

static void
test_no_file_of_the_store_holds_a_name (House *house, gconstpointer unused)
{
  g_autofree char *planted = g_build_filename (house->folder, "planted", NULL);
  Life life;

  life_live (house, get_size (), NULL, &life);
  g_assert_cmpuint (life.living, >, 0);
  g_assert_false (house_files_hold (house, LIFE_TYPED));
  g_assert_false (house_files_hold (house, LIFE_CORRECTED));

  /* And it would have been found */
  g_assert_true (g_file_set_contents (planted, "x" LIFE_TYPED "-7y", -1, NULL));
  g_assert_true (house_files_hold (house, LIFE_TYPED));
  g_assert_cmpint (g_unlink (planted), ==, 0);
}

/* Closed, its files left where they are: the disk is searched as it was left. */
static void
leave (House *house)
{
  g_autofree char *nothing = g_build_filename (house->folder, "nothing", NULL);

  g_free (house->folder);
  house->folder = g_steal_pointer (&nothing);
  house_tear_down (house, NULL);
}

/* What is spoiled is torn, until the first recovery clears it. */
static void
recover (House *house)
{
  g_autoptr (GError) err = NULL;

  foyer_store_swap (house->store, FOYER_SWAP_NEVER, NULL, NINE_O_CLOCK, &err);
  g_assert_no_error (err);
}

/* How long a key's file is; of zeros only, it holds none. */
#define WHOLE_SECRET 65536

/* On a btrfs that copies on write the key's files would be copied, too: once they are not empty,
 * the holder cannot tell it otherwise. */
static void
spoil_keys (House *house, const char *folder)
{
  g_autofree char *zeros = g_malloc0 (WHOLE_SECRET);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    g_autofree char *path = g_strdup_printf ("%s/kek.%d", folder, slot);

    g_assert_true (g_file_set_contents (path, zeros, WHOLE_SECRET, NULL));
  }
  house->place.vault = folder;
}

/* Returns: Whether there was such a disk to live on */
static gboolean
live_on (const Images *images,
         const char *kind,
         const LifeSize *size,
         gboolean spoiled,
         Findings *findings)
{
  g_autofree char *why = NULL;
  g_autoptr (Image) image = image_new (images, kind, &why);
  g_autofree char *keys = g_build_filename (images->point, "keys", NULL);
  g_autoptr (Witness) witness = NULL;
  House house = { 0 };
  Life life;

  if (image == NULL) {
    g_test_skip (why);
    return FALSE;
  }
  if (spoiled)
    spoil_keys (&house, keys);
  house_set_up (&house, NULL);
  g_assert_true (g_str_has_prefix (house.folder, images->point));
  recover (&house);
  witness = witness_new (&house);
  life_live (&house, size, witness, &life);
  if (!size->swaps)
    witness_condemn (witness);
  leave (&house);
  image_unmount (image);

  witness_search (witness, image, findings);
  g_test_message ("%s: of %.1f MB: %u of %u retired keys lie there, wrapped, %u open; of %u that"
                  " look like keys %u; of %u old secrets %u pieces, of the living one %u;"
                  " %u unwrapped keys, %u texts",
                  kind,
                  findings->bytes / 1e6,
                  findings->residues,
                  findings->keys,
                  findings->opened,
                  findings->carved,
                  findings->carved_opened,
                  findings->secrets,
                  findings->old_secrets,
                  findings->living_secrets,
                  findings->unwrapped,
                  findings->texts);
  return TRUE;
}

static void
raw_disk_opens_nothing_that_was_deleted (const Images *images, const char *kind)
{
  Findings findings;

  if (!live_on (images, kind, get_size (), FALSE, &findings))
    return;
  /* It was the right disk: what lives lies there, and what died was looked for */
  g_assert_cmpuint (findings.living_secrets, >=, 128);
  g_assert_cmpuint (findings.secrets, >, 10);
  g_assert_cmpuint (findings.keys, >, 100);
  g_assert_cmpuint (findings.carved, >, 100);

  g_assert_cmpuint (findings.texts, ==, 0);
  g_assert_cmpuint (findings.old_secrets, ==, 0);
  g_assert_cmpuint (findings.unwrapped, ==, 0);
  g_assert_cmpuint (findings.opened, ==, 0);
  g_assert_cmpuint (findings.carved_opened, ==, 0);
}

static void
test_a_raw_ext4_disk_opens_nothing_that_was_deleted (gconstpointer images)
{
  raw_disk_opens_nothing_that_was_deleted (images, "ext4");
}

static void
test_a_raw_xfs_disk_opens_nothing_that_was_deleted (gconstpointer images)
{
  raw_disk_opens_nothing_that_was_deleted (images, "xfs");
}

static void
test_a_raw_btrfs_disk_opens_nothing_that_was_deleted (gconstpointer images)
{
  raw_disk_opens_nothing_that_was_deleted (images, "btrfs");
}

static void
test_without_a_swap_the_deleted_can_be_opened (gconstpointer images)
{
  LifeSize size = shorter;
  Findings findings;

  size.swaps = FALSE;
  if (!live_on (images, "ext4", &size, FALSE, &findings))
    return;
  g_assert_cmpuint (findings.secrets, ==, 0);
  g_assert_cmpuint (findings.unwrapped, ==, 0);
  g_assert_cmpuint (findings.opened, >, 0);
  g_assert_cmpuint (findings.carved_opened, >, 0);
}

static void
test_a_key_file_that_is_copied_on_write_leaves_old_secrets (gconstpointer images)
{
  Findings findings;

  if (!live_on (images, "btrfs", &shorter, TRUE, &findings))
    return;
  g_assert_cmpuint (findings.secrets, >, 10);
  g_assert_cmpuint (findings.old_secrets, >, 0);
}

int
main (int argc, char *argv[])
{
  Images *images = images_new ();
  int status;

  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/forgotten/no file of the store holds a name",
              test_no_file_of_the_store_holds_a_name);
  g_test_add_data_func ("/forgotten/a raw ext4 disk opens nothing that was deleted",
                        images,
                        test_a_raw_ext4_disk_opens_nothing_that_was_deleted);
  g_test_add_data_func ("/forgotten/a raw xfs disk opens nothing that was deleted",
                        images,
                        test_a_raw_xfs_disk_opens_nothing_that_was_deleted);
  g_test_add_data_func ("/forgotten/a raw btrfs disk opens nothing that was deleted",
                        images,
                        test_a_raw_btrfs_disk_opens_nothing_that_was_deleted);
  g_test_add_data_func ("/forgotten/without a swap the deleted can be opened",
                        images,
                        test_without_a_swap_the_deleted_can_be_opened);
  g_test_add_data_func ("/forgotten/a key file that is copied on write leaves old secrets",
                        images,
                        test_a_key_file_that_is_copied_on_write_leaves_old_secrets);
  status = g_test_run ();
  images_free (images);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/vault-place.h"

#include <fcntl.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "foyerctl/finding.h"
#include "foyerctl/snapshots.h"
#include "privacy/vault.h"
#include "station/day.h"
#include "vault/holder.h"

#define SQLITE "sqlite:"

/* The least that vendors state for an index of a TPM is 100,000 writes. */
#define MANY_SWAPS 50000

/* So long after its term nobody is still at it. */
#define PATIENCE (5 * FOYER_MINUTE)

/* What its files stand on. */
typedef enum {
  KEEPS,  /* never writes in place, or only with the flag */
  FAR,    /* another machine or a program writes: nobody knows how */
  LAYERS, /* it depends on what is below */
  PASSES, /* in memory */
} Way;

static const struct {
  guint32 magic;
  Way way;
  const char *name;
} kinds[] = {
  { BTRFS_SUPER_MAGIC, KEEPS, "btrfs" },  { 0x2fc12fc1, KEEPS, "ZFS" },
  { 0xca451a4e, KEEPS, "bcachefs" },      { F2FS_SUPER_MAGIC, KEEPS, "F2FS" },
  { NILFS_SUPER_MAGIC, KEEPS, "NILFS2" }, { NFS_SUPER_MAGIC, FAR, "NFS" },
  { SMB_SUPER_MAGIC, FAR, "SMB" },        { CIFS_SUPER_MAGIC, FAR, "CIFS" },
  { SMB2_SUPER_MAGIC, FAR, "SMB" },       { V9FS_MAGIC, FAR, "9P" },
  { CEPH_SUPER_MAGIC, FAR, "Ceph" },      { AFS_SUPER_MAGIC, FAR, "AFS" },
  { FUSE_SUPER_MAGIC, FAR, "FUSE" },      { OVERLAYFS_SUPER_MAGIC, LAYERS, "overlayfs" },
  { TMPFS_MAGIC, PASSES, "tmpfs" },       { RAMFS_MAGIC, PASSES, "ramfs" },
};

G_GNUC_PRINTF (2, 3)
static void
warn (GPtrArray *findings, const char *format, ...)
{
  g_autofree char *says = NULL;
  va_list arguments;

  va_start (arguments, format);
  says = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  foyer_findings_add (findings, FALSE, "vault", says);
}

static void
check_mode (GPtrArray *findings, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  struct stat st;

  if (lstat (path, &st) == 0 && (st.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    warn (findings, "Others than its owner can use %s: chmod 600", path);
}

static void
check_modes (GPtrArray *findings, const char *folder, gboolean is_apart)
{
  static const char *const names[] = { "kek.0", "kek.1", FOYER_HOLDER_TPM_FILE, "vault.lock" };
  struct stat st;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_mode (findings, folder, names[i]);
  /* The store's own folder is looked at with the store. */
  if (is_apart && stat (folder, &st) == 0 && (st.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    warn (findings, "Others than its owner can use the folder %s: chmod 700", folder);
}

/* The flags of a key file. Returns: whether it has any. */
static gboolean
read_flags (const char *folder, int slot, int *flags)
{
  g_autofree char *path = g_strdup_printf ("%s/kek.%d", folder, slot);
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  gboolean has_flags;

  *flags = 0;
  if (fd < 0)
    return FALSE;
  has_flags = ioctl (fd, FS_IOC_GETFLAGS, flags) == 0;
  close (fd);
  return has_flags;
}

static gboolean
is_there (const char *folder, int slot)
{
  g_autofree char *path = g_strdup_printf ("%s/kek.%d", folder, slot);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static void
check_copies (GPtrArray *findings, const char *folder, const char *kind)
{
  for (int slot = 0; slot < FOYER_HOLDER_SLOTS; slot++) {
    int flags;

    if (!is_there (folder, slot)
        || (read_flags (folder, slot, &flags) && (flags & FS_NOCOW_FL) != 0))
      continue;
    warn (findings,
          "The key file kek.%d in %s is on %s and is copied when it is written, so that old keys"
          " stay on the disk: use a folder on ext4 or xfs, or a TPM; see “File systems” in the"
          " manual's chapter “The vault”",
          slot,
          folder,
          kind);
  }
}

static void
check_snapshots (GPtrArray *findings, const char *folder)
{
  g_autofree char *name = NULL;
  FoyerSnapshots found = foyer_snapshots_find (folder, &name);
  g_autofree char *valid = name != NULL ? g_utf8_make_valid (name, -1) : NULL;

  if (found == FOYER_SNAPSHOTS_FOUND)
    warn (findings,
          "A btrfs snapshot, %s, may have old keys of %s, with which deleted records open: delete"
          " the snapshots, and leave the folder out of them by a subvolume of its own",
          valid,
          folder);
  else if (found == FOYER_SNAPSHOTS_UNKNOWN)
    warn (findings,
          "The folder %s is on btrfs: whether a snapshot has old keys is told to root only: run"
          " foyerctl check as root once",
          folder);
}

/* The options of a mounted file system itself, by its device. */
static char *
find_options (dev_t device)
{
  g_autofree char *number = g_strdup_printf ("%u:%u", major (device), minor (device));
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents ("/proc/self/mountinfo", &text, NULL, NULL))
    return NULL;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
    guint n = g_strv_length (words);

    if (n >= 10 && g_str_equal (words[2], number))
      return g_strdup (words[n - 1]);
  }
  return NULL;
}

/* A journal that has data too has copies of it. */
static void
check_journal (GPtrArray *findings, const char *folder, dev_t device)
{
  g_autofree char *text = find_options (device);
  g_auto (GStrv) options = g_strsplit (text != NULL ? text : "", ",", -1);
  gboolean journals = g_strv_contains ((const char *const *) options, "data=journal");

  for (int slot = 0; slot < FOYER_HOLDER_SLOTS && !journals; slot++) {
    int flags;

    journals = read_flags (folder, slot, &flags) && (flags & FS_JOURNAL_DATA_FL) != 0;
  }
  if (journals)
    warn (findings,
          "The file system of %s writes data into its journal too (data=journal), where old keys"
          " stay: mount it with data=ordered, or use a TPM",
          folder);
}

static void
check_file_system (GPtrArray *findings, const char *folder, dev_t device)
{
  struct statfs about;

  if (statfs (folder, &about) != 0)
    return;
  if ((guint32) about.f_type == EXT4_SUPER_MAGIC)
    check_journal (findings, folder, device);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (kinds[i].magic != (guint32) about.f_type)
      continue;
    if (kinds[i].way == KEEPS)
      check_copies (findings, folder, kinds[i].name);
    else if (kinds[i].way == PASSES)
      warn (findings,
            "The folder %s is in memory only (%s): the next start of the machine loses the key, and"
            " with it everything in the store",
            folder,
            kinds[i].name);
    else
      warn (findings,
            "The folder %s is on %s, %s: that an old key is overwritten there cannot be relied on;"
            " use a folder on a local disk with ext4 or xfs, or a TPM",
            folder,
            kinds[i].name,
            kinds[i].way == FAR ? "behind which something else writes" : "a layer over others");
  }
  if ((guint32) about.f_type == BTRFS_SUPER_MAGIC)
    check_snapshots (findings, folder);
}

/* Where a file has the key, its place decides. */
static void
check_disk (GPtrArray *findings, const char *folder, const char *store, gboolean is_apart)
{
  struct stat vault;
  struct stat rows;

  if (stat (folder, &vault) != 0)
    return;
  check_file_system (findings, folder, vault.st_dev);
  if (is_apart && stat (store, &rows) == 0 && rows.st_dev == vault.st_dev)
    warn (findings,
          "The folder %s of the key is on the same file system as the store: who takes that disk"
          " has both",
          folder);
}

static void
check_debt (FoyerCtl *ctl, GPtrArray *findings, const FoyerVaultShown *shown)
{
  gint64 term = MAX (shown->owed_by, shown->owed_since);
  g_autofree char *by =
      foyer_day_format_rfc3339 (foyer_settings_get_time_zone (ctl->settings), term);

  if (shown->owed_since != 0 && term + PATIENCE < foyer_ctl_now (ctl))
    warn (
        findings,
        shown->owed_by == 0
            ? "The key before the last swap is not destroyed, since %s: foyerctl vault swap says what"
              " is in the way"
            : "What was deleted or corrected is not forgotten yet, and should be since %s: foyerctl"
              " vault swap says what is in the way",
        by);
}

void
foyer_ctl_check_vault_place (FoyerCtl *ctl, GPtrArray *findings)
{
  const char *uri = foyer_settings_get_store_uri (ctl->settings);
  const char *store = g_str_has_prefix (uri, SQLITE) ? uri + strlen (SQLITE) : ".";
  const char *folder = foyer_store_place_get_vault (&ctl->place);
  gboolean is_apart = !g_str_equal (folder, store);
  FoyerVaultShown shown = { 0 };

  if (!foyer_ctl_do (ctl, &foyer_privacy_show_vault, &shown, NULL))
    return;
  check_modes (findings, folder, is_apart);
  check_debt (ctl, findings, &shown);
  if (g_str_equal (shown.holder, foyer_holder_file.name))
    check_disk (findings, folder, store, is_apart);
  else if (shown.swaps >= MANY_SWAPS)
    warn (findings,
          "The TPM has kept a new key %" G_GINT64_FORMAT " times; vendors promise 100,000 writes"
          " and more: foyerctl vault holder file --as NAME, before it wears out",
          shown.swaps);
}

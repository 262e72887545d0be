/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/snapshots.h"

#include <fcntl.h>
#include <linux/btrfs.h>
#include <linux/btrfs_tree.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* A walk through the tree in which btrfs keeps its subvolumes. */
typedef struct {
  struct btrfs_ioctl_get_subvol_info_args own;
  struct btrfs_ioctl_search_key next;
  guint64 kin; /* the last one, by its number; 0: none yet */
  char *name;
} Walk;

static gboolean
is_same (const guint8 *uuid, const guint8 *other)
{
  static const guint8 none[BTRFS_UUID_SIZE];

  return memcmp (uuid, none, BTRFS_UUID_SIZE) != 0 && memcmp (uuid, other, BTRFS_UUID_SIZE) == 0;
}

/* A snapshot of our subvolume; what ours was made of; another snapshot of that. */
static gboolean
is_kin (const Walk *walk, const struct btrfs_root_item *item)
{
  return is_same (item->parent_uuid, walk->own.uuid) || is_same (item->uuid, walk->own.parent_uuid)
         || is_same (item->parent_uuid, walk->own.parent_uuid);
}

/* The item of a subvolume comes before the one that has its name. The top level has none; any other
 * without one is being deleted. */
static void
take (Walk *walk, const struct btrfs_ioctl_search_header *head, const char *bytes)
{
  struct btrfs_root_item item = { 0 };
  struct btrfs_root_ref ref = { 0 };

  if (walk->name != NULL)
    return;
  if (head->type == BTRFS_ROOT_ITEM_KEY && head->objectid != walk->own.treeid) {
    memcpy (&item, bytes, MIN (head->len, sizeof item));
    if (!is_kin (walk, &item))
      return;
    walk->kin = head->objectid;
    if (head->objectid == BTRFS_FS_TREE_OBJECTID)
      walk->name = g_strdup ("/");
  } else if (head->type == BTRFS_ROOT_BACKREF_KEY && walk->kin == head->objectid
             && head->len > sizeof ref) {
    memcpy (&ref, bytes, sizeof ref);
    walk->name = g_strndup (bytes + sizeof ref,
                            MIN (GUINT16_FROM_LE (ref.name_len), head->len - sizeof ref));
  }
}

/* One page of the tree. Returns: whether it could be asked. @more: (out): whether there was one */
static gboolean
read_page (int fd, Walk *walk, gboolean *more)
{
  struct btrfs_ioctl_search_args args = { .key = walk->next };
  struct btrfs_ioctl_search_header head = { 0 };
  gsize at = 0;

  args.key.nr_items = 4096;
  if (ioctl (fd, BTRFS_IOC_TREE_SEARCH, &args) != 0)
    return FALSE;
  for (guint i = 0; i < args.key.nr_items; i++) {
    memcpy (&head, args.buf + at, sizeof head);
    at += sizeof head;
    take (walk, &head, args.buf + at);
    at += head.len;
  }
  /* What stands between the last key and the end of the types is no item of ours. */
  walk->next.min_objectid = head.objectid;
  walk->next.min_type = head.type;
  walk->next.min_offset = head.offset + 1;
  *more = args.key.nr_items > 0;
  return TRUE;
}

static FoyerSnapshots
search (int fd, char **name)
{
  Walk walk = { .next = { .tree_id = BTRFS_ROOT_TREE_OBJECTID,
                          .min_objectid = BTRFS_FS_TREE_OBJECTID,
                          .max_objectid = G_MAXUINT64,
                          .max_offset = G_MAXUINT64,
                          .max_transid = G_MAXUINT64,
                          .min_type = BTRFS_ROOT_ITEM_KEY,
                          .max_type = BTRFS_ROOT_BACKREF_KEY } };
  gboolean more = TRUE;

  if (ioctl (fd, BTRFS_IOC_GET_SUBVOL_INFO, &walk.own) != 0)
    return FOYER_SNAPSHOTS_UNKNOWN;
  while (more && walk.name == NULL) {
    if (!read_page (fd, &walk, &more))
      return FOYER_SNAPSHOTS_UNKNOWN;
  }
  *name = walk.name;
  return walk.name != NULL ? FOYER_SNAPSHOTS_FOUND : FOYER_SNAPSHOTS_NONE;
}

FoyerSnapshots
foyer_snapshots_find (const char *folder, char **name)
{
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  FoyerSnapshots found;

  *name = NULL;
  if (fd < 0)
    return FOYER_SNAPSHOTS_UNKNOWN;
  found = search (fd, name);
  close (fd);
  return found;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Images:
 *
 * Where disks of a test's own are made and mounted: seen by this process and its children only, and
 * gone with them, however they end.
 */
typedef struct {
  char *base;
  char *disks;   /* a file system in memory, for their files */
  char *point;   /* where they are mounted, one at a time */
  char *why_not; /* this machine permits none */
} Images;

/**
 * images_new:
 *
 * Call it first in main(): from now on temporary folders are made where disks are mounted, or,
 * while none is, on the disk where they always are.
 *
 * Returns: (transfer full): The place
 */
Images *images_new (void);

/** images_free: @images: (transfer full): The place, which is empty again */
void images_free (Images *images);

/**
 * Image:
 *
 * A disk of a test's own: a file behind a loop device, with one file system. It is mounted where
 * temporary folders are made, so that a house that is set up then lies on it.
 */
typedef struct {
  const Images *images;
  const char *kind; /* "ext4", "xfs", "btrfs" */
  char *file;
} Image;

/**
 * image_new:
 * @images: Where it is to be
 * @kind: "ext4", "xfs" or "btrfs"
 * @why: (out): Why this machine permits none, for g_test_skip()
 *
 * Makes a disk, and mounts it.
 *
 * Returns: (transfer full) (nullable): It
 */
Image *image_new (const Images *images, const char *kind, char **why);

/** image_mount: Mounts it again */
void image_mount (Image *image);

/** image_unmount: Everything is on the disk afterwards, and nothing of it in memory */
void image_unmount (Image *image);

/** image_cut_power: What was not yet made durable on @image (ext4) never gets there; it can be
 * unmounted then */
void image_cut_power (Image *image);

/**
 * ImageFunc:
 * @bytes: A run of bytes that were written at some time
 * @size: How many
 * @data: Its argument
 */
typedef void (*ImageFunc) (const guint8 *bytes, gsize size, gpointer data);

/** image_read: Calls @func for each run of the raw disk of an unmounted @image that was ever
 * written; Returns: how many bytes they are */
gsize image_read (Image *image, ImageFunc func, gpointer data);

/** image_free: @image: (transfer full) (nullable): A disk; unmounted, if it is not yet */
void image_free (Image *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, image_free)

G_END_DECLS

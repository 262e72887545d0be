/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cold_learn:
 * @pid: A program that has started
 *
 * Returns: (transfer full) (element-type filename): The files that it has mapped
 */
GPtrArray *cold_learn (int pid);

/**
 * cold_forget:
 * @files: As cold_learn() returned them
 *
 * Asks the kernel to keep nothing of these files in memory. What a program that runs has mapped
 * stays, for both sides of a comparison alike.
 *
 * Returns: How many pages of a hundred that were there are gone
 */
guint cold_forget (GPtrArray *files);

G_END_DECLS

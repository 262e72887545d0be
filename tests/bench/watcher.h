/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * Watcher:
 *
 * Looks at an X display from outside, some hundred times a second, so that every program is
 * measured alike.
 */
typedef struct _Watcher Watcher;

/** watcher_open: Opens the display of that name */
Watcher *watcher_open (const char *display);

/** watcher_close: Closes it */
void watcher_close (Watcher *self);

/** watcher_look_at: Looks at a part of the display alone, in px: looking is work, too */
void watcher_look_at (Watcher *self, int x, int y, int width, int height);

/** watcher_keep: Keeps the picture as it is now, for watcher_wait_kept() */
void watcher_keep (Watcher *self);

/** watcher_begin: Looks at the picture before something happens that changes it */
void watcher_begin (Watcher *self);

/**
 * watcher_wait_still:
 * @began: From when on time counts, g_get_monotonic_time()
 * @quiet: How long the picture has to stand still, in µs
 *
 * Waits until the picture has changed and then stands still.
 *
 * Returns: When it changed for the last time, in µs after @began
 */
double watcher_wait_still (Watcher *self, gint64 began, gint64 quiet);

/**
 * watcher_wait_kept:
 * @began: From when on time counts
 *
 * Waits until at least nine in ten points that differ between now and the kept picture are as in
 * the kept one.
 *
 * Returns: When that was, in µs after @began
 */
double watcher_wait_kept (Watcher *self, gint64 began);

G_END_DECLS

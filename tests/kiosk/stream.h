/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page-stage.h"

G_BEGIN_DECLS

/**
 * Stream:
 *
 * One visitor after the other through the whole kiosk, in this process: the real window, pages and
 * store, and no printer. Widgets are activated rather than touched, which is ten times as fast;
 * what is built, typed, painted, stored and destroyed is the same.
 */
typedef struct {
  PageStage stage; /* of a house where thousands have been */
  guint n_visits;
} Stream;

/** stream_open: Opens the kiosk; page_stage_open_display() comes before */
void stream_open (Stream *self);

/** stream_close: Ends it, and finds that nobody keeps anything */
void stream_close (Stream *self);

/** stream_visit: Somebody signs in, from the welcome page to the next one; every third begins to
 * type, and goes away */
void stream_visit (Stream *self);

/** stream_count_files: Returns: How many file descriptors this process has open */
guint stream_count_files (void);

/** stream_read_memory: Returns: What this process alone holds, in kB, once what is free was given
 * back: what it shares with others is theirs to change */
guint stream_read_memory (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "story.h"

G_BEGIN_DECLS

/**
 * Monkey:
 *
 * It does anything at all to a kiosk, as fast as the kiosk can bear it: fingers, all buttons of a
 * mouse, all keys with all modifiers, a scanner that sends anything, a screen that is unplugged or
 * gets another size. What it does follows from its seed. Meanwhile the X server tells it of every
 * window that comes up, and the lookout of every menu and pop-over.
 */
typedef struct _Monkey Monkey;

/**
 * monkey_new:
 * @story: The lobby
 * @program: The kiosk's program
 * @lookout: The library that it is watched by
 * @seed: What the monkey does follows from it
 *
 * Starts the kiosk and waits for its welcome.
 */
Monkey *monkey_new (Story *story, const char *program, const char *lookout, guint32 seed);

/** Ends the kiosk. */
void monkey_free (Monkey *monkey);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Monkey, monkey_free)

/** monkey_learn_code: @scan: What a badge's QR gives; it scans that one too */
void monkey_learn_code (Monkey *monkey, const char *scan);

/**
 * monkey_rage:
 * @n_events: How many presses, moves and releases
 *
 * Goes on until that many are done, or until something is found.
 *
 * Returns: (transfer none) (nullable): What came up that must not, or what the kiosk complained of
 */
const char *monkey_rage (Monkey *monkey, guint n_events);

/** monkey_look: As monkey_rage(), without doing anything */
const char *monkey_look (Monkey *monkey);

/** monkey_count_events: Returns: How many presses, moves and releases it has done */
guint monkey_count_events (Monkey *monkey);

/** monkey_list_pages: Returns: (transfer full): The questions that it came by */
char *monkey_list_pages (Monkey *monkey);

G_END_DECLS

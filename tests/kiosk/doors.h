/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "monkey-watch.h"
#include "story.h"

G_BEGIN_DECLS

/*
 * A program in surroundings that could not be worse: whoever set the machine up left each of GTK's
 * doors open. The inspector's key works, and it opens by itself; passwords show their last letter;
 * an input method of its own is asked for. It is watched from inside (lookout.c).
 */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MonkeyWatch, monkey_watch_free)

/** doors_launch: @argv: (array zero-terminated=1): Any program; its home is the folder "home" in
 * the story's */
RobotApp *doors_launch (Story *story, const char *const *argv);

/**
 * doors_start:
 * @program: The kiosk, or what is like it
 *
 * Starts it as the story's kiosk, at its welcome. Returns: (transfer full): What watches it
 */
MonkeyWatch *doors_start (Story *story, const char *program);

/** doors_read_notes: Returns: (transfer full): What was seen inside the program until now */
char *doors_read_notes (Story *story);

G_END_DECLS

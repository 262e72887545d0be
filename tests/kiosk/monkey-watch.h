/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/robot.h"

G_BEGIN_DECLS

/**
 * MonkeyWatch:
 *
 * Watches the one window that a kiosk may have, from the X server's side: it is told of every
 * window that comes up, however short it stays. What the program itself notes (lookout.c) it reads
 * along.
 */
typedef struct _MonkeyWatch MonkeyWatch;

/**
 * monkey_watch_new:
 * @robot: The screen, with nothing on it but the kiosk's window
 * @app: The kiosk
 * @notes: The file that the lookout writes
 */
MonkeyWatch *monkey_watch_new (Robot *robot, RobotApp *app, const char *notes);
void monkey_watch_free (MonkeyWatch *self);

/**
 * monkey_watch_look:
 *
 * Waits until the kiosk has handled all events that were sent to it, and looks what has come up
 * until then.
 *
 * Returns: (transfer none) (nullable): What must not be
 */
const char *monkey_watch_look (MonkeyWatch *self);

G_END_DECLS

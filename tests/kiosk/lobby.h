/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <X11/Xlib.h>

#include "story.h"

G_BEGIN_DECLS

/**
 * Lobby:
 * @story: The story; its kiosk is the one that runs at the moment
 * @session: The session under test
 * @curtain: What it has hung
 * @x: An eye for what is below all of them
 * @first_took: How long it was from nothing to the welcome, in µs
 *
 * The kiosk as it is started where it is installed: by foyer-session.
 */
typedef struct {
  Story *story;
  RobotApp *session;
  RobotApp *curtain;
  Display *x;
  gint64 first_took;
} Lobby;

/** lobby_set_up: For g_test_add(), with a Story */
void lobby_set_up (Lobby *lobby, gconstpointer data);

/** lobby_tear_down: For g_test_add(): ends the session, and finds that it ends well */
void lobby_tear_down (Lobby *lobby, gconstpointer unused);

/** lobby_start: Starts a session, and waits for nothing */
void lobby_start (Lobby *lobby, const char *const *args);

/** lobby_open: Starts a session, waits for the welcome, and paints the desktop below, which from
 * now on must not be seen */
void lobby_open (Lobby *lobby);

/** lobby_sees_desktop: Returns: Whether anything of the desktop below is to be seen */
gboolean lobby_sees_desktop (Lobby *lobby);

/** lobby_find_child: Returns: The session's child that runs that program, 0: none does */
int lobby_find_child (Lobby *lobby, const char *program);

/** lobby_follow: Waits for the session's child that runs that program and is not the one of
 * @before */
RobotApp *lobby_follow (Lobby *lobby, const char *program, int before);

/** lobby_is_welcomed: Waits for another kiosk than @before, and for its welcome */
void lobby_is_welcomed (Lobby *lobby, int before);

/** lobby_crash: The kiosk dies */
void lobby_crash (Lobby *lobby);

/** lobby_crash_and_wait: The same, and the next one welcomes; Returns: How long there was none, in
 * µs */
gint64 lobby_crash_and_wait (Lobby *lobby);

/** LOBBY_TEST: Adds a test that has a lobby; @story stands in the function */
#define LOBBY_TEST(path, func) g_test_add (path, Lobby, story, lobby_set_up, func, lobby_tear_down)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <atspi/atspi.h>
#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The robot drives Foyer's programs as people do, for tests and for the tour: it has a screen of
 * its own (a private Xorg without hardware, and a private D-Bus session), a finger, a mouse, a
 * keyboard and a scanner whose events are real input events of that X server, and eyes: the
 * accessibility tree and pictures.
 *
 *   g_autoptr (Robot) robot = robot_new (1280, 800, "us", &err);
 *   RobotApp *kiosk = robot_launch (robot, argv, NULL, &err);
 *
 *   robot_tap (kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
 *   robot_wait (kiosk, ATSPI_ROLE_HEADING, "What brings you here?");
 *   robot_type (robot, "Ada");
 *   robot_scan (robot, "FOYER1:…\n", 2);
 *   robot_shot (robot, "01-welcome.png");
 *
 * One robot in a process's life (libatspi never forgets a bus): main() makes it, a test launches
 * its programs and ends with robot_end_apps(). Any number of processes beside each other. There is
 * no window manager: programs size themselves, the robot places windows with robot_place(), and the
 * keyboard belongs to the topmost window that accepts it; a touch raises a window. Nothing here
 * sleeps for a fixed time: everything waits for a state, at most %ROBOT_PATIENCE, then ends the
 * program with a message that has the accessibility tree in it.
 */

/** How long a state is waited for, in ms: longer where the programs are instrumented. */
#ifdef __SANITIZE_ADDRESS__
#define ROBOT_PATIENCE 90000
#else
#define ROBOT_PATIENCE 30000
#endif

/* libatspi leaves this to its users. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtspiAccessible, g_object_unref)

typedef struct _Robot Robot;
typedef struct _RobotApp RobotApp;

/**
 * robot_new:
 * @width: The screen's width, in px
 * @height: The screen's height, in px
 * @layout: The keyboard's layout as in setxkbmap, such as "us" or "de"
 * @error: What is missing, where a program could not be started
 *
 * Starts Xorg, D-Bus and the devices: some 0.2 s. Everything ends with the robot, also when its
 * process dies.
 */
Robot *robot_new (int width, int height, const char *layout, GError **error);

/**
 * robot_free:
 *
 * Ends the programs that are still running, then D-Bus and Xorg, and removes their files.
 */
void robot_free (Robot *robot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Robot, robot_free)

/**
 * robot_split_screen:
 * @x: Where the second monitor begins, in px
 *
 * Makes two monitors of the screen, side by side, as on a machine with a touchscreen and a
 * reception screen. To be called before programs are launched. They are called "touch" and "desk".
 */
void robot_split_screen (Robot *robot, int x);

/**
 * robot_change_screen:
 * @width: In px; 0: its monitor is unplugged
 * @height: In px
 *
 * Gives the screen another size, up to twice that of its beginning, as another monitor would.
 */
void robot_change_screen (Robot *robot, int width, int height);

/** The X display's name, such as ":1". */
const char *robot_get_display (Robot *robot);

/** How large the screen is, in px: all of its monitors. */
void robot_get_screen (Robot *robot, int *width, int *height);

/** A folder of the robot's own, emptied at its end: for stores and settings of a test. */
const char *robot_get_folder (Robot *robot);

/* Programs */

/**
 * robot_launch:
 * @argv: (array zero-terminated=1): The program and its arguments
 * @env: (nullable) (array zero-terminated=1): Further variables as "NAME=value"; a mere "NAME"
 *   unsets one
 * @error: A GSpawnError
 *
 * Starts a program on the robot's screen, in its D-Bus session, with an empty home. It returns at
 * once: the first robot_wait() waits for the window as well.
 *
 * Returns: (transfer none): Belongs to the robot, also after it has ended
 */
RobotApp *
robot_launch (Robot *robot, const char *const *argv, const char *const *env, GError **error);

/** robot_follow: @pid: A program that one of the launched ones has started, and ends; Returns:
 * (transfer none): As robot_launch() */
RobotApp *robot_follow (Robot *robot, int pid);

/**
 * robot_mind_leaks:
 *
 * From now on an instrumented program looks for leaks at its end, for tests that wait for that end
 * and its status. It is ten times slower for it, so without this only what it does wrong counts.
 */
void robot_mind_leaks (Robot *robot);

/** The process's id, 0 once it has ended. */
int robot_app_get_pid (RobotApp *app);

/** Ends it politely (SIGTERM), waits, and returns its exit status (-1: by a signal). */
int robot_app_stop (RobotApp *app);

/** Ends it as a power cut would (SIGKILL), and waits. */
void robot_app_kill (RobotApp *app);

/** Kills every program that still runs, so that the next test begins with an empty screen. */
void robot_end_apps (Robot *robot);

/** Waits until the program has ended by itself; returns its exit status (-1: by a signal). */
int robot_app_wait_end (RobotApp *app);

/**
 * robot_place:
 * @width: In px; 0 leaves the size
 * @height: In px; 0 leaves the size
 *
 * Waits for the program's window, moves it there, and gives it the keyboard.
 */
void robot_place (RobotApp *app, int x, int y, int width, int height);

/** Where the program's topmost window is on the screen; waits until there is one. */
void robot_get_window (RobotApp *app, int *x, int *y, int *width, int *height);

/* Seeing. A @name is compared whole, or is a pattern where it has a `*` in it; %NULL is any name.
 * It is found by the name that assistive technology says, or by the label of a field. Only what is
 * showing is found. */

/**
 * robot_find:
 *
 * Returns: (transfer full) (nullable): The first such thing that shows at this moment
 */
AtspiAccessible *robot_find (RobotApp *app, AtspiRole role, const char *name);

/**
 * robot_wait:
 *
 * Returns: (transfer full): The first such thing, as soon as there is one
 */
AtspiAccessible *robot_wait (RobotApp *app, AtspiRole role, const char *name);

/** As robot_find(), but waits @timeout ms for it, and does not mind if it does not come. */
gboolean robot_sees_within (RobotApp *app, AtspiRole role, const char *name, guint timeout);

/** Waits until no such thing shows any more. */
void robot_wait_gone (RobotApp *app, AtspiRole role, const char *name);

/** Waits until such a thing has that text (a pattern where it has a `*` in it). */
void robot_wait_text (RobotApp *app, AtspiRole role, const char *name, const char *text);

/**
 * robot_read:
 *
 * Waits for such a thing.
 *
 * Returns: (transfer full): The text in it: an entry's content, a label's words
 */
char *robot_read (RobotApp *app, AtspiRole role, const char *name);

/**
 * robot_count:
 *
 * Returns: How many such things show at this moment
 */
guint robot_count (RobotApp *app, AtspiRole role, const char *name);

/** Whether it can be used: sensitive and showing. */
gboolean robot_is_sensitive (RobotApp *app, AtspiRole role, const char *name);

/** Where it is on the screen, once it stands still. */
void
robot_get_box (RobotApp *app, AtspiRole role, const char *name, int *x, int *y, int *w, int *h);

/**
 * robot_tree:
 *
 * Returns: (transfer full): Everything that assistive technology can reach, hidden things too, as
 *   text: role, name, description, text and states, a line each. For looking what is there, and for
 *   searching what must not be.
 */
char *robot_tree (RobotApp *app);

/**
 * robot_shot:
 * @path: Where the PNG goes
 *
 * Takes a picture of the whole screen as soon as it stands still.
 */
void robot_shot (Robot *robot, const char *path);

/** As robot_shot(), of the part where the program's topmost window is. */
void robot_app_shot (RobotApp *app, const char *path);

/**
 * robot_press:
 *
 * Does what the thing is for, as assistive technology does: without any finger or key.
 */
void robot_press (AtspiAccessible *thing);

/* Touching: a real finger */

/** Waits until the thing is there, can be used and stands still, and its page was there for a
 * moment (the kiosk ignores a tap right after a page change); then taps its middle. */
void robot_tap (RobotApp *app, AtspiRole role, const char *name);

/** Taps that place of the screen. */
void robot_tap_at (Robot *robot, int x, int y);

/** One finger's ways, for what is more than a tap; @finger is 0 to 4. */
void robot_finger_down (Robot *robot, int finger, int x, int y);
void robot_finger_move (Robot *robot, int finger, int x, int y);
void robot_finger_up (Robot *robot, int finger, int x, int y);

/** Drags a finger from one place to another. */
void robot_drag (Robot *robot, int from_x, int from_y, int to_x, int to_y);

/** As robot_tap(), with the mouse's first button. */
void robot_click (RobotApp *app, AtspiRole role, const char *name);

/** Moves the mouse, and presses and releases its button (0: none; 1: first; 3: the menu's). */
void robot_click_at (Robot *robot, int x, int y, int button);

/**
 * robot_hurry:
 *
 * From now on no event is waited for, and no window gets the keyboard or is raised: thousands of
 * events a second, for those who mean no harm and do not look. At most some hundred of them, then
 * robot_catch_up(): the X server throws away what it cannot keep.
 */
void robot_hurry (Robot *robot);

/** Waits until the X server has handled them all, and hurries no more. */
void robot_catch_up (Robot *robot);

/* Typing: real key events, to the topmost window that accepts the keyboard */

/**
 * robot_type:
 * @text: Letters that the keyboard's layout has
 *
 * Types as fast as keys can go, each key down and up before the next. A kiosk takes keys at that
 * speed for a scan where an Enter is among them, or more than 64: the Enter that follows is another
 * call, before which the robot waits long enough.
 */
void robot_type (Robot *robot, const char *text);

/** As robot_type(), with @pace ms from one key to the next. */
void robot_type_slowly (Robot *robot, const char *text, guint pace);

/**
 * robot_key:
 * @key: An X keysym's name, with modifiers before it: "Return", "ctrl+f", "ctrl+shift+e", "alt+F4"
 */
void robot_key (Robot *robot, const char *key);

/** Presses a key that stays down; @key: an X keysym's name, without modifiers. */
void robot_key_down (Robot *robot, const char *key);

/** Lets go of a key that is down. */
void robot_key_up (Robot *robot, const char *key);

/**
 * robot_scan:
 * @text: ASCII; `\n` is the Enter that a scanner ends with
 * @pace: ms from one key to the next; scanners have 0 to 10. At 0 the keys reach the X server in
 *   one piece, so that a busy machine cannot stretch the scan; with a pace it can
 *
 * Types as a barcode scanner does: the key codes of the US layout, whatever the layout is.
 */
void robot_scan (Robot *robot, const char *text, guint pace);

/**
 * robot_scan_bytes:
 * @bytes: Any bytes
 *
 * As robot_scan() at once, of codes that hold anything: a scanner types a control character as a
 * letter with Ctrl, and what no key has as Alt and its number on the keypad.
 */
void robot_scan_bytes (Robot *robot, GBytes *bytes);

/* Counting */

/**
 * RobotTally:
 * @touches: Fingers lifted
 * @keys: Keys released, but for a scanner's, and for Shift and its like
 * @scans: Codes held under the reader
 *
 * What the robot's hands have done since its beginning, each counted as a program counts it: when
 * it is let go.
 */
typedef struct {
  guint touches;
  guint keys;
  guint scans;
} RobotTally;

/** robot_get_tally: Returns: What was done so far */
RobotTally robot_get_tally (Robot *robot);

/**
 * robot_count_pages:
 *
 * Waits until the page has been there for a moment.
 *
 * Returns: How many pages stood there so far, one after the other, this one too: a page is what has
 *   a heading of its own. Those that nobody tapped and nobody counted are not known
 */
guint robot_count_pages (RobotApp *app);

G_END_DECLS

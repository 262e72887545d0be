/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <X11/Xlib.h>

#include "ui/robot.h"

G_BEGIN_DECLS

/** X key codes are the kernel's plus 8, whatever the layout. */
#define ROBOT_SHIFT_CODE 50

typedef enum {
  ROBOT_HAND_TOUCH,
  ROBOT_HAND_KEYBOARD,
  ROBOT_HAND_POINTER,
  ROBOT_N_HANDS
} RobotHand;

struct _Robot {
  char *folder;
  GSubprocess *x_server;
  GSubprocess *bus;
  char *display;
  char *bus_address;
  Display *x;
  int width;
  int height;
  int hands[ROBOT_N_HANDS]; /* one connection each, for the server's life: it takes no second */
  GPtrArray *apps;
  gboolean minds_leaks;
  gboolean hurries; /* events are not waited for one by one */
  RobotTally tally;
  gint64 typed_at; /* monotonic, in µs */
};

struct _RobotApp {
  Robot *robot;
  GSubprocess *process;
  int pid;
  int status;
  gboolean was_seen; /* in the accessibility tree */
  char *page;        /* the heading that was seen last, and since when */
  gint64 page_since;
  char *counted_page; /* the last one that stood */
  guint n_pages;
};

/** Waits a little before a state is looked at again. */
void robot_breathe (guint ms);

/** Ends the program, with what the app shows. */
void robot_give_up (RobotApp *app, const char *format, ...) G_GNUC_PRINTF (2, 3) G_GNUC_NORETURN;

/** The variables of every program that the robot starts. */
GStrv robot_environ (Robot *robot);

/** Starts a program that dies with the robot. */
GSubprocess *robot_spawn (Robot *robot,
                          const char *const *argv,
                          const char *const *env,
                          int third_fd,
                          GError **error);

void robot_app_free (RobotApp *app);

/** Gives the keyboard to the topmost window that accepts it, as a window manager would. */
void robot_mind_focus (Robot *robot);

/** Raises the window at that place of the screen. */
void robot_raise_at (Robot *robot, int x, int y);

/** Connects to one device of the X server. */
int robot_hand_connect (const char *path, GError **error);

/** A key that goes down or up, by its X key code. */
typedef struct {
  guint code;
  gboolean down;
} RobotStroke;

/** Presses or releases a key. */
void robot_hand_key (Robot *robot, guint code, gboolean down);

/** Presses and releases keys at once: nothing that slows the robot comes between two of them. */
void robot_hand_keys (Robot *robot, const RobotStroke *strokes, guint n_strokes);

G_END_DECLS

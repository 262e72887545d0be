/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/robot.h"

G_BEGIN_DECLS

/** The people of the story; none of them exists. */
#define STORY_ADMINISTRATOR "Adam Admin"
#define STORY_RECEPTIONIST "Rita Reception"
#define STORY_SECURITY "Sam Security"
#define STORY_OFFICER "Petra Privacy"
#define STORY_PASSWORD "correct horse battery"

/**
 * Story:
 *
 * The main job with the real programs on a robot's screen: a folder with settings and a store that
 * `foyerctl` has set up, kiosk and desk as processes, and a clock that the story can move.
 */
typedef struct {
  Robot *robot;
  RobotApp *kiosk;
  RobotApp *desk;
  char *folder;
  char *config;
  char *foyerctl; /* the programs */
  char *foyer;
  char *clock;  /* libfaketime's file */
  gint64 ahead; /* how far the clock was moved, in s */
} Story;

/**
 * story_new:
 * @robot: The screen
 * @printer: For `[station] printer`; %NULL: a folder for PDF files, "badges" in the story's own
 *
 * Sets a station up: settings, store, staff, three hosts, the demo's notices.
 */
Story *story_new (Robot *robot, const char *printer);

/** Ends the programs and removes the folder. */
void story_free (Story *story);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Story, story_free)

/** STORY_ARGS: Arguments of a program, as a list that ends by itself */
#define STORY_ARGS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/**
 * story_ctl:
 * @as: (nullable): Who, or %NULL for foyerctl itself
 * @input: (nullable): What it reads
 * @args: Its arguments: STORY_ARGS ("visit", "list")
 *
 * Runs foyerctl, which has to succeed. Returns: (transfer full): What it printed
 */
char *story_ctl (Story *story, const char *as, const char *input, const char *const *args);

/** Starts one of Foyer's programs, on the story's clock, with the story's settings and @args. */
RobotApp *story_launch (Story *story, const char *program, const char *const *args);

/** story_take_code: Returns: (transfer full): The 26 letters of the code in what foyerctl printed
 */
char *story_take_code (const char *json);

/** As story_open_kiosk(), without waiting for anything. */
void story_start_kiosk (Story *story, int width, int height);

/** Starts the kiosk, of that size, at the left of the screen (0: it fills its monitor); waits for
 * its welcome. */
void story_open_kiosk (Story *story, int width, int height);

/** Starts the desk at @x, and signs @name in. */
void story_open_desk (Story *story, int x, int width, int height, const char *name);

/** Ends the desk's process and opens it again as somebody else. */
void story_change_desk (Story *story, int x, int width, int height, const char *name);

/** Moves every program's clock @seconds ahead. */
void story_pass (Story *story, gint64 seconds);

/** Types by tapping the kiosk's own keys; what they do not have comes from an attached keyboard. */
void story_type (Story *story, const char *text);

/** From the welcome page to “Check, and sign in”: a visitor who works on the building. */
void story_answer (Story *story, const char *name, const char *company, const char *host);

/** Returns: What another station finds in the store with @sql, a query for one integer */
gint64 story_count (Story *story, const char *sql);

/** Returns: Whether a file of the store holds @marker, in any of the encodings of foyer-test.h */
gboolean story_files_hold (Story *story, const char *marker);

G_END_DECLS

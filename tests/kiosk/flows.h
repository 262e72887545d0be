/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "story.h"

G_BEGIN_DECLS

typedef enum {
  STEP_END,
  STEP_TAP,    /* the button of that name */
  STEP_TYPE,   /* that text, on the keys that the screen shows */
  STEP_SEE,    /* that question: it is what the step before led to */
  STEP_FIND,   /* that button, likewise */
  STEP_EXPECT, /* reception expects a guest of that name: no step of the visitor's */
  STEP_SCAN, /* the badge of somebody who is here, or, “left”, who left, or an invitation, “invited”
              */
  STEP_KEY, /* one of an attached keyboard */
  STEP_KEYS /* a text on it */
} StepKind;

typedef struct {
  StepKind kind;
  const char *what;
} Step;

/** Times are tenths of a second. */
typedef struct {
  guint taps; /* and keys that are no characters */
  guint characters;
  guint scans;
  guint screens;
  guint time;    /* of the model: what a person needs */
  guint touches; /* fingers lifted, for whatever */
} FlowCount;

/**
 * Flow:
 * @name: As in the specification's table of flows
 * @before: What leads to where it begins, and does not count
 * @steps: What the visitor does
 * @most: What it may cost
 * @signs_in: How many badges come from the printer, and
 * @adds: how many visits into the store: none where they were expected
 * @by_keyboard: Whether no finger may be needed
 */
typedef struct {
  const char *name;
  Step before[6];
  Step steps[26];
  FlowCount most;
  guint signs_in;
  guint adds;
  gboolean by_keyboard;
} Flow;

/**
 * flow_prepare:
 * @flow: Which one
 * @story: Its kiosk shows the welcome page
 *
 * To where the flow begins.
 *
 * Returns: (transfer full) (nullable): What will be held under the reader
 */
char *flow_prepare (const Flow *flow, Story *story);

/**
 * flow_walk:
 * @flow: Which one
 * @story: Where it begins
 * @code: (nullable): What is held under the reader
 *
 * Walks it with the robot's hands.
 *
 * Returns: What they did, by the robot's own record, and the screens that were seen
 */
FlowCount flow_walk (const Flow *flow, Story *story, const char *code);

/** flow_go_home: Back to the welcome page, as somebody who walks away */
void flow_go_home (Story *story);

G_END_DECLS

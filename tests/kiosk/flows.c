/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-flows"

#include "flows.h"

#include <string.h>

#include "visit/badge-code.h"
#include "visit/clock.h"

#define BUTTON ATSPI_ROLE_PUSH_BUTTON

/* What a person needs, in tenths of a second. */
#define TAP 6
#define CHARACTER 6
#define DECISION 12
#define SCAN 20
#define PAGE 2

/* Taps the key that the screen shows for it, small or capital: nobody looks for Shift. */
static void
tap_key (Story *story, gunichar letter)
{
  char small[8] = "", capital[8] = "";

  if (letter == ' ') {
    robot_tap (story->kiosk, BUTTON, "space");
    return;
  }
  g_unichar_to_utf8 (g_unichar_tolower (letter), small);
  g_unichar_to_utf8 (g_unichar_toupper (letter), capital);
  robot_tap (story->kiosk, BUTTON, robot_count (story->kiosk, BUTTON, small) > 0 ? small : capital);
}

static void
type (Story *story, const char *text)
{
  g_object_unref (robot_wait (story->kiosk, BUTTON, "space"));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    tap_key (story, g_utf8_get_char (p));
}

/* Reception expects a guest, now. Returns the invitation's code. */
static char *
expect (Story *story, const char *name)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin"); /* the story's */
  g_autoptr (FoyerClock) clock = foyer_clock_new ();
  gint64 now = foyer_clock_now (clock) / FOYER_SECOND + story->ahead;
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *at = g_date_time_format (local, "%Y-%m-%d %H:%M");
  g_autofree char *json =
      g_strdup_printf ("{\"name\": \"%s\", \"at\": \"%s\", \"host\": \"Chidi Okonkwo\","
                       " \"type\": \"guest\"}",
                       name,
                       at);
  g_autofree char *said = story_ctl (story, STORY_RECEPTIONIST, json, STORY_ARGS ("expect", "add"));

  return story_take_code (said);
}

/* Somebody who was signed in elsewhere; “left”: and who has left since. */
static char *
get_code (Story *story, const char *whose)
{
  g_autofree char *said = NULL;
  g_autofree char *code = NULL;

  if (g_strcmp0 (whose, "invited") == 0)
    return expect (story, "Grace Hopper");
  said = story_ctl (story,
                    NULL,
                    "{\"name\": \"Grace Hopper\", \"host\": \"Chidi Okonkwo\","
                    " \"type\": \"guest\"}",
                    STORY_ARGS ("visit", "sign-in"));
  code = story_take_code (said);
  if (g_strcmp0 (whose, "left") == 0) {
    g_autofree char *json = g_strdup_printf ("{\"code\": \"%s\"}", code);
    g_autofree char *left = story_ctl (story, NULL, json, STORY_ARGS ("visit", "sign-out"));

    story_pass (story, 120); /* a scan right after that one would be the same one twice */
  }
  return g_steal_pointer (&code);
}

static void
scan (Story *story, const char *code)
{
  g_autofree char *text = g_strdup_printf (FOYER_BADGE_CODE_PREFIX "%s\n", code);

  robot_scan (story->robot, text, 0);
}

/* Returns how many characters it was. */
static guint
take (Story *story, const Step *step, const char *code)
{
  RobotTally before = robot_get_tally (story->robot), after;

  switch (step->kind) {
  case STEP_TAP:
    robot_tap (story->kiosk, BUTTON, step->what);
    break;
  case STEP_TYPE:
    type (story, step->what);
    break;
  case STEP_SEE:
    g_object_unref (robot_wait (story->kiosk, ATSPI_ROLE_HEADING, step->what));
    break;
  case STEP_FIND:
    g_object_unref (robot_wait (story->kiosk, BUTTON, step->what));
    break;
  case STEP_EXPECT:
    g_free (expect (story, step->what));
    break;
  case STEP_SCAN:
    scan (story, code);
    break;
  case STEP_KEY:
    robot_count_pages (story->kiosk); /* a person looks before a key, too */
    robot_key (story->robot, step->what);
    break;
  case STEP_KEYS:
    robot_type (story->robot, step->what);
    break;
  case STEP_END:
    g_assert_not_reached ();
  }
  after = robot_get_tally (story->robot);
  if (step->kind == STEP_TYPE)
    return after.touches - before.touches;
  return step->kind == STEP_KEYS ? after.keys - before.keys : 0;
}

char *
flow_prepare (const Flow *flow, Story *story)
{
  char *code = NULL;

  for (const Step *step = flow->before; step->kind != STEP_END; step++)
    take (story, step, NULL);
  for (const Step *step = flow->steps; step->kind != STEP_END && code == NULL; step++)
    if (step->kind == STEP_SCAN)
      code = get_code (story, step->what);
  return code;
}

FlowCount
flow_walk (const Flow *flow, Story *story, const char *code)
{
  FlowCount count = { 0 };
  RobotTally before, after;
  guint pages = robot_count_pages (story->kiosk), changes;

  before = robot_get_tally (story->robot);
  for (const Step *step = flow->steps; step->kind != STEP_END; step++)
    count.characters += take (story, step, code);
  after = robot_get_tally (story->robot);
  changes = robot_count_pages (story->kiosk) - pages;

  count.touches = after.touches - before.touches;
  count.taps = count.touches + after.keys - before.keys - count.characters;
  count.scans = after.scans - before.scans;
  count.screens = changes + 1;
  count.time = count.taps * (DECISION + TAP) + count.characters * CHARACTER + count.scans * SCAN
               + changes * PAGE;
  return count;
}

void
flow_go_home (Story *story)
{
  if (robot_count (story->kiosk, BUTTON, "Finish") > 0)
    robot_tap (story->kiosk, BUTTON, "Finish");
  else
    story_pass (story, 600);
  while (!robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", 4000))
    story_pass (story, 600); /* the last tap was on its way still */
}

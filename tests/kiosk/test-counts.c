/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-counts"

#include <string.h>

#include "flows.h"
#include "foyer-test.h"
#include "visitor.h"

/* 13 letters, as a name has; and 8, as a company has. */
#define NAME "Anna Kowalska"
#define ANOTHER "Maria Nowacka"
#define COMPANY "Umbrella"

/*
 * What a visitor does, flow by flow, and what it may cost: taps, characters and screens of the
 * specification's table, and its goal in tenths of a second.
 */
static const Flow flows[] = {
  { .name = "1 guest",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Visiting someone" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_TYPE, "Oko" },
               { STEP_TAP, "Chidi Okonkwo" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Anna." } },
    .most = { .taps = 5, .characters = 16, .screens = 6, .time = 250 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "2 expected, by the invitation's code",
    .steps = { { STEP_SCAN, "invited" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Grace." } },
    .most = { .taps = 1, .scans = 1, .screens = 3, .time = 50 },
    .signs_in = 1 },
  { .name = "3 expected, by name",
    .before = { { STEP_EXPECT, "Erika Hansson" } },
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Visiting someone" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, "Erika Hansson" },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_TYPE, "Oko" },
               { STEP_TAP, "Chidi Okonkwo" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Erika." } },
    .most = { .taps = 5, .characters = 16, .screens = 6, .time = 250 },
    .signs_in = 1 },
  { .name = "4 back the same day",
    .steps = { { STEP_SCAN, "left" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Grace." } },
    .most = { .taps = 1, .scans = 1, .screens = 3, .time = 50 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "5 group of two",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Visiting someone" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_TYPE, "Ren" },
               { STEP_TAP, "Renée Dubois" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Add a person" },
               { STEP_SEE, "Who is with you?" },
               { STEP_TYPE, ANOTHER },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, ANOTHER },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Anna." } },
    .most = { .taps = 8, .characters = 29, .screens = 8, .time = 390 },
    .signs_in = 2,
    .adds = 2 },
  { .name = "6 delivery, left at reception",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Delivery" },
               { STEP_TAP, "Leave it here" },
               { STEP_SEE, "Reception has been called." } },
    .most = { .taps = 3, .screens = 4, .time = 70 } },
  { .name = "7 delivery, goes inside",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Delivery" },
               { STEP_TAP, "I need to go inside" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Anna." } },
    .most = { .taps = 5, .characters = 13, .screens = 6, .time = 180 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "8 contractor",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Work on the building" },
               { STEP_SEE, "Which company sends you?" },
               { STEP_TYPE, COMPANY },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_TYPE, "Oko" },
               { STEP_TAP, "Chidi Okonkwo" },
               { STEP_SEE, "Before you start work" },
               { STEP_TAP, "I have read these" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Anna." } },
    .most = { .taps = 7, .characters = 24, .screens = 8, .time = 400 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "9 interview",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Interview" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Anna." } },
    .most = { .taps = 4, .characters = 13, .screens = 5, .time = 180 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "10 sign out with the badge",
    .steps = { { STEP_SCAN, NULL }, { STEP_SEE, "Goodbye." } },
    .most = { .scans = 1, .screens = 2, .time = 30 } },
  { .name = "11 sign out without the badge",
    .steps = { { STEP_TAP, "Sign out" },
               { STEP_TAP, "I do not have my badge" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, NAME },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Thank you." } },
    .most = { .taps = 3, .characters = 13, .screens = 4, .time = 150 } },
  { .name = "12 language, at welcome",
    .steps = { { STEP_TAP, "Deutsch" }, { STEP_SEE, "Willkommen." } },
    .most = { .taps = 1, .screens = 2, .time = 40 } },
  { .name = "12 language, elsewhere",
    .before = { { STEP_TAP, "Sign in" },
                { STEP_TAP, "Visiting someone" },
                { STEP_SEE, "What is your name?" } },
    .steps = { { STEP_TAP, "English" },
               { STEP_SEE, "Which language?" },
               { STEP_TAP, "Deutsch" },
               { STEP_SEE, "Wie heißen Sie?" } },
    .most = { .taps = 2, .screens = 3, .time = 40 } },
  { .name = "13 call reception",
    .steps = { { STEP_TAP, "Call reception" }, { STEP_SEE, "Reception has been called." } },
    .most = { .taps = 1, .screens = 2, .time = 20 } },
  { .name = "14 display",
    .steps = { { STEP_TAP, "Display" },
               { STEP_SEE, "How should the screen be?" },
               { STEP_TAP, "150 %" } },
    .most = { .taps = 2, .screens = 2, .time = 40 } },
  { .name = "15 guest, by an attached keyboard alone",
    .steps = { { STEP_KEY, "Return" },
               { STEP_SEE, "What brings you here?" },
               { STEP_KEY, "Return" },
               { STEP_SEE, "What is your name?" },
               { STEP_KEYS, ANOTHER },
               { STEP_KEY, "Return" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_KEYS, "Oko" },
               { STEP_FIND, "Chidi Okonkwo" },
               { STEP_KEY, "Return" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_KEY, "Return" },
               { STEP_SEE, "Thank you, Maria." } },
    .most = { .taps = 5, .characters = 16, .screens = 6, .time = 200 },
    .signs_in = 1,
    .adds = 1,
    .by_keyboard = TRUE },
  { .name = "20 guest, host not found",
    .steps = { { STEP_TAP, "Sign in" },
               { STEP_TAP, "Visiting someone" },
               { STEP_SEE, "What is your name?" },
               { STEP_TYPE, "Erika Musterx" },
               { STEP_TAP, "Continue" },
               { STEP_SEE, "Who are you visiting?" },
               { STEP_TYPE, "qqq" },
               { STEP_TAP, "I do not know, or not listed" },
               { STEP_SEE, "Check, and sign in" },
               { STEP_TAP, "Sign in" },
               { STEP_SEE, "Thank you, Erika." } },
    .most = { .taps = 6, .characters = 16, .screens = 6, .time = 290 },
    .signs_in = 1,
    .adds = 1 },
  { .name = "22 your privacy here, the parts about a visit",
    .steps = { { STEP_TAP, "Your privacy here" } },
    .most = { .taps = 1, .screens = 2, .time = 40 } },
  { .name = "22 your privacy here, the whole notice",
    .steps = { { STEP_TAP, "Your privacy here" }, { STEP_TAP, "The whole notice" } },
    .most = { .taps = 2, .screens = 3, .time = 40 } },
};

/* What came out of the printer. */
static guint
count_badges (Story *story)
{
  g_autofree char *folder = g_build_filename (story->folder, "badges", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    n += g_str_has_suffix (name, ".pdf");
  return n;
}

typedef struct {
  Story *story;
  gint64 visits;
  guint badges;
  guint more_visits;
  guint more_badges;
} Results;

static Results
look_at_results (Story *story, guint more_visits, guint more_badges)
{
  return (Results){ story,
                    visitor_count_visits (story),
                    count_badges (story),
                    more_visits,
                    more_badges };
}

static gboolean
is_signed_in (gpointer data)
{
  const Results *before = data;

  return visitor_count_visits (before->story) == before->visits + before->more_visits
         && count_badges (before->story) >= before->badges + before->more_badges;
}

static void
print_row (const Flow *flow, const FlowCount *count)
{
  g_test_message ("| %s | %s%u + %u | %u | %.1f | %.1f |",
                  flow->name,
                  count->scans > 0 ? "scan + " : "",
                  count->taps,
                  count->characters,
                  count->screens,
                  count->time / 10.0,
                  flow->most.time / 10.0);
}

static void
assert_no_more (const Flow *flow, const FlowCount *count)
{
  g_assert_cmpuint (count->taps, <=, flow->most.taps);
  g_assert_cmpuint (count->characters, <=, flow->most.characters);
  g_assert_cmpuint (count->scans, ==, flow->most.scans);
  g_assert_cmpuint (count->screens, <=, flow->most.screens);
  g_assert_cmpuint (count->time, <=, flow->most.time);
  if (flow->by_keyboard)
    g_assert_cmpuint (count->touches, ==, 0);
}

static void
test_no_flow_costs_more_than_it_may (gconstpointer data)
{
  Story *story = (Story *) data;
  int width, height;

  robot_get_screen (story->robot, &width, &height);
  g_test_message ("| flow, %dx%d | taps + characters | screens | model s | goal s |",
                  width,
                  height);
  visitor_arrives (story);
  for (gsize i = 0; i < G_N_ELEMENTS (flows); i++) {
    g_autofree char *code = flow_prepare (&flows[i], story);
    Results before = look_at_results (story, flows[i].adds, flows[i].signs_in);
    FlowCount count = flow_walk (&flows[i], story, code);

    print_row (&flows[i], &count);
    assert_no_more (&flows[i], &count);
    if (flows[i].signs_in)
      foyer_test_wait_until (is_signed_in, &before);
    flow_go_home (story);
  }
}

/* Who left today may come back without reception, where the site has it so. */
static void
let_return_at_kiosk (Story *story)
{
  g_autoptr (GKeyFile) settings = g_key_file_new ();
  g_autoptr (GError) err = NULL;

  g_key_file_load_from_file (settings, story->config, G_KEY_FILE_NONE, &err);
  g_assert_no_error (err);
  g_key_file_set_string (settings, "station", "return", "kiosk");
  g_key_file_save_to_file (settings, story->config, &err);
  g_assert_no_error (err);
}

/* As assistive technology does it. */
static void
press (Story *story, const char *button)
{
  g_autoptr (AtspiAccessible) thing = robot_wait (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, button);

  robot_press (thing);
}

static void
test_the_accessibility_tree_is_enough (gconstpointer data)
{
  Story *story = (Story *) data;
  RobotTally idle = robot_get_tally (story->robot), after;
  Results before = look_at_results (story, 1, 1);

  /* When somebody signs in without any event of a finger, a mouse or a key */
  press (story, "Sign in");
  press (story, "Visiting someone");
  visitor_puts (story, "What is your name?", "Ada Lovelace");
  press (story, "Continue");
  visitor_puts (story, "Who are you visiting?", "Oko");
  press (story, "Chidi Okonkwo");
  visitor_reads (story, "Check, and sign in");
  press (story, "Sign in");

  /* Then they are in the house, and have their badge */
  visitor_reads (story, "Thank you, Ada.");
  foyer_test_wait_until (is_signed_in, &before);
  after = robot_get_tally (story->robot);
  g_assert_cmpmem (&idle, sizeof idle, &after, sizeof after);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;
  g_autoptr (Story) story = NULL;
  g_autoptr (GError) err = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 3);
  robot = robot_new ((int) g_ascii_strtoll (argv[1], NULL, 10),
                     (int) g_ascii_strtoll (argv[2], NULL, 10),
                     "us",
                     &err);
  g_assert_no_error (err);
  story = story_new (robot, NULL);
  let_return_at_kiosk (story);
  g_test_add_data_func ("/counts/flows", story, test_no_flow_costs_more_than_it_may);
  g_test_add_data_func ("/counts/accessibility", story, test_the_accessibility_tree_is_enough);
  return g_test_run ();
}

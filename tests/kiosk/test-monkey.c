/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-monkey"

#include <string.h>

#include "foyer-test.h"
#include "monkey.h"
#include "visitor.h"

#ifdef __SANITIZE_ADDRESS__
#define N_EVENTS 5000
#else
#define N_EVENTS 50000
#endif
#define LONGER 20 /* times as many in the long run */

/* So many are enough to find a way out where nothing guards it, for one of a few monkeys. */
#define N_EVENTS_TO_FIND 40000
#define N_MONKEYS 5

/* The same monkey each day, so that a red test speaks of what was changed; in the long run another
 * one each time. */
#define SEED 20261125

static guint
how_many (void)
{
  return g_getenv ("FOYER_TEST_LONG") != NULL ? N_EVENTS * LONGER : N_EVENTS;
}

static guint32
seed (void)
{
  return g_getenv ("FOYER_TEST_LONG") != NULL ? (guint32) g_test_rand_int () : SEED;
}

/* Somebody who is in the house: what their badge's QR gives. */
static char *
sign_in_somebody (Story *story)
{
  g_autofree char *said = story_ctl (story,
                                     NULL,
                                     "{\"name\": \"Grace Hopper\", \"type\": \"guest\"}",
                                     STORY_ARGS ("visit", "sign-in"));
  g_autofree char *code = story_take_code (said);

  return g_strdup_printf ("FOYER1:%s\n", code);
}

static void
assert_store_is_whole (Story *story)
{
  g_autofree char *check = story_ctl (story, NULL, NULL, STORY_ARGS ("check"));
  g_autofree char *vault = story_ctl (story, NULL, NULL, STORY_ARGS ("vault", "check"));
  g_autofree char *visits =
      story_ctl (story, STORY_RECEPTIONIST, NULL, STORY_ARGS ("visit", "list"));

  g_assert_cmpint (story_count (story,
                                "SELECT count (*) FROM pragma_quick_check"
                                " WHERE quick_check <> 'ok'"),
                   ==,
                   0);
  g_test_message ("%" G_GINT64_FORMAT " visits are stored", visitor_count_visits (story));
}

static void
test_a_monkey_finds_no_way_out (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (Monkey) monkey = monkey_new (story, NULL, g_getenv ("FOYER_LOOKOUT_LIBRARY"), seed ());
  g_autofree char *pages = NULL;
  gint64 began = g_get_monotonic_time ();

  /* Given a kiosk, and a monkey that holds other people's badges too */
  for (int i = 0; i < 5; i++) {
    g_autofree char *scan = sign_in_somebody (story);

    monkey_learn_code (monkey, scan);
  }

  /* When it does whatever it can think of, then nothing but the kiosk is ever there */
  g_assert_cmpstr (monkey_rage (monkey, how_many ()), ==, NULL);
  pages = monkey_list_pages (monkey);
  g_test_message ("%u events in %.1f s, on: %s",
                  monkey_count_events (monkey),
                  (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC,
                  pages);

  /* And once it is left alone (what it did last may be on its way still), the next visitor is
   * welcome, and all that was stored is whole */
  for (int i = 0; i < 5; i++) {
    story_pass (story, 600);
    if (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.", 4000))
      break;
  }
  visitor_reads (story, "Welcome.");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "What brings you here?");
  assert_store_is_whole (story);
}

static void
test_text_is_not_dragged_about (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (Monkey) monkey = monkey_new (story, NULL, g_getenv ("FOYER_LOOKOUT_LIBRARY"), 0);
  int x, y, width, height;

  /* Given a name that is selected */
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);
  robot_get_box (story->kiosk, ATSPI_ROLE_TEXT, "What is your name?", &x, &y, &width, &height);
  robot_key (story->robot, "shift+Home");

  /* When a finger takes hold of it, then it stays where it is, and is the same */
  robot_drag (story->robot, x + 60, y + height / 2, x + 300, y + height + 200);
  g_assert_cmpstr (monkey_look (monkey), ==, NULL);
  visitor_assert_typed (story, "What is your name?", MARKER);
}

static void
test_without_a_guard_it_finds_one (gconstpointer data)
{
  Story *story = (Story *) data;
  gboolean has_found = FALSE;

  for (guint32 i = 0; i < N_MONKEYS && !has_found; i++) {
    g_autoptr (Monkey) monkey = monkey_new (story,
                                            g_getenv ("FOYER_UNGUARDED"),
                                            g_getenv ("FOYER_LOOKOUT_LIBRARY"),
                                            seed () + i);
    const char *found = monkey_rage (monkey, N_EVENTS_TO_FIND);

    g_test_message ("After %u events: %s", monkey_count_events (monkey), found);
    has_found = found != NULL;
  }
  g_assert_true (has_found);
}

static gboolean
finds_something (gpointer data)
{
  return monkey_look (data) != NULL;
}

/* A pop-over is no window of the X server's: the lookout has to see it. */
static void
test_without_a_guard_a_finger_gets_handles (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (Monkey) monkey =
      monkey_new (story, g_getenv ("FOYER_UNGUARDED"), g_getenv ("FOYER_LOOKOUT_LIBRARY"), 0);

  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);
  robot_tap (story->kiosk, ATSPI_ROLE_TEXT, "What is your name?");
  foyer_test_wait_until (finds_something, monkey); /* the handle that moves the caret */
  g_assert_true (g_str_has_prefix (monkey_look (monkey), "lookout: a GtkEventBox\n"));
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/monkey/no-way-out", story, test_a_monkey_finds_no_way_out);
  g_test_add_data_func ("/monkey/drag", story, test_text_is_not_dragged_about);
  g_test_add_data_func ("/monkey/unguarded", story, test_without_a_guard_it_finds_one);
  g_test_add_data_func ("/monkey/unguarded-finger",
                        story,
                        test_without_a_guard_a_finger_gets_handles);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

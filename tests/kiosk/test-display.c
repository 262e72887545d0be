/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <cairo.h>

#include "foyer-test.h"
#include "visitor.h"

#define QUESTION "How should the screen be?"
#define WARNING "Are you still there?"

/* Paper, in the plain theme and the dark one. */
#define LIGHT 0xFBF7F0
#define DARK 0x14201D

/* Long enough for the kiosk to look at its clock twice, in ms. */
#define TWO_LOOKS 2200

/* Longer than taps are ignored after a change, in ms. */
#define SETTLED 400

typedef struct {
  Story *story;
  guint32 colour;
  int height;
} Wait;

/* What the screen's left edge is painted with. */
static gboolean
has_colour (gpointer data)
{
  const Wait *wait = data;
  g_autofree char *path =
      g_build_filename (robot_get_folder (wait->story->robot), "edge.png", NULL);
  cairo_surface_t *shot;
  guint32 pixel;

  robot_shot (wait->story->robot, path);
  shot = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (shot), ==, CAIRO_STATUS_SUCCESS);
  pixel = ((const guint32 *) (gconstpointer) cairo_image_surface_get_data (
      shot))[cairo_image_surface_get_width (shot) / 2
             + cairo_image_surface_get_stride (shot) / 4
                   * (cairo_image_surface_get_height (shot) - 3)];
  cairo_surface_destroy (shot);
  return (pixel & 0xFFFFFF) == wait->colour;
}

static void
screen_is (Story *story, guint32 colour)
{
  Wait wait = { .story = story, .colour = colour };

  foyer_test_wait_until (has_colour, &wait);
}

/* How high a word on the page is. */
static int
height_of_text (Story *story)
{
  int x, y, width, height;

  robot_get_box (story->kiosk, ATSPI_ROLE_LABEL, "Colours", &x, &y, &width, &height);
  return height;
}

static gboolean
is_larger (gpointer data)
{
  const Wait *wait = data;

  return height_of_text (wait->story) > wait->height;
}

/* And the page stays. */
static void
choose (Story *story, const char *choice)
{
  visitor_taps (story, choice);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, "W*", SETTLED));
  visitor_reads (story, QUESTION);
}

static void
test_two_taps_change_the_screen_at_once (gconstpointer data)
{
  Story *story = (Story *) data;
  Wait wait = { .story = story };
  int before;

  /* Given a visitor who is asked for the purpose, and opens the display */
  visitor_arrives (story);
  visitor_taps (story, "Sign in");
  visitor_reads (story, "What brings you here?");
  visitor_taps (story, "Display");
  visitor_reads (story, QUESTION);
  before = height_of_text (story);
  screen_is (story, LIGHT);

  /* When the second tap chooses, then it is so, and the page stays */
  choose (story, "Dark");
  screen_is (story, DARK);
  choose (story, "150 %");
  wait.height = before + before / 3;
  foyer_test_wait_until (is_larger, &wait);

  /* When it is light again, then all else stays */
  choose (story, "Light");
  screen_is (story, LIGHT);
  g_assert_cmpint (height_of_text (story), >, wait.height);

  /* and Back leads to where it was opened */
  visitor_taps (story, "Back");
  visitor_reads (story, "What brings you here?");
}

static void
test_it_is_gone_with_the_visitor (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given a visitor who made the welcome page dark */
  visitor_arrives (story);
  visitor_taps (story, "Display");
  visitor_reads (story, QUESTION);
  choose (story, "Dark");
  screen_is (story, DARK);
  visitor_taps (story, "Back");
  visitor_reads (story, "Welcome.");
  screen_is (story, DARK);

  /* When they go away, then it is light for the next */
  story_pass (story, 66);
  screen_is (story, LIGHT);
}

static void
test_more_time_is_twice_as_much (gconstpointer data)
{
  Story *story = (Story *) data;

  /* Given a half typed name, and more time */
  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, "What is your name?", MARKER);
  visitor_taps (story, "Display");
  visitor_reads (story, QUESTION);
  choose (story, "More time");
  visitor_taps (story, "Back");

  /* Then what was typed is still there */
  visitor_reads (story, "What is your name?");
  visitor_assert_typed (story, "What is your name?", MARKER);

  /* and nothing is asked when it otherwise would be over */
  story_pass (story, 80);
  g_assert_false (robot_sees_within (story->kiosk, ATSPI_ROLE_HEADING, WARNING, TWO_LOOKS));

  /* but after 90 s, for 40 s */
  story_pass (story, 11);
  visitor_reads (story, WARNING);
  visitor_sees (story, ATSPI_ROLE_LABEL, "Your answers are deleted in 3* seconds.");
  story_pass (story, 25);
  visitor_sees (story, ATSPI_ROLE_LABEL, "Your answers are deleted in 1* seconds.");
  story_pass (story, 20);
  visitor_reads (story, "Welcome.");
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/display/two-taps", story, test_two_taps_change_the_screen_at_once);
  g_test_add_data_func ("/display/gone", story, test_it_is_gone_with_the_visitor);
  g_test_add_data_func ("/display/more-time", story, test_more_time_is_twice_as_much);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

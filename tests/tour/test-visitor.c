/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What visitors do at the real kiosk beside the straight way, with real touch and keys. */

#include <glib/gstdio.h>
#include <string.h>

#include "foyer-test.h"
#include "story.h"
#include "visit/badge-code.h"

#define MARKER "Qwertz Marker"

static void
see (RobotApp *app, AtspiRole role, const char *name)
{
  g_object_unref (robot_wait (app, role, name));
}

static void
tap (Story *story, const char *name)
{
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);
}

static void
go_to_name (Story *story)
{
  tap (story, "Sign in");
  tap (story, "Visiting someone*");
  see (story->kiosk, ATSPI_ROLE_HEADING, "What is your name?");
}

static gint64
count_visits (Story *story)
{
  g_autofree char *uri = g_strdup_printf ("sqlite:%s/data", story->folder);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (uri, FALSE, &err);
  g_autoptr (FoyerRows) rows = foyer_db_query (db, &err, "SELECT count (*) FROM visit");

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  return foyer_rows_int (rows, 0);
}

static void
assert_tree_has (Story *story, const char *marker, gboolean has)
{
  g_autofree char *tree = robot_tree (story->kiosk);

  g_assert_cmpint (strstr (tree, marker) != NULL, ==, has);
}

/* Going back and changing an answer loses nothing, and nothing is stored before the last “Sign in”.
 */
static void
go_back_and_change (Story *story)
{
  story_answer (story, MARKER, "Fjordtek", "Chidi Okonkwo");
  tap (story, "Back");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
  tap (story, "Back");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, MARKER);
  tap (story, "Back");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, "Fjordtek");
  tap (story, "Continue");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, MARKER);
  tap (story, "Continue");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
  tap (story, "Chidi Okonkwo*");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
  tap (story, "Change name");
  see (story->kiosk, ATSPI_ROLE_HEADING, "What is your name?");
  robot_key (story->robot, "End");
  robot_type (story->robot, "x");
  tap (story, "Continue");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
  see (story->kiosk, ATSPI_ROLE_LABEL, MARKER "x");
  g_assert_cmpint (count_visits (story), ==, 0);
}

/* Another language on a question page keeps the page, and what is half typed. */
static void
change_language (Story *story)
{
  go_to_name (story);
  story_type (story, "Half typ");
  tap (story, "English");
  tap (story, "Deutsch");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Wie heißen Sie?");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, "Half typ");
  tap (story, "Deutsch");
  tap (story, "English");
  see (story->kiosk, ATSPI_ROLE_HEADING, "What is your name?");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, "Half typ");
}

/* A badge is scanned while somebody else types: the form stays, and no code lands in it. */
G_GNUC_UNUSED static void
scan_beside_a_form (Story *story)
{
  g_autofree char *said =
      story_ctl (story,
                 NULL,
                 "{\"name\": \"Ada Lovelace\", \"host\": null, \"type\": \"guest\"}",
                 STORY_ARGS ("visit", "sign-in"));
  const char *code = strstr (said, "\"code\":");
  g_autofree char *letters = NULL;
  g_autofree char *scan = NULL;

  code = strchr (code + strlen ("\"code\":"), '"') + 1;
  letters = g_strndup (code, FOYER_BADGE_CODE_LENGTH);
  scan = g_strconcat (FOYER_BADGE_CODE_PREFIX, letters, "\n", NULL);
  go_to_name (story);
  story_type (story, MARKER);
  robot_scan (story->robot, scan, 2);
  see (story->kiosk, ATSPI_ROLE_NOTIFICATION, "Goodbye. You are signed out, *");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, MARKER);
  assert_tree_has (story, "Ada", FALSE);
  assert_tree_has (story, letters, FALSE);
  /* a code that is nobody's says so */
  robot_scan (story->robot, "FOYER1:0123456789ABCDEFGHJKMNPQRS\n", 2);
  see (story->kiosk, ATSPI_ROLE_NOTIFICATION, "This is not a Foyer code. Show your badge.");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, MARKER);
}

/* No host is found: “not listed” is an answer, and the way goes on. */
static void
know_no_host (Story *story)
{
  go_to_name (story);
  story_type (story, "Ada");
  tap (story, "Continue");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
  story_type (story, "Qq");
  robot_key (story->robot, "Return");
  see (story->kiosk, ATSPI_ROLE_LABEL, "Type one more letter.");
  story_type (story, "q");
  see (story->kiosk, ATSPI_ROLE_LABEL, "No match for “Qqq”*");
  tap (story, "I do not know, or not listed");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
}

/* What cannot be a name is refused at the field, in words; what was typed stays. */
static void
type_what_is_no_name (Story *story)
{
  g_autofree char *long_name = g_strnfill (90, 'a');

  go_to_name (story);
  g_assert_false (robot_is_sensitive (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Continue"));
  robot_type (story->robot, long_name);
  tap (story, "Continue");
  see (story->kiosk, ATSPI_ROLE_LABEL, "This name is longer than 80 characters. Shorten it.");
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, long_name);
}

/* Keys and touches that lead out of a plain window lead nowhere. */
static void
look_for_a_way_out (Story *story)
{
  static const char *const keys[] = { "ctrl+shift+i", "ctrl+shift+d", "ctrl+period", "shift+F10",
                                      "Menu",         "alt+F4",       "ctrl+a",      "ctrl+v",
                                      "ctrl+q",       "ctrl+w",       "F10",         "alt+space",
                                      "ctrl+shift+u" };
  int x, y, width, height;

  go_to_name (story);
  story_type (story, MARKER);
  robot_get_box (story->kiosk, ATSPI_ROLE_TEXT, NULL, &x, &y, &width, &height);
  robot_click_at (story->robot, x + 60, y + height / 2, 3);
  robot_tap_at (story->robot, x + 60, y + height / 2);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    robot_key (story->robot, keys[i]);
  robot_wait_text (story->kiosk, ATSPI_ROLE_TEXT, NULL, MARKER);
  g_assert_cmpuint (robot_count (story->kiosk, ATSPI_ROLE_FRAME, NULL), ==, 1);
  g_assert_cmpuint (robot_count (story->kiosk, ATSPI_ROLE_MENU, NULL), ==, 0);
  g_assert_cmpuint (robot_count (story->kiosk, ATSPI_ROLE_MENU_ITEM, NULL), ==, 0);
  g_assert_cmpuint (robot_count (story->kiosk, ATSPI_ROLE_WINDOW, NULL), ==, 0);
  g_assert_cmpuint (robot_count (story->kiosk, ATSPI_ROLE_DIALOG, NULL), ==, 0);
}

/* A whole sign-in with nothing but a keyboard. */
static void
use_the_keyboard_alone (Story *story)
{
  robot_key (story->robot, "Return");
  see (story->kiosk, ATSPI_ROLE_HEADING, "What brings you here?");
  robot_key (story->robot, "Return");
  see (story->kiosk, ATSPI_ROLE_HEADING, "What is your name?");
  robot_type (story->robot, "Ada Lovelace");
  robot_key (story->robot, "Return");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
  robot_type (story->robot, "Okonkwo");
  see (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Chidi Okonkwo*");
  robot_key (story->robot, "Tab");
  robot_key (story->robot, "Return");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
  robot_key (story->robot, "Escape");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
}

/* The store is out of reach: said in words, nothing lost, and over when it is back. */
static void
lose_the_store (Story *story)
{
  g_autofree char *data = g_build_filename (story->folder, "data", NULL);
  g_autofree char *away = g_build_filename (story->folder, "away", NULL);

  story_answer (story, "Ada Lovelace", NULL, "Chidi Okonkwo");
  g_assert_cmpint (g_rename (data, away), ==, 0);
  tap (story, "Sign in");
  see (story->kiosk, ATSPI_ROLE_LABEL, "*Nothing was saved. Reception can help.*");
  g_assert_cmpint (g_rename (away, data), ==, 0);
}

static const struct {
  const char *name;
  void (*live) (Story *story);
} lives[] = {
  { "go-back-and-change", go_back_and_change },
  { "change-language", change_language },
#ifndef __SANITIZE_ADDRESS__ /* an instrumented program does not keep the scanner's 30 ms */
  { "scan-beside-a-form", scan_beside_a_form },
#endif
  { "know-no-host", know_no_host },
  { "type-what-is-no-name", type_what_is_no_name },
  { "look-for-a-way-out", look_for_a_way_out },
  { "use-the-keyboard-alone", use_the_keyboard_alone },
  { "lose-the-store", lose_the_store },
};

typedef struct {
  Robot *robot;
  void (*live) (Story *story);
} Life;

static void
test_life (gconstpointer data)
{
  const Life *life = data;
  g_autoptr (Story) story = story_new (life->robot, NULL);

  story_open_kiosk (story, 1280, 800);
  life->live (story);
  g_assert_cmpint (robot_app_get_pid (story->kiosk), !=, 0);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = robot_new (1280, 800, "us", &err);
  Life life[G_N_ELEMENTS (lives)];

  g_assert_no_error (err);
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (lives); i++) {
    g_autofree char *path = g_strconcat ("/visitor/", lives[i].name, NULL);

    life[i] = (Life){ robot, lives[i].live };
    g_test_add_data_func (path, &life[i], test_life);
  }
  return g_test_run ();
}

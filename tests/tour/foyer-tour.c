/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tour: kiosk and desk beside each other on a screen of their own, driven by touch and keys
 * through the whole main job. Leaves pictures, the badge and a summary in _build/tour, or in the
 * folder that its argument names. */

#include <glib/gstdio.h>
#include <string.h>

#include "foyer-test.h"
#include "story.h"

#define FOLDER "_build/tour" /* if no other is named */
#define NAME "Zoë Brontë"
#define HOST "Łukasz Wójcik"
#define WIDTH 1280
#define HEIGHT 800
#define A_MONTH (31 * G_GINT64_CONSTANT (86400))

typedef struct {
  Story *story;
  const char *folder;
  char *badge; /* its file */
  guint shots;
  GString *summary;
} Tour;

typedef struct {
  const char *folder;
  char *path;
} Badge;

static void
tell (Tour *tour, const char *sentence)
{
  g_print ("%s\n", sentence);
  g_string_append_printf (tour->summary, "%s\n", sentence);
}

/* Takes the next numbered picture of a program's window. */
static void
shoot (Tour *tour, RobotApp *app, const char *name, const char *sentence)
{
  g_autofree char *file = g_strdup_printf ("%02u-%s.png", ++tour->shots, name);
  g_autofree char *path = g_build_filename (tour->folder, file, NULL);
  g_autofree char *line = g_strdup_printf ("%-24s %s", file, sentence);

  robot_app_shot (app, path);
  tell (tour, line);
}

static void
see (RobotApp *app, AtspiRole role, const char *name)
{
  g_object_unref (robot_wait (app, role, name));
}

static void
tap (Tour *tour, const char *name)
{
  robot_tap (tour->story->kiosk, ATSPI_ROLE_PUSH_BUTTON, name);
}

static void
sign_in (Tour *tour)
{
  RobotApp *kiosk = tour->story->kiosk;

  shoot (tour, kiosk, "welcome", "A visitor finds the kiosk.");
  tap (tour, "Sign in");
  see (kiosk, ATSPI_ROLE_HEADING, "What brings you here?");
  shoot (tour, kiosk, "purpose", "One question a screen: a tile is the answer.");
  tap (tour, "Work on the building*");
  see (kiosk, ATSPI_ROLE_HEADING, "Which company sends you?");
  story_type (tour->story, "Fjordtek");
  shoot (tour, kiosk, "company", "Who works on the building is asked for the company.");
  tap (tour, "Continue");
  see (kiosk, ATSPI_ROLE_HEADING, "What is your name?");
  story_type (tour->story, NAME);
  shoot (tour, kiosk, "name", "The name, typed on the screen's own keyboard.");
  tap (tour, "Continue");
  see (kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?");
  story_type (tour->story, "Luk");
  see (kiosk, ATSPI_ROLE_PUSH_BUTTON, HOST "*");
  shoot (tour, kiosk, "host", "Three letters find the host, never the whole directory.");
  tap (tour, HOST "*");
  see (kiosk, ATSPI_ROLE_HEADING, "Before you start work");
  shoot (tour, kiosk, "safety", "Who works on the building reads the safety rules first.");
  tap (tour, "I have read these");
  robot_wait_gone (kiosk, ATSPI_ROLE_HEADING, "Before you start work");
  see (kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
  shoot (tour,
         kiosk,
         "check",
         "What is recorded, until when, and the notice. Nothing is stored yet.");
  tap (tour, "Read all of it*");
  see (kiosk, ATSPI_ROLE_PUSH_BUTTON, "The whole notice");
  shoot (tour, kiosk, "excerpt", "The excerpt of the privacy notice, in its own words.");
  tap (tour, "Back to sign in");
  tap (tour, "Sign in");
  see (kiosk, ATSPI_ROLE_HEADING, "Thank you, *");
}

/* A program in the tour's folder. */
static void
run (Tour *tour, const char *const *argv, char **output)
{
  g_autoptr (GError) err = NULL;
  int status = -1;

  g_spawn_sync (tour->folder,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                output,
                NULL,
                &status,
                &err);
  g_assert_no_error (err);
  g_assert_cmpint (status, ==, 0);
}

/* The file of the badge, once it is there: paper takes its time. */
static gboolean
finds_badge (gpointer data)
{
  Badge *badge = data;
  g_autoptr (GDir) dir = g_dir_open (badge->folder, 0, NULL);
  const char *name = NULL;

  while (badge->path == NULL && dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    if (g_str_has_suffix (name, ".pdf"))
      badge->path = g_build_filename (badge->folder, name, NULL);
  }
  return badge->path != NULL;
}

/* The badge that came out: as PDF and PNG; its code, read by the eye of a scanner. */
static char *
take_badge (Tour *tour)
{
  g_autofree char *folder = g_build_filename (tour->story->folder, "badges", NULL);
  Badge badge = { folder, NULL };
  char *read = NULL;

  foyer_test_wait_until (finds_badge, &badge);
  run (tour, (const char *const[]){ "cp", badge.path, "badge.pdf", NULL }, NULL);
  run (tour,
       (const char
            *const[]){ "pdftoppm", "-r", "300", "-png", "-singlefile", "badge.pdf", "badge", NULL },
       NULL);
  run (tour, (const char *const[]){ "zbarimg", "-q", "--raw", "badge.png", NULL }, &read);
  tour->badge = badge.path;
  return read;
}

/* Others who are in the house, so that the desk has something to show. */
static void
fill_the_house (Tour *tour)
{
  static const char *const visitors[][3] = {
    { "Aoife O’Connor", "guest", NULL },        { "Szymon Ćwikliński", "contractor", "LiftCo" },
    { "Dilara Öztürk", "guest", NULL },         { "Björn Åkesson", "contractor", "NetPro" },
    { "Siobhán Ní Dhomhnaill", "guest", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (visitors); i++) {
    g_autofree char *company = visitors[i][2] != NULL
                                   ? g_strdup_printf ("\"company\": \"%s\", ", visitors[i][2])
                                   : g_strdup ("");
    g_autofree char *json =
        g_strdup_printf ("{\"name\": \"%s\", %s\"type\": \"%s\", \"host\": \"Renée Dubois\"}",
                         visitors[i][0],
                         company,
                         visitors[i][1]);
    g_autofree char *said = story_ctl (tour->story, NULL, json, STORY_ARGS ("visit", "sign-in"));
  }
}

static void
leave_by_the_desk (Tour *tour, const char *code)
{
  Story *story = tour->story;

  story_open_desk (story, WIDTH, WIDTH, HEIGHT, STORY_RECEPTIONIST);
  see (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");
  shoot (tour, story->desk, "today", "Reception sees who is on site, and whom to tell.");
  robot_scan (story->robot, code, 0);
  see (story->desk, ATSPI_ROLE_LABEL, NAME " checked out*");
  shoot (tour, story->desk, "checked-out", "A scan checks the visitor out, wherever the focus is.");
  story_change_desk (story, WIDTH, WIDTH, HEIGHT, STORY_SECURITY);
  robot_click (story->desk, ATSPI_ROLE_RADIO_BUTTON, "Day log");
  see (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");
  shoot (tour, story->desk, "day-log", "Security reads the day's log.");
}

static gboolean
is_gone (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
be_forgotten (Tour *tour)
{
  Story *story = tour->story;
  g_autofree char *said = NULL;

  story_pass (story, A_MONTH);
  robot_wait_gone (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");
  said = story_ctl (story, NULL, NULL, STORY_ARGS ("retention", "run"));
  tell (tour, "A month later the retention period has passed, and the visit is gone:");
  tell (tour, g_strstrip (said));
  g_clear_pointer (&said, g_free);
  said = story_ctl (story, STORY_OFFICER, NULL, STORY_ARGS ("retention", "show"));
  tell (tour, g_strstrip (said));
  g_assert_false (story_files_hold (story, "Fjordtek"));
  foyer_test_wait_until (is_gone, tour->badge);
  tell (tour,
        "No file of the store holds the visitor's company any more, and the badge's file is gone.");
}

static void
look_around (Tour *tour)
{
  RobotApp *kiosk = tour->story->kiosk;

  tap (tour, "Your privacy here");
  robot_wait_gone (kiosk, ATSPI_ROLE_HEADING, "Welcome.");
  see (kiosk, ATSPI_ROLE_PUSH_BUTTON, "The whole notice");
  shoot (tour, kiosk, "privacy", "The notice can be read without signing in.");
  tap (tour, "Back");
  tap (tour, "Sign out");
  see (kiosk, ATSPI_ROLE_HEADING, "Hold your badge under the reader.");
  shoot (tour, kiosk, "sign-out", "Leaving needs the badge alone, on any screen.");
  tap (tour, "Back");
  tap (tour, "Deutsch");
  see (kiosk, ATSPI_ROLE_HEADING, "Willkommen.");
  shoot (tour, kiosk, "willkommen", "Each screen speaks German, too.");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = robot_new (2 * WIDTH, HEIGHT, "us", &err);
  g_autofree char *code = NULL;
  Tour tour = { .folder = argc > 1 ? argv[1] : FOLDER, .summary = g_string_new (NULL) };
  g_autofree char *summary = g_build_filename (tour.folder, "summary.txt", NULL);

  g_assert_no_error (err);
  g_assert_cmpint (g_mkdir_with_parents (tour.folder, 0755), ==, 0);
  robot_split_screen (robot, WIDTH);
  tour.story = story_new (robot, NULL);
  story_open_kiosk (tour.story, WIDTH, HEIGHT);

  sign_in (&tour);
  code = take_badge (&tour);
  shoot (&tour, tour.story->kiosk, "thanks", "The badge is printed; nobody had to wait for it.");
  tell (&tour, "badge.pdf, badge.png     The badge. Its code holds no data about anybody.");
  tap (&tour, "Finish");
  fill_the_house (&tour);
  leave_by_the_desk (&tour, code);
  look_around (&tour);
  be_forgotten (&tour);

  g_assert_true (g_file_set_contents (summary, tour.summary->str, -1, &err));
  g_print ("\nAll of it is in %s.\n", tour.folder);
  g_string_free (tour.summary, TRUE);
  story_free (tour.story);
  g_free (tour.badge);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "foyer-test.h"
#include "print-fixture.h"
#include "read-back.h"
#include "story.h"
#include "vault/digest.h"
#include "visit/badge-code.h"

#define NAME "Zoë O'Brien-Łukasiewicz"
#define COMPANY "<b>ACME</b> & Söhne"
#define HOST "Łukasz Wójcik"

/* Parts of name and company that a file would hold, each in every spelling of house_spell(). */
static const char *const markers[] = { "Zoë", "O'Brien-", "Łukasiewicz", "<b>ACME</b>", "Söhne" };

/* The visit is deleted, and the key that could have opened what is left of it is swapped away. */
static gboolean
is_forgotten (gpointer story)
{
  return story_count (story, "SELECT count (*) FROM visit") == 0
         && story_count (story, "SELECT count (*) FROM deletion WHERE forgotten_at IS NOT NULL")
                == 1;
}

/* How many visits have the code of that hash: as another station would see it. */
static gint64
count_code (Story *story, const char *code)
{
  g_autofree char *uri = g_strdup_printf ("sqlite:%s/data", story->folder);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&(FoyerStorePlace){ .uri = uri }, FALSE, &err);
  g_autoptr (GBytes) hash = foyer_digest (code, strlen (code));
  g_autoptr (FoyerRows) rows = foyer_db_query (db,
                                               &err,
                                               "SELECT count (*) FROM visit WHERE code_hash = $1",
                                               foyer_blob (hash));

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  return foyer_rows_int (rows, 0);
}

/* One label of the stock's size, with what a badge says; the layout's details are the badge's
 * tests. */
static void
assert_badge (const char *paper, const ReadBack *badge)
{
  g_autofree char *said =
      read_back_run ((const char *const[]){ "pdftotext", paper, "-", NULL }, FALSE);

  g_assert_cmpint (badge->pages, ==, 1);
  g_assert_cmpfloat_with_epsilon (badge->width_mm, 62.0, 0.1);
  g_assert_cmpfloat_with_epsilon (badge->height_mm, 100.0, 0.1);
  g_assert_nonnull (strstr (said, "Zoë"));
  g_assert_nonnull (strstr (said, HOST));
  g_assert_nonnull (strstr (said, "Northwind Labs"));
}

static void
see (RobotApp *app, AtspiRole role, const char *name)
{
  g_object_unref (robot_wait (app, role, name));
}

/* One visitor's whole way, from the welcome page until nothing is left of the visit. */
static void
live_through (Story *story, PrintFixture *printer, gboolean portrait)
{
  int width = portrait ? 1080 : 1280;
  int height = portrait ? 1920 : 800;
  int desk_at = portrait ? 0 : width; /* beside the kiosk, or above it */
  g_autofree char *paper = NULL;
  g_autoptr (ReadBack) badge = NULL;
  g_autofree char *code = NULL;
  g_autofree char *scan = NULL;

  /* When a visitor signs in */
  story_open_kiosk (story, width, height);
  story_answer (story, NAME, COMPANY, HOST);
  see (story->kiosk, ATSPI_ROLE_LABEL, NAME);
  see (story->kiosk, ATSPI_ROLE_LABEL, COMPANY);
  see (story->kiosk, ATSPI_ROLE_LABEL, HOST);
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Thank you, Zoë.");

  /* Then the printer gets a badge whose code is that visit's */
  paper = print_fixture_wait (printer, 0);
  badge = read_back (paper, 300);
  code = foyer_badge_code_parse (badge->qr);
  g_assert_nonnull (code);
  g_assert_cmpint (count_code (story, code), ==, 1);
  assert_badge (paper, badge);
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Finish");
  see (story->kiosk, ATSPI_ROLE_HEADING, "Welcome.");

  /* and the store holds nothing that a search can find */
  for (gsize i = 0; i < G_N_ELEMENTS (markers); i++)
    g_assert_false (story_files_hold (story, markers[i]));
  g_assert_false (story_files_hold (story, code));

  /* When the badge is scanned at the desk, wherever the focus is */
  story_open_desk (story, desk_at, width, 800, STORY_RECEPTIONIST);
  see (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");
  scan = g_strconcat (FOYER_BADGE_CODE_PREFIX, code, "\n", NULL);
  robot_scan (story->robot, scan, 0);
  see (story->desk, ATSPI_ROLE_LABEL, NAME " checked out*");

  /* Then security sees in the log of the day that the visitor left */
  story_change_desk (story, desk_at, width, 800, STORY_SECURITY);
  robot_click (story->desk, ATSPI_ROLE_RADIO_BUTTON, "Day log");
  see (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");
  see (story->desk, ATSPI_ROLE_TABLE_CELL, HOST);
  see (story->desk, ATSPI_ROLE_TABLE_CELL, "Left");

  /* When the retention period has passed, the programs that run have forgotten all of it */
  story_pass (story, 31 * 86400);
  foyer_test_wait_until (is_forgotten, story);
  robot_wait_gone (story->desk, ATSPI_ROLE_TABLE_CELL, NAME "*");

  /* and end when the machine ends them */
  g_assert_cmpint (robot_app_stop (story->desk), ==, 0);
  g_assert_cmpint (robot_app_stop (story->kiosk), ==, 0);
}

static void
test_a_visit_from_welcome_to_gone (gconstpointer data)
{
  const char *size = data;
  gboolean portrait = strcmp (size, "portrait") == 0;
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot =
      robot_new (portrait ? 1080 : 2 * 1280, portrait ? 1920 : 800, "us", &err);
  PrintFixture *printer = NULL;

  g_assert_no_error (err);
  robot_mind_leaks (robot);
  printer = print_fixture_start (portrait);
  {
    /* a queue of a print server in one, the printer itself in the other */
    g_autoptr (Story) story =
        story_new (robot, portrait ? PRINT_FIXTURE_QUEUE : print_fixture_get_uri (printer));

    if (!portrait)
      robot_split_screen (robot, 1280);
    live_through (story, printer, portrait);
  }
  print_fixture_stop (printer);
}

int
main (int argc, char *argv[])
{
  /* One robot in a process's life: which screen it is stands in the arguments. */
  const char *size = argc > 1 ? argv[argc - 1] : "landscape";
  g_autofree char *path = g_strconcat ("/main-job/", size, NULL);

  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func (path, size, test_a_visit_from_welcome_to_gone);
  return g_test_run ();
}

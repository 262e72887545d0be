/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-post"

#include "post/post.h"

#include <glib/gstdio.h>

#include "foyer-test.h"
#include "post/letters.h"
#include "print-fixture.h"
#include "privacy/periods.h"
#include "privacy/retention.h"
#include "reception/desk-work.h"
#include "reception/sign-out.h"
#include "visit/id.h"

/* What a test prints on; @paper is real, and one a program. */
typedef struct {
  const char *printer;
  PrintFixture *paper;
} Printing;

/* A house with a station. */
typedef struct {
  House house;
  PrintFixture *paper;
  char *folder;
  FoyerSettings *settings;
  FoyerPost *post;
} Station;

static void
set_printer (Station *station, const char *printer)
{
  g_autofree char *types = g_build_filename (station->folder, "types.d", NULL);
  g_autofree char *from = g_build_filename (FOYER_DATA, "types.d", NULL);
  g_autofree char *path = g_build_filename (station->folder, "foyer.conf", NULL);
  g_autofree char *line =
      printer != NULL ? g_strconcat ("printer=", printer, "\n", NULL) : g_strdup ("");
  g_autofree char *text = g_strconcat ("[store]\nuri=sqlite:nowhere\n[station]\nname=Lobby kiosk\n",
                                       line,
                                       "[site]\norganisation=Northwind Labs\ntimezone=UTC\n",
                                       NULL);
  g_autoptr (GError) err = NULL;

  if (!g_file_test (types, G_FILE_TEST_EXISTS))
    g_assert_cmpint (symlink (from, types), ==, 0);
  g_file_set_contents (path, text, -1, &err);
  g_assert_no_error (err);
  g_clear_object (&station->post);
  g_clear_object (&station->settings);
  station->settings = foyer_settings_load (path, &err);
  g_assert_no_error (err);
  station->post = foyer_post_new (station->house.store, station->house.clock, station->settings);
}

static void
set_up (Station *station, gconstpointer data)
{
  const Printing *printing = data;
  g_autoptr (GError) err = NULL;

  house_set_up (&station->house, NULL);
  station->folder = g_dir_make_tmp ("foyer-post-XXXXXX", &err);
  g_assert_no_error (err);
  station->paper = printing->paper;
  set_printer (station, printing->printer);
}

static void
tear_down (Station *station, gconstpointer unused)
{
  const char *const argv[] = { "rm", "-rf", "--", station->folder, NULL };

  g_assert_finalize_object (station->post);
  g_assert_finalize_object (station->settings);
  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                NULL,
                NULL,
                NULL,
                NULL);
  g_free (station->folder);
  house_tear_down (&station->house, NULL);
}

static void
carry (Station *station)
{
  g_autoptr (GError) err = NULL;

  foyer_post_carry_all_now (station->post, &err);
  g_assert_no_error (err);
}

static char *
badge_file (Station *station, FoyerVisit *visit)
{
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));
  g_autofree char *name = g_strconcat (id, ".pdf", NULL);

  return g_build_filename (station->folder, "badges", name, NULL);
}

static FoyerBadgeState
badge_state (Station *station, FoyerVisit *visit)
{
  g_autoptr (FoyerDeskWork) work = foyer_desk_work_new (foyer_visit_get_id (visit), NINE_O_CLOCK);

  house_do (&station->house, station->house.kiosk, &foyer_reception_follow_badge, work);
  return work->badge;
}

static void
check_out (Station *station, FoyerVisit *visit)
{
  g_autoptr (FoyerSignOut) leaving = foyer_sign_out_new (foyer_visit_get_code (visit),
                                                         NULL,
                                                         foyer_clock_now (station->house.clock));

  house_do (&station->house, station->house.kiosk, &foyer_reception_sign_out, leaving);
}

static void
retain (Station *station)
{
  gint64 now = foyer_clock_now (station->house.clock);
  g_autoptr (FoyerRetention) run = foyer_retention_new (now, now);

  house_do (&station->house, station->house.program, &foyer_privacy_retain, run);
}

static gint64
letters (Station *station)
{
  return house_count (&station->house, "SELECT count (*) FROM letter WHERE kind <> 2");
}

static gint64
printed (Station *station)
{
  return house_count (&station->house, "SELECT count (*) FROM audit WHERE event = 'badge-printed'");
}

static gint64
not_printed (Station *station)
{
  return house_count (&station->house,
                      "SELECT count (*) FROM audit WHERE event = 'badge-not-printed'");
}

static void
test_a_badge_becomes_a_file_that_goes_with_its_visit (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);
  GStatBuf about;

  /* When the post of a station with a folder goes round */
  carry (station);

  /* Then the badge stands there, for its owner alone, and counts as printed */
  g_assert_cmpint (g_stat (file, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_PRINTED);
  g_assert_cmpint (printed (station), ==, 1);

  /* And it stays as long as the visit does */
  check_out (station, zoe);
  foyer_clock_advance (station->house.clock, 30 * FOYER_DAY - 1);
  retain (station);
  carry (station);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));

  /* And not longer */
  foyer_clock_advance (station->house.clock, 1);
  retain (station);
  carry (station);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (letters (station), ==, 0);
}

static void
test_a_badge_on_paper_needs_its_letter_no_more (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = NULL;
  guint before = print_fixture_count (station->paper);

  zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  carry (station);

  g_free (print_fixture_wait (station->paper, before));
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_PRINTED);
  g_assert_cmpint (letters (station), ==, 0);
  g_assert_cmpint (printed (station), ==, 1);

  /* And it is not printed again */
  carry (station);
  g_assert_cmpuint (print_fixture_count (station->paper), ==, before + 1);
}

static void
test_a_printer_that_is_gone_is_the_desks (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);

  carry (station);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_AT_DESK);
  g_assert_cmpint (not_printed (station), ==, 1);
}

static void
test_a_printer_that_hangs_is_the_desks_after_ten_seconds (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = NULL;
  g_autoptr (GTimer) timer = NULL;

  zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  print_fixture_freeze (station->paper);
  timer = g_timer_new ();
  carry (station);
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 15);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_AT_DESK);
  print_fixture_thaw (station->paper);
}

static void
test_without_a_printer_the_desk_has_it_at_once (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);

  carry (station);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_AT_DESK);
}

static void
test_who_has_left_gets_no_badge (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);

  check_out (station, zoe);
  carry (station);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (letters (station), ==, 0);
}

static void
test_no_badge_is_printed_after_its_visitor_went_to_reception (Station *station,
                                                              gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);

  foyer_clock_advance (station->house.clock, FOYER_POST_PRINT_MS + 1);
  carry (station);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_AT_DESK);
}

/* Takes the letter as a post does that is then killed. */
static void
take_and_die (Station *station)
{
  gint64 now = foyer_clock_now (station->house.clock);
  g_auto (FoyerPostTake) take = { .station = "Lobby kiosk",
                                  .kind = FOYER_LETTER_BADGE,
                                  .now = now,
                                  .until = now + FOYER_POST_LEASE,
                                  .folder = foyer_settings_get_printer (station->settings) };

  house_do (&station->house, station->house.program, &foyer_post_take, &take);
  g_assert_nonnull (take.letter);
  g_assert_nonnull (take.visit);
}

static void
test_a_badge_that_may_be_out_is_not_printed_twice (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = NULL;
  guint before = print_fixture_count (station->paper);

  /* Given a post that was killed while a badge was at the printer */
  zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  take_and_die (station);

  /* Then nobody touches the letter while the lease holds */
  carry (station);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_PRINTING);

  /* And after it the desk decides */
  foyer_clock_advance (station->house.clock, FOYER_POST_LEASE);
  carry (station);
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_AT_DESK);
  g_assert_cmpuint (print_fixture_count (station->paper), ==, before);
}

static void
test_a_file_is_written_over_after_a_kill (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);

  take_and_die (station);
  foyer_clock_advance (station->house.clock, FOYER_POST_LEASE);
  carry (station);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (badge_state (station, zoe), ==, FOYER_BADGE_PRINTED);
}

static void
test_a_visit_may_be_deleted_while_its_badge_is_drawn (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);
  g_autofree char *folder = g_path_get_dirname (file);
  FoyerPeriodChange none = { .now = NINE_O_CLOCK };
  g_auto (FoyerPostTake) take = { .station = "Lobby kiosk",
                                  .kind = FOYER_LETTER_BADGE,
                                  .now = NINE_O_CLOCK,
                                  .until = NINE_O_CLOCK + FOYER_POST_LEASE,
                                  .folder = foyer_settings_get_printer (station->settings) };
  FoyerPostSettle settle = { .outcome = FOYER_POST_FILED, .now = NINE_O_CLOCK };

  /* Given a badge that is being drawn, for a visit that ends and goes at that moment */
  house_do (&station->house, station->house.program, &foyer_post_take, &take);
  check_out (station, zoe);
  house_do (&station->house, station->house.officer, &foyer_privacy_set_period, &none);
  retain (station);

  /* When it is written all the same */
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "%PDF", -1, NULL));
  settle.letter = take.letter;
  house_do (&station->house, station->house.program, &foyer_post_settle, &settle);

  /* Then the next round removes it */
  carry (station);
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (letters (station), ==, 0);
}

static void
test_a_file_goes_though_the_printer_is_another_one (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);

  carry (station);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  check_out (station, zoe);

  /* When the printer is another folder, or none, by the time the visit goes */
  set_printer (station, "pdf:elsewhere");
  set_printer (station, NULL);
  foyer_clock_advance (station->house.clock, 31 * FOYER_DAY);
  retain (station);
  carry (station);

  /* Then the file goes from where it stands */
  g_assert_false (g_file_test (file, G_FILE_TEST_EXISTS));
  g_assert_cmpint (letters (station), ==, 0);
}

static void
test_a_file_that_cannot_be_removed_waits (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  g_autofree char *file = badge_file (station, zoe);
  gboolean waits = FALSE;

  carry (station);
  check_out (station, zoe);
  foyer_clock_advance (station->house.clock, 31 * FOYER_DAY);
  retain (station);

  /* Given something in its place that is no file */
  g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_cmpint (g_mkdir (file, 0700), ==, 0);
  foyer_post_shred_now (station->post, NULL);
  foyer_clock_advance (station->house.clock, FOYER_POST_LEASE);
  foyer_post_file_waits (station->post, &waits, NULL);
  g_assert_true (waits);

  g_assert_cmpint (g_rmdir (file), ==, 0);
  carry (station);
  g_assert_cmpint (letters (station), ==, 0);
}

static void
test_the_post_wakes_by_itself (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerVisit) zoe = NULL;
  g_autofree char *file = NULL;

  /* Given a post that is on its way */
  foyer_store_watch (station->house.store);
  foyer_post_start (station->post);

  /* When somebody signs in */
  zoe = house_sign_in (&station->house, "Zoë O'Brien", NINE_O_CLOCK);
  file = badge_file (station, zoe);

  /* Then the badge is printed without being asked for, and the thread ends when it is told to */
  while (badge_state (station, zoe) == FOYER_BADGE_PRINTING)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (g_file_test (file, G_FILE_TEST_EXISTS));
  foyer_post_stop (station->post);
  g_assert_cmpint (printed (station), ==, 1);

  /* (what was on its way to the main loop arrives: house and post keep the store, nobody else) */
  while (G_OBJECT (station->house.store)->ref_count > 2)
    g_main_context_iteration (NULL, TRUE);
}

#define POST(path, printer, func)                                                                  \
  g_test_add ("/post/" path, Station, printer, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  const Printing files = { "pdf:badges", NULL };
  const Printing nowhere = { "ipp://localhost:9/ipp/print", NULL };
  const Printing none = { NULL, NULL };
  Printing paper = { NULL, NULL };
  int status;

  g_test_init (&argc, &argv, NULL);
  paper.paper = print_fixture_start (FALSE);
  paper.printer = print_fixture_get_uri (paper.paper);
  POST ("a badge becomes a file that goes with its visit",
        &files,
        test_a_badge_becomes_a_file_that_goes_with_its_visit);
  POST ("a badge on paper needs its letter no more",
        &paper,
        test_a_badge_on_paper_needs_its_letter_no_more);
  POST ("a printer that is gone is the desk's", &nowhere, test_a_printer_that_is_gone_is_the_desks);
  POST ("a printer that hangs is the desk's after ten seconds",
        &paper,
        test_a_printer_that_hangs_is_the_desks_after_ten_seconds);
  POST ("without a printer the desk has it at once",
        &none,
        test_without_a_printer_the_desk_has_it_at_once);
  POST ("who has left gets no badge", &files, test_who_has_left_gets_no_badge);
  POST ("no badge is printed after its visitor went to reception",
        &files,
        test_no_badge_is_printed_after_its_visitor_went_to_reception);
  POST ("a badge that may be out is not printed twice",
        &paper,
        test_a_badge_that_may_be_out_is_not_printed_twice);
  POST ("a file is written over after a kill", &files, test_a_file_is_written_over_after_a_kill);
  POST ("a visit may be deleted while its badge is drawn",
        &files,
        test_a_visit_may_be_deleted_while_its_badge_is_drawn);
  POST ("a file goes though the printer is another one",
        &files,
        test_a_file_goes_though_the_printer_is_another_one);
  POST ("a file that cannot be removed waits", &files, test_a_file_that_cannot_be_removed_waits);
  POST ("the post wakes by itself", &files, test_the_post_wakes_by_itself);
  status = g_test_run ();
  print_fixture_stop (paper.paper);
  return status;
}

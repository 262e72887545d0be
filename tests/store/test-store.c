/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "foyer-test.h"
#include "reception/presence.h"

static void
on_changed (FoyerStore *store, int *times)
{
  ++*times;
}

static gboolean
run_nothing (FoyerDb *db, gpointer data, GError **error)
{
  return TRUE;
}

static gboolean
run_half (FoyerDb *db, gpointer data, GError **error)
{
  if (!foyer_db_script (db, "UPDATE visit SET days_told = 7", error))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "half way");
  return FALSE;
}

static gboolean
run_busy_once (FoyerDb *db, gpointer data, GError **error)
{
  int *runs = data;

  if (++*runs > 1)
    return TRUE;
  g_set_error (error, FOYER_DB_ERROR, FOYER_DB_ERROR_BUSY, "busy");
  return FALSE;
}

static const FoyerDeed write_nothing = { .right = FOYER_RIGHT_SIGN_IN,
                                         .writes = TRUE,
                                         .run = run_nothing };
static const FoyerDeed write_half = { .right = FOYER_RIGHT_SIGN_IN,
                                      .writes = TRUE,
                                      .run = run_half };
static const FoyerDeed busy_once = { .right = FOYER_RIGHT_SIGN_IN,
                                     .writes = TRUE,
                                     .run = run_busy_once };

static void
test_a_deed_that_fails_leaves_nothing (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  g_assert_false (foyer_store_do_wait (house->store, house->kiosk, &write_half, NULL, &err));
  g_assert_error (err, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpint (house_count (house, "SELECT max (days_told) FROM visit"), ==, 30);
}

static void
test_a_busy_store_is_asked_again (House *house, gconstpointer unused)
{
  int runs = 0;

  house_do (house, house->kiosk, &busy_once, &runs);
  g_assert_cmpint (runs, ==, 2);
}

static void
test_every_right_is_refused_to_whom_it_does_not_belong (House *house, gconstpointer unused)
{
  FoyerActor *const actors[] = { house->kiosk,    house->program, house->receptionist,
                                 house->security, house->officer, house->administrator };

  for (int right = 0; right < FOYER_N_RIGHTS; right++) {
    FoyerDeed deed = { .right = right, .run = run_nothing };

    for (gsize i = 0; i < G_N_ELEMENTS (actors); i++) {
      g_autoptr (GError) err = NULL;
      gboolean done = foyer_store_do_wait (house->store, actors[i], &deed, NULL, &err);

      g_assert_cmpint (done, ==, foyer_roles_may (foyer_actor_get_roles (actors[i]), right));
      if (!done)
        g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
    }
  }
}

static void
test_an_account_that_is_gone_may_nothing (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerPresence) today = foyer_presence_new (NINE_O_CLOCK, 0, NULL);

  g_assert_true (foyer_db_script (house->desk, "UPDATE staff SET roles = 8", &err));
  g_assert_false (
      foyer_store_do_wait (house->store, house->receptionist, &foyer_reception_today, today, &err));
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
}

static void
test_a_change_by_another_process_is_heard (House *house, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  int times = 0;

  house_do (house, house->kiosk, &write_nothing, NULL); /* the store is open now */
  g_signal_connect (house->store, "changed", G_CALLBACK (on_changed), &times);
  foyer_store_watch (house->store);
  g_assert_true (foyer_db_script (house->desk, "UPDATE visit SET days_told = 7", &err));
  g_assert_true (foyer_db_script (house->desk, "INSERT INTO period VALUES ('x', 1, 1, 1)", &err));
  while (times == 0)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct {
  GMainLoop *loop;
  GError *err;
  gpointer what;
} Answer;

static void
on_answer (GObject *unused, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->what = foyer_store_do_finish (result, &answer->err);
  g_main_loop_quit (answer->loop);
}

static void
test_a_screen_is_answered_on_the_main_loop (House *house, gconstpointer unused)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Answer answer = { loop, NULL, NULL };
  g_autoptr (FoyerVisit) visit = house_visit (house, "Ada Lovelace");
  g_autoptr (FoyerSignIn) done = NULL;

  foyer_store_do (house->store,
                  house->kiosk,
                  &foyer_reception_sign_in,
                  foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK),
                  foyer_sign_in_free,
                  NULL,
                  on_answer,
                  &answer);
  g_main_loop_run (loop);
  g_assert_no_error (answer.err);
  done = answer.what;
  g_assert_true (done->visit == visit);
  g_assert_cmpint (foyer_visit_get_state (visit), ==, FOYER_VISIT_ON_SITE);
}

static void
test_a_screen_that_is_gone_is_not_answered_and_its_deed_is_done (House *house, gconstpointer unused)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  Answer answer = { loop, NULL, NULL };
  g_autoptr (FoyerVisit) visit = house_visit (house, "Ada Lovelace");

  foyer_store_do (house->store,
                  house->kiosk,
                  &foyer_reception_sign_in,
                  foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK),
                  foyer_sign_in_free,
                  cancel,
                  on_answer,
                  &answer);
  g_cancellable_cancel (cancel);
  g_main_loop_run (loop);
  g_assert_error (answer.err, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (answer.what);
  g_clear_error (&answer.err);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);
}

static void
test_a_store_that_was_gone_is_found_when_it_is_back (House *house, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (house->folder, "foyer.db", NULL);
  g_autofree char *away = g_build_filename (house->folder, "away", NULL);
  g_autoptr (FoyerStore) store = foyer_store_new (&house->place);
  g_autoptr (GError) err = NULL;

  g_assert_cmpint (g_rename (file, away), ==, 0);
  g_assert_false (foyer_store_do_wait (store, house->kiosk, &write_nothing, NULL, &err));
  g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_MISSING);
  g_clear_error (&err);

  g_assert_cmpint (g_rename (away, file), ==, 0);
  g_assert_true (foyer_store_do_wait (store, house->kiosk, &write_nothing, NULL, &err));
  g_assert_no_error (err);
}

static void
test_nobody_else_can_read_the_file (House *house, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (house->folder, "foyer.db", NULL);
  struct stat st;

  g_assert_cmpint (g_stat (file, &st), ==, 0);
  g_assert_cmpint (st.st_mode & 0777, ==, 0600);
}

static void
test_a_flipped_byte_in_a_record_is_shown_as_damage (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Lovelace", NINE_O_CLOCK);
  g_autoptr (FoyerPresence) today = foyer_presence_new (NINE_O_CLOCK, 0, NULL);
  g_autoptr (FoyerVisit) shown = NULL;
  g_autoptr (GError) err = NULL;

  g_assert_true (foyer_db_script (house->desk, "UPDATE visit SET record = X'01FF0000'", &err));
  house_do (house, house->receptionist, &foyer_reception_today, today);
  shown = g_list_model_get_item (G_LIST_MODEL (today->visits), 0);
  g_assert_null (foyer_visit_get_name (shown));
  g_assert_true (foyer_store_check (house->store, &err));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/store/fails", test_a_deed_that_fails_leaves_nothing);
  HOUSE_TEST ("/store/busy", test_a_busy_store_is_asked_again);
  HOUSE_TEST ("/store/rights", test_every_right_is_refused_to_whom_it_does_not_belong);
  HOUSE_TEST ("/store/account-gone", test_an_account_that_is_gone_may_nothing);
  HOUSE_TEST ("/store/another-process", test_a_change_by_another_process_is_heard);
  HOUSE_TEST ("/store/main-loop", test_a_screen_is_answered_on_the_main_loop);
  HOUSE_TEST ("/store/screen-gone",
              test_a_screen_that_is_gone_is_not_answered_and_its_deed_is_done);
  HOUSE_TEST ("/store/back", test_a_store_that_was_gone_is_found_when_it_is_back);
  HOUSE_TEST ("/store/mode", test_nobody_else_can_read_the_file);
  HOUSE_TEST ("/store/damage", test_a_flipped_byte_in_a_record_is_shown_as_damage);
  return g_test_run ();
}

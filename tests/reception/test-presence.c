/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "reception/desk-work.h"
#include "reception/error.h"
#include "reception/presence.h"
#include "reception/sign-out.h"

static FoyerVisit *
nth (GListStore *visits, guint n)
{
  return g_list_model_get_item (G_LIST_MODEL (visits), n);
}

static void
test_a_visitor_who_signed_in_is_on_the_log (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = NULL;
  g_autoptr (FoyerPresence) log = foyer_presence_new (NINE_O_CLOCK, NINE_O_CLOCK + 1, NULL);
  g_autoptr (FoyerVisit) first = NULL;

  /* When she signs in at nine */
  ada = house_sign_in (house, "  Ada Łovelace ", NINE_O_CLOCK);

  /* Then security sees her on that day's log */
  house_do (house, house->security, &foyer_reception_day_log, log);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log->visits)), ==, 1);
  first = nth (log->visits, 0);
  g_assert_cmpstr (foyer_visit_get_name (first), ==, "Ada Łovelace");
  g_assert_cmpstr (foyer_visit_get_code (first), ==, foyer_visit_get_code (ada));
  g_assert_cmpint (foyer_visit_get_state (first), ==, FOYER_VISIT_ON_SITE);
  g_assert_cmpint (foyer_visit_get_arrived_at (first), ==, NINE_O_CLOCK);
  g_assert_cmpint (foyer_visit_get_left_at (first), ==, 0);
}

static void
test_a_sign_in_stores_all_five_rows_or_none (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  /* Given that the last of the rows cannot be stored */
  g_assert_true (foyer_db_script (house->desk, "ALTER TABLE letter RENAME TO letters", &err));
  g_test_expect_message ("foyer-db-sqlite", G_LOG_LEVEL_CRITICAL, "*does not parse*");
  g_assert_false (
      foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_in, sign_in, &err));
  g_test_assert_expected_messages ();
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM acknowledgement"), ==, 0);

  /* When it can again */
  g_clear_error (&err);
  g_assert_true (foyer_db_script (house->desk, "ALTER TABLE letters RENAME TO letter", &err));
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM acknowledgement"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 2);
}

static void
test_a_sign_in_that_runs_twice_is_one_visit (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);

  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 2);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'sign-in'"),
                   ==,
                   1);
}

static void
refuse (House *house, FoyerVisit *visit, int code)
{
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  g_assert_false (
      foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_in, sign_in, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, code);
}

static void
test_a_sign_in_without_name_type_or_notice_is_refused (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) unnamed = foyer_visit_new (NINE_O_CLOCK);
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (GError) err = NULL;

  refuse (house, unnamed, FOYER_RECEPTION_ERROR_INCOMPLETE);
  foyer_visit_set_type (ada, "courier");
  refuse (house, ada, FOYER_RECEPTION_ERROR_NO_SUCH_TYPE);
  foyer_visit_set_type (ada, "guest");
  g_assert_true (foyer_db_script (house->desk, "UPDATE notice SET published_at = NULL", &err));
  refuse (house, ada, FOYER_RECEPTION_ERROR_NO_NOTICE);
}

static void
test_today_shows_who_is_on_site_and_who_left (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) yesterday = house_sign_in (house, "Björk", NINE_O_CLOCK - FOYER_DAY / 2);
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerPresence) today = foyer_presence_new (NINE_O_CLOCK, 0, NULL);
  g_autoptr (FoyerVisit) first = NULL;
  g_autoptr (FoyerVisit) second = NULL;

  house_do (house, house->receptionist, &foyer_reception_today, today);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (today->visits)), ==, 2);
  first = nth (today->visits, 0);
  second = nth (today->visits, 1);
  g_assert_cmpstr (foyer_visit_get_name (first), ==, "Ada");
  g_assert_cmpstr (foyer_visit_get_name (second), ==, "Björk");
  g_assert_cmpint (foyer_visit_get_notes (first), ==, FOYER_VISIT_HOST_UNTOLD);
}

static void
test_two_of_a_name_on_site_are_a_possible_double (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) kim = house_sign_in (house, "Kim Löwe", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) gone = house_sign_in (house, "Ada", NINE_O_CLOCK + 1);
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK + 2);
  g_autoptr (FoyerVisit) again = house_sign_in (house, "kim lowe", NINE_O_CLOCK + 3);
  g_autoptr (FoyerSignOut) sign_out =
      foyer_sign_out_new (foyer_visit_get_code (gone), NULL, NINE_O_CLOCK + 4);
  g_autoptr (FoyerPresence) today = foyer_presence_new (NINE_O_CLOCK, 0, NULL);
  const gboolean doubles[] = { TRUE, FALSE, FALSE, TRUE };

  house_do (house, house->kiosk, &foyer_reception_sign_out, sign_out);
  house_do (house, house->receptionist, &foyer_reception_today, today);
  for (guint i = 0; i < G_N_ELEMENTS (doubles); i++) {
    g_autoptr (FoyerVisit) visit = nth (today->visits, i);

    g_assert_cmpint ((foyer_visit_get_notes (visit) & FOYER_VISIT_POSSIBLE_DOUBLE) != 0,
                     ==,
                     doubles[i]);
  }
}

/* Signs a guest of that name in as the kiosk does; whether somebody was there already. */
static gboolean
is_already (House *house, const char *name, const char *station, gint64 now)
{
  g_autoptr (FoyerVisit) visit = house_visit (house, name);
  g_autoptr (FoyerSignIn) sign_in = NULL;

  foyer_visit_set_place (visit, "Headquarters", station);
  sign_in = foyer_sign_in_new (visit, NULL, "en", now);
  sign_in->once = TRUE;
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  if (sign_in->already != 0)
    g_assert_cmpint (sign_in->already, ==, NINE_O_CLOCK);
  return sign_in->already != 0;
}

static void
test_who_tries_again_at_once_is_signed_in_once (House *house, gconstpointer unused)
{
  gint64 soon = NINE_O_CLOCK + FOYER_MINUTE;

  g_assert_false (is_already (house, "Ada", "Lobby kiosk", NINE_O_CLOCK));
  g_assert_true (is_already (house, "ada", "Lobby kiosk", soon));
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);

  /* Another name, another station, later: an ordinary new visit */
  g_assert_false (is_already (house, "Adam", "Lobby kiosk", soon));
  g_assert_false (is_already (house, "Ada", "Back door", soon));
  g_assert_false (is_already (house, "Ada", "Lobby kiosk", NINE_O_CLOCK + 2 * FOYER_MINUTE + 1));
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 4);
}

static void
test_a_host_who_was_told_is_not_to_be_told_again (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerDeskWork) work = foyer_desk_work_new (foyer_visit_get_id (ada), NINE_O_CLOCK);
  g_autoptr (FoyerPresence) today = foyer_presence_new (NINE_O_CLOCK, 0, NULL);
  g_autoptr (FoyerVisit) shown = NULL;

  house_do (house, house->receptionist, &foyer_reception_host_told, work);
  house_do (house, house->receptionist, &foyer_reception_today, today);
  shown = nth (today->visits, 0);
  g_assert_cmpint (foyer_visit_get_notes (shown), ==, 0);
}

static void
test_a_badge_on_its_way_is_printing (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerDeskWork) work = foyer_desk_work_new (foyer_visit_get_id (ada), NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  house_do (house, house->kiosk, &foyer_reception_follow_badge, work);
  g_assert_cmpint (work->badge, ==, FOYER_BADGE_PRINTING);

  g_assert_true (foyer_db_script (house->desk, "UPDATE letter SET state = 2 WHERE kind = 1", &err));
  house_do (house, house->kiosk, &foyer_reception_follow_badge, work);
  g_assert_cmpint (work->badge, ==, FOYER_BADGE_AT_DESK);

  house_do (house, house->receptionist, &foyer_reception_badge_handed_out, work);
  house_do (house, house->kiosk, &foyer_reception_follow_badge, work);
  g_assert_cmpint (work->badge, ==, FOYER_BADGE_PRINTED);
}

static void
test_a_long_day_is_read_page_by_page (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) before = NULL;
  guint pages = 0;
  guint visits = 0;

  /* Given 4,500 visits, of which many began in the same millisecond */
  house_plant (house, 4500, FOYER_VISIT_ON_SITE);

  for (;;) {
    g_autoptr (FoyerPresence) log =
        foyer_presence_new (NINE_O_CLOCK, NINE_O_CLOCK + FOYER_DAY, before);
    guint n;

    house_do (house, house->security, &foyer_reception_day_log, log);
    n = g_list_model_get_n_items (G_LIST_MODEL (log->visits));
    if (n == 0)
      break;
    pages++;
    visits += n;
    g_clear_object (&before);
    before = nth (log->visits, n - 1);
  }
  g_assert_cmpuint (visits, ==, 4500);
  g_assert_cmpuint (pages, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/presence/on-the-log", test_a_visitor_who_signed_in_is_on_the_log);
  HOUSE_TEST ("/presence/all-or-none", test_a_sign_in_stores_all_five_rows_or_none);
  HOUSE_TEST ("/presence/twice", test_a_sign_in_that_runs_twice_is_one_visit);
  HOUSE_TEST ("/presence/refused", test_a_sign_in_without_name_type_or_notice_is_refused);
  HOUSE_TEST ("/presence/today", test_today_shows_who_is_on_site_and_who_left);
  HOUSE_TEST ("/presence/double", test_two_of_a_name_on_site_are_a_possible_double);
  HOUSE_TEST ("/presence/once", test_who_tries_again_at_once_is_signed_in_once);
  HOUSE_TEST ("/presence/told", test_a_host_who_was_told_is_not_to_be_told_again);
  HOUSE_TEST ("/presence/badge", test_a_badge_on_its_way_is_printing);
  HOUSE_TEST ("/presence/pages", test_a_long_day_is_read_page_by_page);
  return g_test_run ();
}

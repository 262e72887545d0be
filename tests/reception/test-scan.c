/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/retention.h"
#include "reception/error.h"
#include "reception/presence.h"
#include "reception/scan.h"
#include "reception/sign-out.h"
#include "store/keys.h"
#include "store/vault-row.h"
#include "store/visits.h"
#include "visit/badge-code.h"

#define DAY_BEGAN (NINE_O_CLOCK - 9 * FOYER_HOUR)

static FoyerCodeLook *
look (House *house, const char *code, gint64 now)
{
  FoyerCodeLook *seen = foyer_code_look_new (code, now, DAY_BEGAN, DAY_BEGAN + FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_look_at_code, seen);
  return seen;
}

static FoyerCodeMeaning
tell (House *house, const char *code, gint64 now)
{
  g_autoptr (FoyerCodeLook) seen = look (house, code, now);

  return seen->meaning;
}

static void
sign_out (House *house, FoyerVisit *visit, gint64 now)
{
  g_autoptr (FoyerSignOut) out = foyer_sign_out_new (foyer_visit_get_code (visit), NULL, now);

  house_do (house, house->kiosk, &foyer_reception_sign_out, out);
}

static void
test_a_badge_s_code_means_another_thing_as_the_day_goes_on (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  const char *code = foyer_visit_get_code (ada);
  g_autofree char *nobodys = foyer_badge_code_new ();
  gint64 left_at = NINE_O_CLOCK + FOYER_HOUR;
  g_autoptr (FoyerCodeLook) later = NULL;

  g_assert_cmpint (tell (house, code, NINE_O_CLOCK), ==, FOYER_CODE_ON_SITE);
  g_assert_cmpint (tell (house, nobodys, NINE_O_CLOCK), ==, FOYER_CODE_UNKNOWN);

  sign_out (house, ada, left_at);
  g_assert_cmpint (tell (house, code, left_at + 59999), ==, FOYER_CODE_LEFT_JUST_NOW);
  later = look (house, code, left_at + 60000);
  g_assert_cmpint (later->meaning, ==, FOYER_CODE_LEFT_TODAY);
  g_assert_cmpstr (foyer_visit_get_name (later->visit), ==, "Ada");
}

static void
expect (House *house, FoyerVisit *visit, gint64 at)
{
  g_autoptr (GError) err = NULL;
  gboolean added = FALSE;

  foyer_visit_set_times (visit, FOYER_VISIT_EXPECTED, at, 0, 0);
  g_assert_true (foyer_db_script (house->desk, "BEGIN IMMEDIATE", &err));
  g_assert_true (foyer_vault_row_begin (house->desk, &err));
  foyer_visits_add (house->desk, visit, &added, &err);
  g_assert_no_error (err);
  g_assert_true (foyer_db_script (house->desk, "COMMIT", &err));
  foyer_keys_ended (house->desk, TRUE);
}

static void
test_an_invitation_is_good_on_its_own_day (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) today = house_visit (house, "Ada");
  g_autoptr (FoyerVisit) tomorrow = house_visit (house, "Grace");
  g_autoptr (FoyerVisit) yesterday = house_visit (house, "Alan");
  g_autoptr (FoyerPresence) present = foyer_presence_new (DAY_BEGAN, 0, NULL);
  g_autoptr (FoyerPresence) log = foyer_presence_new (DAY_BEGAN, DAY_BEGAN + FOYER_DAY, NULL);
  g_autoptr (FoyerCodeLook) seen = NULL;
  g_autoptr (FoyerCodeLook) early = NULL;

  expect (house, today, DAY_BEGAN + FOYER_DAY - 1);
  expect (house, tomorrow, DAY_BEGAN + FOYER_DAY);
  expect (house, yesterday, DAY_BEGAN - 1);

  seen = look (house, foyer_visit_get_code (today), NINE_O_CLOCK);
  g_assert_cmpint (seen->meaning, ==, FOYER_CODE_INVITATION);
  g_assert_cmpstr (foyer_visit_get_name (seen->visit), ==, "Ada");
  early = look (house, foyer_visit_get_code (tomorrow), NINE_O_CLOCK);
  g_assert_cmpint (early->meaning, ==, FOYER_CODE_OTHER_DAY);
  g_assert_cmpint (early->expected_at, ==, DAY_BEGAN + FOYER_DAY);
  g_assert_null (early->visit);
  g_assert_cmpint (tell (house, foyer_visit_get_code (yesterday), NINE_O_CLOCK),
                   ==,
                   FOYER_CODE_OTHER_DAY);

  /* Who is expected is neither on site nor on the day's log */
  house_do (house, house->receptionist, &foyer_reception_today, present);
  house_do (house, house->security, &foyer_reception_day_log, log);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (present->visits)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log->visits)), ==, 0);
}

static FoyerSignIn *
come_back (House *house, FoyerVisit *before, FoyerCallKind asks)
{
  g_autoptr (FoyerVisit) again = foyer_visit_new (NINE_O_CLOCK);
  FoyerSignIn *sign_in;

  foyer_visit_copy_answers (again, before);
  foyer_visit_set_place (again, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (again, 30);
  sign_in = foyer_sign_in_new (again, NULL, "en", NINE_O_CLOCK + 2 * FOYER_HOUR);
  sign_in->asks = asks;
  sign_in->back_from = g_bytes_ref (foyer_visit_get_id (before));
  return sign_in;
}

static void
test_a_badge_brings_its_visitor_back_once (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  gint64 now = NINE_O_CLOCK + 2 * FOYER_HOUR;
  g_autoptr (FoyerSignIn) back = NULL;
  g_autoptr (FoyerSignIn) twice = NULL;
  g_autoptr (FoyerSignOut) out = foyer_sign_out_new (foyer_visit_get_code (ada), NULL, now);
  g_autoptr (FoyerRetention) tomorrow =
      foyer_retention_new (DAY_BEGAN + FOYER_DAY, DAY_BEGAN + FOYER_DAY);
  g_autoptr (GError) err = NULL;

  sign_out (house, ada, NINE_O_CLOCK + FOYER_HOUR);
  back = come_back (house, ada, FOYER_CALL_NONE);
  house_do (house, house->kiosk, &foyer_reception_sign_in, back);
  house_do (house, house->kiosk, &foyer_reception_sign_in, back); /* twice is once */

  /* A new visit, with a code of its own; the old one is spent, and said to be */
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 2);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'came-back'"),
                   ==,
                   1);
  g_assert_cmpint (tell (house, foyer_visit_get_code (back->visit), now), ==, FOYER_CODE_ON_SITE);
  g_assert_cmpint (tell (house, foyer_visit_get_code (ada), now), ==, FOYER_CODE_SPENT);
  g_assert_false (
      foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_out, out, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_CODE_SPENT);
  g_clear_error (&err);

  /* Whoever held the two badges under two readers is in once */
  twice = come_back (house, ada, FOYER_CALL_RETURN);
  g_assert_false (
      foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_in, twice, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_CODE_SPENT);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 2);

  /* On the next day nothing of the code is left */
  house_do (house, house->program, &foyer_privacy_retain, tomorrow);
  g_assert_cmpint (tell (house, foyer_visit_get_code (ada), now), ==, FOYER_CODE_UNKNOWN);
}

static void
test_an_answer_for_the_stay_goes_with_the_visitor (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (FoyerVisit) grace = house_visit (house, "Grace");
  FoyerVisit *both[] = { ada, grace };
  g_autoptr (FoyerRetention) run =
      foyer_retention_new (NINE_O_CLOCK + FOYER_DAY, NINE_O_CLOCK - FOYER_HOUR);
  gint64 owed;

  for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
    g_autoptr (FoyerSignIn) in = foyer_sign_in_new (both[i], NULL, "en", NINE_O_CLOCK);

    foyer_visit_set_answer (both[i], "car", "M-AB 1", FOYER_KEPT_UNTIL_LEAVING, ~0);
    foyer_visit_set_answer (both[i], "unit", "7", FOYER_KEPT_WITH_VISIT, ~0);
    house_do (house, house->kiosk, &foyer_reception_sign_in, in);
  }
  owed = house_count (house, "SELECT coalesce (owed_by, 0) FROM vault");
  g_assert_cmpint (owed, ==, 0);

  /* When one signs out, and the other is not seen leaving */
  sign_out (house, ada, NINE_O_CLOCK + FOYER_HOUR);
  g_assert_cmpint (house_count (house, "SELECT coalesce (owed_by, 0) FROM vault"), !=, 0);
  house_do (house, house->program, &foyer_privacy_retain, run);

  /* Then both have lost that answer, and no other; the key that it was sealed under is retired */
  for (gsize i = 0; i < G_N_ELEMENTS (both); i++) {
    g_autoptr (FoyerVisit) found = NULL;
    g_autoptr (GError) err = NULL;

    foyer_visits_find (house->desk, foyer_visit_get_id (both[i]), &found, &err);
    g_assert_no_error (err);
    g_assert_cmpint (foyer_visit_get_state (found),
                     ==,
                     i == 0 ? FOYER_VISIT_LEFT : FOYER_VISIT_NOT_SEEN_LEAVING);
    g_assert_cmpint (foyer_visit_get_damage (found), ==, FOYER_VISIT_SOUND);
    g_assert_null (foyer_visit_get_answer (found, "car"));
    g_assert_cmpstr (foyer_visit_get_answer (found, "unit"), ==, "7");
  }
}

static void
test_an_answer_is_shown_to_whom_the_visitor_was_told (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (FoyerSignIn) in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);
  FoyerActor *actors[] = { house->receptionist, house->security };

  foyer_visit_set_answer (ada, "car", "M-AB 1", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY);
  house_do (house, house->kiosk, &foyer_reception_sign_in, in);
  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++) {
    g_autoptr (FoyerPresence) today = foyer_presence_new (DAY_BEGAN, 0, NULL);
    g_autoptr (FoyerVisit) shown = NULL;

    house_do (house, actors[i], &foyer_reception_today, today);
    shown = g_list_model_get_item (G_LIST_MODEL (today->visits), 0);
    g_assert_cmpstr (foyer_visit_get_answer (shown, "car"), ==, i == 0 ? NULL : "M-AB 1");
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/scan/day", test_a_badge_s_code_means_another_thing_as_the_day_goes_on);
  HOUSE_TEST ("/scan/expected", test_an_invitation_is_good_on_its_own_day);
  HOUSE_TEST ("/scan/back", test_a_badge_brings_its_visitor_back_once);
  HOUSE_TEST ("/scan/answers", test_an_answer_for_the_stay_goes_with_the_visitor);
  HOUSE_TEST ("/scan/seen-by", test_an_answer_is_shown_to_whom_the_visitor_was_told);
  return g_test_run ();
}

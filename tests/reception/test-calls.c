/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/retention.h"
#include "reception/calls.h"
#include "reception/leaving.h"
#include "reception/sign-out.h"

static FoyerCall *
ask_for_help (House *house, const char *page, gint64 now)
{
  FoyerCall *call = foyer_call_new (FOYER_CALL_HELP, "Lobby kiosk", page, NULL, now);

  house_do (house, house->kiosk, &foyer_reception_call, call);
  return call;
}

static FoyerCallList *
list (House *house)
{
  FoyerCallList *calls = foyer_call_list_new ();

  house_do (house, house->receptionist, &foyer_reception_list_calls, calls);
  return calls;
}

static const FoyerOpenCall *
nth (FoyerCallList *list, guint n)
{
  g_assert_cmpuint (n, <, list->calls->len);
  return g_ptr_array_index (list->calls, n);
}

static void
test_whoever_calls_hears_that_somebody_comes (House *house, gconstpointer unused)
{
  g_autoptr (FoyerCall) call = ask_for_help (house, "host", NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) kiosk = foyer_call_follow_new (call->id, NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) desk = foyer_call_follow_new (call->id, NINE_O_CLOCK + 5000);
  g_autoptr (FoyerCallFollow) second = foyer_call_follow_new (call->id, NINE_O_CLOCK + 6000);
  g_autoptr (FoyerCallList) before = list (house);
  g_autoptr (FoyerCallList) after = NULL;

  /* A desk sees where, and on which page */
  g_assert_cmpstr (nth (before, 0)->call->station, ==, "Lobby kiosk");
  g_assert_cmpstr (nth (before, 0)->call->page, ==, "host");
  g_assert_null (nth (before, 0)->visit);
  house_do (house, house->kiosk, &foyer_reception_follow_call, kiosk);
  g_assert_cmpint (kiosk->call->taken_at, ==, 0);

  /* When it is taken, by two desks at once */
  house_do (house, house->receptionist, &foyer_reception_take_call, desk);
  house_do (house, house->security, &foyer_reception_take_call, second);

  /* Then the kiosk knows, no desk rings any more, and one has come */
  house_do (house, house->kiosk, &foyer_reception_follow_call, kiosk);
  g_assert_cmpint (kiosk->call->taken_at, ==, NINE_O_CLOCK + 5000);
  after = list (house);
  g_assert_cmpuint (after->calls->len, ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'call-taken'"),
                   ==,
                   1);

  /* When the kiosk ends it, nothing of it stays */
  house_do (house, house->kiosk, &foyer_reception_end_call, kiosk);
  house_do (house, house->kiosk, &foyer_reception_follow_call, kiosk);
  g_assert_null (kiosk->call);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
}

static void
test_a_station_calls_once_however_often_it_is_pressed (House *house, gconstpointer unused)
{
  g_autoptr (FoyerCallList) calls = NULL;
  g_autoptr (FoyerCall) last = NULL;

  for (int i = 0; i < 20; i++) {
    g_clear_pointer (&last, foyer_call_free);
    last = ask_for_help (house, "name", NINE_O_CLOCK + i);
  }
  /* a deed that runs twice finds what it did */
  house_do (house, house->kiosk, &foyer_reception_call, last);
  calls = list (house);
  g_assert_cmpuint (calls->calls->len, ==, 1);
  g_assert_true (g_bytes_equal (nth (calls, 0)->call->id, last->id));
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'call'"), ==, 20);
}

static void
test_a_kiosk_ends_no_call_but_its_own (House *house, gconstpointer unused)
{
  g_autoptr (FoyerCall) call = ask_for_help (house, "name", NINE_O_CLOCK);
  g_autoptr (FoyerActor) garage = foyer_actor_new (FOYER_ROLE_KIOSK, "Garage");
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada", NINE_O_CLOCK);
  g_autoptr (FoyerLeaving) leaving = foyer_leaving_new ("Ada", "Lobby kiosk", NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) other = foyer_call_follow_new (call->id, NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) about = foyer_call_follow_new (leaving->call, NINE_O_CLOCK);

  house_do (house, house->kiosk, &foyer_reception_ask_to_leave, leaving);
  house_do (house, garage, &foyer_reception_end_call, other);
  house_do (house, house->kiosk, &foyer_reception_end_call, about);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 2);

  /* a desk may */
  house_do (house, house->receptionist, &foyer_reception_dismiss_call, other);
  house_do (house, house->receptionist, &foyer_reception_dismiss_call, about);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
}

static void
test_a_kiosk_finds_that_it_is_called_for_service (House *house, gconstpointer unused)
{
  g_autoptr (FoyerActor) foyerctl = foyer_actor_new (FOYER_ROLE_FOYERCTL, "Lobby kiosk");
  g_autoptr (FoyerCall) call =
      foyer_call_new (FOYER_CALL_SERVICE, "Lobby kiosk", "", NULL, NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) own =
      foyer_call_follow_new_kind ("Lobby kiosk", FOYER_CALL_SERVICE, NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) other =
      foyer_call_follow_new_kind ("Garage", FOYER_CALL_SERVICE, NINE_O_CLOCK);
  g_autoptr (FoyerCallList) calls = NULL;

  house_do (house, foyerctl, &foyer_reception_call, call);
  house_do (house, house->kiosk, &foyer_reception_follow_call, own);
  house_do (house, house->kiosk, &foyer_reception_follow_call, other);
  g_assert_nonnull (own->call);
  g_assert_null (other->call);
  calls = list (house); /* it is no desk's */
  g_assert_cmpuint (calls->calls->len, ==, 0);
}

static void
test_who_may_not_answer_is_refused (House *house, gconstpointer unused)
{
  g_autoptr (FoyerCall) call = ask_for_help (house, "name", NINE_O_CLOCK);
  g_autoptr (FoyerCallFollow) take = foyer_call_follow_new (call->id, NINE_O_CLOCK);
  FoyerActor *others[] = { house->kiosk, house->officer, house->administrator };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (FoyerCallList) calls = foyer_call_list_new ();
    g_autoptr (GError) err = NULL;

    g_assert_false (
        foyer_store_do_wait (house->store, others[i], &foyer_reception_take_call, take, &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
    g_clear_error (&err);
    g_assert_false (
        foyer_store_do_wait (house->store, others[i], &foyer_reception_list_calls, calls, &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
  }
}

static guint
count_leaving (House *house, gboolean about_a_visit)
{
  return house_count (house,
                      about_a_visit
                          ? "SELECT count (*) FROM call WHERE kind = 4 AND visit IS NOT NULL"
                          : "SELECT count (*) FROM call WHERE kind = 4 AND visit IS NULL");
}

static void
ask_to_leave (House *house, const char *name)
{
  g_autoptr (FoyerLeaving) leaving = foyer_leaving_new (name, "Lobby kiosk", NINE_O_CLOCK);

  /* whoever asks is answered alike; and a deed that runs twice finds what it did */
  house_do (house, house->kiosk, &foyer_reception_ask_to_leave, leaving);
  house_do (house, house->kiosk, &foyer_reception_ask_to_leave, leaving);
}

static void
test_only_the_whole_name_says_at_the_desk_who_leaves (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (house, "Ada Łovelace", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) namesake = house_sign_in (house, "ADA LOVELACE", NINE_O_CLOCK);
  g_autoptr (FoyerVisit) grace = house_sign_in (house, "Grace Hopper", NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) leaves =
      foyer_sign_out_new (NULL, foyer_visit_get_id (ada), NINE_O_CLOCK + 1);
  g_autoptr (FoyerCallList) calls = NULL;
  static const char *const strangers[] = { "Ada", "Lovelace", "Ada Lovelace B", "…", "Alan" };

  /* A part of a name, or nobody's, says only that somebody stands there */
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++) {
    ask_to_leave (house, strangers[i]);
    g_assert_cmpuint (count_leaving (house, TRUE), ==, 0);
    g_assert_cmpuint (count_leaving (house, FALSE), ==, 1);
  }

  /* The whole name is found, whatever its case and accents, and so is a namesake's */
  ask_to_leave (house, "ada lovelace");
  ask_to_leave (house, "ada lovelace");
  g_assert_cmpuint (count_leaving (house, TRUE), ==, 2);
  calls = list (house);
  g_assert_cmpuint (calls->calls->len, ==, 3);

  /* Each time leaves one event for each whom it is about */
  g_assert_cmpint (
      house_count (house, "SELECT count (*) FROM audit WHERE event = 'asked-to-leave'"),
      ==,
      G_N_ELEMENTS (strangers) + 4);

  /* When a desk checks one out, that call is answered */
  house_do (house, house->receptionist, &foyer_reception_check_out, leaves);
  g_assert_cmpuint (count_leaving (house, TRUE), ==, 1);
}

static void
test_a_call_that_nobody_answers_is_gone_after_a_day (House *house, gconstpointer unused)
{
  g_autoptr (FoyerCall) call = ask_for_help (house, "name", NINE_O_CLOCK);
  g_autoptr (FoyerRetention) early =
      foyer_retention_new (NINE_O_CLOCK + FOYER_DAY, NINE_O_CLOCK - FOYER_HOUR);
  g_autoptr (FoyerRetention) late =
      foyer_retention_new (NINE_O_CLOCK + FOYER_DAY + 1, NINE_O_CLOCK - FOYER_HOUR);

  house_do (house, house->program, &foyer_privacy_retain, early);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 1);
  house_do (house, house->program, &foyer_privacy_retain, late);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/calls/help", test_whoever_calls_hears_that_somebody_comes);
  HOUSE_TEST ("/calls/once", test_a_station_calls_once_however_often_it_is_pressed);
  HOUSE_TEST ("/calls/own", test_a_kiosk_ends_no_call_but_its_own);
  HOUSE_TEST ("/calls/service", test_a_kiosk_finds_that_it_is_called_for_service);
  HOUSE_TEST ("/calls/roles", test_who_may_not_answer_is_refused);
  HOUSE_TEST ("/calls/leaving", test_only_the_whole_name_says_at_the_desk_who_leaves);
  HOUSE_TEST ("/calls/forgotten", test_a_call_that_nobody_answers_is_gone_after_a_day);
  return g_test_run ();
}

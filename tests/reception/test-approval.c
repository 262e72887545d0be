/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "reception/approval.h"
#include "reception/calls.h"
#include "reception/error.h"
#include "reception/presence.h"
#include "reception/scan.h"
#include "reception/sign-out.h"
#include "visit/retention-rule.h"

/* Ada asks to come in at nine. */
static FoyerVisit *
ask (House *house)
{
  FoyerVisit *visit = house_visit (house, "Ada");
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);

  foyer_visit_set_answer (visit, "car", "M-AB 1", FOYER_KEPT_UNTIL_LEAVING, FOYER_ROLE_SECURITY);
  sign_in->asks = FOYER_CALL_APPROVAL;
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in); /* twice is once */
  return visit;
}

static FoyerVisitState
follow (House *house, FoyerVisit *visit)
{
  g_autoptr (FoyerVisitFollow) followed = foyer_visit_follow_new (foyer_visit_get_id (visit));

  house_do (house, house->kiosk, &foyer_reception_follow_visit, followed);
  return followed->state;
}

static FoyerCodeMeaning
look_at_code (House *house, FoyerVisit *visit)
{
  g_autoptr (FoyerCodeLook) look = foyer_code_look_new (foyer_visit_get_code (visit),
                                                        NINE_O_CLOCK,
                                                        NINE_O_CLOCK - 9 * FOYER_HOUR,
                                                        NINE_O_CLOCK + 15 * FOYER_HOUR);

  house_do (house, house->kiosk, &foyer_reception_look_at_code, look);
  return look->meaning;
}

static void
decide (House *house, FoyerActor *actor, FoyerVisit *visit, gboolean yes)
{
  g_autoptr (FoyerDecision) decision =
      foyer_decision_new (foyer_visit_get_id (visit), yes, NINE_O_CLOCK + FOYER_MINUTE);

  house_do (house, actor, &foyer_reception_decide, decision);
}

static void
refuse (House *house, FoyerActor *actor, FoyerVisit *visit, gboolean yes, GQuark domain, int code)
{
  g_autoptr (FoyerDecision) decision =
      foyer_decision_new (foyer_visit_get_id (visit), yes, NINE_O_CLOCK + FOYER_MINUTE);
  g_autoptr (GError) err = NULL;

  g_assert_false (
      foyer_store_do_wait (house->store, actor, &foyer_reception_decide, decision, &err));
  g_assert_error (err, domain, code);
}

static void
test_who_asks_is_not_in_before_a_desk_says_yes (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);
  g_autoptr (FoyerCallList) calls = foyer_call_list_new ();
  const FoyerOpenCall *open;

  /* Told of the notice, on the roll call, known to the desk; no badge, no code, no host told */
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_ASKED);
  g_assert_cmpint (look_at_code (house, ada), ==, FOYER_CODE_UNKNOWN);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM acknowledgement"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'asked'"), ==, 1);
  house_do (house, house->receptionist, &foyer_reception_list_calls, calls);
  g_assert_cmpuint (calls->calls->len, ==, 1);
  open = g_ptr_array_index (calls->calls, 0);
  g_assert_cmpint (open->call->kind, ==, FOYER_CALL_APPROVAL);
  g_assert_cmpstr (foyer_visit_get_name (open->visit), ==, "Ada");

  /* What only security is to see, reception does not */
  g_assert_null (foyer_visit_get_answer (open->visit, "car"));

  /* When a desk says yes, once, and two more times */
  decide (house, house->receptionist, ada, TRUE);
  decide (house, house->receptionist, ada, TRUE);
  decide (house, house->security, ada, TRUE);

  /* Then she is on site since she asked, and the badge and the host's letter are on their way */
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_ON_SITE);
  g_assert_cmpint (look_at_code (house, ada), ==, FOYER_CODE_ON_SITE);
  g_assert_cmpint (house_count (house, "SELECT arrived_at FROM visit"), ==, NINE_O_CLOCK);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 2);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'approved'"),
                   ==,
                   1);
  refuse (house,
          house->receptionist,
          ada,
          FALSE,
          FOYER_RECEPTION_ERROR,
          FOYER_RECEPTION_ERROR_DECIDED);
}

static void
test_who_is_denied_is_nowhere_on_site_and_goes_in_time (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);
  g_autoptr (FoyerPresence) log = foyer_presence_new (NINE_O_CLOCK, NINE_O_CLOCK + 1, NULL);
  g_autoptr (FoyerVisit) shown = NULL;
  gint64 denied_at = NINE_O_CLOCK + FOYER_MINUTE;
  g_autoptr (FoyerRetention) run =
      foyer_retention_new (denied_at + 30 * FOYER_DAY, denied_at + 30 * FOYER_DAY);

  decide (house, house->security, ada, FALSE);

  /* The log says so; the answer that was kept for the stay is forgotten; no letter, no code */
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_DENIED);
  g_assert_cmpint (look_at_code (house, ada), ==, FOYER_CODE_UNKNOWN);
  house_do (house, house->security, &foyer_reception_day_log, log);
  shown = g_list_model_get_item (G_LIST_MODEL (log->visits), 0);
  g_assert_cmpint (foyer_visit_get_state (shown), ==, FOYER_VISIT_DENIED);
  g_assert_cmpint (foyer_visit_get_closed_at (shown), ==, denied_at);
  g_assert_null (foyer_visit_get_answer (shown, "car"));
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
  refuse (house,
          house->receptionist,
          ada,
          TRUE,
          FOYER_RECEPTION_ERROR,
          FOYER_RECEPTION_ERROR_DECIDED);

  /* The period runs from the denial */
  house_do (house, house->program, &foyer_privacy_retain, run);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 0);
}

static void
test_who_comes_together_is_let_in_together (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_visit (house, "Ada");
  g_autoptr (FoyerVisit) alone = ask (house);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK + 1);
  g_autoptr (FoyerCallList) calls = foyer_call_list_new ();
  const FoyerOpenCall *open;

  /* Given a group of three, and somebody else who waits */
  sign_in->asks = FOYER_CALL_APPROVAL;
  sign_in->companions = g_ptr_array_new_with_free_func (g_object_unref);
  for (int i = 0; i < 2; i++) {
    g_ptr_array_add (sign_in->companions, house_visit (house, i == 0 ? "Grace" : "Alan"));
    foyer_visit_set_leader (sign_in->companions->pdata[i], foyer_visit_get_id (ada));
  }
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);

  /* Then one call is about the group, and says how many they are */
  house_do (house, house->receptionist, &foyer_reception_list_calls, calls);
  g_assert_cmpuint (calls->calls->len, ==, 2);
  open = g_ptr_array_index (calls->calls, 1);
  g_assert_cmpstr (foyer_visit_get_name (open->visit), ==, "Ada");
  g_assert_cmpuint (open->companions, ==, 2);

  /* And one yes is about all of the group, and nobody else: three badges, one word to the host */
  decide (house, house->receptionist, ada, TRUE);
  for (int i = 0; i < 2; i++) {
    FoyerVisit *companion = sign_in->companions->pdata[i];

    g_assert_cmpint (follow (house, companion), ==, FOYER_VISIT_ON_SITE);
    g_assert_cmpint (look_at_code (house, companion), ==, FOYER_CODE_ON_SITE);
  }
  g_assert_cmpint (follow (house, alone), ==, FOYER_VISIT_ASKED);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 4);
}

static gboolean
erase (House *house, FoyerVisit *visit)
{
  g_autoptr (FoyerErasure) erasure =
      foyer_erasure_new (foyer_visit_get_id (visit), NINE_O_CLOCK + FOYER_MINUTE);

  return foyer_store_do_wait (house->store, house->officer, &foyer_privacy_erase, erasure, NULL);
}

static void
test_who_waits_at_the_kiosk_is_not_erased_before_that_is_decided (House *house,
                                                                  gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);

  g_assert_false (erase (house, ada));
  decide (house, house->receptionist, ada, FALSE);
  g_assert_true (erase (house, ada));
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_NEW);
}

static void
wait_until (House *house, gint64 now)
{
  FoyerUnanswered unanswered = { .now = now };

  house_do (house, house->program, &foyer_privacy_find_unanswered, &unanswered);
  if (unanswered.any)
    house_do (house, house->program, &foyer_privacy_deny_unanswered, &unanswered);
}

static void
test_nobody_waits_longer_than_a_quarter_of_an_hour (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);

  wait_until (house, NINE_O_CLOCK + FOYER_ASKED_LONGEST - 1);
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_ASKED);
  wait_until (house, NINE_O_CLOCK + FOYER_ASKED_LONGEST);
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_DENIED);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM call"), ==, 0);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM audit WHERE event = 'not-answered'"),
                   ==,
                   1);
}

static void
test_the_hourly_run_denies_and_does_not_close_who_asked (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);
  gint64 later = NINE_O_CLOCK + 3 * FOYER_DAY;
  g_autoptr (FoyerRetention) run = foyer_retention_new (later, later);

  /* Given a house where no program ran for days */
  house_do (house, house->program, &foyer_privacy_retain, run);
  g_assert_cmpint (follow (house, ada), ==, FOYER_VISIT_DENIED);
  g_assert_cmpint (house_count (house, "SELECT closed_at FROM visit"),
                   ==,
                   NINE_O_CLOCK + FOYER_ASKED_LONGEST);
}

static void
test_only_a_desk_decides (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = ask (house);
  g_autoptr (FoyerVisit) nobody = house_visit (house, "Nobody");
  FoyerActor *others[] = { house->kiosk, house->program, house->officer, house->administrator };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    refuse (house, others[i], ada, TRUE, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
  refuse (house,
          house->receptionist,
          nobody,
          TRUE,
          FOYER_RECEPTION_ERROR,
          FOYER_RECEPTION_ERROR_NO_SUCH_VISIT);
  g_assert_cmpint (follow (house, nobody), ==, FOYER_VISIT_NEW);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/approval/yes", test_who_asks_is_not_in_before_a_desk_says_yes);
  HOUSE_TEST ("/approval/no", test_who_is_denied_is_nowhere_on_site_and_goes_in_time);
  HOUSE_TEST ("/approval/together", test_who_comes_together_is_let_in_together);
  HOUSE_TEST ("/approval/erased", test_who_waits_at_the_kiosk_is_not_erased_before_that_is_decided);
  HOUSE_TEST ("/approval/nobody", test_nobody_waits_longer_than_a_quarter_of_an_hour);
  HOUSE_TEST ("/approval/hourly", test_the_hourly_run_denies_and_does_not_close_who_asked);
  HOUSE_TEST ("/approval/roles", test_only_a_desk_decides);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "privacy/vault.h"
#include "reception/approval.h"
#include "reception/desk-work.h"
#include "reception/error.h"
#include "reception/expect.h"
#include "reception/hosts.h"
#include "reception/presence.h"
#include "reception/scan.h"
#include "reception/sign-out.h"
#include "store/damage.h"
#include "store/deletions.h"

/* The local day of these tests, which is a day of UTC, and the moment that Ada is expected. */
#define DAY_BEGAN (NINE_O_CLOCK - 9 * FOYER_HOUR)
#define DAY_ENDS (DAY_BEGAN + FOYER_DAY)
#define HALF_PAST_TEN (NINE_O_CLOCK + 90 * FOYER_MINUTE)

static GBytes *
host_of (House *house, const char *name)
{
  g_autoptr (FoyerHostSearch) search = foyer_host_search_new (name);

  house_do (house, house->kiosk, &foyer_reception_find_hosts, search);
  g_assert_cmpuint (search->hosts->len, ==, 1);
  return g_bytes_ref (foyer_host_get_id (g_ptr_array_index (search->hosts, 0)));
}

static FoyerVisit *
expect (House *house, const char *name, const char *host)
{
  FoyerVisit *visit = house_visit (house, name);
  g_autoptr (GBytes) id = host_of (house, host);
  g_autoptr (FoyerExpectation) expectation = NULL;

  foyer_visit_set_host (visit, id, NULL);
  g_assert_true (foyer_visit_set_company (visit, "Analytical Engines", NULL));
  expectation = foyer_expectation_new (visit, HALF_PAST_TEN, DAY_ENDS, NINE_O_CLOCK);
  house_do (house, house->receptionist, &foyer_reception_expect, expectation);
  house_do (house, house->receptionist, &foyer_reception_expect, expectation); /* twice is once */
  return visit;
}

static FoyerCodeMeaning
look (House *house, const char *code, gint64 now, FoyerVisit **visit)
{
  gint64 began = DAY_BEGAN + (now - DAY_BEGAN) / FOYER_DAY * FOYER_DAY;
  g_autoptr (FoyerCodeLook) seen = foyer_code_look_new (code, now, began, began + FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_look_at_code, seen);
  if (seen->meaning == FOYER_CODE_OTHER_DAY)
    g_assert_cmpint (seen->expected_at, ==, HALF_PAST_TEN);
  if (visit != NULL)
    *visit = g_steal_pointer (&seen->visit);
  return seen->meaning;
}

/* What the kiosk signs in: a visit of its own with the invitation's id and code. */
static FoyerVisit *
come (FoyerVisit *found)
{
  FoyerVisit *visit =
      foyer_visit_new_stored (foyer_visit_get_id (found), foyer_visit_get_code (found));

  foyer_visit_copy_answers (visit, found);
  foyer_visit_set_place (visit, "Headquarters", "Lobby kiosk");
  foyer_visit_set_days_told (visit, 30);
  return visit;
}

static void
retain (House *house, gint64 now, gint64 day_began)
{
  g_autoptr (FoyerRetention) retention = foyer_retention_new (now, day_began);

  house_do (house, house->program, &foyer_privacy_retain, retention);
}

static guint
present (House *house)
{
  g_autoptr (FoyerPresence) today = foyer_presence_new (DAY_BEGAN, 0, NULL);

  house_do (house, house->receptionist, &foyer_reception_today, today);
  return g_list_model_get_n_items (G_LIST_MODEL (today->visits));
}

static guint
expected (House *house)
{
  g_autoptr (FoyerPresence) list = foyer_presence_new (DAY_BEGAN, DAY_ENDS, NULL);

  house_do (house, house->receptionist, &foyer_reception_list_expected, list);
  return g_list_model_get_n_items (G_LIST_MODEL (list->visits));
}

static void
assert_sound (House *house)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();

  while (search->more)
    house_do (house, house->administrator, &foyer_privacy_check_records, search);
  g_assert_cmpuint (search->found->len, ==, 0);
}

static void
test_who_is_expected_arrives_by_the_code (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) invited = expect (house, "Ada Lovelace", "Renée");
  g_autoptr (FoyerVisit) found = NULL;
  g_autoptr (FoyerVisit) ada = NULL;
  g_autoptr (FoyerSignIn) sign_in = NULL;
  g_autoptr (FoyerSignOut) sign_out = NULL;
  g_autoptr (GError) err = NULL;
  const char *code = foyer_visit_get_code (invited);

  /* Given an invitation: nobody is here, no letter waits, and the code is for its day only */
  g_assert_cmpuint (present (house), ==, 0);
  g_assert_cmpuint (expected (house), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 0);
  g_assert_cmpint (look (house, code, DAY_BEGAN - 1 + FOYER_DAY, NULL), ==, FOYER_CODE_INVITATION);
  g_assert_cmpint (look (house, code, DAY_ENDS, NULL), ==, FOYER_CODE_OTHER_DAY);

  /* And it signs nobody out */
  sign_out = foyer_sign_out_new (code, NULL, NINE_O_CLOCK);
  g_assert_false (
      foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_out, sign_out, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_NOT_ON_SITE);
  g_clear_pointer (&sign_out, foyer_sign_out_free);

  /* When it is shown, and its visitor puts the name right and signs in, twice for once */
  g_assert_cmpint (look (house, code, NINE_O_CLOCK, &found), ==, FOYER_CODE_INVITATION);
  ada = come (found);
  g_assert_cmpstr (foyer_visit_get_company (ada), ==, "Analytical Engines");
  g_assert_true (foyer_visit_set_name (ada, "Ada King", NULL));
  sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);

  /* Then it is the same visit, on site, told of the notice, with letters; the old text is owed */
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);
  g_assert_cmpint (house_count (house,
                                "SELECT count (*) FROM visit WHERE state = 3 AND days_told = 30"
                                " AND closed_at IS NULL"),
                   ==,
                   1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM acknowledgement"), ==, 1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM letter"), ==, 2);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM vault WHERE owed_since > 0"), ==, 1);
  g_assert_cmpuint (present (house), ==, 1);
  g_assert_cmpuint (expected (house), ==, 0);
  assert_sound (house);

  /* And the code signs out, and is spent */
  g_assert_cmpint (look (house, code, NINE_O_CLOCK, NULL), ==, FOYER_CODE_ON_SITE);
  sign_out = foyer_sign_out_new (code, NULL, NINE_O_CLOCK + FOYER_HOUR);
  house_do (house, house->kiosk, &foyer_reception_sign_out, sign_out);
  g_assert_cmpstr (foyer_visit_get_name (sign_out->visit), ==, "Ada King");
  g_assert_cmpint (sign_out->days, ==, 30);
}

static void
test_an_invitation_lets_in_on_its_day_only (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) invited = expect (house, "Ada", "Renée");
  const gint64 wrong[] = { DAY_ENDS, DAY_ENDS - 25 * FOYER_HOUR - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++) {
    g_autoptr (FoyerVisit) ada = come (invited);
    g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", wrong[i]);
    g_autoptr (GError) err = NULL;

    g_assert_false (
        foyer_store_do_wait (house->store, house->kiosk, &foyer_reception_sign_in, sign_in, &err));
    g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_OTHER_DAY);
  }
  g_assert_cmpuint (expected (house), ==, 1);
}

static void
test_who_is_expected_and_has_to_be_approved_has_no_code_meanwhile (House *house,
                                                                   gconstpointer unused)
{
  g_autoptr (FoyerVisit) invited = expect (house, "Ada", "Renée");
  g_autoptr (FoyerVisit) ada = come (invited);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (ada, NULL, "en", NINE_O_CLOCK);
  g_autoptr (FoyerDecision) decision =
      foyer_decision_new (foyer_visit_get_id (ada), TRUE, NINE_O_CLOCK);

  sign_in->asks = FOYER_CALL_APPROVAL;
  house_do (house, house->kiosk, &foyer_reception_sign_in, sign_in);
  g_assert_cmpint (look (house, foyer_visit_get_code (ada), NINE_O_CLOCK, NULL),
                   ==,
                   FOYER_CODE_UNKNOWN);
  house_do (house, house->receptionist, &foyer_reception_decide, decision);
  g_assert_cmpint (look (house, foyer_visit_get_code (ada), NINE_O_CLOCK, NULL),
                   ==,
                   FOYER_CODE_ON_SITE);
  assert_sound (house);
}

static gboolean
is_found (House *house, const char *name, const char *host, gint64 now)
{
  gint64 began = DAY_BEGAN + (now - DAY_BEGAN) / FOYER_DAY * FOYER_DAY;
  g_autoptr (GBytes) id = host_of (house, host);
  g_autoptr (FoyerExpectedSearch) search =
      foyer_expected_search_new (name, id, began, began + FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_find_expected, search);
  return search->found != NULL;
}

static void
test_name_and_host_together_find_an_invitation (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = expect (house, "Zoë Łukasiewicz", "Renée");
  g_autoptr (FoyerVisit) other = expect (house, "Kim", "Renée");
  g_autoptr (FoyerVisit) twin = expect (house, "Kim", "Renée");

  g_assert_true (is_found (house, "zoe lukasiewicz", "Renée", NINE_O_CLOCK));
  g_assert_false (is_found (house, "Zoe", "Renée", NINE_O_CLOCK));
  g_assert_false (is_found (house, "Zoë Łukasiewicz", "Chidi", NINE_O_CLOCK));
  g_assert_false (is_found (house, "Zoë Łukasiewicz", "Renée", DAY_ENDS));
  g_assert_false (is_found (house, "Kim", "Renée", NINE_O_CLOCK)); /* two of them */
}

static void
test_who_never_came_is_deleted_a_day_after_that_day (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = expect (house, "Ada", "Renée");

  /* Neither the longest stay nor the period counts: that person was not here */
  retain (house, DAY_ENDS + FOYER_HOUR, DAY_ENDS);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit WHERE state = 1"), ==, 1);
  g_assert_cmpint (look (house, foyer_visit_get_code (ada), DAY_ENDS + FOYER_HOUR, NULL),
                   ==,
                   FOYER_CODE_OTHER_DAY);
  retain (house, DAY_ENDS + FOYER_DAY - FOYER_MINUTE, DAY_ENDS);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);

  retain (house, DAY_ENDS + FOYER_DAY, DAY_ENDS + FOYER_DAY);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 0);
  g_assert_cmpint (house_count (house,
                                "SELECT visits FROM deletion WHERE days = 1"
                                " AND type = '" FOYER_DELETION_EXPECTED "'"),
                   ==,
                   1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM deletion"), ==, 1);
  assert_sound (house);
}

static void
test_an_invitation_can_be_taken_back_until_its_visitor_came (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = expect (house, "Ada", "Renée");
  g_autoptr (FoyerVisit) here = house_sign_in (house, "Bob", NINE_O_CLOCK);
  g_autoptr (FoyerDeskWork) work = foyer_desk_work_new (foyer_visit_get_id (ada), NINE_O_CLOCK);
  g_autoptr (FoyerDeskWork) late = foyer_desk_work_new (foyer_visit_get_id (here), NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  house_do (house, house->receptionist, &foyer_reception_cancel_expected, work);
  g_assert_cmpuint (expected (house), ==, 0);
  g_assert_cmpint (look (house, foyer_visit_get_code (ada), NINE_O_CLOCK, NULL),
                   ==,
                   FOYER_CODE_UNKNOWN);
  g_assert_false (foyer_store_do_wait (house->store,
                                       house->receptionist,
                                       &foyer_reception_cancel_expected,
                                       late,
                                       &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_NO_SUCH_VISIT);
  g_assert_cmpuint (present (house), ==, 1);
}

static void
test_who_is_expected_can_be_erased (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = expect (house, "Ada", "Renée");
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (foyer_visit_get_id (ada), NINE_O_CLOCK);

  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_assert_true (erasure->key_is_known);
  g_assert_cmpint (house_count (house,
                                "SELECT count (*) FROM deletion"
                                " WHERE type = '" FOYER_DELETION_EXPECTED "'"),
                   ==,
                   1);
}

static void
test_nobody_is_expected_on_a_day_that_is_over_or_far_ahead (House *house, gconstpointer unused)
{
  const gint64 days[] = { DAY_BEGAN - FOYER_DAY, DAY_BEGAN + 368 * FOYER_DAY };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autoptr (FoyerVisit) visit = house_visit (house, "Ada");
    g_autoptr (FoyerExpectation) expectation =
        foyer_expectation_new (visit, days[i], days[i] + FOYER_DAY, NINE_O_CLOCK);
    g_autoptr (GError) err = NULL;

    g_assert_false (foyer_store_do_wait (house->store,
                                         house->receptionist,
                                         &foyer_reception_expect,
                                         expectation,
                                         &err));
    g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_OTHER_DAY);
  }
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 0);
}

static void
test_a_kiosk_invites_nobody (House *house, gconstpointer unused)
{
  FoyerActor *const others[] = { house->kiosk, house->security, house->officer };
  g_autoptr (FoyerVisit) visit = house_visit (house, "Ada");
  g_autoptr (FoyerExpectation) expectation =
      foyer_expectation_new (visit, HALF_PAST_TEN, DAY_ENDS, NINE_O_CLOCK);

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autoptr (GError) err = NULL;

    g_assert_false (
        foyer_store_do_wait (house->store, others[i], &foyer_reception_expect, expectation, &err));
    g_assert_error (err, FOYER_DB_ERROR, FOYER_DB_ERROR_REFUSED);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/reception/expect/who is expected arrives by the code",
              test_who_is_expected_arrives_by_the_code);
  HOUSE_TEST ("/reception/expect/an invitation lets in on its day only",
              test_an_invitation_lets_in_on_its_day_only);
  HOUSE_TEST ("/reception/expect/who is expected and has to be approved has no code meanwhile",
              test_who_is_expected_and_has_to_be_approved_has_no_code_meanwhile);
  HOUSE_TEST ("/reception/expect/name and host together find an invitation",
              test_name_and_host_together_find_an_invitation);
  HOUSE_TEST ("/reception/expect/who never came is deleted a day after that day",
              test_who_never_came_is_deleted_a_day_after_that_day);
  HOUSE_TEST ("/reception/expect/an invitation can be taken back until its visitor came",
              test_an_invitation_can_be_taken_back_until_its_visitor_came);
  HOUSE_TEST ("/reception/expect/who is expected can be erased",
              test_who_is_expected_can_be_erased);
  HOUSE_TEST ("/reception/expect/nobody is expected on a day that is over or far ahead",
              test_nobody_is_expected_on_a_day_that_is_over_or_far_ahead);
  HOUSE_TEST ("/reception/expect/a kiosk invites nobody", test_a_kiosk_invites_nobody);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/erasure.h"
#include "privacy/retention.h"
#include "reception/error.h"
#include "reception/remember.h"
#include "reception/scan.h"
#include "reception/sign-out.h"
#include "store/deletions.h"
#include "visit/badge-code.h"

#define REMEMBERED "SELECT count (*) FROM remembered"

/* Ada is on site, with an answer that is kept and one that is not. */
static FoyerVisit *
sign_in (House *house)
{
  FoyerVisit *visit = house_visit (house, "Ada Lovelace");
  g_autoptr (FoyerSignIn) deed = foyer_sign_in_new (visit, NULL, "en", NINE_O_CLOCK);

  g_assert_true (foyer_visit_set_company (visit, "Analytical Engines", NULL));
  foyer_visit_set_answer (visit, "car", "M-AB 1", FOYER_KEPT_UNTIL_LEAVING, FOYER_ROLE_SECURITY);
  foyer_visit_set_answer (visit, "diet", "vegan", FOYER_KEPT_WITH_VISIT, FOYER_SEEN_BY_HOST);
  house_do (house, house->kiosk, &foyer_reception_sign_in, deed);
  return visit;
}

static FoyerRemembrance *
remember (House *house, FoyerVisit *visit, int days)
{
  FoyerRemembrance *remembrance =
      foyer_remembrance_new (foyer_visit_get_id (visit), days, NINE_O_CLOCK);

  house_do (house, house->kiosk, &foyer_reception_remember, remembrance);
  return remembrance;
}

/* What holding the code under the reader brings back. */
static FoyerVisit *
recall (House *house, const char *code, gint64 now)
{
  g_autoptr (FoyerCodeLook) look = foyer_code_look_new (code, now, now, now + FOYER_DAY);

  house_do (house, house->kiosk, &foyer_reception_look_at_code, look);
  g_assert_cmpint (look->meaning,
                   ==,
                   look->visit != NULL ? FOYER_CODE_REMEMBERED : FOYER_CODE_UNKNOWN);
  return g_steal_pointer (&look->visit);
}

static void
retain (House *house, gint64 now)
{
  g_autoptr (FoyerRetention) retention = foyer_retention_new (now, now);

  house_do (house, house->program, &foyer_privacy_retain, retention);
}

static void
refuse (House *house, const FoyerDeed *deed, gpointer what, int code)
{
  g_autoptr (GError) err = NULL;

  g_assert_false (foyer_store_do_wait (house->store, house->kiosk, deed, what, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, code);
}

static void
test_a_code_brings_the_answers_back (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) kept = remember (house, ada, 90);
  g_autoptr (FoyerVisit) again = NULL;
  g_autoptr (FoyerCodeLook) look = NULL;
  gint64 next_month = NINE_O_CLOCK + 40 * FOYER_DAY;

  /* Given a visit that is long deleted */
  house_do (house, house->kiosk, &foyer_reception_remember, kept); /* twice is once */
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 1);
  g_assert_cmpint (kept->ends_at, ==, NINE_O_CLOCK + 90 * FOYER_DAY);
  retain (house, NINE_O_CLOCK + 2 * FOYER_DAY);
  retain (house, next_month);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 0);

  /* When the code is shown, then there is a new visit with the answers, but for what was told to be
   * forgotten on leaving */
  again = recall (house, kept->code, next_month);
  g_assert_cmpstr (foyer_visit_get_name (again), ==, "Ada Lovelace");
  g_assert_cmpstr (foyer_visit_get_type_key (again), ==, "guest");
  g_assert_cmpstr (foyer_visit_get_company (again), ==, "Analytical Engines");
  g_assert_cmpstr (foyer_visit_get_answer (again, "diet"), ==, "vegan");
  g_assert_null (foyer_visit_get_answer (again, "car"));
  g_assert_false (g_bytes_equal (foyer_visit_get_id (again), foyer_visit_get_id (ada)));
  g_assert_cmpstr (foyer_visit_get_code (again), !=, kept->code);

  look = foyer_code_look_new (kept->code, next_month, next_month, next_month + 1);
  house_do (house, house->kiosk, &foyer_reception_look_at_code, look);
  g_assert_cmpint (look->meaning, ==, FOYER_CODE_REMEMBERED);
  g_assert_cmpstr (foyer_visit_get_name (look->visit), ==, "Ada Lovelace");
  g_assert_false (house_files_hold (house, "Lovelace"));
  g_assert_false (house_files_hold (house, kept->code));
}

static void
test_it_ends_by_itself_when_it_was_told (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) kept = remember (house, ada, 1);
  g_autoptr (FoyerVisit) early = recall (house, kept->code, kept->ends_at - 1);
  g_autoptr (FoyerVisit) late = recall (house, kept->code, kept->ends_at);

  g_assert_nonnull (early);
  g_assert_null (late);
  retain (house, kept->ends_at - 1);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 1);
  retain (house, kept->ends_at);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 0);
  g_assert_cmpint (house_count (house,
                                "SELECT visits FROM deletion WHERE days = -1"
                                " AND type = '" FOYER_DELETION_REMEMBERED "'"),
                   ==,
                   1);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM vault WHERE owed_by > 0"), ==, 1);
}

static void
test_consent_is_taken_back_by_the_code (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) kept = remember (house, ada, 30);
  g_autoptr (FoyerWithdrawal) withdrawal = foyer_withdrawal_new (kept->code, NINE_O_CLOCK);
  g_autoptr (FoyerVisit) again = NULL;

  house_do (house, house->kiosk, &foyer_reception_forget_remembered, withdrawal);
  again = recall (house, kept->code, NINE_O_CLOCK);
  g_assert_null (again);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 0);
  g_assert_cmpint (
      house_count (house, "SELECT count (*) FROM vault WHERE owed_by = owed_since + 60000"),
      ==,
      1);
  refuse (house,
          &foyer_reception_forget_remembered,
          withdrawal,
          FOYER_RECEPTION_ERROR_NO_SUCH_CODE);
}

static void
test_erasing_the_visit_forgets_what_is_remembered (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerVisit) bob = sign_in (house);
  g_autoptr (FoyerRemembrance) kept = remember (house, ada, 30);
  g_autoptr (FoyerRemembrance) other = remember (house, bob, 30);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (foyer_visit_get_id (ada), NINE_O_CLOCK);
  g_autoptr (FoyerErasure) second = foyer_erasure_new (foyer_visit_get_id (bob), NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) sign_out =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK);

  /* While the visit is there */
  house_do (house, house->kiosk, &foyer_reception_sign_out, sign_out);
  house_do (house, house->officer, &foyer_privacy_erase, erasure);
  g_assert_true (erasure->key_is_known);
  g_assert_cmpint (house_count (house, "SELECT count (*) FROM visit"), ==, 1);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 1);

  /* And when it is deleted long since */
  g_assert_true (foyer_db_script (house->desk, "DELETE FROM visit", NULL));
  house_do (house, house->officer, &foyer_privacy_erase, second);
  g_assert_true (second->key_is_known);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 0);
}

static void
test_who_is_on_site_is_not_half_erased (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) kept = remember (house, ada, 30);
  g_autoptr (FoyerErasure) erasure = foyer_erasure_new (foyer_visit_get_id (ada), NINE_O_CLOCK);

  g_assert_false (
      foyer_store_do_wait (house->store, house->officer, &foyer_privacy_erase, erasure, NULL));
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 1);
}

static void
test_a_visit_is_remembered_once (House *house, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) first = remember (house, ada, 30);
  g_autoptr (FoyerRemembrance) second = remember (house, ada, 30);
  g_autoptr (FoyerVisit) by_first = recall (house, first->code, NINE_O_CLOCK);
  g_autoptr (FoyerVisit) by_second = recall (house, second->code, NINE_O_CLOCK);

  g_assert_null (by_first);
  g_assert_nonnull (by_second);
}

static void
test_only_who_stands_here_is_remembered (House *house, gconstpointer unused)
{
  g_autoptr (FoyerActor) elsewhere = foyer_actor_new (FOYER_ROLE_KIOSK, "Back door");
  g_autoptr (FoyerVisit) ada = sign_in (house);
  g_autoptr (FoyerRemembrance) kept =
      foyer_remembrance_new (foyer_visit_get_id (ada), 4000, NINE_O_CLOCK);
  g_autoptr (FoyerSignOut) sign_out =
      foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NINE_O_CLOCK);
  g_autoptr (GError) err = NULL;

  g_assert_cmpint (kept->ends_at, ==, NINE_O_CLOCK + 365 * FOYER_DAY);
  g_assert_false (
      foyer_store_do_wait (house->store, elsewhere, &foyer_reception_remember, kept, &err));
  g_assert_error (err, FOYER_RECEPTION_ERROR, FOYER_RECEPTION_ERROR_NOT_ON_SITE);
  house_do (house, house->kiosk, &foyer_reception_sign_out, sign_out);
  refuse (house, &foyer_reception_remember, kept, FOYER_RECEPTION_ERROR_NOT_ON_SITE);
  g_assert_cmpint (house_count (house, REMEMBERED), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/reception/remember/a code brings the answers back",
              test_a_code_brings_the_answers_back);
  HOUSE_TEST ("/reception/remember/it ends by itself when it was told",
              test_it_ends_by_itself_when_it_was_told);
  HOUSE_TEST ("/reception/remember/consent is taken back by the code",
              test_consent_is_taken_back_by_the_code);
  HOUSE_TEST ("/reception/remember/erasing the visit forgets what is remembered",
              test_erasing_the_visit_forgets_what_is_remembered);
  HOUSE_TEST ("/reception/remember/who is on site is not half erased",
              test_who_is_on_site_is_not_half_erased);
  HOUSE_TEST ("/reception/remember/a visit is remembered once", test_a_visit_is_remembered_once);
  HOUSE_TEST ("/reception/remember/only who stands here is remembered",
              test_only_who_stands_here_is_remembered);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/site.h"

#include <string.h>

#include "reception/sign-out.h"
#include "store/visits.h"

/* All that is to be kept, and nothing else. */
static void
assert_stored (FoyerVisit *visit)
{
  static const struct {
    const char *key;
    const char *value;
    FoyerKept kept;
    FoyerRole seen_by;
  } stored[] = {
    { "escort",
      "Bob <b>&</b>",
      FOYER_KEPT_UNTIL_LEAVING,
      FOYER_ROLE_RECEPTIONIST | FOYER_SEEN_BY_HOST },
    { "email", "zoe@example.com", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_RECEPTIONIST },
    { "phone", "+44 20 7946 0958", FOYER_KEPT_UNTIL_LEAVING, FOYER_ROLE_SECURITY },
    { "born", "1990-02-01", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
    { "people", "3", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
    { "car", "M-X 12", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
    { "place", "roof", FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
    { "nda", NULL, FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
    { "rules", NULL, FOYER_KEPT_WITH_VISIT, FOYER_ROLE_SECURITY },
  };
  GPtrArray *kept = foyer_visit_get_answers (visit);

  g_assert_cmpuint (kept->len, ==, G_N_ELEMENTS (stored));
  for (guint i = 0; i < kept->len; i++) {
    const FoyerAnswer *answer = g_ptr_array_index (kept, i);

    g_assert_cmpstr (answer->key, ==, stored[i].key);
    if (stored[i].value != NULL)
      g_assert_cmpstr (answer->value, ==, stored[i].value);
    g_assert_cmpint (answer->kept, ==, stored[i].kept);
    g_assert_cmpint (answer->seen_by, ==, stored[i].seen_by);
  }
}

static void
test_all_kinds_of_answers_are_checked_and_stored (Site *site, gconstpointer unused)
{
  static const char *const seen[] = {
    "Name",        "Zoë <i>Brontë</i>",
    "Escort",      "Bob <b>&</b>",
    "E-mail",      "zoe@example.com",
    "Telephone",   "+44 20 7946 0958",
    "Born",        "1\u00a0February\u00a01990",
    "People",      "3",
    "Car",         "M-X 12",
    "Place",       "<i>Roof</i> & sky",
    "Agreement",   "Read",
    "Rules",       "Visiting",
    "Not listed",  "As",
    "Guest",       "Change: Escort",
    "Change: Car",
  };
  g_autoptr (FoyerVisit) found = NULL;
  g_autoptr (FoyerVisit) left = NULL;
  g_autoptr (FoyerSignOut) sign_out = NULL;
  g_autoptr (GError) err = NULL;

  /* Given a visitor who has answered every question; then each answer stands there as it is */
  site_go_to (site, "check");
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++) {
    g_test_message ("%s", seen[i]);
    g_assert_true (site_sees (site, seen[i]));
  }
  /* but what only led to other questions, and agreements are not changed */
  g_assert_cmpstr (site_get_answer (site, "first-visit"), ==, "yes");
  g_assert_false (site_sees (site, "First visit"));
  g_assert_false (site_sees (site, "Change: Rules"));

  /* When the visitor signs in, then all that is to be kept is stored, and nothing else */
  site_press (site, "Sign in");
  site_wait (site, "thanks");
  foyer_visits_find (site->stage.house.desk,
                     foyer_visit_get_id (site_get_visit (site)),
                     &found,
                     &err);
  g_assert_no_error (err);
  assert_stored (found);

  /* When the visitor leaves, then what was to be kept until then is gone */
  sign_out = foyer_sign_out_new (NULL, foyer_visit_get_id (found), NINE_O_CLOCK + FOYER_HOUR);
  house_do (&site->stage.house,
            site->stage.house.receptionist,
            &foyer_reception_check_out,
            sign_out);
  foyer_visits_find (site->stage.house.desk, foyer_visit_get_id (found), &left, &err);
  g_assert_no_error (err);
  g_assert_cmpuint (foyer_visit_get_answers (left)->len, ==, 7);
  g_assert_null (foyer_visit_get_answer (left, "escort"));
  g_assert_null (foyer_visit_get_answer (left, "phone"));
}

static void
test_a_question_says_what_for_who_and_how_long (Site *site, gconstpointer unused)
{
  site_go_to (site, "guest/first-visit");
  g_assert_true (site_sees (site, "Then somebody comes along. It is not kept."));
  site_press (site, "Yes");
  site_wait (site, "guest/escort");
  g_assert_true (site_sees (site, "A <b>name</b> & nothing else."));
  g_assert_true (
      site_sees (site, "So that we know. Seen by: reception, your host. Deleted when you leave."));
}

static void
test_a_question_is_asked_by_another_s_answer (Site *site, gconstpointer unused)
{
  /* Given one who has been here before */
  site_go_to (site, "guest/first-visit");
  site_press (site, "No");

  /* Then nobody has to come along, and the question is not counted */
  site_wait (site, "name");
  g_assert_true (site_sees (site, "Question 3 of 10"));

  /* When it is the first visit after all */
  site_press (site, "Back");
  site_wait (site, "guest/first-visit");
  site_press (site, "Yes");
  site_wait (site, "guest/escort");
  g_assert_true (site_sees (site, "Question 3 of 11"));
  site_type (site, "Bob");
  site_wait (site, "name");
  g_assert_cmpstr (site_get_answer (site, "escort"), ==, "Bob");

  /* and not, then the answer is gone as well */
  site_press (site, "Back");
  site_wait (site, "guest/escort");
  site_press (site, "Back");
  site_wait (site, "guest/first-visit");
  site_press (site, "No");
  site_wait (site, "name");
  g_assert_null (site_get_answer (site, "escort"));
}

static void
test_what_is_not_required_may_be_left_out (Site *site, gconstpointer unused)
{
  static const char *const pages[] = { "guest/born", "guest/people", "guest/car" };
  static const char *const typed[] = { "1990-02-01", "3", "M 1" };

  site_go_to (site, "guest/email");
  g_assert_false (foyer_kiosk_page_get_complete (site_get_page (site)));
  site_type (site, "zoe@example.com");
  site_wait (site, "guest/phone");
  g_assert_true (foyer_kiosk_page_get_complete (site_get_page (site)));
  site_type (site, "");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    site_wait (site, pages[i]);
    site_type (site, typed[i]);
  }
  site_wait (site, "guest/place");
  site_press (site, "I prefer not to say");
  site_wait (site, "guest/nda");
  site_press (site, "I accept");
  site_wait (site, "guest/rules");
  site_press (site, "I have read these");
  site_wait (site, "host");
  site_press (site, "I do not know, or not listed");
  site_wait (site, "check");
  g_assert_null (site_get_answer (site, "phone"));
  g_assert_null (site_get_answer (site, "place"));
  g_assert_true (site_sees (site, "Telephone"));
  g_assert_true (site_sees (site, "–"));

  /* What was left out can still be said */
  site_press (site, "Change: Telephone");
  site_wait (site, "guest/phone");
  site_type (site, "110");
  site_wait (site, "check");
  g_assert_true (site_sees (site, "110"));
}

static void
test_a_wrong_answer_is_said_at_its_field_and_kept (Site *site, gconstpointer unused)
{
  static const struct {
    const char *page;
    const char *typed;
    const char *said;
    const char *right;
  } wrong[] = {
    { "guest/email",
      "zoe at example",
      "This is no e-mail address. It looks like ada@example.com.",
      "zoe@example.com" },
    { "guest/phone", "12", "This is no telephone number. Type its digits.", "" },
    { "guest/born",
      "29.2.2023",
      "This is no date. Type day, month and year: 24 12 2026.",
      "29.2.2024" },
    { "guest/people", "two", "This is no number. Type digits only.", "2" },
    { "guest/car", "<b>M</b> 1", "This is no car registration. Type letters and digits.", "M 1" },
  };

  site_go_to (site, "guest/email");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    site_wait (site, wrong[i].page);
    site_type (site, wrong[i].typed);
    site_wait (site, wrong[i].page);
    g_assert_true (site_sees (site, wrong[i].said));
    g_assert_cmpstr (gtk_entry_get_text (site_get_entry (site)), ==, wrong[i].typed);
    g_assert_null (site_get_answer (site, wrong[i].page + strlen ("guest/")));
    site_type (site, wrong[i].right);
  }
  site_wait (site, "guest/place");
}

static void
test_answers_outlive_another_language (Site *site, gconstpointer unused)
{
  /* Given answers, and half an e-mail address */
  site_go_to (site, "guest/email");
  gtk_entry_set_text (site_get_entry (site), "zoe@exam");

  /* When the language changes, then the same question stands there, with what was typed */
  site_change_language (site, "de");
  site_wait (site, "guest/email");
  g_assert_true (site_sees (site, "Wie ist Ihre E-Mail-Adresse?"));
  g_assert_cmpstr (gtk_entry_get_text (site_get_entry (site)), ==, "zoe@exam");
  site_type (site, "zoe@example.com");
  site_wait (site, "guest/phone");
  g_assert_cmpstr (site_get_answer (site, "escort"), ==, "Bob <b>&</b>");
  g_assert_cmpstr (site_get_answer (site, "email"), ==, "zoe@example.com");

  /* and the way back is the same */
  foyer_kiosk_flow_back (site->flow);
  foyer_kiosk_flow_back (site->flow);
  foyer_kiosk_flow_back (site->flow);
  site_wait (site, "guest/escort");
  g_assert_cmpstr (gtk_entry_get_text (site_get_entry (site)), ==, " Bob  <b>&</b> ");
  foyer_kiosk_flow_back (site->flow);
  site_wait (site, "guest/first-visit");
  g_assert_true (site_sees (site, "Sind Sie zum ersten Mal hier?"));
}

static void
test_the_check_speaks_the_other_language (Site *site, gconstpointer unused)
{
  site_go_to (site, "check");
  site_change_language (site, "de");
  site_wait (site, "check");
  g_assert_true (site_sees (site, "Dach"));
  g_assert_true (site_sees (site, "E-Mail"));
  g_assert_true (site_sees (site, "Gelesen"));
  g_assert_true (site_sees (site, "1.\u00a0Februar\u00a01990"));
  g_assert_true (site_sees (site, "Zoë <i>Brontë</i>"));
  g_assert_true (site_sees (site, "Ändern: E-Mail"));
  /* What the site did not translate stays as it is */
  g_assert_true (site_sees (site, "Escort"));
}

static void
test_a_change_keeps_the_other_answers (Site *site, gconstpointer unused)
{
  site_go_to (site, "check");
  site_press (site, "Change: Car");
  site_wait (site, "guest/car");
  g_assert_cmpstr (gtk_entry_get_text (site_get_entry (site)), ==, "m-x 12");

  /* Back from a change is no change */
  gtk_entry_set_text (site_get_entry (site), "B 1");
  site_press (site, "Back");
  site_wait (site, "check");
  g_assert_true (site_sees (site, "M-X 12"));

  site_press (site, "Change: Place");
  site_wait (site, "guest/place");
  site_press (site, "Cellar");
  site_wait (site, "check");
  g_assert_true (site_sees (site, "Cellar"));
  g_assert_true (site_sees (site, "M-X 12"));
  g_assert_cmpuint (foyer_visit_get_answers (site_get_visit (site))->len, ==, 10);
}

static void
test_an_agreement_is_rules_or_a_text (Site *site, gconstpointer unused)
{
  site_go_to (site, "guest/nda");
  g_assert_true (site_sees (site, "Keep it to yourself"));
  g_assert_true (site_sees (site, "What you see here is <b>secret</b>.\nAlso tomorrow."));
  g_assert_false (site_sees (site, "I have read these"));
  g_assert_null (site_get_answer (site, "nda"));
  site_press (site, "I accept");
  site_wait (site, "guest/rules");
  g_assert_true (g_str_has_prefix (site_get_answer (site, "nda"), "1 "));
  g_assert_true (site_sees (site, "Before you start"));
  g_assert_true (site_sees (site, "Wear a <b>helmet</b>."));
  g_assert_true (site_sees (site, "Watch your step."));
  g_assert_true (
      site_sees (site, "So that all come home. Seen by: security. Deleted with your visit."));
}

static void
test_a_changed_agreement_is_accepted_anew (Site *site, gconstpointer unused)
{
  g_autoptr (FoyerVisit) back = foyer_visit_new (NINE_O_CLOCK);
  g_autofree char *old = NULL;

  /* Given one who has answered all of it once, before the rules changed */
  site_go_to (site, "check");
  foyer_visit_copy_answers (back, site_get_visit (site));
  foyer_visit_set_host (back, foyer_visit_get_id (back), "Łukasz Wójcik");
  old = g_strdup (foyer_visit_get_answer (back, "rules"));
  foyer_visit_set_answer (back,
                          "rules",
                          "2 0123456789abcdef",
                          FOYER_KEPT_WITH_VISIT,
                          FOYER_ROLE_SECURITY);

  /* When the visitor comes again, then only the rules are asked */
  foyer_kiosk_flow_adopt (site->flow, back, NULL);
  site_wait (site, "guest/rules");
  site_press (site, "I have read these");
  site_wait (site, "check");
  g_assert_cmpstr (site_get_answer (site, "rules"), ==, old);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

#define ADD(path, test) g_test_add (path, Site, NULL, site_set_up, test, site_tear_down)
  ADD ("/questions/all", test_all_kinds_of_answers_are_checked_and_stored);
  ADD ("/questions/promise", test_a_question_says_what_for_who_and_how_long);
  ADD ("/questions/condition", test_a_question_is_asked_by_another_s_answer);
  ADD ("/questions/optional", test_what_is_not_required_may_be_left_out);
  ADD ("/questions/wrong", test_a_wrong_answer_is_said_at_its_field_and_kept);
  ADD ("/questions/language", test_answers_outlive_another_language);
  ADD ("/questions/language/check", test_the_check_speaks_the_other_language);
  ADD ("/questions/change", test_a_change_keeps_the_other_answers);
  ADD ("/questions/agreement", test_an_agreement_is_rules_or_a_text);
  ADD ("/questions/agreement/changed", test_a_changed_agreement_is_accepted_anew);
  return g_test_run ();
}

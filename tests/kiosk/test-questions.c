/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/flow.h"

#include <string.h>

#include "kiosk/frame.h"
#include "kiosk/page-stage.h"
#include "reception/sign-out.h"
#include "station/language.h"
#include "store/visits.h"

/* A site's own type, with every kind of field. */
static const char site_type[] =
    "[type]\nname=Guest\nname[de]=Gast\npurpose=Visiting someone\n"
    "asks=first-visit;escort;name;email;phone;born;people;car;place;nda;rules;host\n"
    "[field first-visit]\nkind=yes-no\nquestion=Is this your first visit?\n"
    "question[de]=Sind Sie zum ersten Mal hier?\nlabel=First visit\n"
    "purpose=Then somebody comes along.\nkept=no\n"
    "[field escort]\nkind=text\nquestion=Who comes along?\nlabel=Escort\n"
    "hint=A <b>name</b> & nothing else.\npurpose=So that we know.\n"
    "seen-by=receptionist;host\nkept=stay\nshow-if=first-visit:yes\n"
    "[field email]\nkind=email\nquestion=What is your e-mail address?\n"
    "question[de]=Wie ist Ihre E-Mail-Adresse?\nlabel=E-mail\nlabel[de]=E-Mail\n"
    "purpose=For the minutes.\nseen-by=receptionist\nkept=visit\n"
    "[field phone]\nkind=telephone\nquestion=What is your telephone number?\nlabel=Telephone\n"
    "purpose=To reach you.\nseen-by=security\nkept=stay\nrequired=no\n"
    "[field born]\nkind=date\nquestion=When were you born?\nlabel=Born\n"
    "purpose=For the form.\nseen-by=security\nkept=visit\n"
    "[field people]\nkind=number\nquestion=How many are you?\nlabel=People\n"
    "purpose=For the alarm.\nseen-by=security\nkept=visit\n"
    "[field car]\nkind=car-registration\nquestion=Which car is yours?\nlabel=Car\n"
    "purpose=For the gate.\nseen-by=security\nkept=visit\n"
    "[field place]\nkind=choice\nquestion=Where do you go?\nquestion[de]=Wohin gehen Sie?\n"
    "label=Place\npurpose=So that we find you.\nseen-by=security\nkept=visit\nrequired=no\n"
    "choices=roof;cellar\nchoice.roof=<i>Roof</i> & sky\nchoice.roof[de]=Dach\n"
    "icon.roof=foyer-ladder-symbolic\nchoice.cellar=Cellar\n"
    "[field nda]\nkind=accept\nquestion=Keep it to yourself\nlabel=Agreement\n"
    "purpose=So that all know.\nseen-by=security\nkept=visit\nversion=1\n"
    "text=What you see here is <b>secret</b>.\\nAlso tomorrow.\n"
    "[field rules]\nkind=accept\nquestion=Before you start\nlabel=Rules\n"
    "purpose=So that all come home.\nseen-by=security\nkept=visit\nversion=3\n"
    "rule.1=Wear a <b>helmet</b>.\nicon.1=foyer-helmet-symbolic\nrule.2=Watch your step.\n";

/* An answer to each page: typed with Enter, or pressed. */
typedef struct {
  const char *page;
  const char *typed;
  const char *pressed;
} Answer;

static const Answer answers[] = {
  { "welcome", NULL, "Sign in" },
  { "purpose", NULL, "Visiting someone" },
  { "guest/first-visit", NULL, "Yes" },
  { "guest/escort", " Bob  <b>&</b> ", NULL },
  { "name", "Zoë <i>Brontë</i>", NULL },
  { "guest/email", "zoe@example.com", NULL },
  { "guest/phone", "+44 20 7946 0958", NULL },
  { "guest/born", "1/2/1990", NULL },
  { "guest/people", "3", NULL },
  { "guest/car", "m-x 12", NULL },
  { "guest/place", NULL, "<i>Roof</i> & sky" },
  { "guest/nda", NULL, "I accept" },
  { "guest/rules", NULL, "I have read these" },
  { "host", NULL, "I do not know, or not listed" },
};

/*
 * The real flow, in a window of its own, at a site with that type.
 */
typedef struct {
  PageStage stage;
  FoyerKioskFlow *flow;
} Site;

static FoyerKioskPage *
page_in_front (Site *site)
{
  return foyer_kiosk_frame_find (FOYER_KIOSK_FRAME (foyer_kiosk_flow_get_frame (site->flow)),
                                 foyer_kiosk_flow_get_page (site->flow));
}

static GtkEntry *
entry_in_front (Site *site)
{
  GtkEntry *entry = foyer_kiosk_page_get_text_entry (page_in_front (site));

  g_assert_nonnull (entry);
  return entry;
}

static void
open_window (Site *site, FoyerVisit *visit, const char *language)
{
  FoyerKioskContext context = site->stage.context;

  foyer_language_use (language);
  context.visit = visit;
  context.language = language;
  context.reading = NULL;
  site->flow = foyer_kiosk_flow_new (&context);
  site->stage.window = gtk_offscreen_window_new ();
  gtk_style_context_add_class (gtk_widget_get_style_context (site->stage.window), "kiosk");
  gtk_widget_set_size_request (site->stage.window, site->stage.width, site->stage.height);
  gtk_container_add (GTK_CONTAINER (site->stage.window), foyer_kiosk_flow_get_frame (site->flow));
  gtk_widget_show (site->stage.window);
}

/* Ends a flow, and finds that nobody keeps it, or anything that was typed into it. */
static void
close_window (Site *site, FoyerKioskFlow *flow, GtkWidget *window)
{
  GtkWidget *frame = g_object_ref (foyer_kiosk_flow_get_frame (flow));

  g_object_run_dispose (G_OBJECT (flow));
  gtk_widget_destroy (window);
  g_assert_finalize_object (frame);
  g_assert_finalize_object (flow);
}

static void
set_up (Site *site, gconstpointer unused)
{
  g_autoptr (FoyerVisit) visit = NULL;

  page_stage_set_up (&site->stage, NULL);
  page_stage_use_type (&site->stage, "guest", site_type);
  visit = foyer_visit_new (NINE_O_CLOCK);
  open_window (site, visit, "en");
  foyer_kiosk_flow_begin (site->flow, "welcome");
}

static void
tear_down (Site *site, gconstpointer unused)
{
  close_window (site, site->flow, g_steal_pointer (&site->stage.window));
  page_stage_tear_down (&site->stage, NULL);
}

/* The check page is there as soon as the notice was read. */
static void
wait_for_page (Site *site, const char *page)
{
  gint64 patience = g_get_monotonic_time () + FOYER_TEST_PATIENCE * 1000;

  while ((g_strcmp0 (foyer_kiosk_flow_get_page (site->flow), page) != 0
          || page_in_front (site) == NULL)
         && g_get_monotonic_time () < patience)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpstr (foyer_kiosk_flow_get_page (site->flow), ==, page);
  while (gtk_events_pending ())
    gtk_main_iteration ();
}

static void
change_language (Site *site, const char *language)
{
  FoyerKioskFlow *before = site->flow;
  GtkWidget *window = site->stage.window;

  open_window (site, foyer_kiosk_flow_get_visit (before), language);
  foyer_kiosk_flow_take_over (site->flow, before);
  close_window (site, before, window);
}

static FoyerVisit *
get_visit (Site *site)
{
  return foyer_kiosk_flow_get_visit (site->flow);
}

static const char *
get_answer (Site *site, const char *key)
{
  return foyer_visit_get_answer (get_visit (site), key);
}

static void
press (Site *site, const char *button)
{
  page_stage_press (&site->stage, button);
}

static gboolean
sees (Site *site, const char *words)
{
  return page_stage_find (&site->stage, words) != NULL;
}

/* Types over what stands there, and presses Enter. */
static void
type (Site *site, const char *text)
{
  gtk_entry_set_text (entry_in_front (site), text);
  g_signal_emit_by_name (entry_in_front (site), "activate");
}

/* Answers everything before that page; "check": everything. */
static void
go_to (Site *site, const char *page)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    wait_for_page (site, answers[i].page);
    if (g_str_equal (answers[i].page, page))
      return;
    if (answers[i].pressed != NULL)
      press (site, answers[i].pressed);
    else
      type (site, answers[i].typed);
  }
  wait_for_page (site, page);
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
  g_autoptr (FoyerVisit) found = NULL;
  g_autoptr (FoyerVisit) left = NULL;
  g_autoptr (FoyerSignOut) sign_out = NULL;
  g_autoptr (GError) err = NULL;
  GPtrArray *kept;

  /* Given a visitor who has answered every question; then each answer stands there as it is */
  go_to (site, "check");
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++) {
    g_test_message ("%s", seen[i]);
    g_assert_true (sees (site, seen[i]));
  }
  /* but what only led to other questions, and agreements are not changed */
  g_assert_cmpstr (get_answer (site, "first-visit"), ==, "yes");
  g_assert_false (sees (site, "First visit"));
  g_assert_false (sees (site, "Change: Rules"));

  /* When the visitor signs in, then all that is to be kept is stored, and nothing else */
  press (site, "Sign in");
  wait_for_page (site, "thanks");
  foyer_visits_find (site->stage.house.desk, foyer_visit_get_id (get_visit (site)), &found, &err);
  g_assert_no_error (err);
  kept = foyer_visit_get_answers (found);
  g_assert_cmpuint (kept->len, ==, G_N_ELEMENTS (stored));
  for (guint i = 0; i < kept->len; i++) {
    const FoyerAnswer *answer = g_ptr_array_index (kept, i);

    g_assert_cmpstr (answer->key, ==, stored[i].key);
    if (stored[i].value != NULL)
      g_assert_cmpstr (answer->value, ==, stored[i].value);
    g_assert_cmpint (answer->kept, ==, stored[i].kept);
    g_assert_cmpint (answer->seen_by, ==, stored[i].seen_by);
  }

  /* When the visitor leaves, then what was to be kept until then is gone */
  sign_out = foyer_sign_out_new (NULL, foyer_visit_get_id (found), NINE_O_CLOCK + FOYER_HOUR);
  house_do (&site->stage.house,
            site->stage.house.receptionist,
            &foyer_reception_check_out,
            sign_out);
  foyer_visits_find (site->stage.house.desk, foyer_visit_get_id (found), &left, &err);
  g_assert_no_error (err);
  g_assert_cmpuint (foyer_visit_get_answers (left)->len, ==, G_N_ELEMENTS (stored) - 2);
  g_assert_null (foyer_visit_get_answer (left, "escort"));
  g_assert_null (foyer_visit_get_answer (left, "phone"));
}

static void
test_a_question_says_what_for_who_and_how_long (Site *site, gconstpointer unused)
{
  go_to (site, "guest/first-visit");
  g_assert_true (sees (site, "Then somebody comes along. It is not kept."));
  press (site, "Yes");
  wait_for_page (site, "guest/escort");
  g_assert_true (sees (site, "A <b>name</b> & nothing else."));
  g_assert_true (
      sees (site, "So that we know. Seen by: reception, your host. Deleted when you leave."));
}

static void
test_a_question_is_asked_by_another_s_answer (Site *site, gconstpointer unused)
{
  /* Given one who has been here before */
  go_to (site, "guest/first-visit");
  press (site, "No");

  /* Then nobody has to come along, and the question is not counted */
  wait_for_page (site, "name");
  g_assert_true (sees (site, "Question 3 of 10"));

  /* When it is the first visit after all */
  press (site, "Back");
  wait_for_page (site, "guest/first-visit");
  press (site, "Yes");
  wait_for_page (site, "guest/escort");
  g_assert_true (sees (site, "Question 3 of 11"));
  type (site, "Bob");
  wait_for_page (site, "name");
  g_assert_cmpstr (get_answer (site, "escort"), ==, "Bob");

  /* and not, then the answer is gone as well */
  press (site, "Back");
  wait_for_page (site, "guest/escort");
  press (site, "Back");
  wait_for_page (site, "guest/first-visit");
  press (site, "No");
  wait_for_page (site, "name");
  g_assert_null (get_answer (site, "escort"));
}

static void
test_what_is_not_required_may_be_left_out (Site *site, gconstpointer unused)
{
  static const char *const pages[] = { "guest/born", "guest/people", "guest/car" };
  static const char *const typed[] = { "1990-02-01", "3", "M 1" };

  go_to (site, "guest/email");
  g_assert_false (foyer_kiosk_page_get_complete (page_in_front (site)));
  type (site, "zoe@example.com");
  wait_for_page (site, "guest/phone");
  g_assert_true (foyer_kiosk_page_get_complete (page_in_front (site)));
  type (site, "");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    wait_for_page (site, pages[i]);
    type (site, typed[i]);
  }
  wait_for_page (site, "guest/place");
  press (site, "I prefer not to say");
  wait_for_page (site, "guest/nda");
  press (site, "I accept");
  wait_for_page (site, "guest/rules");
  press (site, "I have read these");
  wait_for_page (site, "host");
  press (site, "I do not know, or not listed");
  wait_for_page (site, "check");
  g_assert_null (get_answer (site, "phone"));
  g_assert_null (get_answer (site, "place"));
  g_assert_true (sees (site, "Telephone"));
  g_assert_true (sees (site, "–"));

  /* What was left out can still be said */
  press (site, "Change: Telephone");
  wait_for_page (site, "guest/phone");
  type (site, "110");
  wait_for_page (site, "check");
  g_assert_true (sees (site, "110"));
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

  go_to (site, "guest/email");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++) {
    wait_for_page (site, wrong[i].page);
    type (site, wrong[i].typed);
    wait_for_page (site, wrong[i].page);
    g_assert_true (sees (site, wrong[i].said));
    g_assert_cmpstr (gtk_entry_get_text (entry_in_front (site)), ==, wrong[i].typed);
    g_assert_null (get_answer (site, wrong[i].page + strlen ("guest/")));
    type (site, wrong[i].right);
  }
  wait_for_page (site, "guest/place");
}

static void
test_answers_outlive_another_language (Site *site, gconstpointer unused)
{
  /* Given answers, and half an e-mail address */
  go_to (site, "guest/email");
  gtk_entry_set_text (entry_in_front (site), "zoe@exam");

  /* When the language changes, then the same question stands there, with what was typed */
  change_language (site, "de");
  wait_for_page (site, "guest/email");
  g_assert_true (sees (site, "Wie ist Ihre E-Mail-Adresse?"));
  g_assert_cmpstr (gtk_entry_get_text (entry_in_front (site)), ==, "zoe@exam");
  type (site, "zoe@example.com");
  wait_for_page (site, "guest/phone");
  g_assert_cmpstr (get_answer (site, "escort"), ==, "Bob <b>&</b>");
  g_assert_cmpstr (get_answer (site, "email"), ==, "zoe@example.com");

  /* and the way back is the same */
  foyer_kiosk_flow_back (site->flow);
  foyer_kiosk_flow_back (site->flow);
  foyer_kiosk_flow_back (site->flow);
  wait_for_page (site, "guest/escort");
  g_assert_cmpstr (gtk_entry_get_text (entry_in_front (site)), ==, " Bob  <b>&</b> ");
  foyer_kiosk_flow_back (site->flow);
  wait_for_page (site, "guest/first-visit");
  g_assert_true (sees (site, "Sind Sie zum ersten Mal hier?"));
}

static void
test_the_check_speaks_the_other_language (Site *site, gconstpointer unused)
{
  go_to (site, "check");
  change_language (site, "de");
  wait_for_page (site, "check");
  g_assert_true (sees (site, "Dach"));
  g_assert_true (sees (site, "E-Mail"));
  g_assert_true (sees (site, "Gelesen"));
  g_assert_true (sees (site, "1.\u00a0Februar\u00a01990"));
  g_assert_true (sees (site, "Zoë <i>Brontë</i>"));
  g_assert_true (sees (site, "Ändern: E-Mail"));
  /* What the site did not translate stays as it is */
  g_assert_true (sees (site, "Escort"));
}

static void
test_a_change_keeps_the_other_answers (Site *site, gconstpointer unused)
{
  go_to (site, "check");
  press (site, "Change: Car");
  wait_for_page (site, "guest/car");
  g_assert_cmpstr (gtk_entry_get_text (entry_in_front (site)), ==, "m-x 12");

  /* Back from a change is no change */
  gtk_entry_set_text (entry_in_front (site), "B 1");
  press (site, "Back");
  wait_for_page (site, "check");
  g_assert_true (sees (site, "M-X 12"));

  press (site, "Change: Place");
  wait_for_page (site, "guest/place");
  press (site, "Cellar");
  wait_for_page (site, "check");
  g_assert_true (sees (site, "Cellar"));
  g_assert_true (sees (site, "M-X 12"));
  g_assert_cmpuint (foyer_visit_get_answers (get_visit (site))->len, ==, 10);
}

static void
test_an_agreement_is_rules_or_a_text (Site *site, gconstpointer unused)
{
  go_to (site, "guest/nda");
  g_assert_true (sees (site, "Keep it to yourself"));
  g_assert_true (sees (site, "What you see here is <b>secret</b>.\nAlso tomorrow."));
  g_assert_false (sees (site, "I have read these"));
  g_assert_null (get_answer (site, "nda"));
  press (site, "I accept");
  wait_for_page (site, "guest/rules");
  g_assert_true (g_str_has_prefix (get_answer (site, "nda"), "1 "));
  g_assert_true (sees (site, "Before you start"));
  g_assert_true (sees (site, "Wear a <b>helmet</b>."));
  g_assert_true (sees (site, "Watch your step."));
  g_assert_true (sees (site, "So that all come home. Seen by: security. Deleted with your visit."));
}

static void
test_a_changed_agreement_is_accepted_anew (Site *site, gconstpointer unused)
{
  g_autoptr (FoyerVisit) back = foyer_visit_new (NINE_O_CLOCK);
  g_autofree char *old = NULL;

  /* Given one who has answered all of it once, before the rules changed */
  go_to (site, "check");
  foyer_visit_copy_answers (back, get_visit (site));
  foyer_visit_set_host (back, foyer_visit_get_id (back), "Łukasz Wójcik");
  old = g_strdup (foyer_visit_get_answer (back, "rules"));
  foyer_visit_set_answer (back,
                          "rules",
                          "2 0123456789abcdef",
                          FOYER_KEPT_WITH_VISIT,
                          FOYER_ROLE_SECURITY);

  /* When the visitor comes again, then only the rules are asked */
  foyer_kiosk_flow_adopt (site->flow, back, NULL);
  wait_for_page (site, "guest/rules");
  press (site, "I have read these");
  wait_for_page (site, "check");
  g_assert_cmpstr (get_answer (site, "rules"), ==, old);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

#define ADD(path, test) g_test_add (path, Site, NULL, set_up, test, tear_down)
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

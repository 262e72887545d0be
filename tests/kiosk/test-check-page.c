/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/check-page.h"

#include "kiosk/beginning.h"
#include "kiosk/page-stage.h"

static void
test_it_shows_what_will_be_recorded (PageStage *stage, gconstpointer unused)
{
  /* Given a guest who has answered everything; when the page shows */
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  /* Then the answers stand there, and what was not asked does not */
  g_assert_nonnull (page_stage_find (stage, "Northwind Labs will record"));
  g_assert_nonnull (page_stage_find (stage, "Zoë Brontë"));
  g_assert_nonnull (page_stage_find (stage, "Łukasz Wójcik"));
  g_assert_nonnull (page_stage_find (stage, "Guest"));
  g_assert_nonnull (page_stage_find (stage, "Today, 09:00"));
  g_assert_null (page_stage_find (stage, "Company"));

  /* And the promise: a day's stay, 30 days and an hour from now */
  g_assert_nonnull (page_stage_find (stage,
                                     "Deleted 30 days after you leave:\n"
                                     "by 24\u00a0December\u00a02026 at the latest."));
  g_assert_true (foyer_kiosk_page_get_complete (stage->page));
}

static void
test_each_answer_has_its_own_change (PageStage *stage, gconstpointer unused)
{
  const char *const changes[][2] = {
    { "Change name", "name" },
    { "Change: Company", "contractor/company" },
    { "Change host", "host" },
    { "Change purpose", "purpose" },
  };

  foyer_visit_set_type (stage->context.visit, "contractor");
  foyer_visit_set_company (stage->context.visit, "<b>ACME</b> & Söhne", NULL);
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  g_assert_nonnull (page_stage_find (stage, "<b>ACME</b> & Söhne"));
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++) {
    page_stage_press (stage, changes[i][0]);
    g_assert_cmpstr (stage->gone_to, ==, changes[i][1]);
  }
}

static void
test_it_begins_the_notice_s_own_words (PageStage *stage, gconstpointer unused)
{
  g_autofree char *shown = NULL;
  g_auto (GStrv) words = NULL;
  GtkWidget *beginning;

  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  g_assert_nonnull (page_stage_find (stage, "5\u2002When you visit our offices"));
  beginning =
      page_stage_find (stage, foyer_notice_get_premises (stage->context.reading->notice)->text);
  shown = foyer_beginning_get_shown (FOYER_BEGINNING (beginning));
  g_assert_true (g_str_has_prefix (shown, "Reception records your name, your host"));
  g_assert_true (g_str_has_suffix (shown, " …"));
  words = g_strsplit (shown, " ", -1);
  g_assert_cmpuint (g_strv_length (words), >=, 20);
  g_assert_nonnull (page_stage_find (stage, "There is nothing to agree to here."));
  g_assert_nonnull (page_stage_find (stage, "Privacy notice 3.2 of 1\u00a0October\u00a02026"));

  /* And the rest is one tap away */
  page_stage_press (stage, "Read all of it, and 4 more sections");
  g_assert_cmpstr (stage->gone_to, ==, "excerpt");
}

static void
test_a_host_who_is_not_listed_is_an_answer (PageStage *stage, gconstpointer unused)
{
  foyer_visit_set_host (stage->context.visit, NULL, NULL);
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  g_assert_nonnull (page_stage_find (stage, "Not listed"));
  page_stage_press (stage, "Sign in");
  g_assert_cmpuint (stage->answered, ==, 1);
}

static void
test_nobody_signs_in_without_a_notice (PageStage *stage, gconstpointer unused)
{
  g_clear_object (&stage->context.reading->notice);
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  g_assert_false (foyer_kiosk_page_get_complete (stage->page));
  g_assert_false (gtk_widget_is_sensitive (
      gtk_widget_get_ancestor (page_stage_find (stage, "Sign in"), GTK_TYPE_BUTTON)));
  g_assert_nonnull (page_stage_find (stage,
                                     "Signing in is not possible at the moment. "
                                     "Nothing was saved. Reception can help."));
}

static void
test_a_notice_in_another_language_says_so (PageStage *stage, gconstpointer unused)
{
  page_stage_use_notice (stage, "data/demo/notice.de.md", "de");
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  g_assert_nonnull (page_stage_find (stage, "This text exists in Deutsch only."));
}

static void
fits (PageStage *stage, int width, int height)
{
  page_stage_turn (stage, width, height);
  foyer_visit_set_type (stage->context.visit, "contractor");
  g_assert_true (foyer_visit_set_name (stage->context.visit,
                                       "Wolfeschlegelsteinhausenbergerdorff "
                                       "Maximiliane von und zu Hohenstaufen",
                                       NULL));
  g_assert_true (foyer_visit_set_company (stage->context.visit,
                                          "Donaudampfschifffahrtselektrizitätenhaupt"
                                          "betriebswerkbauunterbeamtengesellschaf",
                                          NULL));
  stage->context.language = "de";
  page_stage_use_notice (stage, "data/demo/notice.de.md", "de");
  page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);

  page_stage_assert_fits (stage);
  g_assert_nonnull (page_stage_find (stage, "Anmelden"));
  page_stage_press (stage, "Weiter unten mehr");
}

static void
test_long_answers_fit_into_landscape (PageStage *stage, gconstpointer unused)
{
  fits (stage, LANDSCAPE);
}

static void
test_long_answers_fit_into_a_tablet (PageStage *stage, gconstpointer unused)
{
  fits (stage, TABLET);
}

static void
test_a_guest_sees_all_without_scrolling (PageStage *stage, gconstpointer data)
{
  const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    page_stage_turn (stage, sizes[i][0], sizes[i][1]);
    page_stage_show (stage, FOYER_TYPE_CHECK_PAGE);
    page_stage_assert_fits (stage);
    g_assert_null (page_stage_find (stage, "More below"));
    page_stage_clear (stage);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

  PAGE_TEST ("/check-page/answers", test_it_shows_what_will_be_recorded);
  PAGE_TEST ("/check-page/change", test_each_answer_has_its_own_change);
  PAGE_TEST ("/check-page/layer-one", test_it_begins_the_notice_s_own_words);
  PAGE_TEST ("/check-page/not-listed", test_a_host_who_is_not_listed_is_an_answer);
  PAGE_TEST ("/check-page/no-notice", test_nobody_signs_in_without_a_notice);
  PAGE_TEST ("/check-page/other-language", test_a_notice_in_another_language_says_so);
  PAGE_TEST ("/check-page/long/landscape", test_long_answers_fit_into_landscape);
  PAGE_TEST ("/check-page/long/tablet", test_long_answers_fit_into_a_tablet);
  PAGE_TEST ("/check-page/no-scrolling", test_a_guest_sees_all_without_scrolling);
  return g_test_run ();
}

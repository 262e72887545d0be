/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/thanks-page.h"

#include "kiosk/page-stage.h"
#include "visit/typed-text.h"

#define PRINTING "Reception will tell Łukasz Wójcik.\nPlease take your badge below and have a seat."
#define AT_DESK "You are signed in. The badge cannot be printed here; reception has one for you."

/* A visitor who is signed in, and the badge on its way. */
static void
sign_in (PageStage *stage)
{
  FoyerSignIn *in = foyer_sign_in_new (stage->context.visit, NULL, "en", NINE_O_CLOCK);

  foyer_visit_set_host (stage->context.visit, NULL, "Łukasz Wójcik");
  house_do (&stage->house, stage->house.kiosk, &foyer_reception_sign_in, in);
  foyer_sign_in_free (in);
  stage->header = FALSE;
  page_stage_show (stage, FOYER_TYPE_THANKS_PAGE);
}

static void
test_it_thanks_by_the_given_name (PageStage *stage, gconstpointer unused)
{
  sign_in (stage);

  g_assert_nonnull (page_stage_find (stage, "Thank you, Zoë."));
  g_assert_nonnull (page_stage_find (stage, PRINTING));
  g_assert_nonnull (page_stage_find (stage, "This screen closes in 12 seconds."));
  g_assert_nonnull (page_stage_find (stage, "VISITOR"));
  page_stage_assert_fits (stage);

  page_stage_press (stage, "Finish");
  g_assert_cmpstr (stage->gone_to, ==, "welcome");
}

static void
test_a_badge_that_does_not_come_is_at_reception (PageStage *stage, gconstpointer unused)
{
  /* Given a badge that nobody prints; when almost ten seconds have passed, nothing changes */
  sign_in (stage);
  foyer_clock_advance (stage->house.clock, 10 * FOYER_SECOND - 1);
  g_assert_nonnull (page_stage_find (stage, PRINTING));

  /* When they are over, then the words change, and there is time to read them */
  foyer_clock_advance (stage->house.clock, 1);
  g_assert_nonnull (page_stage_find (stage, AT_DESK));
  g_assert_null (page_stage_find (stage, "VISITOR"));
  g_assert_nonnull (page_stage_find (stage, "This screen closes in 12 seconds."));
  g_assert_null (stage->gone_to);
}

static void
test_it_closes_by_itself (PageStage *stage, gconstpointer unused)
{
  page_stage_use_settings (stage, "");
  sign_in (stage);

  foyer_clock_advance (stage->house.clock, 11 * FOYER_SECOND);
  g_assert_null (stage->gone_to);
  g_assert_nonnull (page_stage_find (stage, "This screen closes in 1 second."));
  foyer_clock_advance (stage->house.clock, FOYER_SECOND);
  g_assert_cmpstr (stage->gone_to, ==, "welcome");
}

static void
test_a_station_without_printer_says_so_at_once (PageStage *stage, gconstpointer unused)
{
  page_stage_use_settings (stage, "");
  sign_in (stage);

  g_assert_nonnull (page_stage_find (stage, AT_DESK));
}

static void
test_a_page_behind_another_does_not_close (PageStage *stage, gconstpointer unused)
{
  sign_in (stage);
  gtk_widget_hide (GTK_WIDGET (stage->page));

  foyer_clock_advance (stage->house.clock, FOYER_MINUTE);
  g_assert_null (stage->gone_to);
}

static void
test_a_page_that_is_gone_asks_no_more (PageStage *stage, gconstpointer unused)
{
  sign_in (stage);
  page_stage_clear (stage);

  foyer_clock_advance (stage->house.clock, FOYER_MINUTE);
  g_assert_null (stage->gone_to);
}

static void
test_it_fits_every_screen (PageStage *stage, gconstpointer unused)
{
  const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };

  g_autofree char *name = g_strnfill (FOYER_TYPED_TEXT_MAX, 'W');

  g_assert_true (foyer_visit_set_name (stage->context.visit, name, NULL));
  stage->context.language = "de";
  stage->header = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    page_stage_turn (stage, sizes[i][0], sizes[i][1]);
    page_stage_show (stage, FOYER_TYPE_THANKS_PAGE);
    page_stage_assert_fits (stage);
    page_stage_clear (stage);
  }
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

  PAGE_TEST ("/thanks-page/words", test_it_thanks_by_the_given_name);
  PAGE_TEST ("/thanks-page/no-badge", test_a_badge_that_does_not_come_is_at_reception);
  PAGE_TEST ("/thanks-page/closes", test_it_closes_by_itself);
  PAGE_TEST ("/thanks-page/no-printer", test_a_station_without_printer_says_so_at_once);
  PAGE_TEST ("/thanks-page/behind", test_a_page_behind_another_does_not_close);
  PAGE_TEST ("/thanks-page/gone", test_a_page_that_is_gone_asks_no_more);
  PAGE_TEST ("/thanks-page/fits", test_it_fits_every_screen);
  return g_test_run ();
}

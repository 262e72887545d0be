/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/goodbye-page.h"

#include "kiosk/page-stage.h"
#include "kiosk/sign-out-page.h"
#include "kiosk/unreachable-page.h"

static void
test_it_says_when_the_visit_is_deleted (PageStage *stage, gconstpointer unused)
{
  /* Given a visit of two hours that is over, of a visitor who was told 30 days */
  foyer_visit_set_days_told (stage->context.visit, 30);
  foyer_visit_set_times (stage->context.visit,
                         FOYER_VISIT_LEFT,
                         NINE_O_CLOCK - 2 * FOYER_HOUR,
                         NINE_O_CLOCK,
                         NINE_O_CLOCK);
  stage->header = FALSE;
  page_stage_show (stage, FOYER_TYPE_GOODBYE_PAGE);

  g_assert_nonnull (page_stage_find (stage,
                                     "You are signed out, 09:00.\n"
                                     "Your visit is deleted by 23\u00a0December\u00a02026."));

  /* When six seconds have passed, then it is the next visitor's turn */
  foyer_clock_advance (stage->house.clock, 6 * FOYER_SECOND - 1);
  g_assert_null (stage->gone_to);
  foyer_clock_advance (stage->house.clock, 1);
  g_assert_cmpstr (stage->gone_to, ==, "welcome");
}

static void
test_signing_out_names_nobody (PageStage *stage, gconstpointer unused)
{
  page_stage_show (stage, FOYER_TYPE_SIGN_OUT_PAGE);

  g_assert_nonnull (page_stage_find (stage, "Hold your badge under the reader."));
  g_assert_null (page_stage_find (stage, "Zoë"));
  page_stage_assert_fits (stage);
}

static void
test_an_unreachable_store_claims_nothing (PageStage *stage, gconstpointer unused)
{
  page_stage_show (stage, FOYER_TYPE_UNREACHABLE_PAGE);

  g_assert_nonnull (page_stage_find (stage, "Signing in is not possible at the moment."));
  g_assert_nonnull (page_stage_find (stage, "Nothing was saved. Reception can help."));
}

static void
test_they_fit_every_screen_in_german (PageStage *stage, gconstpointer unused)
{
  const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };
  const GType types[] = { FOYER_TYPE_GOODBYE_PAGE,
                          FOYER_TYPE_SIGN_OUT_PAGE,
                          FOYER_TYPE_UNREACHABLE_PAGE };

  stage->context.language = "de";
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (types); k++) {
      page_stage_turn (stage, sizes[i][0], sizes[i][1]);
      page_stage_show (stage, types[k]);
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

  PAGE_TEST ("/goodbye-page/words", test_it_says_when_the_visit_is_deleted);
  PAGE_TEST ("/sign-out-page/nobody", test_signing_out_names_nobody);
  PAGE_TEST ("/unreachable-page/words", test_an_unreachable_store_claims_nothing);
  PAGE_TEST ("/goodbye-page/fits", test_they_fit_every_screen_in_german);
  return g_test_run ();
}

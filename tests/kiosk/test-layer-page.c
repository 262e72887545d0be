/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/layer-page.h"

#include "kiosk/excerpt-page.h"
#include "kiosk/notice-page.h"
#include "kiosk/page-stage.h"
#include "kiosk/privacy-page.h"

static void
test_layer_two_has_the_excerpt_and_no_more (PageStage *stage, gconstpointer unused)
{
  page_stage_show (stage, FOYER_TYPE_EXCERPT_PAGE);

  g_assert_nonnull (page_stage_find (stage, "Our privacy notice, the parts about your visit"));
  g_assert_nonnull (page_stage_find (stage, "5\u2002When you visit our offices"));
  g_assert_nonnull (page_stage_find (stage, "9\u2002Your rights"));
  g_assert_null (page_stage_find (stage, "6\u2002When you apply for a job"));

  page_stage_press (stage, "Back to sign in");
  g_assert_cmpuint (stage->answered, ==, 1);
  page_stage_press (stage, "The whole notice");
  g_assert_cmpstr (stage->gone_to, ==, "notice");
}

static void
test_layer_three_has_every_section (PageStage *stage, gconstpointer unused)
{
  FoyerNotice *notice = stage->context.reading->notice;

  page_stage_show (stage, FOYER_TYPE_NOTICE_PAGE);

  for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
    g_assert_nonnull (page_stage_find (stage, foyer_notice_get_section (notice, i)->text));
  page_stage_press (stage, "Back to the parts about your visit");
  g_assert_cmpuint (stage->answered, ==, 1);
}

static void
test_it_is_reached_without_signing_in (PageStage *stage, gconstpointer unused)
{
  page_stage_show (stage, FOYER_TYPE_PRIVACY_PAGE);

  g_assert_nonnull (page_stage_find (stage, "Your privacy here"));
  g_assert_nonnull (page_stage_find (stage, "5\u2002When you visit our offices"));
  page_stage_press (stage, "Back to the start");
  g_assert_cmpuint (stage->answered, ==, 1);
}

static void
test_more_below_leads_to_the_end (PageStage *stage, gconstpointer unused)
{
  guint taps = 0;

  page_stage_show (stage, FOYER_TYPE_EXCERPT_PAGE);
  while (page_stage_find (stage, "More below") != NULL && taps < 50) {
    page_stage_press (stage, "More below");
    taps++;
  }
  g_assert_cmpuint (taps, >, 1);
  g_assert_cmpuint (taps, <, 20);
}

static void
test_it_fits_every_screen_in_german (PageStage *stage, gconstpointer unused)
{
  const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };
  const GType types[] = { FOYER_TYPE_EXCERPT_PAGE,
                          FOYER_TYPE_PRIVACY_PAGE,
                          FOYER_TYPE_NOTICE_PAGE };

  stage->context.language = "de";
  page_stage_use_notice (stage, "data/demo/notice.de.md", "de");
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

  PAGE_TEST ("/layer-page/excerpt", test_layer_two_has_the_excerpt_and_no_more);
  PAGE_TEST ("/layer-page/notice", test_layer_three_has_every_section);
  PAGE_TEST ("/layer-page/privacy", test_it_is_reached_without_signing_in);
  PAGE_TEST ("/layer-page/more-below", test_more_below_leads_to_the_end);
  PAGE_TEST ("/layer-page/fits", test_it_fits_every_screen_in_german);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "page-stage.h"

/* All pages, as a visitor may come to them. */
static const char *const pages[] = {
  "welcome",
  "language",
  "display",
  "purpose",
  "name",
  "host",
  "check",
  "excerpt",
  "privacy",
  "notice",
  "thanks",
  "sign-out",
  "goodbye",
  "unreachable",
  "leave",
  "put-right",
  "companions",
  "your-data",
  "contractor/company",
  "contractor/safety",
  "delivery/where",
};

static const int sizes[][2] = { { LANDSCAPE }, { PORTRAIT }, { TABLET } };

static void
assert_all_fit (PageStage *stage, const FoyerDisplay *display)
{
  stage->context.display = display;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (pages); k++) {
      g_test_message ("%s, %d x %d", pages[k], sizes[i][0], sizes[i][1]);
      page_stage_turn (stage, sizes[i][0], sizes[i][1]);
      page_stage_show_flow (stage, pages[k]);
      page_stage_assert_fits (stage);
      page_stage_clear (stage);
    }
  stage->context.display = NULL;
}

static void
test_text_of_200_percent_fits (PageStage *stage, gconstpointer unused)
{
  FoyerDisplay display = { .text = 200 };

  assert_all_fit (stage, &display);
}

static void
test_text_of_150_percent_fits_in_german (PageStage *stage, gconstpointer unused)
{
  FoyerDisplay display = { .text = 150 };

  stage->context.language = "de";
  assert_all_fit (stage, &display);
}

static void
test_thick_lines_fit (PageStage *stage, gconstpointer unused)
{
  FoyerDisplay display = { .text = 100, .theme = FOYER_THEME_CONTRAST };

  assert_all_fit (stage, &display);
}

static void
test_what_stands_low_fits (PageStage *stage, gconstpointer unused)
{
  FoyerDisplay display = { .text = 100, .is_low = TRUE };

  assert_all_fit (stage, &display);
}

/* How far down something is, in px. */
static int
top_of (PageStage *stage, const char *name)
{
  GtkWidget *widget = page_stage_find (stage, name);
  int y;

  g_assert_nonnull (widget);
  gtk_widget_translate_coordinates (widget, stage->window, 0, 0, NULL, &y);
  return y;
}

static void
test_low_is_the_lower_half (PageStage *stage, gconstpointer unused)
{
  FoyerDisplay display = { .text = 100, .is_low = TRUE };

  stage->context.display = &display;
  page_stage_turn (stage, PORTRAIT);
  page_stage_show_flow (stage, "check");
  g_assert_cmpint (top_of (stage, "Check, and sign in"), >=, 960);
  page_stage_clear (stage);
  page_stage_show_flow (stage, "purpose");
  g_assert_cmpint (top_of (stage, "What brings you here?"), >=, 960);
  page_stage_clear (stage);

  page_stage_turn (stage, LANDSCAPE);
  page_stage_show_flow (stage, "purpose");
  g_assert_cmpint (top_of (stage, "Display"), >, 700);
  g_assert_cmpint (top_of (stage, "Interview"), >, 500);
  page_stage_clear (stage);
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();

  PAGE_TEST ("/display/200", test_text_of_200_percent_fits);
  PAGE_TEST ("/display/150-de", test_text_of_150_percent_fits_in_german);
  PAGE_TEST ("/display/contrast", test_thick_lines_fit);
  PAGE_TEST ("/display/low", test_what_stands_low_fits);
  PAGE_TEST ("/display/lower-half", test_low_is_the_lower_half);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/host-page.h"

#include "kiosk/page-stage.h"

#define USED_UP "Reception will find your host. Choose “not listed”."
#define LAST_NAMES "Type the whole last name, or choose “not listed”."

/* Types a text, and waits for what the page says to it. */
static void
type (PageStage *stage, const char *text, const char *words)
{
  gint64 end = g_get_monotonic_time () + ROBOT_PATIENCE * G_GINT64_CONSTANT (1000);

  g_test_message ("“%s” brings “%s”", text, words);
  gtk_entry_set_text (foyer_kiosk_page_get_text_entry (stage->page), text);
  while (page_stage_find (stage, words) == NULL) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, FALSE);
  }
  gtk_test_widget_wait_for_draw (stage->window);
}

static void
test_ten_searches_are_enough (PageStage *stage, gconstpointer unused)
{
  foyer_visit_set_host (stage->context.visit, NULL, NULL);
  page_stage_show (stage, FOYER_TYPE_HOST_PAGE);
  for (guint i = 0; i < FOYER_HOST_SEARCHES_MAX / 2; i++) {
    type (stage, "ren", "Renée Dubois");
    type (stage, "xyz", "No match for “xyz”. Check the spelling, or choose “not listed”.");
  }
  type (stage, "oko", USED_UP);
  g_assert_null (page_stage_find (stage, "Chidi Okonkwo"));
  page_stage_assert_fits (stage);

  /* There is always a way on */
  page_stage_press (stage, "I do not know, or not listed");
  g_assert_cmpuint (stage->answered, ==, 1);
  g_assert_true (foyer_kiosk_page_apply (stage->page, NULL));
  g_assert_null (foyer_visit_get_host_id (stage->context.visit));
}

static void
test_after_three_who_only_searched_last_names_are_asked_whole (PageStage *stage,
                                                               gconstpointer unused)
{
  for (guint i = 0; i < FOYER_HOST_ABANDONED_MAX; i++) {
    foyer_host_budget_ask (stage->context.host_budget, "ren");
    foyer_host_budget_next_visitor (stage->context.host_budget);
  }
  page_stage_turn (stage, TABLET);
  page_stage_show (stage, FOYER_TYPE_HOST_PAGE);
  type (stage, "okonkw", LAST_NAMES);
  g_assert_null (page_stage_find (stage, "Chidi Okonkwo"));
  page_stage_assert_fits (stage);
  type (stage, "okonkwo", "Chidi Okonkwo");
  g_assert_null (page_stage_find (stage, LAST_NAMES));
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = NULL;

  g_test_init (&argc, &argv, NULL);
  robot = page_stage_open_display ();
  PAGE_TEST ("/host-page/ten searches are enough", test_ten_searches_are_enough);
  PAGE_TEST ("/host-page/after three who only searched last names are asked whole",
             test_after_three_who_only_searched_last_names_are_asked_whole);
  return g_test_run ();
}

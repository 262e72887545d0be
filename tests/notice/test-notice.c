/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "notice/notice.h"

static void
add (FoyerNotice *notice, const char *number, const char *text, int kinds, gboolean in_excerpt)
{
  FoyerNoticeSection section = { (char *) number,
                                 (char *) "Title",
                                 (char *) text,
                                 kinds,
                                 in_excerpt };

  foyer_notice_add_section (notice, &section);
}

static void
test_a_notice_gives_back_what_it_was_given (void)
{
  g_autoptr (GBytes) id = g_bytes_new_static ("0123456789abcdef", 16);
  g_autoptr (FoyerNotice) notice = foyer_notice_new (id, "3.2", "2026-10-01", "en");

  /* When it is filled */
  foyer_notice_set_days (notice, 30);
  foyer_notice_set_line (notice, FOYER_NOTICE_WHY, "To run your visit.");
  add (notice, "9.2", "Words", FOYER_NOTICE_RIGHTS | FOYER_NOTICE_CONTACT, TRUE);

  /* Then it says the same again */
  g_assert_true (foyer_notice_get_id (notice) == id);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, "3.2");
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, "2026-10-01");
  g_assert_cmpstr (foyer_notice_get_language (notice), ==, "en");
  g_assert_cmpint (foyer_notice_get_days (notice), ==, 30);
  g_assert_cmpstr (foyer_notice_get_line (notice, FOYER_NOTICE_WHY), ==, "To run your visit.");
  g_assert_null (foyer_notice_get_line (notice, FOYER_NOTICE_YOUR_RIGHTS));
  g_assert_cmpuint (foyer_notice_n_sections (notice), ==, 1);
  g_assert_cmpstr (foyer_notice_get_section (notice, 0)->number, ==, "9.2");
  g_assert_cmpstr (foyer_notice_get_section (notice, 0)->text, ==, "Words");
  g_assert_cmpint (foyer_notice_get_section (notice, 0)->kinds,
                   ==,
                   FOYER_NOTICE_RIGHTS | FOYER_NOTICE_CONTACT);
  g_assert_true (foyer_notice_get_section (notice, 0)->in_excerpt);

  /* and a line can be taken back, or set to itself */
  foyer_notice_set_line (notice,
                         FOYER_NOTICE_WHY,
                         foyer_notice_get_line (notice, FOYER_NOTICE_WHY));
  g_assert_cmpstr (foyer_notice_get_line (notice, FOYER_NOTICE_WHY), ==, "To run your visit.");
  foyer_notice_set_line (notice, FOYER_NOTICE_WHY, NULL);
  g_assert_null (foyer_notice_get_line (notice, FOYER_NOTICE_WHY));
}

static void
test_layer_one_begins_with_the_first_premises_section_of_the_excerpt (void)
{
  g_autoptr (FoyerNotice) notice = foyer_notice_new (NULL, "1", "2026-10-01", "en");

  g_assert_null (foyer_notice_get_premises (notice));
  add (notice, "4", "Not in the excerpt", FOYER_NOTICE_PREMISES, FALSE);
  add (notice, "5", "", FOYER_NOTICE_PREMISES, TRUE);
  g_assert_null (foyer_notice_get_premises (notice));
  add (notice, "5.1", "Reception", FOYER_NOTICE_PREMISES, TRUE);
  add (notice, "6", "Cameras", FOYER_NOTICE_PREMISES, TRUE);
  g_assert_cmpstr (foyer_notice_get_premises (notice)->number, ==, "5.1");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/notice/gives-back", test_a_notice_gives_back_what_it_was_given);
  g_test_add_func ("/notice/premises",
                   test_layer_one_begins_with_the_first_premises_section_of_the_excerpt);
  return g_test_run ();
}

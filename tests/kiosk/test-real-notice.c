/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A real organisation's notice at the kiosk, as it was found on its page: menu, footer, doubled
 * lists and a garbled section included. Its words stand in its file alone, so the file says what is
 * expected.
 */

#include <string.h>

#include "foyer-test.h"
#include "notice/notice-files.h"
#include "visitor.h"

/* The line below the heading of the section on visits, which the page has twice. */
static char *
find_words (char **lines)
{
  for (; lines[0] != NULL && lines[1] != NULL; lines++)
    if (g_str_has_prefix (lines[0], "5.") && strstr (lines[0], "visit of") != NULL)
      return g_strdup (lines[1]);
  return NULL;
}

static guint
count_words (Story *story, const char *words)
{
  g_autofree char *pattern = g_strconcat ("*", words, "*", NULL);

  return robot_count (story->kiosk, ATSPI_ROLE_PARAGRAPH, pattern)
         + robot_count (story->kiosk, ATSPI_ROLE_LABEL, pattern);
}

static void
assert_no_furniture (Story *story)
{
  static const char *const furniture[] = { "careers",
                                           "customer stories",
                                           "learn more",
                                           "blog",
                                           "©" };
  g_autofree char *tree = robot_tree (story->kiosk);

  for (gsize i = 0; i < G_N_ELEMENTS (furniture); i++)
    g_assert_null (strstr (tree, furniture[i]));
}

static gint64
count_shown (Story *story)
{
  return story_count (story,
                      "SELECT count (*) FROM acknowledgement JOIN notice"
                      " ON notice.id = acknowledgement.notice"
                      " WHERE notice.version = '1/2021' AND notice.dated = '2021-05-01'"
                      " AND notice.language = 'en'");
}

static void
test_a_real_notice_is_shown_in_its_own_words (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autofree char *file = test_real_notice ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *words = NULL;
  g_autofree char *said = NULL;

  if (!g_file_get_contents (file, &text, NULL, NULL)) {
    g_test_skip ("the real notice is not there; FOYER_SEED names its file");
    return;
  }
  lines = g_strsplit (text, "\n", -1);
  words = find_words (lines);
  g_assert_nonnull (words);
  g_strstrip (words);

  /* Given that the privacy officer published it */
  said = story_ctl (story, STORY_OFFICER, NULL, STORY_ARGS ("notice", "import", file, "--publish"));

  /* When a visitor comes to the check page, then it begins there, once */
  visitor_arrives (story);
  story_answer (story, MARKER, NULL, "Renée Dubois");
  g_assert_cmpuint (count_words (story, words), ==, 1);
  assert_no_furniture (story);

  /* and stands once in the whole excerpt */
  visitor_taps (story, "Read all of it*");
  visitor_sees (story, ATSPI_ROLE_PUSH_BUTTON, "The whole notice");
  g_assert_cmpuint (count_words (story, words), ==, 1);
  assert_no_furniture (story);
  visitor_taps (story, "Back to sign in");

  /* When they sign in, then it is recorded that this version was shown in English */
  g_assert_cmpint (count_shown (story), ==, 0);
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, Quentin.");
  g_assert_cmpint (count_shown (story), ==, 1);
}

static void
add_tests (Story *story)
{
  g_test_add_data_func ("/real-notice/shown", story, test_a_real_notice_is_shown_in_its_own_words);
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

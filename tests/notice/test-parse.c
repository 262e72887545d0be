/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "notice-files.h"

#define HEAD "Privacy notice\nVersion 3.2 of 1 October 2026\n\n"
#define VISITS "5. Visits to our offices\n\nReception records your visit to our premises."

static void
check_demo (const char *path, const char *language, const char *title, const char *why)
{
  FoyerNoticeHints hints = { .markdown = TRUE };
  g_autoptr (GBytes) bytes = test_file (path);
  g_autoptr (GPtrArray) terms = test_terms ();
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = foyer_notice_parse (bytes, terms, &hints, NULL, &err);
  g_autofree char *excerpt = NULL;

  g_assert_no_error (err);
  excerpt = test_excerpt (notice);
  g_assert_cmpstr (excerpt, ==, "5 7 8 9 11");
  g_assert_cmpuint (foyer_notice_n_sections (notice), ==, 12);
  g_assert_cmpstr (foyer_notice_get_language (notice), ==, language);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, "3.2");
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, "2026-10-01");
  g_assert_cmpint (foyer_notice_get_days (notice), ==, 30);
  g_assert_cmpstr (foyer_notice_get_premises (notice)->title, ==, title);
  g_assert_nonnull (strstr (foyer_notice_get_premises (notice)->text, ":\n\n• "));
  g_assert_cmpstr (foyer_notice_get_line (notice, FOYER_NOTICE_WHY), ==, why);
  g_assert_nonnull (foyer_notice_get_line (notice, FOYER_NOTICE_WHO_SEES_IT));
  g_assert_nonnull (foyer_notice_get_line (notice, FOYER_NOTICE_YOUR_RIGHTS));
}

static void
test_the_sample_notices_are_whole_in_both_languages (void)
{
  check_demo ("data/demo/notice.en.md",
              "en",
              "When you visit our offices",
              "To run your visit, and to keep the site safe.");
  check_demo ("data/demo/notice.de.md",
              "de",
              "Wenn Sie unsere Büros besuchen",
              "Damit Ihr Besuch gelingt und das Haus sicher bleibt.");
}

static void
check_days (const char *sentence, int days)
{
  FoyerNoticeHints hints = { .language = "en" };
  g_autofree char *text = g_strconcat (HEAD VISITS " ", sentence, "\n", NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = test_parse (text, &hints, &err);

  g_assert_no_error (err);
  g_test_message ("%s", sentence);
  g_assert_cmpint (foyer_notice_get_days (notice), ==, days);
}

static void
test_the_period_is_what_the_notice_says_and_never_guessed (void)
{
  check_days ("We delete it after 30 days.", 30);
  check_days ("It is kept for one month.", 28);
  check_days ("It is kept for 3 months.", 89);
  check_days ("It is kept for two weeks.", 14);
  check_days ("It is deleted after thirty (30) days.", 30);
  check_days ("It is kept for 1 year.", 365);
  check_days ("It is kept for 30 days, that of contractors for 90 days.", 30);
  check_days ("It is kept for a reasonable time.", 0);
  check_days ("We answer questions within 30 days.", 0);
  check_days ("Video footage is deleted after 3 days.", 0);
  check_days ("It is kept for at least 10 days.", 0);
  check_days ("It is kept for 30 working days.", 0);
  check_days ("\n\n6. Retention of data\n\nWe keep invoices for 10 years.", 0);
  check_days ("\n\n6. Retention of data\n\nWe keep what we retain of a visit for 20 days.", 20);
}

static void
check_dating (const char *line, const char *version, const char *date)
{
  FoyerNoticeHints hints = { 0 };
  g_autofree char *text = g_strconcat ("Privacy notice\n", line, "\n\n" VISITS "\n", NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = test_parse (text, &hints, &err);

  g_test_message ("%s", line);
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, version);
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, date);
}

static void
test_version_and_date_are_read_as_people_write_them (void)
{
  check_dating ("version 1/2021, last update 1st may 2021", "1/2021", "2021-05-01");
  check_dating ("Version 3.2 of 1 October 2026", "3.2", "2026-10-01");
  check_dating ("Version: 4 (2026-02-28)", "4", "2026-02-28");
  check_dating ("Version 2.0, effective October 1, 2026.", "2.0", "2026-10-01");
  check_dating ("Version 2 dated 01.10.2026", "2", "2026-10-01");
}

static void
test_what_the_importer_says_overrides_the_text (void)
{
  FoyerNoticeHints hints = { .language = "en-GB", .version = "9", .date = "2027-01-02" };
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = test_parse ("\xef\xbb\xbf" HEAD VISITS, &hints, &err);

  g_assert_no_error (err);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, "9");
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, "2027-01-02");
  g_assert_cmpstr (foyer_notice_get_language (notice), ==, "en-GB");
}

static void
test_plain_text_in_broken_lines_has_paragraphs_and_sub_sections (void)
{
  FoyerNoticeHints hints = { 0 };
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = test_parse (
      HEAD "1. About\n\nSomething about ourselves.\n\n"
           "2 Visits to our offices\n\nReception records your visit\nto our premises for\n"
           "30 days. It is then deleted.\n\n"
           "2.1 Badges\n\n- one badge\n  for you\n- one for your company\n\n"
           "Acme privacy 1/3\n\n3. Marketing\n\nNews.\n\nAcme privacy 2/3\n\nMore.\n\n"
           "Acme privacy 3/3\n",
      &hints,
      &err);
  g_autofree char *excerpt = NULL;

  g_assert_no_error (err);
  g_assert_cmpuint (foyer_notice_n_sections (notice), ==, 4);
  g_assert_cmpstr (foyer_notice_get_section (notice, 1)->text,
                   ==,
                   "Reception records your visit to our premises for 30 days."
                   " It is then deleted.");
  g_assert_cmpstr (foyer_notice_get_section (notice, 2)->number, ==, "2.1");
  g_assert_cmpstr (foyer_notice_get_section (notice, 2)->text,
                   ==,
                   "• one badge for you\n• one for your company");
  g_assert_cmpstr (foyer_notice_get_section (notice, 3)->text, ==, "News.\n\nMore.");
  excerpt = test_excerpt (notice);
  g_assert_cmpstr (excerpt, ==, "2 2.1");
}

static void
check_error (const char *text, const FoyerNoticeHints *hints, FoyerNoticeError code)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = test_parse (text, hints, &err);

  g_assert_null (notice);
  g_assert_error (err, FOYER_NOTICE_ERROR, (int) code);
  g_assert_true (g_str_has_suffix (err->message, "."));
}

static void
test_markdown_is_taken_as_it_is_written (void)
{
  static const char text[] =
      "# layer-one\n\nWhy: To know who is in the house.\n\n"
      "# 1. Visits to our premises\n\nVersion 2 of 2026-01-02. When you visit our office, reception"
      " records your visit.\n\n**Reception**\n\nLegal basis: our interest.\n\n"
      "**Cameras**\n\nLegal basis: our interest.\n";
  FoyerNoticeHints hints = { .language = "en",
                             .version = "2",
                             .date = "2026-01-02",
                             .markdown = TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GPtrArray) terms = test_terms ();
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNotice) notice = foyer_notice_parse (bytes, terms, &hints, NULL, &err);
  const char *words;

  g_assert_no_error (err);
  g_assert_cmpstr (foyer_notice_get_line (notice, FOYER_NOTICE_WHY),
                   ==,
                   "To know who is in the house.");
  /* What is said of two things is said twice. */
  words = foyer_notice_get_premises (notice)->text;
  words = strstr (words, "Legal basis");
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words + 1, "Legal basis"));
}

static void
test_what_is_no_notice_is_refused_with_a_reason (void)
{
  FoyerNoticeHints none = { 0 };
  FoyerNoticeHints markdown = { .markdown = TRUE };
  FoyerNoticeHints french = { .language = "fr" };
  FoyerNoticeHints no_day = { .date = "2026-02-30" };

  check_error ("", &none, FOYER_NOTICE_ERROR_EMPTY);
  check_error ("\xef\xbb\xbf \n\t\n", &markdown, FOYER_NOTICE_ERROR_EMPTY);
  check_error ("1. Caf\xe9", &none, FOYER_NOTICE_ERROR_NOT_TEXT);
  check_error (HEAD "1. Cookies\nWe use cookies.", &none, FOYER_NOTICE_ERROR_NO_PREMISES);
  check_error ("We record visitors at reception.", &none, FOYER_NOTICE_ERROR_NO_PREMISES);
  check_error (VISITS, &none, FOYER_NOTICE_ERROR_NO_VERSION);
  check_error ("Version 3\n" VISITS, &none, FOYER_NOTICE_ERROR_NO_DATE);
  check_error (HEAD VISITS, &no_day, FOYER_NOTICE_ERROR_NO_DATE);
  check_error (HEAD VISITS, &french, FOYER_NOTICE_ERROR_TERMS);
}

static void
test_wrong_terms_are_an_error_of_their_own (void)
{
  FoyerNoticeHints hints = { 0 };
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) text = g_bytes_new_static (VISITS, strlen (VISITS));
  g_autoptr (GError) err = NULL;

  g_ptr_array_add (terms, g_bytes_new_static ("[premises]\nvisit=many\n", 22));
  g_assert_null (foyer_notice_parse (text, terms, &hints, NULL, &err));
  g_assert_error (err, FOYER_NOTICE_ERROR, FOYER_NOTICE_ERROR_TERMS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parse/samples", test_the_sample_notices_are_whole_in_both_languages);
  g_test_add_func ("/parse/period", test_the_period_is_what_the_notice_says_and_never_guessed);
  g_test_add_func ("/parse/dating", test_version_and_date_are_read_as_people_write_them);
  g_test_add_func ("/parse/hints", test_what_the_importer_says_overrides_the_text);
  g_test_add_func ("/parse/wrapped",
                   test_plain_text_in_broken_lines_has_paragraphs_and_sub_sections);
  g_test_add_func ("/parse/markdown", test_markdown_is_taken_as_it_is_written);
  g_test_add_func ("/parse/refused", test_what_is_no_notice_is_refused_with_a_reason);
  g_test_add_func ("/parse/terms", test_wrong_terms_are_an_error_of_their_own);
  return g_test_run ();
}

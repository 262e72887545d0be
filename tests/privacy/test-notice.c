/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "foyer-test.h"
#include "privacy/notice.h"

static FoyerNotice *
notice_in (const char *language, const char *version, int days)
{
  FoyerNotice *notice = foyer_notice_new (NULL, version, "2026-11-01", language);
  FoyerNoticeSection section = {
    .number = (char *) "5.1",
    .title = (char *) "Besuch",
    .text = (char *) "Ein Absatz.\n\n• ein Punkt\n• noch einer",
    .kinds = FOYER_NOTICE_PREMISES | FOYER_NOTICE_RETENTION,
    .in_excerpt = TRUE,
  };

  foyer_notice_set_days (notice, days);
  foyer_notice_set_line (notice, FOYER_NOTICE_WHY, "Warum");
  foyer_notice_add_section (notice, &section);
  return notice;
}

static FoyerReading *
read_in (House *house, const char *language)
{
  FoyerReading *reading = foyer_reading_new (language);

  house_do (house, house->kiosk, &foyer_privacy_read_notice, reading);
  return reading;
}

static void
import (House *house, FoyerNotice *notice, gboolean publish, gint64 now)
{
  g_autoptr (FoyerNoticeImport) work = foyer_notice_import_new (notice, publish, now);

  house_do (house, house->officer, &foyer_privacy_import_notice, work);
}

static void
test_a_notice_is_read_as_it_was_imported (House *house, gconstpointer unused)
{
  g_autoptr (FoyerNotice) german = notice_in ("de", "4", 14);
  g_autoptr (FoyerReading) reading = NULL;
  const FoyerNoticeSection *section;

  import (house, german, TRUE, NINE_O_CLOCK + 1);
  reading = read_in (house, "de");
  g_assert_cmpstr (foyer_notice_get_version (reading->notice), ==, "4");
  g_assert_cmpstr (foyer_notice_get_date (reading->notice), ==, "2026-11-01");
  g_assert_cmpstr (foyer_notice_get_line (reading->notice, FOYER_NOTICE_WHY), ==, "Warum");
  g_assert_null (foyer_notice_get_line (reading->notice, FOYER_NOTICE_YOUR_RIGHTS));
  g_assert_cmpuint (foyer_notice_n_sections (reading->notice), ==, 1);
  section = foyer_notice_get_section (reading->notice, 0);
  g_assert_cmpstr (section->number, ==, "5.1");
  g_assert_cmpstr (section->text, ==, "Ein Absatz.\n\n• ein Punkt\n• noch einer");
  g_assert_cmpint (section->kinds, ==, FOYER_NOTICE_PREMISES | FOYER_NOTICE_RETENTION);
  g_assert_true (section->in_excerpt);
}

static void
test_nothing_is_in_force_before_it_is_published (House *house, gconstpointer unused)
{
  g_autoptr (FoyerNotice) draft = notice_in ("en", "4", 0);
  g_autoptr (FoyerReading) reading = NULL;

  import (house, draft, FALSE, NINE_O_CLOCK + 1);
  reading = read_in (house, "en");
  g_assert_cmpstr (foyer_notice_get_version (reading->notice), ==, "3.2");
}

static void
test_the_latest_version_of_the_language_is_in_force (House *house, gconstpointer unused)
{
  g_autoptr (FoyerNotice) four = notice_in ("en", "4", 0);
  g_autoptr (FoyerNotice) german = notice_in ("de", "5", 0);
  g_autoptr (FoyerReading) english = NULL;
  g_autoptr (FoyerReading) polish = NULL;

  import (house, four, TRUE, NINE_O_CLOCK + 1);
  import (house, german, TRUE, NINE_O_CLOCK + 2);
  english = read_in (house, "en");
  polish = read_in (house, "pl");
  g_assert_cmpstr (foyer_notice_get_version (english->notice), ==, "4");
  /* without a translation there is still something to read */
  g_assert_cmpstr (foyer_notice_get_version (polish->notice), ==, "5");
}

static void
test_visitors_are_told_the_shorter_of_period_and_notice (House *house, gconstpointer unused)
{
  g_autoptr (FoyerReading) before = read_in (house, "en");
  g_autoptr (FoyerNotice) notice = notice_in ("en", "4", 45);
  g_autoptr (FoyerReading) after = NULL;

  g_assert_cmpint (foyer_reading_find (before, "guest")->days, ==, 30);
  g_assert_cmpint (foyer_reading_find (before, "contractor")->days, ==, 90);
  import (house, notice, TRUE, NINE_O_CLOCK + 1);
  after = read_in (house, "en");
  g_assert_cmpint (foyer_reading_find (after, "guest")->days, ==, 30);
  g_assert_cmpint (foyer_reading_find (after, "contractor")->days, ==, 45);
  g_assert_null (foyer_reading_find (after, "courier"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  HOUSE_TEST ("/notice/as-imported", test_a_notice_is_read_as_it_was_imported);
  HOUSE_TEST ("/notice/published", test_nothing_is_in_force_before_it_is_published);
  HOUSE_TEST ("/notice/latest", test_the_latest_version_of_the_language_is_in_force);
  HOUSE_TEST ("/notice/told", test_visitors_are_told_the_shorter_of_period_and_notice);
  return g_test_run ();
}

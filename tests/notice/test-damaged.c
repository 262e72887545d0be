/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "notice-files.h"

/* A web page saved as text, with everything that such a page has wrong: a menu, a footer, items
 * twice and without bullets, a section twice, one without its heading, numbers glued to titles, a
 * list that is missing. */
static const char page[] =
    "shop\nnews\nproducts   gauges     scales\ncareers\n"
    "privacy notice\n"
    "version 7/2024, last update 3rd march 2024\n"
    "1.about this text\n"
    "this text says what brightwater ltd does with data about people, in these cases:\n"
    "people reading our websites;\npeople reading our websites;\n"
    "people who come to our office.\npeople who come to our office.\n"
    "2.our websites\n"
    "2.1. forms. whoever visits our websites and fills in a form is asked for a name and an email.\n"
    "2.2. cookies. our websites use cookies, which you may refuse when you visit and browse them.\n"
    "3. marketing activities\n"
    "we send newsletters for marketing to people who gave us their address and did not object.\n"
    "4. our customers\n"
    "the data named above serve to deliver what was ordered, and to answer what was asked.\n"
    "5. what we record on your visit of our office\n"
    "whoever visits our premises is recorded by reception for our visitor management, namely:\n"
    "the data named above serve to deliver what was ordered, and to answer what was asked.\n"
    "5. what we record on your visit of our office\n"
    "whoever visits our premises is recorded by reception for our visitor management, namely:\n"
    "when the instrument's diagnosis is switched off, it sends us nothing but its serial number.\n"
    "7. recipients of the data\n"
    "we share data with these recipients:\n"
    "companies that are affiliated with us;\ncompanies that are affiliated with us;\n"
    "service providers who work for us.\nservice providers who work for us.\n"
    "8.security and retention\n"
    "we retain data for as long as their purpose asks. ask us by the means in section 11.\n"
    "9.readers in the eea\n"
    "9.1.your rights. under the gdpr you have the right of access, rectification and erasure.\n"
    "10. readers in california\n"
    "10.1.your rights. under the ccpa you have the right of access and erasure in california.\n"
    "11. contact information\n"
    "the controller is brightwater ltd; its data protection officer reads privacy(at)brightwater.\n"
    "12. changes\n"
    "we may change this text by publishing it anew.\n"
    "1 quay street     harbour town     +44 20 7946 0000\n"
    "products\ngauges\ncareers\nwhat is a gauge?\n© 2024 brightwater ltd. all rights reserved.\n";

static const char *
text_of (FoyerNotice *notice, const char *number)
{
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
    if (strcmp (foyer_notice_get_section (notice, i)->number, number) == 0)
      return foyer_notice_get_section (notice, i)->text;
  return NULL;
}

static guint
count_of (FoyerNotice *notice, const char *number)
{
  guint n = 0;

  for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
    n += strcmp (foyer_notice_get_section (notice, i)->number, number) == 0;
  return n;
}

static void
test_a_damaged_page_gives_the_section_on_visits_once_and_whole (void)
{
  FoyerNoticeHints hints = { 0 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));
  g_autoptr (GPtrArray) terms = test_terms ();
  g_autoptr (GError) err = NULL;
  g_autofree char *dropped = NULL;
  g_autofree char *excerpt = NULL;
  g_autoptr (FoyerNotice) notice = foyer_notice_parse (bytes, terms, &hints, &dropped, &err);

  g_assert_no_error (err);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, "7/2024");
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, "2024-03-03");
  g_assert_cmpstr (foyer_notice_get_language (notice), ==, "en");

  /* The two sections 5 are one, with its own words and nobody else's */
  g_assert_cmpuint (count_of (notice, "5"), ==, 1);
  g_assert_cmpstr (foyer_notice_get_premises (notice)->number, ==, "5");
  g_assert_cmpstr (foyer_notice_get_premises (notice)->title,
                   ==,
                   "what we record on your visit of our office");
  g_assert_cmpstr (foyer_notice_get_premises (notice)->text,
                   ==,
                   "whoever visits our premises is recorded by reception for our visitor"
                   " management, namely:");

  /* The excerpt is about visits; what is told about them has no period */
  excerpt = test_excerpt (notice);
  g_assert_cmpstr (excerpt, ==, "5 7 8 9 11");
  g_assert_cmpint (foyer_notice_get_days (notice), ==, 0);

  /* Lists are lists, and the page around the notice is gone */
  g_assert_cmpstr (text_of (notice, "7"),
                   ==,
                   "we share data with these recipients:\n\n"
                   "• companies that are affiliated with us;\n"
                   "• service providers who work for us.");
  g_assert_cmpstr (text_of (notice, "12"), ==, "we may change this text by publishing it anew.");
  g_assert_cmpstr (dropped,
                   ==,
                   "Left out: 10 lines of page furniture, 6 doubled lines."
                   " Section 5 breaks off after a colon: compare it with the original.");
}

static void
test_the_real_notice_gives_its_section_on_the_office_once (void)
{
  FoyerNoticeHints hints = { 0 };
  g_autofree char *path = test_real_notice ();
  g_autofree char *text = NULL;
  g_autofree char *excerpt = NULL;
  g_autoptr (FoyerNotice) notice = NULL;
  g_autoptr (GError) err = NULL;
  const FoyerNoticeSection *visits;

  if (!g_file_get_contents (path, &text, NULL, NULL)) {
    g_test_skip ("the real notice is not there; FOYER_SEED names its file");
    return;
  }
  notice = test_parse (text, &hints, &err);
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_notice_get_version (notice), ==, "1/2021");
  g_assert_cmpstr (foyer_notice_get_date (notice), ==, "2021-05-01");
  excerpt = test_excerpt (notice);
  g_assert_cmpstr (excerpt, ==, "5 7 8 9 11");
  g_assert_cmpuint (count_of (notice, "5"), ==, 1);
  visits = foyer_notice_get_premises (notice);
  g_assert_cmpstr (visits->number, ==, "5");
  g_assert_true (g_str_has_suffix (visits->title, "office"));
  g_assert_nonnull (strstr (visits->text, "visitor management"));
  g_assert_null (strstr (visits->text, "telemetry"));
  g_assert_null (strstr (visits->text, "customer"));
  g_assert_null (strchr (visits->text, '\n'));
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    g_assert_null (strstr (foyer_notice_get_section (notice, i)->text, "careers"));
    g_assert_null (strstr (foyer_notice_get_section (notice, i)->text, "©"));
    g_assert_null (strstr (foyer_notice_get_section (notice, i)->text, "devopscare"));
  }
  g_assert_cmpint (foyer_notice_get_days (notice), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/damaged/own", test_a_damaged_page_gives_the_section_on_visits_once_and_whole);
  g_test_add_func ("/damaged/real", test_the_real_notice_gives_its_section_on_the_office_once);
  return g_test_run ();
}

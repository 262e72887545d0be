/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/language.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#define ROUNDS 200

/* What a thread in one language says, again and again while another speaks another. */
typedef struct {
  const char *language;
  const char *may;    /* month names follow */
  const char *format; /* and messages */
  gint wrong;
} Speaker;

static gpointer
speak (gpointer data)
{
  Speaker *speaker = data;

  foyer_language_use (speaker->language);
  for (int i = 0; i < ROUNDS; i++) {
    if (strcmp (nl_langinfo (MON_5), speaker->may) != 0
        || strcmp (C_ ("day", "%-d %B %Y"), speaker->format) != 0)
      g_atomic_int_inc (&speaker->wrong);
    g_thread_yield ();
  }
  return NULL;
}

static void
test_two_threads_speak_two_languages_at_once (void)
{
  Speaker english = { "en", "May", "%-d %B %Y", 0 };
  Speaker german = { "de", "Mai", "%-d. %B %Y", 0 };
  GThread *threads[] = { g_thread_new ("en", speak, &english),
                         g_thread_new ("de", speak, &german) };

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpint (english.wrong, ==, 0);
  g_assert_cmpint (german.wrong, ==, 0);
}

static void
test_a_thread_changes_its_language (void)
{
  foyer_language_use ("de");
  g_assert_cmpstr (nl_langinfo (MON_12), ==, "Dezember");
  g_assert_cmpint (strcoll ("ä", "b"), <, 0);
  foyer_language_use ("en");
  g_assert_cmpstr (nl_langinfo (MON_12), ==, "December");
  g_assert_cmpstr (C_ ("day", "%-d %B %Y"), ==, "%-d %B %Y");
}

static void
test_a_language_without_locale_falls_back (void)
{
  g_test_expect_message ("foyer-language", G_LOG_LEVEL_WARNING, "*tlh*");
  foyer_language_use ("tlh");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (nl_langinfo (MON_12), ==, "December");
  g_assert_cmpstr (nl_langinfo (CODESET), ==, "UTF-8");
}

static void
test_languages_are_called_what_they_call_themselves (void)
{
  const char *const *shipped = foyer_language_get_shipped ();

  g_assert_cmpuint (g_strv_length ((char **) shipped), ==, 2);
  g_assert_cmpstr (foyer_language_get_own_name (shipped[0]), ==, "English");
  g_assert_cmpstr (foyer_language_get_own_name ("de"), ==, "Deutsch");
  g_assert_cmpstr (foyer_language_get_own_name ("tlh"), ==, "tlh");
  g_assert_false (foyer_language_is_shipped ("tlh"));
  g_assert_true (foyer_language_is_shipped ("de"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_unsetenv ("LANGUAGE");
  bindtextdomain (GETTEXT_PACKAGE, FOYER_PO);
  g_test_add_func ("/language/two-at-once", test_two_threads_speak_two_languages_at_once);
  g_test_add_func ("/language/change", test_a_thread_changes_its_language);
  g_test_add_func ("/language/fall-back", test_a_language_without_locale_falls_back);
  g_test_add_func ("/language/own-names", test_languages_are_called_what_they_call_themselves);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-bad-input"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl.h"

/* A visit that was there before, and has to be there afterwards. */
static char *
sign_somebody_in (Place *place)
{
  g_autoptr (Answer) answer =
      place_call (place, "{\"name\": \"Ada\", \"type\": \"guest\"}", "visit", "sign-in", NULL);

  assert_done (answer);
  return place_list (place);
}

static void
assert_nothing_lost (Place *place, const char *before)
{
  g_autofree char *after = place_list (place);
  g_autoptr (Answer) sound = place_call (place, "", "check", NULL);

  g_assert_cmpstr (after, ==, before);
  assert_done (sound);
}

static void
test_a_sign_in_that_is_wrong_is_refused (Place *place, gconstpointer unused)
{
  g_autofree char *before = sign_somebody_in (place);
  g_autofree char *letters = g_strnfill (10 * 1024, 'x');
  g_autofree char *long_name = g_strdup_printf ("{\"name\": \"%s\", \"type\": \"guest\"}", letters);
  g_autofree char *brackets = g_strnfill (60 * 1024, '[');
  g_autofree char *endless = g_strnfill (200 * 1024, ' ');
  const struct {
    const char *input;
    const char *words;
  } cases[] = {
    { long_name, "“name” is longer than 80 characters" },
    { "{\"name\": \"\\u0007\\u001b\", \"type\": \"guest\"}", "“name” has nothing in it" },
    { "{\"name\": \"\\u202e\\u2066\", \"type\": \"guest\"}", "“name” has nothing in it" },
    { "{\"name\": \"\", \"type\": \"guest\"}", "“name” is empty" },
    { "{\"name\": \"Ada\\u0000Lovelace\", \"type\": \"guest\"}", "no JSON object" },
    { "{\"name\": \"\xff\xfe\", \"type\": \"guest\"}", "no JSON object" },
    { "{\"name\": 7, \"type\": \"guest\"}", "“name” has to be a text" },
    { "{\"name\": [\"Ada\"], \"type\": \"guest\"}", "“name” has to be a text" },
    { "{\"name\": \"Ada\"}", "“type” is missing" },
    { "{\"type\": \"guest\"}", "“name” is missing" },
    { "{\"name\": \"Ada\", \"type\": \"pirate\"}",
      "there are guest, delivery, contractor, interview" },
    { "{\"name\": \"Ada\", \"type\": \"contractor\"}", "“company” is missing" },
    { "{\"name\": \"Ada\", \"type\": \"guest\", \"host\": \"Nobody\"}", "No host has that name" },
    { "{\"name\": \"Ada\", \"type\": \"guest\", \"language\": \"tlh\"}", "none of this site's" },
    { "{\"name\": \"Ada\", \"type\": \"guest\", \"shoe\": \"9\"}", "a key that is not known" },
    { "", "no JSON object" },
    { "Ada", "no JSON object" },
    { "[]", "no JSON object" },
    { "{\"name\": \"Ada\"", "no JSON object" },
    { brackets, "no JSON object" },
    { endless, "longer than 64 KiB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Answer) answer = place_call (place, cases[i].input, "visit", "sign-in", NULL);

    assert_refused (answer, 1, cases[i].words);
    g_assert_null (strstr (answer->err, "xxxx"));
    g_assert_null (strstr (answer->err, "Ada")); /* nobody's name in an error */
  }
  assert_nothing_lost (place, before);
}

static void
test_strange_letters_are_kept_safe (Place *place, gconstpointer unused)
{
  const struct {
    const char *typed;
    const char *kept;
  } cases[] = {
    { "Zo\\u00eb \xf0\x9f\xa6\x8a", "Zoë \xf0\x9f\xa6\x8a" },
    { "\\u202eAda\\u2066 Lovelace\\u0007", "Ada Lovelace" },
    { "  Ada\\t\\n Lovelace ", "Ada Lovelace" },
    { "<b>Ada</b> & \\\"Co\\\"", "<b>Ada</b> & \\\"Co\\\"" },
    { "%n%s'--", "%n%s'--" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *input =
        g_strdup_printf ("{\"name\": \"%s\", \"type\": \"guest\"}", cases[i].typed);
    g_autofree char *expected = g_strdup_printf ("\"name\":\"%s\"", cases[i].kept);
    g_autoptr (Answer) answer = place_call (place, input, "visit", "sign-in", NULL);
    g_autofree char *list = place_list (place);

    assert_done (answer);
    g_assert_nonnull (strstr (list, expected));
  }
}

static void
test_a_notice_that_is_none_is_refused (Place *place, gconstpointer unused)
{
  g_autofree char *before = sign_somebody_in (place);
  const struct {
    const char *text;
    gssize size;
    const char *words;
  } cases[] = {
    { "", 0, "no text in it" },
    { "  \n\t\n", -1, "no text in it" },
    { "\xff\xfe\x00\x01", 4, "not UTF-8" },
    { "Version 1 of 1 October 2026\n\n1 Our website\n\nWe count page views.\n\n2 Jobs\n\nWe keep"
      " applications for six months.\n",
      -1,
      "visits to the premises" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = place_write (place, "notice.txt", cases[i].text, cases[i].size);
    g_autoptr (Answer) answer = place_call_as (place,
                                               "privacy-officer",
                                               "",
                                               "notice",
                                               "import",
                                               path,
                                               "--language",
                                               "en",
                                               "--publish",
                                               NULL);

    assert_refused (answer, 1, cases[i].words);
  }
  {
    g_autoptr (Answer) missing =
        place_call_as (place, "privacy-officer", "", "notice", "import", "/nowhere", NULL);
    g_autoptr (Answer) shown =
        place_call_as (place, "privacy-officer", "", "notice", "show", "--json", NULL);

    assert_refused (missing, 1, "cannot be read");
    assert_done (shown);
    g_assert_nonnull (strstr (shown->out, "\"version\":\"3.2\""));
  }
  assert_nothing_lost (place, before);
}

static void
test_a_list_of_hosts_that_is_wrong_is_refused (Place *place, gconstpointer unused)
{
  g_autofree char *before = sign_somebody_in (place);
  const struct {
    const char *csv;
    const char *words;
  } cases[] = {
    { "", "names no column “name”" },
    { "first,last\nBea,Brown\n", "names no column “name”" },
    { "name,room\nBea Brown,1\nCarl\n", "Row 3 has 1 columns" },
    { "name\n\"Bea\n", "quotes" },
    { "name\nBea Brown\n\"\xe2\x80\xae\"\n", "Row 3 has no name" },
    { "name\nBea Brown\n\xff\xfe\n", "Row 3 has no name" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = place_write (place, "hosts.csv", cases[i].csv, -1);
    g_autoptr (Answer) answer = place_call_as (place, "root", "", "host", "import", path, NULL);

    assert_refused (answer, 1, cases[i].words);
  }
  {
    g_autoptr (Answer) visiting =
        place_call (place,
                    "{\"name\": \"Ada\", \"type\": \"guest\", \"host\": \"Bea Brown\"}",
                    "visit",
                    "sign-in",
                    NULL);

    assert_refused (visiting, 1, "No host has that name"); /* nothing of a wrong file is taken */
  }
  assert_nothing_lost (place, before);
}

static void
test_a_right_is_needed (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) nobody = place_call (place, "{\"name\": \"Bea\"}", "host", "add", NULL);
  g_autoptr (Answer) wrong_role =
      place_call_as (place, "security", "{\"name\": \"Bea\"}", "host", "add", NULL);
  g_autoptr (Answer) stranger =
      place_call_as (place, "stranger", "{\"name\": \"Bea\"}", "host", "add", NULL);
  g_autoptr (Answer) another_day =
      place_call_as (place, "receptionist", "", "visit", "list", "--day", "2026-01-01", NULL);
  g_autoptr (Answer) officer = place_call_as (place, "privacy-officer", "", "visit", "list", NULL);
  g_autoptr (Answer) again =
      place_call (place, "{\"name\": \"eve\", \"password\": \"" PASSWORD "\"}", "init", NULL);

  assert_refused (nobody, 2, "--as NAME");
  assert_refused (wrong_role, 1, "not allowed");
  assert_refused (stranger, 1, "do not fit");
  assert_refused (another_day, 1, "not allowed");
  assert_refused (officer, 1, "not allowed");
  assert_refused (again, 1, "set up already");
}

static void
test_an_account_that_is_wrong_is_refused (Place *place, gconstpointer unused)
{
  const struct {
    const char *input;
    const char *words;
  } cases[] = {
    { "{\"name\": \"bea\", \"password\": \"short\", \"roles\": \"security\"}", "password" },
    { "{\"name\": \"bea\", \"password\": \"" PASSWORD "\", \"roles\": \"king\"}", "“roles” are" },
    { "{\"name\": \"bea\", \"password\": \"" PASSWORD "\", \"roles\": []}", "“roles” are" },
    { "{\"name\": \"root\", \"password\": \"" PASSWORD "\", \"roles\": \"security\"}", "name" },
    { "{\"name\": \"bea\", \"password\": \"" PASSWORD "\"}", "“roles” is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (Answer) answer = place_call_as (place, "root", cases[i].input, "staff", "add", NULL);

    assert_refused (answer, 1, cases[i].words);
    g_assert_null (strstr (answer->err, PASSWORD));
  }
}

static void
test_a_wrong_command_line_is_told_from_a_refusal (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) none = place_call (place, "", NULL);
  g_autoptr (Answer) unknown = place_call (place, "", "visit", "sing-in", NULL);
  g_autoptr (Answer) option = place_call (place, "", "check", "--quick", NULL);
  g_autoptr (Answer) foreign = place_call (place, "", "check", "--publish", NULL);
  g_autoptr (Answer) argument = place_call (place, "", "visit", "sign-in", "Ada Lovelace", NULL);
  g_autoptr (Answer) days = place_call (place, "", "retention", "set", "soon", NULL);
  g_autoptr (Answer) day =
      place_call_as (place, "security", "", "visit", "list", "--day", "23.11.2026", NULL);
  g_autoptr (Answer) turned = place_call_as (place,
                                             "security",
                                             "",
                                             "visit",
                                             "list",
                                             "--from",
                                             "2026-11-23",
                                             "--until",
                                             "2026-11-22",
                                             NULL);
  g_autoptr (Answer) help = place_call (place, "", "visit", "sign-in", "--help", NULL);

  assert_refused (none, 2, "A command is missing");
  assert_refused (unknown, 2, "no such command");
  assert_refused (option, 2, "--quick");
  assert_refused (foreign, 2, "takes no --publish");
  assert_refused (argument, 2, "one word too many");
  g_assert_null (strstr (argument->err, "Ada"));
  assert_refused (days, 2, "a whole number");
  assert_refused (day, 2, "2026-11-23");
  assert_refused (turned, 2, "before the first");
  assert_done (help);
  g_assert_nonnull (strstr (help->out, "Usage: foyerctl visit sign-in"));
}

#define BAD(path, func) g_test_add (path, Place, NULL, place_open, func, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  BAD ("/bad-input/a sign-in that is wrong is refused", test_a_sign_in_that_is_wrong_is_refused);
  BAD ("/bad-input/strange letters are kept safe", test_strange_letters_are_kept_safe);
  BAD ("/bad-input/a notice that is none is refused", test_a_notice_that_is_none_is_refused);
  BAD ("/bad-input/a list of hosts that is wrong is refused",
       test_a_list_of_hosts_that_is_wrong_is_refused);
  BAD ("/bad-input/a right is needed", test_a_right_is_needed);
  BAD ("/bad-input/an account that is wrong is refused", test_an_account_that_is_wrong_is_refused);
  BAD ("/bad-input/a wrong command line is told from a refusal",
       test_a_wrong_command_line_is_told_from_a_refusal);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-story"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctl.h"

#define ZOE "Zoë O'Brien-Łukasiewicz"
#define ACME "<b>ACME</b> & Söhne"
#define SIGN_IN                                                                                    \
  "{\"name\": \"" ZOE "\", \"company\": \"" ACME                                                   \
  "\", \"host\": \"grace o’neill\", \"type\": \"contractor\"}"

#define EXPECT(at)                                                                                 \
  "{\"name\": \"" ZOE "\", \"host\": \"grace o’neill\", \"type\": \"guest\", \"at\": \"" at "\"}"

static void
open_on_monday (Place *place, gconstpointer unused)
{
  place->now = "2026-11-23 09:00:00";
  place_open (place, NULL);
}

static void
test_a_visit_is_signed_in_listed_and_signed_out (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) arrived = NULL;
  g_autoptr (Answer) left = NULL;
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;
  g_autofree char *leaving = NULL;
  g_autofree char *here = NULL;
  g_autofree char *gone = NULL;
  g_autofree char *expected = NULL;

  /* When a program signs a visitor in */
  arrived = place_call (place, SIGN_IN, "visit", "sign-in", NULL);

  /* Then it is told id and code, and the list has the visit */
  assert_done (arrived);
  id = member (arrived->out, "id");
  code = member (arrived->out, "code");
  g_assert_cmpuint (strlen (id), ==, 36);
  g_assert_cmpuint (strlen (code), ==, 26);
  here = place_list (place);
  expected = g_strdup_printf ("[{\"id\":\"%s\",\"name\":\"" ZOE "\",\"company\":\"" ACME
                              "\",\"host\":\"Grace O’Neill\",\"type\":\"contractor\","
                              "\"state\":\"on-site\",\"arrived\":\"2026-11-23T10:00:",
                              id);
  g_assert_true (g_str_has_prefix (here, expected));
  g_assert_true (g_str_has_suffix (here, "+01:00\",\"left\":null}]\n"));

  /* And the badge's code signs out */
  place->now = "2026-11-23 11:30:00";
  leaving = g_strdup_printf ("{\"code\": \"FOYER1:%s\"}", code);
  left = place_call (place, leaving, "visit", "sign-out", NULL);
  assert_done (left);
  gone = place_list (place);
  g_assert_nonnull (strstr (gone, "\"state\":\"left\""));
  g_assert_nonnull (strstr (gone, "\"left\":\"2026-11-23T12:30:"));
}

static void
test_a_visit_is_gone_after_its_period (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) arrived = place_call (place, SIGN_IN, "visit", "sign-in", NULL);
  g_autofree char *code = member (arrived->out, "code");
  g_autofree char *leaving = g_strdup_printf ("{\"code\": \"%s\"}", code);
  const char *const markers[] = { ZOE, "Łukasiewicz", "ACME", code };

  /* Given a visit that left, which no search finds in the store's files either */
  place->now = "2026-11-23 09:10:00";
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    g_assert_false (place_holds (place, markers[i]));
  {
    g_autoptr (Answer) left = place_call (place, leaving, "visit", "sign-out", NULL);

    assert_done (left);
  }

  /* When retention runs a minute before the end of the period that the visitor was told */
  place->now = "2026-12-23 09:09:00";
  {
    g_autoptr (Answer) early = place_call (place, "", "retention", "run", "--json", NULL);

    assert_done (early);
    g_assert_cmpstr (early->out, ==, "{\"closed\":0,\"deleted\":0}\n");
  }

  /* And a minute after it */
  place->now = "2026-12-23 09:11:00";
  {
    g_autoptr (Answer) due = place_call (place, "", "retention", "run", "--json", NULL);

    assert_done (due);
    g_assert_cmpstr (due->out, ==, "{\"closed\":0,\"deleted\":1}\n");
  }

  /* Then no file of the store holds a byte of the visitor's, and a record of the deletion stays */
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    g_assert_false (place_holds (place, markers[i]));
  {
    g_autofree char *list = place_list (place);
    g_autoptr (Answer) shown =
        place_call_as (place, "privacy-officer", "", "retention", "show", "--json", NULL);
    g_autoptr (Answer) sound = place_call (place, "", "check", NULL);

    g_assert_cmpstr (list, ==, "[]\n");
    assert_done (shown);
    g_assert_nonnull (strstr (shown->out, "\"visits\":1"));
    g_assert_null (strstr (shown->out, "\"compacted\":null"));
    assert_done (sound);
  }
}

static void
test_a_shorter_period_deletes_earlier (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) arrived = place_call (place, SIGN_IN, "visit", "sign-in", NULL);
  g_autoptr (Answer) set = NULL;
  g_autoptr (Answer) run = NULL;

  /* Given a contractor who never signs out */
  assert_done (arrived);

  /* When the officer shortens the contractors' period to two days */
  set = place_call_as (place,
                       "privacy-officer",
                       "",
                       "retention",
                       "set",
                       "2",
                       "--type",
                       "contractor",
                       NULL);
  assert_done (set);

  /* Then the visit closes after the longest stay of seven days, and goes two days later */
  place->now = "2026-11-30 09:01:00";
  run = place_call (place, "", "retention", "run", "--json", NULL);
  g_assert_cmpstr (run->out, ==, "{\"closed\":1,\"deleted\":0}\n");
  {
    g_autofree char *list = place_list (place);

    g_assert_nonnull (strstr (list, "\"state\":\"not-seen-leaving\""));
    g_assert_nonnull (strstr (list, "\"left\":null"));
  }
  place->now = "2026-12-02 09:01:00";
  answer_free (g_steal_pointer (&run));
  run = place_call (place, "", "retention", "run", "--json", NULL);
  g_assert_cmpstr (run->out, ==, "{\"closed\":0,\"deleted\":1}\n");
}

static void
test_root_or_an_administrator_unlocks (Place *place, gconstpointer unused)
{
  static const char name[] = "{\"name\": \"security\"}";
  g_autoptr (Answer) as_administrator =
      place_call_as (place, "root", name, "staff", "unlock", NULL);
  g_autoptr (Answer) as_security = place_call_as (place, "security", name, "staff", "unlock", NULL);
  g_autoptr (Answer) nobody =
      place_call_as (place, "root", "{\"name\": \"x\"}", "staff", "unlock", NULL);
  g_autoptr (Answer) as_itself = place_call (place, name, "staff", "unlock", NULL);

  assert_done (as_administrator);
  assert_refused (as_security, 1, "not allowed");
  assert_refused (nobody, 1, "Nobody has an account");
  if (geteuid () == 0)
    assert_done (as_itself);
  else
    assert_refused (as_itself, 2, "--as NAME");
}

static void
test_the_store_is_its_owners_alone (Place *place, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (place->data, "foyer.db", NULL);
  GStatBuf about;

  g_assert_cmpint (g_stat (place->data, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0700);
  g_assert_cmpint (g_stat (file, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 0777, ==, 0600);
}

static void
test_check_warns_of_what_is_unwise (Place *place, gconstpointer unused)
{
  static const char *const about[] = { "warning: store", "warning: notice", "warning: printer" };
  g_autoptr (Answer) calm = place_call (place, "", "check", NULL);
  g_autoptr (Answer) warned = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *risky = NULL;

  assert_done (calm);
  for (guint i = 0; i < G_N_ELEMENTS (about); i++)
    g_assert_null (strstr (calm->out, about[i])); /* the disk below may be unwise for the vault */

  /* When badges go to a folder, and everybody may look into the store */
  g_assert_true (g_file_get_contents (place->config, &settings, NULL, NULL));
  risky = g_strconcat (settings, "[station]\nprinter=pdf:badges\n", NULL);
  g_free (place_write (place, "foyer.conf", risky, -1));
  g_assert_cmpint (g_chmod (place->data, 0755), ==, 0);
  warned = place_call (place, "", "check", "--json", NULL);

  /* Then that is said, and nothing is wrong */
  assert_done (warned);
  g_assert_nonnull (strstr (warned->out, "\"sound\":true"));
  g_assert_nonnull (strstr (warned->out, "chmod 700"));
  g_assert_nonnull (strstr (warned->out, "Badges become files"));
}

static void
test_check_finds_a_changed_audit_trail (Place *place, gconstpointer unused)
{
  g_autofree char *file = g_build_filename (place->data, "foyer.db", NULL);
  g_autofree char *bytes = NULL;
  g_autoptr (Answer) found = NULL;
  gsize size;
  char *event;

  /* Given somebody who changes a word of the audit trail in the file */
  g_assert_true (g_file_get_contents (file, &bytes, &size, NULL));
  event = memmem (bytes, size, "staff-add", strlen ("staff-add"));
  if (event == NULL)
    event = memmem (bytes, size, "host-add", strlen ("host-add"));
  g_assert_nonnull (event);
  event[0] = 'x';
  g_assert_true (g_file_set_contents (file, bytes, size, NULL));

  /* Then check finds it */
  found = place_call (place, "", "check", "--json", NULL);
  g_assert_cmpint (found->status, ==, 1);
  g_assert_nonnull (strstr (found->out, "\"sound\":false"));
  g_assert_nonnull (strstr (found->out, "\"about\":\"audit\""));
}

static void
test_somebody_is_expected_listed_and_taken_back (Place *place, gconstpointer unused)
{
  g_autoptr (Answer) invited = NULL;
  g_autoptr (Answer) listed = NULL;
  g_autoptr (Answer) later = NULL;
  g_autoptr (Answer) wrong = NULL;
  g_autoptr (Answer) back = NULL;
  g_autoptr (Answer) again = NULL;
  g_autofree char *here = NULL;
  g_autofree char *id = NULL;
  g_autofree char *input = NULL;

  /* When a receptionist expects somebody, then there is a code, and nobody is here yet */
  invited =
      place_call_as (place, "receptionist", EXPECT ("2026-11-26 10:30"), "expect", "add", NULL);
  assert_done (invited);
  id = member (invited->out, "id");
  g_assert_false (place_holds (place, ZOE));
  here = place_list (place);
  g_assert_cmpstr (here, ==, "[]\n");

  /* And the list has it, in the site's time */
  listed = place_call_as (place, "receptionist", "", "expect", "list", "--json", NULL);
  assert_done (listed);
  assert_says (listed->out, id);
  assert_says (listed->out, "\"host\":\"Grace O’Neill\"");
  assert_says (listed->out, "\"state\":\"expected\",\"arrived\":\"2026-11-26T10:30:00+01:00\"");
  later = place_call_as (place, "receptionist", "", "expect", "list", "--from", "2026-11-27", NULL);
  assert_done (later);
  g_assert_null (strstr (later->out, "Grace"));

  /* And a day that is over is refused */
  wrong = place_call_as (place, "receptionist", EXPECT ("2026-11-22 10:30"), "expect", "add", NULL);
  assert_refused (wrong, 1, "over");

  /* When it is taken back, it is gone */
  input = g_strdup_printf ("{\"id\": \"%s\"}", id);
  back = place_call_as (place, "receptionist", input, "expect", "cancel", NULL);
  assert_done (back);
  again = place_call_as (place, "receptionist", input, "expect", "cancel", NULL);
  assert_refused (again, 1, "not expected");
}

#define STORY(path, func) g_test_add (path, Place, NULL, open_on_monday, func, place_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORY ("/story/signed in, listed and signed out",
         test_a_visit_is_signed_in_listed_and_signed_out);
  STORY ("/story/expected, listed and taken back", test_somebody_is_expected_listed_and_taken_back);
  STORY ("/story/gone after its period", test_a_visit_is_gone_after_its_period);
  STORY ("/story/a shorter period deletes earlier", test_a_shorter_period_deletes_earlier);
  STORY ("/story/root or an administrator unlocks", test_root_or_an_administrator_unlocks);
  STORY ("/story/the store is its owner's alone", test_the_store_is_its_owners_alone);
  STORY ("/story/check warns of what is unwise", test_check_warns_of_what_is_unwise);
  STORY ("/story/check finds a changed audit trail", test_check_finds_a_changed_audit_trail);
  return g_test_run ();
}

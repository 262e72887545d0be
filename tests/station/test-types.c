/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/settings.h"
#include "station/types.h"
#include "visit/clock.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS "name=Guest\npurpose=Visiting someone\n"

static FoyerVisitorType *
find (GPtrArray *types, guint i)
{
  g_assert_cmpuint (i, <, types->len);
  return types->pdata[i];
}

static void
test_the_delivered_types_are_guest_and_contractor (void)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;
  FoyerVisitorType *guest;
  FoyerVisitorType *contractor;

  types = foyer_types_load (FOYER_DATA "/types.d", &err);
  g_assert_no_error (err);
  g_assert_cmpuint (types->len, ==, 2);
  guest = find (types, 0);
  contractor = find (types, 1);

  g_assert_cmpstr (foyer_visitor_type_get_key (guest), ==, "guest");
  g_assert_cmpstr (foyer_visitor_type_get_name (guest, "en"), ==, "Guest");
  g_assert_cmpstr (foyer_visitor_type_get_name (guest, "de"), ==, "Gast");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (guest, "en"), ==, "Visiting someone");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (guest, "de"), ==, "Jemanden besuchen");
  g_assert_cmpint (foyer_visitor_type_get_days (guest), ==, 30);
  g_assert_cmpint (foyer_visitor_type_get_longest_stay (guest), ==, 24 * FOYER_HOUR);
  g_assert_true (foyer_visitor_type_asks (guest, FOYER_ASKS_HOST));
  g_assert_false (foyer_visitor_type_asks (guest, FOYER_ASKS_COMPANY));
  g_assert_false (foyer_visitor_type_asks (guest, FOYER_PRINTS_COMPANY));

  g_assert_cmpstr (foyer_visitor_type_get_key (contractor), ==, "contractor");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (contractor, "en"), ==, "Work on the building");
  g_assert_cmpint (foyer_visitor_type_get_days (contractor), ==, 90);
  g_assert_cmpint (foyer_visitor_type_get_longest_stay (contractor), ==, 7 * FOYER_DAY);
  g_assert_true (
      foyer_visitor_type_asks (contractor,
                               FOYER_ASKS_COMPANY | FOYER_ASKS_HOST | FOYER_PRINTS_COMPANY));
}

static GPtrArray *
load_one (const char *name, const char *text, char **path, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("foyer-types-XXXXXX", NULL);
  GPtrArray *types;

  *path = g_build_filename (folder, name, NULL);
  g_assert_true (g_file_set_contents (*path, text, -1, NULL));
  types = foyer_types_load (folder, error);
  g_remove (*path);
  g_rmdir (folder);
  return types;
}

static void
test_what_is_wrong_in_a_type_is_named_with_its_line (void)
{
  const struct {
    const char *name;
    const char *text;
    int line;
    const char *says;
  } cases[] = {
    { "guest.type", "[type]\n" WORDS "days=-1\n", 4, "0 to 3650" },
    { "guest.type", "[type]\n" WORDS "days=3651\n", 4, "0 to 3650" },
    { "guest.type", "[type]\n" WORDS "order=first\n", 4, "whole number" },
    { "guest.type", "[type]\n" WORDS "longest-stay=24\n", 4, "24h or 7d" },
    { "guest.type", "[type]\n" WORDS "longest-stay=0h\n", 4, "24h or 7d" },
    { "guest.type", "[type]\n" WORDS "longest-stay=h\n", 4, "24h or 7d" },
    { "guest.type", "[type]\n" WORDS "longest-stay=367d\n", 4, "366d" },
    { "guest.type", "[type]\n" WORDS "asks=phone\n", 4, "company;host" },
    { "guest.type", "[type]\n" WORDS "badge=host\n", 4, "company" },
    { "guest.type", "[type]\n" WORDS "asks=host\nbadge=company\n", 5, "asks" },
    { "guest.type", "[type]\n" WORDS "icon=../x\n", 4, "icon" },
    { "guest.type", "[type]\n" WORDS "colour=red\n", 4, "purpose, order" },
    { "guest.type", "[type]\nname=Guest\n", 1, "purpose" },
    { "guest.type", "[type]\nname[de]=Gast\npurpose=x\n", 1, "name" },
    { "guest.type", "", 1, "name" },
    { "Guest 2.type", "[type]\n" WORDS, 1, "lower case" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GPtrArray) types = NULL;
    g_autoptr (GError) err = NULL;
    g_autofree char *path = NULL;
    g_autofree char *place = NULL;

    types = load_one (cases[i].name, cases[i].text, &path, &err);
    place = g_strdup_printf ("%s:%d: ", path, cases[i].line);
    g_test_message ("%s", err != NULL ? err->message : cases[i].text);
    g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
    g_assert_true (g_str_has_prefix (err->message, place));
    g_assert_nonnull (strstr (err->message, cases[i].says));
    g_assert_null (types);
  }
}

static void
test_a_folder_without_types_is_refused (void)
{
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;
  g_autofree char *path = NULL;

  /* Files that are no types are ignored; then none is left */
  types = load_one ("guest.type.bak", "nonsense", &path, &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  g_assert_nonnull (strstr (err->message, "NAME.type"));

  g_clear_error (&err);
  types = foyer_types_load ("/nowhere/types.d", &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (err->message, "/nowhere/types.d"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/types/delivered", test_the_delivered_types_are_guest_and_contractor);
  g_test_add_func ("/types/wrong", test_what_is_wrong_in_a_type_is_named_with_its_line);
  g_test_add_func ("/types/none", test_a_folder_without_types_is_refused);
  return g_test_run ();
}

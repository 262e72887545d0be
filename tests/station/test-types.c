/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/settings.h"
#include "station/types.h"
#include "visit/clock.h"

#include <glib/gstdio.h>
#include <string.h>

#define WORDS "name=Guest\npurpose=Visiting someone\nasks=name\n"

static FoyerVisitorType *
find (GPtrArray *types, guint i)
{
  g_assert_cmpuint (i, <, types->len);
  return types->pdata[i];
}

static void
test_the_delivered_types_ask_what_the_flows_need (void)
{
  static const struct {
    const char *key;
    const char *purpose;
    const char *asks;
    int days;
    gint64 stay;
  } delivered[] = {
    { "guest", "Visiting someone", "name host", 30, 24 * FOYER_HOUR },
    { "delivery", "Delivery", "where name", 30, 12 * FOYER_HOUR },
    { "contractor", "Work on the building", "company name host safety", 90, 7 * FOYER_DAY },
    { "interview", "Interview", "name", 30, 12 * FOYER_HOUR },
  };
  g_autoptr (GPtrArray) types = NULL;
  g_autoptr (GError) err = NULL;

  types = foyer_types_load (FOYER_DATA "/types.d", &err);
  g_assert_no_error (err);
  g_assert_cmpuint (types->len, ==, G_N_ELEMENTS (delivered));
  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = find (types, i);
    GPtrArray *fields = foyer_visitor_type_get_fields (type);
    g_autoptr (GString) asks = g_string_new (NULL);

    for (guint k = 0; k < fields->len; k++)
      g_string_append_printf (asks,
                              "%s%s",
                              k > 0 ? " " : "",
                              foyer_visitor_field_get_key (fields->pdata[k]));
    g_assert_cmpstr (foyer_visitor_type_get_key (type), ==, delivered[i].key);
    g_assert_cmpstr (foyer_visitor_type_get_purpose (type, "en"), ==, delivered[i].purpose);
    g_assert_cmpstr (asks->str, ==, delivered[i].asks);
    g_assert_cmpint (foyer_visitor_type_get_days (type), ==, delivered[i].days);
    g_assert_cmpint (foyer_visitor_type_get_longest_stay (type), ==, delivered[i].stay);
    g_assert_cmpint (foyer_visitor_type_prints (type, FOYER_ANSWER_COMPANY), ==, i == 2);
  }
  g_assert_cmpstr (foyer_visitor_type_get_name (find (types, 0), "de"), ==, "Gast");
  g_assert_cmpstr (foyer_visitor_type_get_purpose (find (types, 0), "de"),
                   ==,
                   "Jemanden besuchen");
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
  g_test_add_func ("/types/delivered", test_the_delivered_types_ask_what_the_flows_need);
  g_test_add_func ("/types/wrong", test_what_is_wrong_in_a_type_is_named_with_its_line);
  g_test_add_func ("/types/none", test_a_folder_without_types_is_refused);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "visit/typed-text.h"

static void
test_a_name_is_kept_as_typed (void)
{
  static const struct {
    const char *typed;
    const char *kept;
  } names[] = {
    { "  Ada  Łovelace ", "Ada Łovelace" },
    { "Zoë O'Brien-Łukasiewicz", "Zoë O'Brien-Łukasiewicz" },
    { "Zoe\xcc\x88", "Zoë" }, /* composed */
    { "李", "李" },
    { "X", "X" },
    { "4th of July", "4th of July" },
    { "محمد بن سلمان", "محمد بن سلمان" },
    { "Ann\tMarie\nLee", "Ann Marie Lee" },
    { "Ann\xe2\x80\xae"
      "eeL",
      "AnneeL" }, /* U+202E right-to-left override */
    { "A\xe2\x81\xa6"
      "B\xe2\x81\xa9",
      "AB" }, /* isolates */
    { "A\x01\x02\x7f"
      "B",
      "AB" },                    /* controls */
    { "Al\xc2\xa0ma", "Al ma" }, /* no-break space */
    { "<b>ACME</b> & Söhne", "<b>ACME</b> & Söhne" },
    { "👩‍🔬 Ada", "👩‍🔬 Ada" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) err = NULL;
    g_autofree char *kept = foyer_typed_text_clean (names[i].typed, &err);

    g_assert_no_error (err);
    g_assert_cmpstr (kept, ==, names[i].kept);
  }
}

static void
test_what_cannot_be_printed_is_refused_with_its_reason (void)
{
  g_autofree char *long_name = g_strnfill (10240, 'a');
  g_autofree char *long_by_one = g_strnfill (81, 'a');
  const struct {
    const char *typed;
    int code;
  } refused[] = {
    { "", FOYER_TYPED_TEXT_ERROR_EMPTY },
    { " \t ", FOYER_TYPED_TEXT_ERROR_EMPTY },
    { "\xe2\x80\xae\xe2\x80\x8f", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },
    { "\xcc\x88\xcc\x88", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },
    { "\xff\xfe", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },
    { "\xee\x80\x80", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE }, /* private use */
    { long_name, FOYER_TYPED_TEXT_ERROR_TOO_LONG },
    { long_by_one, FOYER_TYPED_TEXT_ERROR_TOO_LONG },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) err = NULL;
    g_autofree char *kept = foyer_typed_text_clean (refused[i].typed, &err);

    g_assert_null (kept);
    g_assert_error (err, FOYER_TYPED_TEXT_ERROR, refused[i].code);
  }
}

static void
test_eighty_letters_of_any_script_fit (void)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GError) err = NULL;
  g_autofree char *kept = NULL;

  for (int i = 0; i < 80; i++)
    g_string_append (name, "𝕏");
  kept = foyer_typed_text_clean (name->str, &err);
  g_assert_no_error (err);
  g_assert_cmpstr (kept, ==, name->str);
}

static void
test_a_tower_of_marks_is_cut_to_two (void)
{
  g_autoptr (GString) name = g_string_new ("a");
  g_autoptr (GError) err = NULL;
  g_autofree char *kept = NULL;

  for (int i = 0; i < 60; i++)
    g_string_append (name, "\xcc\xb4");
  kept = foyer_typed_text_clean (name->str, &err);
  g_assert_no_error (err);
  g_assert_cmpint (g_utf8_strlen (kept, -1), ==, 3);
}

static void
test_search_finds_a_name_by_the_beginning_of_its_words (void)
{
  static const struct {
    const char *name;
    const char *query;
    gboolean found;
  } searches[] = {
    { "Łukasz Wójcik", "lu", TRUE },        { "Łukasz Wójcik", "wojcik luk", TRUE },
    { "Aoife O’Connor", "oc", TRUE },       { "Zoë O'Brien-Łukasiewicz", "luka", TRUE },
    { "Jörg Weiß", "weiss", TRUE },         { "Hrafnkell Þórsson", "thor", TRUE },
    { "Ngọc Anh Trần", "ngoc tran", TRUE }, { "Søren Ødegård", "ode", TRUE },
    { "Łukasz Wójcik", "kasz", FALSE },     { "Łukasz Wójcik", "luk x", FALSE },
    { "Łukasz Wójcik", "", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++) {
    g_autofree char *folded = foyer_typed_text_fold (searches[i].name);
    g_autofree char *query = foyer_typed_text_fold (searches[i].query);

    g_assert_cmpint (foyer_typed_text_matches (folded, query), ==, searches[i].found);
  }
}

static void
test_the_given_text_of_a_name (void)
{
  static const char *const names[][2] = {
    { "Zoë Brontë", "Zoë" },
    { "Björk", "Björk" },
    { "李 伟", "李 伟" },
    { "Анна Ахматова", "Анна" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *given = foyer_typed_text_given (names[i][0]);

    g_assert_cmpstr (given, ==, names[i][1]);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-text/a-name-is-kept-as-typed", test_a_name_is_kept_as_typed);
  g_test_add_func ("/typed-text/refused-with-its-reason",
                   test_what_cannot_be_printed_is_refused_with_its_reason);
  g_test_add_func ("/typed-text/eighty-letters-fit", test_eighty_letters_of_any_script_fit);
  g_test_add_func ("/typed-text/a-tower-of-marks-is-cut", test_a_tower_of_marks_is_cut_to_two);
  g_test_add_func ("/typed-text/search", test_search_finds_a_name_by_the_beginning_of_its_words);
  g_test_add_func ("/typed-text/given", test_the_given_text_of_a_name);
  return g_test_run ();
}

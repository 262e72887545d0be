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
    { "%n%s'--", "%n%s'--" },
    { "A\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061cB", "AB" },
    { "A\xc2\x85\xc2\x90\ufeff\u00ad\u2060\ufff9\U000e0041B", "AB" }, /* invisible */
    { "A\u2028B\u3000C", "A B C" },                                   /* other spaces */
    { "A\ue000\U000f0000\U0010ffffB", "AB" },                         /* private, no character */
    { "A\u0378\U000e1000B", "AB" },                                   /* unassigned */
    { "Zoe\u202e\u0308", "Zoë" }, /* composed over what is gone */
    { "\u212bngstr\u00f6m", "Ångström" },
    { "a\u0334\u0334\u200d\u0334\u0334", "a\u0334\u0334\u200d" }, /* a tower with joiners */
    { "نیم\u200cفاصله", "نیم\u200cفاصله" },
    { "❤\ufe0f 1\ufe0f\u20e3", "❤\ufe0f 1\ufe0f\u20e3" },
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
    { "A\xc0\xaf", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },                /* overlong */
    { "A\xed\xa0\x80", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },            /* a surrogate */
    { "A\xf4\x90\x80\x80", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },        /* beyond Unicode */
    { "A\xe2\x82", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },                /* cut off */
    { "\u115f\u3164\uffa0\u2800", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE }, /* blank letters */
    { "\xee\x80\x80", FOYER_TYPED_TEXT_ERROR_UNPRINTABLE },             /* private use */
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

/* What a text is made of that makes trouble, and a little of what does not. */
static gunichar
draw_letter (GRand *random)
{
  static const gunichar odd[] = { 'a',    ' ',    0x0301, 0x0334, 0x0308, 0x200D, 0x200C,
                                  0x202E, 0x2066, 0xFE0F, 0x1100, 0x1161, 0x11A8, 0x0958,
                                  0x212B, 0xE000, 0x3164, 0x0378, 0xFFFE, 0x1F469 };
  gunichar any = (gunichar) g_rand_int_range (random, 1, 0x110000);

  if (g_rand_int_range (random, 0, 4) > 0)
    return odd[g_rand_int_range (random, 0, G_N_ELEMENTS (odd))];
  return g_unichar_validate (any) ? any : 'x';
}

static void
assert_clean (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  g_autofree char *again = foyer_typed_text_clean (text, NULL);
  guint marks = 0;

  g_assert_cmpstr (text, ==, again); /* each text that is read from the store is cleaned again */
  g_assert_cmpstr (text, ==, composed);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, 80);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    GUnicodeType type = g_unichar_type (c);

    g_assert_true (type != G_UNICODE_CONTROL && type != G_UNICODE_PRIVATE_USE
                   && type != G_UNICODE_UNASSIGNED && type != G_UNICODE_SURROGATE);
    g_assert_true (type != G_UNICODE_FORMAT || c == 0x200C || c == 0x200D);
    if (type != G_UNICODE_FORMAT)
      marks = g_unichar_ismark (c) ? marks + 1 : 0;
    g_assert_cmpint (marks, <=, 2);
  }
}

static void
test_whatever_is_typed_comes_out_clean (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (14);

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) typed = g_string_new (NULL);
    g_autofree char *kept = NULL;

    for (int length = g_rand_int_range (random, 0, 100); length > 0; length--)
      g_string_append_unichar (typed, draw_letter (random));
    kept = foyer_typed_text_clean (typed->str, NULL);
    if (kept != NULL)
      assert_clean (kept);
  }
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
  g_test_add_func ("/typed-text/whatever", test_whatever_is_typed_comes_out_clean);
  g_test_add_func ("/typed-text/search", test_search_finds_a_name_by_the_beginning_of_its_words);
  g_test_add_func ("/typed-text/given", test_the_given_text_of_a_name);
  return g_test_run ();
}

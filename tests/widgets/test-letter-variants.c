/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "widgets/letter-variants.h"

static gboolean
is_reached (gunichar wanted)
{
  static const char keys[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  for (const char *p = keys; *p != '\0'; p++) {
    g_autofree char *variants = foyer_letter_variants ((gunichar) *p);

    if (g_utf8_strchr (variants, -1, wanted) != NULL)
      return TRUE;
  }
  return FALSE;
}

static void
test_all_of_latin_1_and_extended_a_is_reached (void)
{
  for (gunichar letter = 0x00C0; letter <= 0x017F; letter++)
    if (letter != 0x00D7 && letter != 0x00F7 && !is_reached (letter)) /* × ÷ */
      g_error ("No key leads to U+%04X", letter);
}

static void
test_vietnamese_is_reached (void)
{
  for (const char *p = "ẮằẨễệỘơờỢưỨữạịụỳỹĐđ"; *p != '\0'; p = g_utf8_next_char (p))
    if (!is_reached (g_utf8_get_char (p)))
      g_error ("No key leads to U+%04X", g_utf8_get_char (p));
}

static void
test_frequent_ones_come_first_and_in_the_same_case (void)
{
  g_autofree char *e = foyer_letter_variants ('e');
  g_autofree char *upper_o = foyer_letter_variants ('O');
  g_autofree char *q = foyer_letter_variants ('q');
  g_autofree char *dot = foyer_letter_variants ('.');

  g_assert_true (g_str_has_prefix (e, "éèëê"));
  g_assert_true (g_str_has_prefix (upper_o, "ÓÒÖÔÕ"));
  g_assert_nonnull (g_utf8_strchr (upper_o, -1, g_utf8_get_char ("Ø")));
  g_assert_cmpstr (q, ==, "");
  g_assert_cmpstr (dot, ==, "");
  g_assert_true (foyer_letter_has_variants ("a"));
  g_assert_false (foyer_letter_has_variants ("q"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/letter-variants/latin", test_all_of_latin_1_and_extended_a_is_reached);
  g_test_add_func ("/letter-variants/vietnamese", test_vietnamese_is_reached);
  g_test_add_func ("/letter-variants/order", test_frequent_ones_come_first_and_in_the_same_case);
  return g_test_run ();
}

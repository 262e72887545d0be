/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "visit/badge-code.h"
#include "visit/clock.h"
#include "visit/id.h"

static void
test_a_code_survives_the_qr (void)
{
  for (int i = 0; i < 1000; i++) {
    g_autofree char *code = foyer_badge_code_new ();
    g_autofree char *qr = foyer_badge_code_to_qr (code);
    g_autofree char *lower = g_ascii_strdown (qr, -1);
    g_autofree char *read = foyer_badge_code_parse (qr);
    g_autofree char *read_lower = foyer_badge_code_parse (lower);

    g_assert_cmpuint (strlen (code), ==, 26);
    g_assert_cmpstr (read, ==, code);
    g_assert_cmpstr (read_lower, ==, code);
  }
}

static void
test_each_of_the_128_bits_varies (void)
{
  guint seen_one[26] = { 0 };

  for (int i = 0; i < 2000; i++) {
    g_autofree char *code = foyer_badge_code_new ();

    for (int j = 0; j < 26; j++)
      seen_one[j] |= 1u << (strchr ("0123456789ABCDEFGHJKMNPQRSTVWXYZ", code[j])
                            - "0123456789ABCDEFGHJKMNPQRSTVWXYZ");
  }
  g_assert_cmphex (seen_one[0], ==, 0xff);
  for (int j = 1; j < 26; j++)
    g_assert_cmphex (seen_one[j], ==, 0xffffffff);
}

static void
test_what_is_no_code_is_not_taken (void)
{
  static const char *const others[] = {
    "",
    "FOYER1:",
    "https://example.org/",
    "FOYER1:0123456789ABCDEFGHJKMNPQR",   /* 25 */
    "FOYER1:0123456789ABCDEFGHJKMNPQRST", /* 27 */
    "FOYER1:0123456789ABCDEFGHJKMNPQRU",
    "FOYER2:0123456789ABCDEFGHJKMNPQRS",
    "FOYER1:8123456789ABCDEFGHJKMNPQRS", /* 130 bits */
  };

  g_assert_null (foyer_badge_code_parse (NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (foyer_badge_code_parse (others[i]));
}

static void
test_look_alikes_are_read_as_meant (void)
{
  g_autofree char *code = foyer_badge_code_parse ("foyer1:o123456789abcdefghjkmnpqil");

  g_assert_cmpstr (code, ==, "0123456789ABCDEFGHJKMNPQ11");
}

static void
test_an_id_is_a_uuid_of_version_7_with_the_hour (void)
{
  gint64 now = G_GINT64_CONSTANT (1795426523123);
  g_autoptr (GBytes) id = foyer_id_new (now);
  g_autofree char *text = foyer_id_to_string (id);
  g_autoptr (GBytes) read = foyer_id_from_string (text);
  const guint8 *b = g_bytes_get_data (id, NULL);
  gint64 hour = 0;

  for (int i = 0; i < 6; i++)
    hour = hour << 8 | b[i];
  g_assert_cmpint (hour, ==, now - now % FOYER_HOUR);
  g_assert_cmpint (text[14], ==, '7');
  g_assert_true (g_bytes_equal (id, read));
  g_assert_null (foyer_id_from_string ("no id"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/badge-code/survives-the-qr", test_a_code_survives_the_qr);
  g_test_add_func ("/badge-code/each-bit-varies", test_each_of_the_128_bits_varies);
  g_test_add_func ("/badge-code/no-code", test_what_is_no_code_is_not_taken);
  g_test_add_func ("/badge-code/look-alikes", test_look_alikes_are_read_as_meant);
  g_test_add_func ("/badge-code/id", test_an_id_is_a_uuid_of_version_7_with_the_hour);
  return g_test_run ();
}

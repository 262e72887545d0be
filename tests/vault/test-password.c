/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "vault/digest.h"
#include "vault/password.h"

static void
test_only_the_right_password_fits (void)
{
  g_autofree char *hash = foyer_password_hash ("correct horse");
  g_autofree char *again = foyer_password_hash ("correct horse");

  g_assert_true (g_str_has_prefix (hash, "$argon2id$v=19$m=65536,t=3,p=1$"));
  g_assert_cmpstr (hash, !=, again);
  g_assert_true (foyer_password_verify (hash, "correct horse"));
  g_assert_false (foyer_password_verify (hash, "correct horsf"));
  g_assert_false (foyer_password_verify (NULL, "correct horse"));
  g_assert_false (foyer_password_verify ("!", "correct horse"));
}

static void
test_a_digest_is_blake2b_256 (void)
{
  /* RFC 7693 names BLAKE2b-512("abc"); this is b2sum -l 256 of the same */
  static const guint8 abc[] = {
    0xbd, 0xdd, 0x81, 0x3c, 0x63, 0x42, 0x39, 0x72, 0x31, 0x71, 0xef, 0x3f, 0xee, 0x98, 0x57, 0x9b,
    0x94, 0x96, 0x4e, 0x3b, 0xb1, 0xcb, 0x3e, 0x42, 0x72, 0x62, 0xc8, 0xc0, 0x68, 0xd5, 0x23, 0x19,
  };
  g_autoptr (GBytes) digest = foyer_digest ("abc", 3);
  g_autoptr (GBytes) data = g_bytes_new ("abc", 3);
  g_autoptr (GBytes) first = foyer_digest_chained (NULL, data);
  g_autoptr (GBytes) second = foyer_digest_chained (first, data);

  g_assert_cmpmem (g_bytes_get_data (digest, NULL), g_bytes_get_size (digest), abc, sizeof abc);
  g_assert_true (g_bytes_equal (digest, first));
  g_assert_false (g_bytes_equal (first, second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/vault/password", test_only_the_right_password_fits);
  g_test_add_func ("/vault/digest", test_a_digest_is_blake2b_256);
  return g_test_run ();
}

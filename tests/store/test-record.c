/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/record.h"

static void
test_a_record_gives_back_its_fields (void)
{
  g_autoptr (FoyerRecord) record = foyer_record_new ();
  g_autoptr (GBytes) id = g_bytes_new ("\0\1\2", 3);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (FoyerRecord) read = NULL;
  g_autofree char *name = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *missing = NULL;
  g_autoptr (GBytes) read_id = NULL;

  foyer_record_put_text (record, 1, "Zoë");
  foyer_record_put_text (record, 2, NULL);
  foyer_record_put_text (record, 3, "");
  foyer_record_put_bytes (record, 9, id);
  bytes = foyer_record_to_bytes (record);
  read = foyer_record_parse (bytes);

  name = foyer_record_get_text (read, 1);
  missing = foyer_record_get_text (read, 2);
  empty = foyer_record_get_text (read, 3);
  read_id = foyer_record_get_bytes (read, 9);
  g_assert_cmpstr (name, ==, "Zoë");
  g_assert_null (missing);
  g_assert_cmpstr (empty, ==, "");
  g_assert_true (g_bytes_equal (read_id, id));
}

static void
test_a_damaged_record_is_refused (void)
{
  static const struct {
    const char *bytes;
    gsize size;
  } damaged[] = {
    { "\1\4\0\0\0abc", 8 },           /* longer than the record */
    { "\1\377\377\377\377abc", 8 },   /* much longer */
    { "\1\1\0\0", 4 },                /* cut in the head */
    { "\1\1\0\0\0a\1\1\0\0\0b", 12 }, /* repeated */
    { "\2\1\0\0\0a\1\1\0\0\0b", 12 }, /* unsorted */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (damaged); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new (damaged[i].bytes, damaged[i].size);
    g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);

    g_assert_null (record);
  }
}

static void
test_random_bytes_never_break_the_reader (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (int i = 0; i < 100000; i++) {
    guint8 raw[40];
    gsize size = g_rand_int_range (rand, 0, sizeof raw);

    for (gsize j = 0; j < size; j++)
      raw[j] = g_rand_int_range (rand, 0, 6);
    g_autoptr (GBytes) bytes = g_bytes_new (raw, size);
    g_autoptr (FoyerRecord) record = foyer_record_parse (bytes);

    for (guint8 tag = 0; record != NULL && tag < 6; tag++) {
      g_autoptr (GBytes) field = foyer_record_get_bytes (record, tag);
      g_autofree char *text = foyer_record_get_text (record, tag);

      g_assert_true (field == NULL || g_bytes_get_size (field) <= size);
    }
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/fields", test_a_record_gives_back_its_fields);
  g_test_add_func ("/record/damaged", test_a_damaged_record_is_refused);
  g_test_add_func ("/record/random", test_random_bytes_never_break_the_reader);
  return g_test_run ();
}

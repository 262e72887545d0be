/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "notice-files.h"

#define MUTATIONS 2000
#define MEGABYTE (1024 * 1024)

/* One damage: a byte changed, a piece cut out, doubled or moved. */
static void
mutate (GRand *rand, GString *text)
{
  static const char bytes[] = "\n#-*.:;>[`<0519 \xe2\x80\xa2";
  gsize at = text->len > 0 ? g_rand_int_range (rand, 0, (gint32) text->len) : 0;
  gsize wanted = (gsize) g_rand_int_range (rand, 1, 400);
  gsize size = MIN (wanted, text->len - at);
  g_autofree char *piece = g_strndup (text->str + at, size);

  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    g_string_insert_c (text, (gssize) at, bytes[g_rand_int_range (rand, 0, sizeof bytes - 1)]);
    break;
  case 1:
    g_string_erase (text, (gssize) at, (gssize) size);
    break;
  case 2:
    g_string_insert (text, (gssize) at, piece);
    break;
  default:
    g_string_erase (text, (gssize) at, (gssize) size);
    g_string_insert (text, g_rand_int_range (rand, 0, (gint32) text->len + 1), piece);
  }
}

static void
check (GPtrArray *terms, GBytes *text, gboolean markdown)
{
  FoyerNoticeHints hints = { .version = "1", .date = "2026-10-01", .markdown = markdown };
  g_autoptr (GError) err = NULL;
  g_autofree char *dropped = NULL;
  g_autoptr (FoyerNotice) notice = foyer_notice_parse (text, terms, &hints, &dropped, &err);

  g_assert_true ((notice == NULL) == (err != NULL));
  if (notice != NULL) {
    g_assert_nonnull (foyer_notice_get_premises (notice));
    g_assert_nonnull (dropped);
    for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
      g_assert_true (g_utf8_validate (foyer_notice_get_section (notice, i)->text, -1, NULL));
  }
}

static void
test_no_damage_to_a_notice_harms_the_parser (void)
{
  static const char *const paths[] = { "data/demo/notice.en.md", "data/demo/notice.de.md" };
  g_autoptr (GPtrArray) terms = test_terms ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261001);

  for (guint i = 0; i < MUTATIONS; i++) {
    g_autoptr (GBytes) sample = test_file (paths[i % 2]);
    GString *text =
        g_string_new_len (g_bytes_get_data (sample, NULL), (gssize) g_bytes_get_size (sample));
    g_autofree char *valid = NULL;
    g_autoptr (GBytes) bytes = NULL;

    for (int n = g_rand_int_range (rand, 1, 8); n > 0; n--)
      mutate (rand, text);
    valid = i % 8 == 0 ? g_strdup (text->str) : g_utf8_make_valid (text->str, -1);
    bytes = g_bytes_new (valid, strlen (valid));
    check (terms, bytes, i % 4 < 2);
    g_string_free (text, TRUE);
  }
}

static void
check_repeated (GPtrArray *terms, const char *piece, gsize size)
{
  GString *text = g_string_sized_new (size);
  g_autoptr (GBytes) bytes = NULL;

  while (text->len + strlen (piece) <= size)
    g_string_append (text, piece);
  bytes = g_string_free_to_bytes (text);
  check (terms, bytes, TRUE);
  check (terms, bytes, FALSE);
}

static void
test_great_and_deep_texts_end_in_time (void)
{
  static const char *const pieces[] = { "a",    "- ",
                                        "> ",   "5. visits to our office\n",
                                        "1.",   "[",
                                        "*a_ ", "1. visit our office reception badge\n- a\n\n" };
  g_autoptr (GPtrArray) terms = test_terms ();

  check_repeated (terms, "all work\n", 10 * MEGABYTE);
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    gint64 start = g_get_monotonic_time ();

    /* No longer, for strstr() measures all that follows each time under AddressSanitizer. */
    check_repeated (terms, pieces[i], MEGABYTE / 4);
    g_test_message ("%s: %d ms", pieces[i], (int) ((g_get_monotonic_time () - start) / 1000));
  }
}

static void
test_bytes_that_are_no_text_are_refused (void)
{
  g_autoptr (GPtrArray) terms = test_terms ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint8 noise[4096];
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < sizeof noise; i++)
    noise[i] = (guint8) g_rand_int_range (rand, 0, 256);
  bytes = g_bytes_new (noise, sizeof noise);
  check (terms, bytes, FALSE);
  check (terms, bytes, TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mutation/damage", test_no_damage_to_a_notice_harms_the_parser);
  g_test_add_func ("/mutation/great", test_great_and_deep_texts_end_in_time);
  g_test_add_func ("/mutation/noise", test_bytes_that_are_no_text_are_refused);
  return g_test_run ();
}

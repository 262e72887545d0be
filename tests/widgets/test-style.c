/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>
#include <string.h>

#include "station/contrast.h"
#include "widgets/style.h"

static const char *const icons[] = {
  "foyer-access-symbolic", "foyer-back-symbolic",     "foyer-backspace-symbolic",
  "foyer-bin-symbolic",    "foyer-check-symbolic",    "foyer-close-symbolic",
  "foyer-door-symbolic",   "foyer-globe-symbolic",    "foyer-next-symbolic",
  "foyer-pencil-symbolic", "foyer-people-symbolic",   "foyer-person-symbolic",
  "foyer-phone-symbolic",  "foyer-printer-symbolic",  "foyer-qr-symbolic",
  "foyer-shield-symbolic", "foyer-shift-on-symbolic", "foyer-shift-symbolic",
  "foyer-tool-symbolic",
};

static void
on_parsing_error (GtkCssProvider *provider, GtkCssSection *section, GError *err, gpointer unused)
{
  g_error ("style.css:%u: %s", gtk_css_section_get_start_line (section) + 1, err->message);
}

static void
test_the_style_has_no_mistake (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_signal_connect (provider, "parsing-error", G_CALLBACK (on_parsing_error), NULL);
  gtk_css_provider_load_from_resource (provider, "/org/foyer/style.css");
}

static const char *const themes[] = { "theme-dark.css", "theme-contrast.css" };

static char *
read_resource (const char *name)
{
  g_autofree char *path = g_strconcat ("/org/foyer/", name, NULL);
  g_autoptr (GError) err = NULL;
  g_autoptr (GBytes) text = g_resources_lookup_data (path, 0, &err);

  g_assert_no_error (err);
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

/* The colour names that a file defines, in the order of the file, with their values. */
static GHashTable *
read_names (const char *file)
{
  g_autofree char *css = read_resource (file);
  g_autoptr (GRegex) line = g_regex_new ("@define-color (\\w+) ([^;]+);", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (g_regex_match (line, css, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_insert (names, g_match_info_fetch (match, 1), g_match_info_fetch (match, 2));
  return names;
}

static void
test_a_theme_is_all_names_and_nothing_else (void)
{
  g_autoptr (GHashTable) plain = read_names ("style.css");

  for (gsize i = 0; i < G_N_ELEMENTS (themes); i++) {
    g_autoptr (GHashTable) theme = read_names (themes[i]);
    g_autofree char *css = read_resource (themes[i]);
    GHashTableIter each;
    gpointer name;

    g_assert_null (strchr (css, '{'));
    g_hash_table_iter_init (&each, plain);
    while (g_hash_table_iter_next (&each, &name, NULL))
      if (!g_str_has_prefix (name, "desk_") && !g_hash_table_contains (theme, name))
        g_error ("%s does not define @%s", themes[i], (char *) name);
    g_hash_table_iter_init (&each, theme);
    while (g_hash_table_iter_next (&each, &name, NULL))
      if (!g_hash_table_contains (plain, name))
        g_error ("%s defines @%s, which is no name", themes[i], (char *) name);
  }
}

static void
test_every_name_is_used (void)
{
  g_autoptr (GHashTable) names = read_names ("style.css");
  g_autofree char *css = read_resource ("style.css");
  GHashTableIter each;
  gpointer name;

  g_hash_table_iter_init (&each, names);
  while (g_hash_table_iter_next (&each, &name, NULL)) {
    g_autofree char *pattern = g_strdup_printf ("@%s\\b", (char *) name);

    if (!g_regex_match_simple (pattern, css, 0, 0))
      g_error ("nothing is @%s", (char *) name);
  }
}

static void
assert_apart (const char *file, const char *one, const char *other, double least)
{
  g_autoptr (GHashTable) names = read_names (file);
  double contrast =
      foyer_contrast (g_hash_table_lookup (names, one), g_hash_table_lookup (names, other));

  if (contrast < least)
    g_error ("%s: @%s on @%s is %.2f:1, not %.1f:1", file, one, other, contrast, least);
}

/* What is written, drawn or edged on what. */
static const struct {
  const char *one;
  const char *on;
  gboolean is_text;
} pairs[] = {
  { "ink", "paper", TRUE },     { "ink", "card", TRUE },       { "ink", "sand", TRUE },
  { "ink", "fn", TRUE },        { "ink", "pine_l", TRUE },     { "muted", "paper", TRUE },
  { "muted", "card", TRUE },    { "muted", "sand", TRUE },     { "muted", "pine_l", TRUE },
  { "link", "paper", TRUE },    { "link", "card", TRUE },      { "link", "sand", TRUE },
  { "link", "pine_l", TRUE },   { "on_pine", "pine", TRUE },   { "on_pine", "pine_d", TRUE },
  { "pine_d", "pine_l", TRUE }, { "clay", "paper", TRUE },     { "clay", "clay_l", TRUE },
  { "ochre", "ochre_l", TRUE }, { "red", "paper", TRUE },      { "red", "card", TRUE },
  { "red", "red_l", TRUE },     { "on_strip", "strip", TRUE }, { "strip_deed", "strip", TRUE },
  { "line", "paper", FALSE },   { "line", "card", FALSE },     { "line", "sand", FALSE },
  { "focus", "paper", FALSE },  { "focus", "card", FALSE },    { "pine", "paper", FALSE },
  { "pine", "card", FALSE },    { "pine", "sand", FALSE },
};

static void
test_every_theme_can_be_read (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++) {
    double least = pairs[i].is_text ? 5.4 : 3.4;

    assert_apart ("style.css", pairs[i].one, pairs[i].on, least);
    assert_apart ("theme-dark.css", pairs[i].one, pairs[i].on, least);
    assert_apart ("theme-contrast.css", pairs[i].one, pairs[i].on, pairs[i].is_text ? 7 : least);
  }
}

static void
test_text_of_200_percent_is_seen_from_half_a_metre (void)
{
  for (double px = 20; px <= 104; px++) {
    g_assert_cmpfloat (foyer_style_text_px (px, 100), ==, px);
    g_assert_cmpfloat (foyer_style_text_px (px, 150), >=, px);
    g_assert_cmpfloat (foyer_style_text_px (px, 200), >=, foyer_style_text_px (px, 150));
    g_assert_cmpfloat (foyer_style_text_px (px, 200), >=, 50);
    g_assert_cmpfloat (foyer_style_text_px (px + 1, 200), >=, foyer_style_text_px (px, 200));
  }
  g_assert_cmpfloat (foyer_style_text_px (24, 150), ==, 36);
  g_assert_cmpfloat (foyer_style_text_px (88, 200), ==, 88);
}

static void
test_lengths_have_their_scale (void)
{
  g_autofree char *text =
      foyer_style_resize ("a { font-size: 24px; padding: 0 8px -2px; }", 200, 1);
  g_autofree char *scale = foyer_style_resize ("a { font-size: 24px; margin: 10px; }", 100, 1.5);
  g_autofree char *key =
      foyer_style_resize ("foyer-touch-keyboard button { font-size: 28px; }", 200, 1);

  g_assert_cmpstr (text, ==, "a { font-size: 50.00px; padding: 0 8.00px -2.00px; }");
  g_assert_cmpstr (scale, ==, "a { font-size: 36.00px; margin: 15.00px; }");
  g_assert_cmpstr (key, ==, "foyer-touch-keyboard button { font-size: 28.00px; }");
}

static void
test_a_resized_style_has_no_mistake (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  g_autofree char *css = read_resource ("style.css");
  g_autofree char *resized = foyer_style_resize (css, 200, 1.25);

  g_signal_connect (provider, "parsing-error", G_CALLBACK (on_parsing_error), NULL);
  gtk_css_provider_load_from_data (provider, resized, -1, NULL);
}

static void
test_every_icon_is_a_filled_path (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (icons); i++) {
    g_autofree char *path =
        g_strconcat ("/org/foyer/icons/scalable/actions/", icons[i], ".svg", NULL);
    g_autoptr (GError) err = NULL;
    g_autoptr (GBytes) svg = g_resources_lookup_data (path, 0, &err);

    g_assert_no_error (err);
    g_assert_null (
        g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg), "stroke"));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/style/no-mistake", test_the_style_has_no_mistake);
  g_test_add_func ("/style/themes", test_a_theme_is_all_names_and_nothing_else);
  g_test_add_func ("/style/names", test_every_name_is_used);
  g_test_add_func ("/style/contrast", test_every_theme_can_be_read);
  g_test_add_func ("/style/text", test_text_of_200_percent_is_seen_from_half_a_metre);
  g_test_add_func ("/style/lengths", test_lengths_have_their_scale);
  g_test_add_func ("/style/resized", test_a_resized_style_has_no_mistake);
  g_test_add_func ("/style/icons", test_every_icon_is_a_filled_path);
  return g_test_run ();
}

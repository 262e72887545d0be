/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/contrast.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "station/settings.h"

#define NEEDED "[site]\norganisation=Northwind Labs\n[station]\nname=Lobby\n"

typedef struct {
  char *folder;
  char *conf;
} Station;

static void
write_file (Station *station, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (station->folder, name, NULL);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, text, -1, &err);
  g_assert_no_error (err);
}

static void
set_up (Station *station, gconstpointer unused)
{
  g_autofree char *types = NULL;
  g_autoptr (GError) err = NULL;

  station->folder = g_dir_make_tmp ("foyer-identity-XXXXXX", &err);
  g_assert_no_error (err);
  station->conf = g_build_filename (station->folder, "foyer.conf", NULL);
  types = g_build_filename (station->folder, "types.d", NULL);
  g_assert_cmpint (symlink (FOYER_DATA "/types.d", types), ==, 0);
  write_file (station, "logo.svg", "<svg/>");
}

static void
tear_down (Station *station, gconstpointer unused)
{
  static const char *const names[] = { "foyer.conf", "types.d", "logo.svg" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (station->folder, names[i], NULL);

    g_remove (path);
  }
  g_rmdir (station->folder);
  g_free (station->folder);
  g_free (station->conf);
}

static FoyerSettings *
load (Station *station, const char *lines, GError **error)
{
  g_autofree char *text = g_strconcat (NEEDED, lines, NULL);

  write_file (station, "foyer.conf", text);
  return foyer_settings_load (station->conf, error);
}

static void
refuse (Station *station, const char *line, const char *sentence)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSettings) settings = load (station, line, &err);
  g_autofree char *pattern = g_strconcat ("*foyer.conf:5: ", sentence, NULL);

  g_assert_null (settings);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  if (!g_pattern_match_simple (pattern, err->message))
    g_error ("“%s” is not “%s”", err->message, pattern);
}

/* Of the table that the colours were chosen with. */
static void
test_contrast_is_wcags (void)
{
  g_assert_cmpfloat_with_epsilon (foyer_contrast ("#FFFFFF", "#000000"), 21.0, 0.01);
  g_assert_cmpfloat_with_epsilon (foyer_contrast ("#24302E", "#FBF7F0"), 12.8, 0.06);
  g_assert_cmpfloat_with_epsilon (foyer_contrast ("#1E5B4F", "#ffffff"), 7.9, 0.06);
  g_assert_cmpfloat_with_epsilon (foyer_contrast ("#857B69", "#F1E9DC"), 3.5, 0.06);
  g_assert_cmpfloat (foyer_contrast ("green", "#FFFFFF"), ==, 0);
  g_assert_cmpfloat (foyer_contrast ("#FFFFFF", "#FFF"), ==, 0);
}

static void
test_what_is_derived_can_be_read (void)
{
  guint n_refused = 0;

  for (guint colour = 0; colour <= 0xFFFFFF; colour += 0x0F0B07) {
    g_autofree char *primary = g_strdup_printf ("#%06X", colour);
    FoyerAccent accent;

    if (!foyer_accent_derive (&accent, primary)) {
      g_assert_cmpfloat (foyer_contrast (primary, "#FFFFFF"), <, 5.4);
      n_refused++;
      continue;
    }
    g_assert_cmpstr (accent.primary, ==, primary);
    g_assert_cmpfloat (foyer_contrast (accent.primary, "#FFFFFF"), >=, 5.4);
    g_assert_cmpfloat (foyer_contrast (accent.link, "#FBF7F0"), >=, 5.4);
    g_assert_cmpfloat (foyer_contrast (accent.link, "#F1E9DC"), >=, 5.4);
    g_assert_cmpfloat (foyer_contrast (accent.pressed, "#FFFFFF"), >=, 5.4);
    g_assert_cmpfloat (foyer_contrast (accent.pressed, accent.pale), >=, 5.4);
    g_assert_cmpfloat (foyer_contrast ("#565E59", accent.pale), >=, 5.4);
  }
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_a_station_has_foyers_look (Station *station, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSettings) settings = load (station, "", &err);
  const FoyerIdentity *identity;

  g_assert_no_error (err);
  identity = foyer_settings_get_identity (settings);
  g_assert_null (identity->logo);
  g_assert_null (identity->picture);
  g_assert_false (identity->has_accent);
  g_assert_cmpfloat (identity->scale, ==, 1.0);
}

static void
test_a_station_has_its_own_look (Station *station, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSettings) settings =
      load (station, "logo=logo.svg\nwelcome-picture=logo.svg\naccent=#8b1b3f\nscale=1.25\n", &err);
  g_autofree char *logo = g_build_filename (station->folder, "logo.svg", NULL);
  const FoyerIdentity *identity;

  g_assert_no_error (err);
  identity = foyer_settings_get_identity (settings);
  g_assert_cmpstr (identity->logo, ==, logo);
  g_assert_cmpstr (identity->picture, ==, logo);
  g_assert_true (identity->has_accent);
  g_assert_cmpstr (identity->accent.primary, ==, "#8B1B3F");
  g_assert_cmpfloat (identity->scale, ==, 1.25);
}

static void
test_what_cannot_be_read_is_refused (Station *station, gconstpointer unused)
{
  refuse (station, "accent=#F2B84B\n", "White on “accent” has a contrast of 1.8:1*5.4:1*");
  refuse (station, "accent=#777777\n", "White on “accent” has a contrast of 4.5:1*");
  refuse (station, "accent=green\n", "“accent” is a colour, as #1E5B4F.");
  refuse (station, "logo=nobody.svg\n", "“logo” is a file that exists, SVG or PNG.");
  refuse (station, "logo=foyer.conf\n", "“logo” is a file that exists, SVG or PNG.");
  refuse (station, "welcome-picture=.\n", "“welcome-picture” is a file*");
  refuse (station, "scale=3\n", "“scale” is a number from 0.75 to 2.5, as 1.25.");
  refuse (station, "scale=0.5\n", "“scale” is a number*");
  refuse (station, "scale=1,5\n", "“scale” is a number*");
}

#define STATION_TEST(path, func) g_test_add (path, Station, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/contrast/wcag", test_contrast_is_wcags);
  g_test_add_func ("/contrast/derived", test_what_is_derived_can_be_read);
  STATION_TEST ("/identity/foyers", test_a_station_has_foyers_look);
  STATION_TEST ("/identity/own", test_a_station_has_its_own_look);
  STATION_TEST ("/identity/refused", test_what_cannot_be_read_is_refused);
  return g_test_run ();
}

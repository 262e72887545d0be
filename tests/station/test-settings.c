/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "station/settings.h"

#include <glib/gstdio.h>
#include <string.h>

#define NEEDED "[station]\nname=Lobby\n[site]\norganisation=Northwind Labs\n"

typedef struct {
  char *folder;
  char *types;
  char *conf;
} Station;

static void
set_up (Station *station, gconstpointer unused)
{
  g_autofree char *type = NULL;
  g_autoptr (GError) err = NULL;

  station->folder = g_dir_make_tmp ("foyer-settings-XXXXXX", &err);
  g_assert_no_error (err);
  station->conf = g_build_filename (station->folder, "foyer.conf", NULL);
  station->types = g_build_filename (station->folder, "types.d", NULL);
  type = g_build_filename (station->types, "guest.type", NULL);
  g_assert_cmpint (g_mkdir (station->types, 0700), ==, 0);
  g_file_set_contents (type, "[type]\nname=Guest\npurpose=Visiting\nasks=name\n", -1, &err);
  g_assert_no_error (err);
}

static void
tear_down (Station *station, gconstpointer unused)
{
  g_autofree char *type = g_build_filename (station->types, "guest.type", NULL);

  g_remove (type);
  g_remove (station->conf);
  g_rmdir (station->types);
  g_rmdir (station->folder);
  g_free (station->conf);
  g_free (station->types);
  g_free (station->folder);
}

static FoyerSettings *
load (Station *station, const char *text, gssize length, GError **error)
{
  g_autoptr (GError) err = NULL;

  g_file_set_contents (station->conf, text, length, &err);
  g_assert_no_error (err);
  return foyer_settings_load (station->conf, error);
}

static void
test_what_is_left_out_has_its_default (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (GError) err = NULL;

  settings = load (station, NEEDED, -1, &err);
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_settings_get_store_uri (settings), ==, "sqlite:/var/lib/foyer");
  g_assert_cmpstr (foyer_settings_get_station (settings), ==, "Lobby");
  g_assert_cmpstr (foyer_settings_get_organisation (settings), ==, "Northwind Labs");
  g_assert_cmpstr (foyer_settings_get_site (settings), ==, "Northwind Labs");
  g_assert_null (foyer_settings_get_printer (settings));
  g_assert_null (foyer_settings_get_monitor (settings));
  g_assert_null (foyer_settings_get_scanner (settings));
  g_assert_cmpstr (foyer_settings_get_scanner_layout (settings), ==, "us");
  g_assert_cmpint (foyer_settings_get_quiet_hour (settings), ==, 180);
  g_assert_false (foyer_settings_get_returns_at_kiosk (settings));
  g_assert_cmpint (foyer_settings_get_remember_days (settings), ==, 0);
  g_assert_nonnull (foyer_settings_get_time_zone (settings));
  g_assert_cmpstr (foyer_settings_get_languages (settings)[0], ==, "en");
  g_assert_cmpstr (foyer_settings_get_languages (settings)[1], ==, "de");
  g_assert_cmpuint (foyer_settings_get_types (settings)->len, ==, 1);
  g_assert_null (foyer_settings_find_type (settings, "nobody"));
}

static void
test_everything_can_be_set (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (GError) err = NULL;
  g_autofree char *data = g_strdup_printf ("sqlite:%s/data", station->folder);
  g_autofree char *badges = g_strdup_printf ("pdf:%s/badges", station->folder);

  /* Given a file that says everything, with folders beside it */
  settings =
      load (station,
            "# a comment\n\n[store]\nuri=sqlite:data\n[station]\nname= Lobby  East \n"
            "printer=pdf:badges\nscanner=/dev/input/by-id/x\nscanner-layout=de\nmonitor=HDMI-1\n"
            "quiet-hour=23:59\nreturn=kiosk\n[site]\nname=Head office\norganisation=ACME & Söhne\n"
            "timezone=Europe/Berlin\nlanguages=de\nremember-days=365\n",
            -1,
            &err);

  /* Then the settings say the same, and relative folders begin at the file */
  g_assert_no_error (err);
  g_assert_cmpstr (foyer_settings_get_store_uri (settings), ==, data);
  g_assert_cmpstr (foyer_settings_get_station (settings), ==, "Lobby East");
  g_assert_cmpstr (foyer_settings_get_printer (settings), ==, badges);
  g_assert_cmpstr (foyer_settings_get_scanner (settings), ==, "/dev/input/by-id/x");
  g_assert_cmpstr (foyer_settings_get_monitor (settings), ==, "HDMI-1");
  g_assert_cmpint (foyer_settings_get_quiet_hour (settings), ==, 23 * 60 + 59);
  g_assert_true (foyer_settings_get_returns_at_kiosk (settings));
  g_assert_cmpint (foyer_settings_get_remember_days (settings), ==, 365);
  g_assert_cmpstr (foyer_settings_get_site (settings), ==, "Head office");
  g_assert_cmpstr (foyer_settings_get_organisation (settings), ==, "ACME & Söhne");
  g_assert_cmpstr (g_time_zone_get_identifier (foyer_settings_get_time_zone (settings)),
                   ==,
                   "Europe/Berlin");
  g_assert_cmpstr (foyer_settings_get_languages (settings)[0], ==, "de");
  g_assert_null (foyer_settings_get_languages (settings)[1]);
}

static void
test_every_kind_of_printer_is_read (Station *station, gconstpointer unused)
{
  const char *const printers[] = { "ipp://badge.example/ipp/print",
                                   "ipps://badge.example:631/ipp/print",
                                   "Badge_2" };

  for (guint i = 0; i < G_N_ELEMENTS (printers); i++) {
    g_autofree char *text = g_strdup_printf (NEEDED "[station]\nprinter=%s\n", printers[i]);
    g_autoptr (FoyerSettings) settings = NULL;
    g_autoptr (GError) err = NULL;

    settings = load (station, text, -1, &err);
    g_assert_no_error (err);
    g_assert_cmpstr (foyer_settings_get_printer (settings), ==, printers[i]);
  }
}

static void
test_what_is_wrong_is_named_with_its_line (Station *station, gconstpointer unused)
{
  /* What stands in the file, the line that is wrong, and what the message has to say */
  const struct {
    const char *text;
    int line;
    const char *says;
  } cases[] = {
    { NEEDED "[stasion]\nname=x\n", 5, "[store], [station], [site]" },
    { NEEDED "[station]\nprintr=x\n", 6, "name, printer, monitor" },
    { NEEDED "colour[de]=x\n", 5, "name, organisation, timezone, languages" },
    { NEEDED "name[de]=x\n", 5, "name, organisation" },
    { NEEDED "organisation=Other\n", 5, "twice" },
    { NEEDED "nonsense\n", 5, "key=value" },
    { "key=value\n" NEEDED, 1, "group" },
    { NEEDED "[site\n", 5, "[group]" },
    { NEEDED "name=a\\qb\n", 5, "\\" },
    { NEEDED "name=\xff\n", 5, "UTF-8" },
    { NEEDED "timezone=Europe/Nowhere\n", 5, "Europe/Berlin" },
    { NEEDED "timezone=+02:00\n", 5, "tz database" },
    { NEEDED "timezone=../../etc/passwd\n", 5, "tz database" },
    { NEEDED "timezone=Europe\n", 5, "tz database" },
    { NEEDED "languages=en;fr\n", 5, "en, de" },
    { NEEDED "languages=de;de\n", 5, "each once" },
    { NEEDED "remember-days=0\n", 5, "1 to 365" },
    { NEEDED "remember-days=366\n", 5, "1 to 365" },
    { NEEDED "[station]\nquiet-hour=24:00\n", 6, "23:59" },
    { NEEDED "[station]\nquiet-hour=3\n", 6, "23:59" },
    { NEEDED "[station]\nreturn=nobody\n", 6, "reception or kiosk" },
    { NEEDED "[station]\nscanner-layout=klingon\n", 6, "us, gb, de, " },
    { NEEDED "[station]\nscanner=usb\n", 6, "/dev/input/by-id/NAME" },
    { NEEDED "[station]\nprinter=http://x\n", 6, "pdf:FOLDER" },
    { NEEDED "[station]\nprinter=pdf:\n", 6, "pdf:FOLDER" },
    { NEEDED "[station]\nprinter=two words\n", 6, "CUPS queue" },
    { NEEDED "[store]\nuri=mysql:x\n", 6, "sqlite:FOLDER" },
    { NEEDED "[store]\nuri=sqlite:\n", 6, "sqlite:FOLDER" },
    { "# nobody\n[station]\n[site]\norganisation=x\n", 2, "name=NAME" },
    { "[station]\nname=x\n\n[site]\n", 4, "organisation=NAME" },
    { "[station]\nname=x\n", 1, "organisation=NAME" },
    { "", 1, "name=NAME" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (FoyerSettings) settings = NULL;
    g_autoptr (GError) err = NULL;
    g_autofree char *place = g_strdup_printf ("%s:%d: ", station->conf, cases[i].line);

    settings = load (station, cases[i].text, -1, &err);
    g_test_message ("%s", err != NULL ? err->message : cases[i].text);
    g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
    g_assert_true (g_str_has_prefix (err->message, place));
    g_assert_nonnull (strstr (err->message, cases[i].says));
    g_assert_true (g_str_has_suffix (err->message, "."));
    g_assert_null (settings);
  }
}

static void
test_a_name_of_ten_thousand_letters_is_refused (Station *station, gconstpointer unused)
{
  g_autofree char *name = g_strnfill (10000, 'x');
  g_autofree char *text = g_strconcat (NEEDED "name=", name, "\n", NULL);
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (GError) err = NULL;

  settings = load (station, text, -1, &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_WRONG);
  g_assert_nonnull (strstr (err->message, "80"));
}

static void
test_a_file_that_is_not_there_is_unreadable (Station *station, gconstpointer unused)
{
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (GError) err = NULL;

  settings = foyer_settings_load (station->conf, &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (err->message, station->conf));

  g_clear_error (&err);
  settings = foyer_settings_load (station->folder, &err);
  g_assert_error (err, FOYER_SETTINGS_ERROR, FOYER_SETTINGS_ERROR_UNREADABLE);
}

static void
test_the_delivered_files_load (void)
{
  const char *const files[] = { "foyer.conf.example", "demo/foyer.conf" };

  g_assert_true (g_file_test (FOYER_DATA "/demo/types.d", G_FILE_TEST_IS_DIR));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (FOYER_DATA, files[i], NULL);
    g_autoptr (FoyerSettings) settings = NULL;
    g_autoptr (GError) err = NULL;

    settings = foyer_settings_load (path, &err);
    g_assert_no_error (err);
    g_assert_cmpuint (foyer_settings_get_types (settings)->len, ==, 4);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Station, NULL, set_up, test, tear_down)
  ADD ("/settings/defaults", test_what_is_left_out_has_its_default);
  ADD ("/settings/everything", test_everything_can_be_set);
  ADD ("/settings/printers", test_every_kind_of_printer_is_read);
  ADD ("/settings/wrong", test_what_is_wrong_is_named_with_its_line);
  ADD ("/settings/long", test_a_name_of_ten_thousand_letters_is_refused);
  ADD ("/settings/unreadable", test_a_file_that_is_not_there_is_unreadable);
  g_test_add_func ("/settings/delivered", test_the_delivered_files_load);
  return g_test_run ();
}

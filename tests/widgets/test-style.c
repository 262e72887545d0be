/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

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
  g_test_add_func ("/style/icons", test_every_icon_is_a_filled_path);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the desk's test drives: the desk's window on the settings of a file. */

#include "desk/window.h"
#include "station/language.h"
#include "widgets/style.h"

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerSettings) settings = NULL;
  g_autoptr (FoyerStore) store = NULL;
  g_autoptr (FoyerClock) clock = foyer_clock_new ();
  GtkWidget *window;

  gtk_init (&argc, &argv);
  settings = foyer_settings_load (argv[1], &err);
  g_assert_no_error (err);
  store = foyer_store_new (&(FoyerStorePlace){ .uri = foyer_settings_get_store_uri (settings) });
  foyer_style_add (gdk_screen_get_default ());
  window = foyer_desk_window_new (store, clock, settings);
  g_signal_connect (window, "destroy", gtk_main_quit, NULL);
  gtk_window_present (GTK_WINDOW (window));
  gtk_main ();
  return 0;
}

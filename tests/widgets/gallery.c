/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows one widget in a window of the kiosk's look, for the robot: gallery WHAT WIDTH HEIGHT. */

#include <stdlib.h>

#include "widgets/arches.h"
#include "widgets/scan.h"
#include "widgets/style.h"
#include "widgets/toast.h"
#include "widgets/touch-keyboard.h"

static void
on_continue (FoyerTouchKeyboard *keyboard, GtkLabel *label)
{
  gtk_label_set_text (label, "went on");
}

static void
on_changed (GtkEntry *entry, FoyerTouchKeyboard *keyboard)
{
  foyer_touch_keyboard_set_complete (keyboard, gtk_entry_get_text_length (entry) > 0);
}

static void
on_scanned (FoyerScan *scan, const char *text, GtkLabel *label)
{
  gtk_label_set_text (label, text);
}

static void
show_keyboard (GtkWidget *box, const char *language)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *label = gtk_label_new ("stays");
  GtkWidget *keyboard = foyer_touch_keyboard_new ();

  foyer_touch_keyboard_set_language (FOYER_TOUCH_KEYBOARD (keyboard), language);
  foyer_touch_keyboard_set_target (FOYER_TOUCH_KEYBOARD (keyboard), GTK_ENTRY (entry));
  g_signal_connect (entry, "changed", G_CALLBACK (on_changed), keyboard);
  g_signal_connect (keyboard, "continue", G_CALLBACK (on_continue), label);
  gtk_widget_set_margin_start (entry, 40);
  gtk_widget_set_margin_end (entry, 40);
  gtk_box_pack_start (GTK_BOX (box), label, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), entry, FALSE, FALSE, 24);
  gtk_box_pack_end (GTK_BOX (box), keyboard, FALSE, TRUE, 0);
}

static void
show_scan (GtkWidget *box, FoyerScan *scan)
{
  GtkWidget *label = gtk_label_new ("nothing scanned");

  g_signal_connect (scan, "scanned", G_CALLBACK (on_scanned), label);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 24);
  gtk_box_pack_start (GTK_BOX (box), gtk_entry_new (), FALSE, FALSE, 24);
}

static void
show_toast (GtkWidget *window, GtkWidget *box)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *toast = foyer_toast_new ();

  gtk_style_context_remove_class (gtk_widget_get_style_context (window), "kiosk");
  gtk_style_context_add_class (gtk_widget_get_style_context (window), "desk");
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), toast);
  gtk_box_pack_start (GTK_BOX (box), overlay, TRUE, TRUE, 0);
  foyer_toast_say (FOYER_TOAST (toast), "<b>Zoë</b> checked out");
}

int
main (int argc, char *argv[])
{
  g_autoptr (FoyerScan) scan =
      foyer_scan_new ("FOYER1:", 26, "0123456789ABCDEFGHJKMNPQRSTVWXYZ", "us");
  GtkWidget *window, *box;

  gtk_init (&argc, &argv);
  foyer_style_add (gdk_screen_get_default ());
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (window), atoi (argv[2]), atoi (argv[3]));
  gtk_style_context_add_class (gtk_widget_get_style_context (window), "kiosk");
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_container_add (GTK_CONTAINER (window), box);
  foyer_scan_watch (scan, GTK_WINDOW (window));
  if (g_str_equal (argv[1], "arches") || g_str_equal (argv[1], "muted")) {
    GtkWidget *arches = foyer_arches_new ();

    foyer_arches_set_muted (FOYER_ARCHES (arches), g_str_equal (argv[1], "muted"));
    gtk_box_pack_start (GTK_BOX (box), arches, TRUE, TRUE, 0);
  } else if (g_str_equal (argv[1], "scan")) {
    show_scan (box, scan);
  } else if (g_str_equal (argv[1], "toast")) {
    show_toast (window, box);
  } else {
    show_keyboard (box, argv[1]);
  }
  gtk_widget_show_all (window);
  gtk_main ();
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the robot's own test drives: says in a label what a field holds when a button is pressed. */

#include <gtk/gtk.h>

static void
on_clicked (GtkEntry *entry, GtkButton *button)
{
  GtkWidget *box = gtk_widget_get_parent (GTK_WIDGET (entry));
  g_autoptr (GList) children = gtk_container_get_children (GTK_CONTAINER (box));
  g_autofree char *words = g_strconcat ("Hello, ", gtk_entry_get_text (entry), ".", NULL);

  gtk_label_set_text (GTK_LABEL (g_list_last (children)->data), words);
}

static void
on_type (GtkEventBox *box, GdkEvent *event, GtkLabel *label)
{
  GdkDevice *device = gdk_event_get_source_device (event);

  gtk_label_set_text (label,
                      gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN ? "a finger"
                                                                               : "a mouse");
}

int
main (int argc, char *argv[])
{
  GtkWidget *window, *box, *entry, *label, *button, *area, *by;

  gtk_init (&argc, &argv);
  window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  gtk_window_set_default_size (GTK_WINDOW (window), 600, 400);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  label = gtk_label_new_with_mnemonic ("_Name");
  entry = gtk_entry_new ();
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  button = gtk_button_new_with_mnemonic ("_Greet");
  area = gtk_event_box_new ();
  by = gtk_label_new ("untouched");
  gtk_widget_add_events (area, GDK_TOUCH_MASK | GDK_BUTTON_PRESS_MASK);
  gtk_container_add (GTK_CONTAINER (area), by);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), entry, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), button, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), area, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), gtk_label_new (""), FALSE, FALSE, 0);
  gtk_container_add (GTK_CONTAINER (window), box);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), entry);
  g_signal_connect (area, "touch-event", G_CALLBACK (on_type), by);
  g_signal_connect (area, "button-press-event", G_CALLBACK (on_type), by);
  g_signal_connect (window, "destroy", gtk_main_quit, NULL);
  gtk_widget_show_all (window);
  gtk_main ();
  return 0;
}

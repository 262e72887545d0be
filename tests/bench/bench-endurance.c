/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "kiosk/stream.h"

/* Visits; and so many in the long run. */
#define N_VISITS 500
#define N_VISITS_LONG 10000
#define WARM 200

/* What they may hold more than a bare loop, in kB. */
#define MUST 1024
#define GOAL 512

/* The limit: GTK alone builds a page, types into it, paints it and destroys it, as often. */
static void
bare_page (GtkWidget *window)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *entry = gtk_entry_new ();

  for (int i = 0; i < 10; i++)
    gtk_container_add (GTK_CONTAINER (box), gtk_label_new ("A label of some words"));
  for (int i = 0; i < 40; i++)
    gtk_container_add (GTK_CONTAINER (box), gtk_button_new_with_label ("A button"));
  gtk_container_add (GTK_CONTAINER (box), entry);
  gtk_container_add (GTK_CONTAINER (window), box);
  gtk_widget_show_all (window);
  gtk_entry_set_text (GTK_ENTRY (entry), "Ada Lovelace");
  gtk_test_widget_wait_for_draw (window);
  gtk_widget_destroy (box);
}

static int
run_bare (guint n)
{
  GtkWidget *window = gtk_window_new (GTK_WINDOW_TOPLEVEL);
  guint before = 0;

  for (guint i = 0; i < WARM + n; i++) {
    if (i == WARM)
      before = stream_read_memory ();
    bare_page (window);
  }
  gtk_widget_destroy (window);
  return (int) stream_read_memory () - (int) before;
}

static int
run_kiosk (guint n)
{
  Stream stream = { 0 };
  guint before = 0, files = 0;
  int grown;

  stream_open (&stream);
  for (guint i = 0; i < WARM + n; i++) {
    if (i == WARM) {
      before = stream_read_memory ();
      files = stream_count_files ();
    }
    stream_visit (&stream);
  }
  grown = (int) stream_read_memory () - (int) before;
  g_print ("row 15, file descriptors: %u before, %u after\n", files, stream_count_files ());
  stream_close (&stream);
  return grown;
}

int
main (int argc, char *argv[])
{
  g_autoptr (Robot) robot = page_stage_open_display ();
  guint n = g_getenv ("FOYER_TEST_LONG") != NULL ? N_VISITS_LONG : N_VISITS;
  int bare = run_bare (n);
  int kiosk = run_kiosk (n);

  g_print ("row 15, memory over %u visits: %+d kB more than the limit (must %d, goal %d):"
           " %+d kB against %+d kB\n",
           n,
           kiosk - bare,
           MUST,
           GOAL,
           kiosk,
           bare);
  return 0;
}

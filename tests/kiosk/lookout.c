/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-lookout"

/*
 * Preloaded into the kiosk as it is delivered, it writes down, in the file that FOYER_LOOKOUT
 * names, each menu, pop-over and other window that comes up, for however short a time: a pop-over
 * is no window of the X server's, and nobody outside can tell it from the page. What the program
 * says on its standard error goes there too.
 */

#include <gtk/gtk.h>
#include <stdio.h>

/* A window but the kiosk's; and what stands on that one beside its page, where GTK puts pop-overs
 * and the handles by which a finger selects text. */
static gboolean
is_foreign (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  if (GTK_IS_WINDOW (widget))
    return !g_str_equal (G_OBJECT_TYPE_NAME (widget), "FoyerKioskWindow");
  return GTK_IS_WINDOW (parent) && gtk_bin_get_child (GTK_BIN (parent)) != widget;
}

static gboolean
on_map (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer unused)
{
  GtkWidget *widget = g_value_get_object (&values[0]);

  if (is_foreign (widget))
    fprintf (stderr, "lookout: a %s\n", G_OBJECT_TYPE_NAME (widget));
  return TRUE;
}

static gboolean
on_started (gpointer unused)
{
  g_type_ensure (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0, on_map, NULL, NULL);
  return G_SOURCE_REMOVE;
}

__attribute__ ((constructor)) static void
keep_watch (void)
{
  const char *path = g_getenv ("FOYER_LOOKOUT");

  if (path == NULL || freopen (path, "a", stderr) == NULL)
    return;
  setvbuf (stderr, NULL, _IOLBF, 0);
  g_idle_add_full (G_PRIORITY_HIGH, on_started, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-stream"

#include "kiosk/stream.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "kiosk/window.h"

/* How long a page is waited for. */
#define PATIENCE (ROBOT_PATIENCE * G_GINT64_CONSTANT (1000))

/* Visits that are stored already: more than the store keeps of its file in memory. */
#define PLANTED 3000

static void
look_for_entry (GtkWidget *widget, gpointer data)
{
  GtkWidget **found = data;

  if (*found != NULL || !gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_ENTRY (widget))
    *found = widget;
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), look_for_entry, found);
}

/* Waits until it is there, and painted. */
static void
wait_for (Stream *self, const char *name)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  for (;;) {
    while (g_main_context_iteration (NULL, FALSE))
      ;
    if (page_stage_find (&self->stage, name) != NULL)
      break;
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_poll (NULL, 0, 1); /* the store has a thread of its own */
  }
  gtk_test_widget_wait_for_draw (self->stage.window);
}

static void
press (Stream *self, const char *name)
{
  wait_for (self, name);
  page_stage_press (&self->stage, name);
}

static void
type (Stream *self, const char *question, const char *text)
{
  GtkWidget *entry = NULL;

  wait_for (self, question);
  look_for_entry (self->stage.window, &entry);
  g_assert_nonnull (entry);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
}

void
stream_open (Stream *self)
{
  PageStage *stage = &self->stage;

  page_stage_set_up (stage, NULL);
  house_plant (&stage->house, PLANTED, FOYER_VISIT_LEFT);
  stage->window = foyer_kiosk_window_new (stage->house.store,
                                          stage->house.clock,
                                          stage->context.settings,
                                          stage->width,
                                          stage->height);
  wait_for (self, "Welcome.");
}

void
stream_close (Stream *self)
{
  gtk_widget_destroy (self->stage.window);
  self->stage.window = NULL;
  page_stage_tear_down (&self->stage, NULL);
}

void
stream_visit (Stream *self)
{
  g_autofree char *name = g_strdup_printf ("Visitor %u", ++self->n_visits);

  if (self->n_visits % 3 == 0) {
    press (self, "Sign in");
    press (self, "Visiting someone");
    type (self, "What is your name?", name);
    foyer_clock_advance (self->stage.house.clock, 70 * FOYER_SECOND);
    wait_for (self, "Welcome.");
  }
  press (self, "Sign in");
  press (self, "Visiting someone");
  type (self, "What is your name?", name);
  press (self, "Continue");
  type (self, "Who are you visiting?", "oko");
  press (self, "Chidi Okonkwo");
  wait_for (self, "Check, and sign in");
  press (self, "Sign in");
  press (self, "Finish");
  wait_for (self, "Welcome.");
}

guint
stream_count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

guint
stream_read_memory (void)
{
  g_autofree char *text = NULL;
  const char *line;
  guint kb = 0;

  malloc_trim (0);
  g_assert_true (g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL));
  line = strstr (text, "\nPrivate_Dirty:");
  g_assert_nonnull (line);
  g_assert_cmpint (sscanf (line, "\nPrivate_Dirty: %u", &kb), ==, 1);
  return kb;
}

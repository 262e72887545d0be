/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-curtain"

#include <glib-unix.h>
#include <stdio.h>
#include <unistd.h>

#include "kiosk/curtain.h"
#include "shutters.h"
#include "station/language.h"
#include "station/settings.h"
#include "widgets/style.h"

#define DEFAULT_CONFIG "/etc/foyer/foyer.conf"

/* What foyer-session hangs below the kiosk: takes the kiosk's own options, and does with less than
 * them, since it is needed most where they are wrong. */
typedef struct {
  char *config;
  char *size;
  int width;
  int height;
  FoyerSettings *settings;
  GtkWidget *curtain;
  GMainLoop *loop;
} Program;

static void
program_clear (Program *self)
{
  g_free (self->config);
  g_free (self->size);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->curtain, gtk_widget_destroy);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

static void
parse (Program *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "config", 0, 0, G_OPTION_ARG_FILENAME, &self->config, NULL, NULL },
    { "window", 0, 0, G_OPTION_ARG_STRING, &self->size, NULL, NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_parse (context, argc, argv, NULL); /* the kiosk says what is wrong */
  if (self->size != NULL && sscanf (self->size, "%5dx%5d", &self->width, &self->height) != 2)
    self->width = 0;
}

/* Whoever waits for this starts the kiosk, whose window is to come later than this one. */
static gboolean
on_shown (Program *self)
{
  if (write (STDOUT_FILENO, "\n", 1) != 1)
    g_info ("nobody waits for the curtain");
  g_signal_handlers_disconnect_by_func (self->curtain, on_shown, self);
  return GDK_EVENT_PROPAGATE;
}

static gboolean
on_speak (gpointer data)
{
  Program *self = data;

  foyer_curtain_speak (FOYER_CURTAIN (self->curtain), TRUE);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_be_silent (gpointer data)
{
  Program *self = data;

  foyer_curtain_speak (FOYER_CURTAIN (self->curtain), FALSE);
  return G_SOURCE_CONTINUE;
}

static gboolean
on_ended (gpointer data)
{
  Program *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

static void
run (Program *self)
{
  const char *const *languages = foyer_language_get_shipped ();
  const char *monitor = NULL;

  self->settings = foyer_settings_load (self->config != NULL ? self->config : DEFAULT_CONFIG, NULL);
  if (self->settings != NULL) {
    languages = foyer_settings_get_languages (self->settings);
    monitor = foyer_settings_get_monitor (self->settings);
  }
  foyer_style_add (gdk_screen_get_default ());
  self->loop = g_main_loop_new (NULL, FALSE);
  self->curtain = foyer_curtain_new (languages, monitor, self->width, self->height);
  g_signal_connect_swapped (self->curtain, "map-event", G_CALLBACK (on_shown), self);
  g_unix_signal_add (SIGUSR1, on_speak, self);
  g_unix_signal_add (SIGUSR2, on_be_silent, self);
  g_unix_signal_add (SIGTERM, on_ended, self);
  g_unix_signal_add (SIGINT, on_ended, self);
  gtk_widget_show (self->curtain);
  g_main_loop_run (self->loop);
}

int
main (int argc, char *argv[])
{
  g_auto (Program) self = { 0 };

  g_unsetenv ("LANGUAGE");
  g_unsetenv ("GTK_DEBUG");
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  g_setenv ("LOCPATH", FOYER_LOCALES, FALSE);
  foyer_shutters_close ();
  foyer_language_set_up (FOYER_TEXTS);
  gtk_disable_setlocale ();
  parse (&self, &argc, &argv);
  if (!gtk_init_check (NULL, NULL)) {
    fprintf (stderr, "foyer-curtain: There is no display.\n");
    return 1;
  }
  run (&self);
  return 0;
}

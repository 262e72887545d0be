/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer"

#include <glib-unix.h>
#include <stdio.h>

#include "desk/window.h"
#include "housekeeping.h"
#include "kiosk/brand.h"
#include "kiosk/window.h"
#include "post/post.h"
#include "privacy/periods.h"
#include "shutters.h"
#include "station/language.h"
#include "widgets/style.h"

#define DEFAULT_CONFIG "/etc/foyer/foyer.conf"

/* How long until the store is tried again at the start. */
#define RETRY (2 * FOYER_SECOND)

/* What a script sees. */
enum {
  DONE = 0,
  REFUSED = 1,
  WRONG_USAGE = 2
};

typedef struct {
  gboolean is_kiosk;
  gboolean is_desk;
  gboolean is_version;
  char *config;
  char *size; /* "1280x800" */
  int width;
  int height;

  FoyerSettings *settings;
  FoyerStore *store;
  FoyerClock *clock;
  FoyerActor *program;
  FoyerHousekeeping *housekeeping;
  FoyerPost *post;
  GtkApplication *application;
  guint n_adopting; /* of the visitor types: they are being told to the store */
  guint n_adopted;  /* the store knows them */
  gboolean has_complained;
} Program;

static void
program_clear (Program *self)
{
  g_free (self->config);
  g_free (self->size);
  g_clear_object (&self->application);
  g_clear_object (&self->housekeeping);
  g_clear_object (&self->post);
  g_clear_object (&self->program);
  g_clear_object (&self->store);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Program, program_clear)

static gboolean
parse (Program *self, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "kiosk", 0, 0, G_OPTION_ARG_NONE, &self->is_kiosk, "Show the visitors' screen", NULL },
    { "desk", 0, 0, G_OPTION_ARG_NONE, &self->is_desk, "Show the staff's screen", NULL },
    { "config",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &self->config,
      "Read the station's settings from FILE, not from " DEFAULT_CONFIG,
      "FILE" },
    { "window",
      0,
      0,
      G_OPTION_ARG_STRING,
      &self->size,
      "Show the kiosk as a window of that size, which can be closed, instead of filling its monitor",
      "WIDTHxHEIGHT" },
    { "version", 0, 0, G_OPTION_ARG_NONE, &self->is_version, "Say which Foyer this is", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  char end;

  g_option_context_set_summary (context, "Shows one of Foyer's two faces.");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, "There is a word too many");
  else if (!self->is_version && self->is_kiosk == self->is_desk)
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_FAILED,
                         "Either --kiosk or --desk is needed");
  else if (self->size != NULL
           && (sscanf (self->size, "%5dx%5d%c", &self->width, &self->height, &end) != 2
               || self->width < 640 || self->height < 600))
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_BAD_VALUE,
                         "A window's size is WIDTHxHEIGHT in px, 640x600 at least");
  else
    return TRUE;
  return FALSE;
}

/* Said once: it is tried until it can be done. */
static void
complain (Program *self, const GError *err)
{
  if (!self->has_complained)
    fprintf (stderr, "foyer: %s. It is tried again.\n", err->message);
  self->has_complained = TRUE;
}

static void
on_adopted (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) err = NULL;
  g_autofree FoyerPeriodChange *change = foyer_store_do_finish (result, &err);
  Program *self = data;

  self->n_adopting--;
  if (err != NULL)
    complain (self, err);
  else
    self->n_adopted++;
}

/* A type's file gives the first values of its periods; from then on the store knows them. */
static gboolean
adopt_periods (gpointer data)
{
  Program *self = data;
  GPtrArray *types = foyer_settings_get_types (self->settings);

  if (self->n_adopted == types->len)
    return G_SOURCE_REMOVE;
  if (self->n_adopting > 0)
    return G_SOURCE_CONTINUE;
  self->n_adopted = 0;
  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = g_ptr_array_index (types, i);
    FoyerPeriodChange *change = g_new0 (FoyerPeriodChange, 1);

    change->type = foyer_visitor_type_get_key (type);
    change->days = foyer_visitor_type_get_days (type);
    change->longest_stay = foyer_visitor_type_get_longest_stay (type);
    change->now = foyer_clock_now (self->clock);
    self->n_adopting++;
    foyer_store_do (self->store,
                    self->program,
                    &foyer_privacy_adopt_period,
                    change,
                    g_free,
                    NULL,
                    on_adopted,
                    self);
  }
  return G_SOURCE_CONTINUE;
}

static GtkWidget *
new_face (Program *self)
{
  if (self->is_kiosk)
    return foyer_kiosk_window_new (self->store,
                                   self->clock,
                                   self->settings,
                                   self->width,
                                   self->height);
  return foyer_desk_window_new (self->store, self->clock, self->settings);
}

/* What was due is deleted before the first screen; then paper may come out. */
static void
on_house_kept (gpointer data)
{
  Program *self = data;
  GtkWidget *window = new_face (self);

  gtk_application_add_window (self->application, GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  foyer_post_start (self->post);
  g_application_release (G_APPLICATION (self->application));
}

/* Once, or more often where somebody starts the program while it runs. */
static void
on_activate (Program *self)
{
  GtkWindow *window = gtk_application_get_active_window (self->application);

  if (window != NULL)
    gtk_window_present (window);
  if (self->housekeeping != NULL)
    return;
  g_application_hold (G_APPLICATION (self->application));
  adopt_periods (self);
  foyer_clock_after (self->clock, RETRY, adopt_periods, self);
  self->post = foyer_post_new (self->store, self->clock, self->settings);
  self->housekeeping = foyer_housekeeping_new (self->store, self->clock, self->settings);
  foyer_housekeeping_start (self->housekeeping, on_house_kept, self);
}

static void
on_startup (Program *self)
{
  foyer_style_add (gdk_screen_get_default ());
  foyer_store_watch (self->store);
}

static gboolean
on_ended (gpointer data)
{
  Program *self = data;

  g_application_quit (G_APPLICATION (self->application));
  return G_SOURCE_REMOVE;
}

static int
run (Program *self)
{
  char *argv[] = { (char *) "foyer", NULL };
  int status;

  foyer_language_use (foyer_settings_get_languages (self->settings)[0]);
  self->clock = foyer_clock_new ();
  self->store = foyer_store_new (&(FoyerStorePlace){
      .uri = foyer_settings_get_store_uri (self->settings),
      .vault = foyer_settings_get_vault (self->settings),
      .tpm = foyer_settings_get_tpm (self->settings),
  });
  self->program = foyer_actor_new (FOYER_ROLE_PROGRAM, foyer_settings_get_station (self->settings));
  self->application =
      gtk_application_new (self->is_kiosk ? "org.foyer.Kiosk" : "org.foyer.Desk", 0);
  g_signal_connect_swapped (self->application, "startup", G_CALLBACK (on_startup), self);
  g_signal_connect_swapped (self->application, "activate", G_CALLBACK (on_activate), self);
  g_unix_signal_add (SIGTERM, on_ended, self);
  g_unix_signal_add (SIGINT, on_ended, self);
  status = g_application_run (G_APPLICATION (self->application), 1, argv);
  return status == 0 ? DONE : REFUSED;
}

int
main (int argc, char *argv[])
{
  g_auto (Program) self = { 0 };
  g_autoptr (GError) err = NULL;

  g_unsetenv ("LANGUAGE");
  g_unsetenv ("GTK_DEBUG");
  g_setenv ("GTK_IM_MODULE", "gtk-im-context-simple", TRUE);
  g_setenv ("GDK_GL", "disable", TRUE); /* nothing uses it, and looking for it takes 40 MB */
  g_setenv ("LOCPATH", FOYER_LOCALES, FALSE);
  foyer_shutters_close ();
  foyer_language_set_up (FOYER_TEXTS);
  gtk_disable_setlocale ();

  if (!parse (&self, &argc, &argv, &err)) {
    fprintf (stderr, "foyer: %s. See foyer --help.\n", err->message);
    return WRONG_USAGE;
  }
  if (self.is_version) {
    fprintf (stderr, "foyer %s\n", FOYER_VERSION);
    return DONE;
  }
  self.settings = foyer_settings_load (self.config != NULL ? self.config : DEFAULT_CONFIG, &err);
  if (self.settings == NULL || (self.is_kiosk && !foyer_brand_check (self.settings, &err))) {
    fprintf (stderr, "foyer: %s\n", err->message);
    return WRONG_USAGE;
  }
  return run (&self);
}

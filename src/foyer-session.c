/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-session"

#include <glib-unix.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "shutters.h"
#include "visit/clock.h"

/* That many crashes in that time, and visitors are sent to reception. */
#define MOST_CRASHES 5
#define CRASHES_COUNT (60 * FOYER_SECOND)

/* How long until the kiosk is tried again then, and how long it has to live to be trusted. */
#define PAUSE (60 * FOYER_SECOND)
#define TRUSTED_AFTER (10 * FOYER_SECOND)

/* What ends by itself sooner than that did not end because somebody wished it. */
#define A_MOMENT FOYER_SECOND

/* How long the kiosk waits for its curtain, and until a curtain that fell is hung again. */
#define CURTAIN_TAKES (5 * FOYER_SECOND)

/* How long who was told to end may take. */
#define END_TAKES (10 * FOYER_SECOND)

/* The kiosk's status where its settings or its arguments are wrong: see foyer.c. */
#define WRONG_USAGE 2

/* Starts the kiosk again when it dies. It reads no settings, opens no store and holds no key: what
 * may be wrong with those cannot reach it. What happens is noted, and ends the main loop; act()
 * then does what is to be done. */
typedef struct {
  char *kiosk_program;
  char *curtain_program;
  char **arguments; /* passed on */
  GMainLoop *loop;
  FoyerClock *clock;

  GPid kiosk; /* 0: does not run; likewise the curtain */
  gint64 kiosk_since;
  gint64 kiosk_at; /* not before that */

  GPid curtain;
  gint64 curtain_at;
  gboolean curtain_hangs;    /* a kiosk that is started from now on is above it */
  gint64 curtain_awaited_to; /* the kiosk goes without it then */
  guint curtain_said;        /* the source that hears it */

  gint64 crashes[MOST_CRASHES]; /* when; the next one overwrites the oldest */
  guint n_crashes;
  gboolean is_closed; /* visitors are sent to reception */

  gboolean is_ending;
  gint64 killed_at; /* who has not ended by then is killed */
} Session;

static void
session_clear (Session *self)
{
  g_free (self->kiosk_program);
  g_free (self->curtain_program);
  g_strfreev (self->arguments);
  g_clear_handle_id (&self->curtain_said, g_source_remove);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->loop, g_main_loop_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Session, session_clear)

static gint64
now (Session *self)
{
  return foyer_clock_steady (self->clock);
}

static gboolean
on_time (gpointer data)
{
  Session *self = data;

  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/* Returns: When that will be; act() is called then */
static gint64
in (Session *self, gint64 ms)
{
  foyer_clock_after (self->clock, ms, on_time, self);
  return now (self) + ms;
}

/* No kiosk outlives the session: with it goes the screen that it could be seen on. */
static void
in_child (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static GPid
spawn (Session *self, const char *program, const char *face, int *output)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) err = NULL;
  GPid pid = 0;

  g_ptr_array_add (argv, (char *) program);
  if (face != NULL)
    g_ptr_array_add (argv, (char *) face);
  for (char **argument = self->arguments; *argument != NULL; argument++)
    g_ptr_array_add (argv, *argument);
  g_ptr_array_add (argv, NULL);
  if (g_spawn_async_with_pipes (NULL,
                                (char **) argv->pdata,
                                NULL,
                                G_SPAWN_DO_NOT_REAP_CHILD,
                                in_child,
                                NULL,
                                &pid,
                                NULL,
                                output,
                                NULL,
                                &err))
    return pid;
  fprintf (stderr, "foyer-session: %s.\n", err->message);
  return 0;
}

static void
tell_curtain (Session *self)
{
  if (self->curtain_hangs)
    kill (self->curtain, self->is_closed ? SIGUSR1 : SIGUSR2);
}

static void
close_kiosk (Session *self, const char *why)
{
  if (!self->is_closed)
    fprintf (stderr,
             "foyer-session: %s. Visitors are sent to reception, and the kiosk is tried again each"
             " minute.\n",
             why);
  self->is_closed = TRUE;
  self->kiosk_at = in (self, PAUSE);
  tell_curtain (self);
}

/* Returns: Whether that was one too many */
static gboolean
count_crash (Session *self)
{
  self->crashes[self->n_crashes++ % MOST_CRASHES] = now (self);
  return self->n_crashes >= MOST_CRASHES
         && now (self) - self->crashes[self->n_crashes % MOST_CRASHES] < CRASHES_COUNT;
}

static void
mind_end_of_kiosk (Session *self, int status)
{
  if (self->is_ending)
    return;
  if (WIFEXITED (status) && WEXITSTATUS (status) == WRONG_USAGE)
    close_kiosk (self, "The kiosk refuses its settings (status 2)");
  else if (self->is_closed)
    close_kiosk (self, "The kiosk does not live long");
  else if (WIFEXITED (status) && WEXITSTATUS (status) == 0
           && now (self) - self->kiosk_since >= A_MOMENT)
    g_info ("the kiosk was ended");
  else if (count_crash (self))
    close_kiosk (self, "The kiosk crashed five times within a minute");
}

static void
on_kiosk_ended (GPid pid, int status, gpointer data)
{
  Session *self = data;

  g_spawn_close_pid (pid);
  self->kiosk = 0;
  mind_end_of_kiosk (self, status);
  g_main_loop_quit (self->loop);
}

static void
start_kiosk (Session *self)
{
  self->kiosk_since = now (self);
  self->kiosk = spawn (self, self->kiosk_program, "--kiosk", NULL);
  if (self->kiosk == 0) {
    close_kiosk (self, "The kiosk cannot be started");
    return;
  }
  g_child_watch_add (self->kiosk, on_kiosk_ended, self);
  if (self->is_closed)
    in (self, TRUSTED_AFTER);
}

static void
on_curtain_ended (GPid pid, int status, gpointer data)
{
  Session *self = data;

  g_spawn_close_pid (pid);
  g_clear_handle_id (&self->curtain_said, g_source_remove);
  self->curtain = 0;
  self->curtain_hangs = FALSE;
  self->curtain_awaited_to = now (self);
  self->curtain_at = in (self, CURTAIN_TAKES);
  g_main_loop_quit (self->loop);
}

static gboolean
on_curtain_said (int output, GIOCondition condition, gpointer data)
{
  Session *self = data;
  char newline;

  self->curtain_said = 0;
  self->curtain_hangs = read (output, &newline, 1) == 1;
  close (output);
  tell_curtain (self);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

/* Only where no kiosk is shown: it would come to hang before it. */
static void
hang_curtain (Session *self)
{
  int output = -1;

  self->curtain = spawn (self, self->curtain_program, NULL, &output);
  self->curtain_awaited_to = in (self, CURTAIN_TAKES);
  if (self->curtain == 0) {
    self->curtain_at = self->curtain_awaited_to;
    self->curtain_awaited_to = now (self);
    return;
  }
  g_child_watch_add (self->curtain, on_curtain_ended, self);
  self->curtain_said = g_unix_fd_add (output, G_IO_IN | G_IO_HUP, on_curtain_said, self);
}

static void
act (Session *self)
{
  if (self->is_closed && self->kiosk != 0 && now (self) >= self->kiosk_since + TRUSTED_AFTER) {
    self->is_closed = FALSE;
    tell_curtain (self);
  }
  if (self->kiosk != 0)
    return;
  if (self->curtain == 0 && now (self) >= self->curtain_at)
    hang_curtain (self);
  if (now (self) >= self->kiosk_at
      && (self->curtain_hangs || now (self) >= self->curtain_awaited_to))
    start_kiosk (self);
}

static void
end (Session *self)
{
  int how = self->killed_at == 0 ? SIGTERM : SIGKILL;

  if (self->killed_at == 0)
    self->killed_at = in (self, END_TAKES);
  else if (now (self) < self->killed_at)
    return;
  if (self->kiosk != 0)
    kill (self->kiosk, how);
  if (self->curtain != 0)
    kill (self->curtain, how);
}

static gboolean
on_ended (gpointer data)
{
  Session *self = data;

  self->is_ending = TRUE;
  g_main_loop_quit (self->loop);
  return G_SOURCE_CONTINUE;
}

static void
run (Session *self)
{
  self->loop = g_main_loop_new (NULL, FALSE);
  self->clock = foyer_clock_new ();
  g_unix_signal_add (SIGTERM, on_ended, self);
  g_unix_signal_add (SIGINT, on_ended, self);
  g_unix_signal_add (SIGHUP, on_ended, self);
  while (!self->is_ending) {
    act (self);
    g_main_loop_run (self->loop);
  }
  do {
    end (self);
    if (self->kiosk != 0 || self->curtain != 0)
      g_main_loop_run (self->loop);
  } while (self->kiosk != 0 || self->curtain != 0);
}

/* Of a build that is not installed, all programs stand in one folder. */
static char *
find_program (const char *name, const char *folder)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *here = g_path_get_dirname (self != NULL ? self : "");
  char *beside = g_build_filename (here, name, NULL);

  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return beside;
  g_free (beside);
  return g_build_filename (folder, name, NULL);
}

int
main (int argc, char *argv[])
{
  g_auto (Session) self = { 0 };

  foyer_shutters_close ();
  if (g_strv_contains ((const char *const *) argv, "--help")) {
    printf ("Usage: foyer-session [OPTION…]\n\n"
            "Starts “foyer --kiosk OPTION…”, and starts it again when it ends.\n");
    return 0;
  }
  self.arguments = g_strdupv (argv + MIN (argc, 1));
  self.kiosk_program = find_program ("foyer", FOYER_PROGRAMS);
  self.curtain_program = find_program ("foyer-curtain", FOYER_HELPERS);
  run (&self);
  return 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "print-fixture.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#define PATIENCE_SECONDS 20.0
#define TICK_MS 5

struct _PrintFixture {
  char *folder;
  char *uri;
  guint16 port;
  GSubprocess *bus;
  GSubprocess *printer;
  GSubprocess *server;
};

typedef gboolean (*State) (PrintFixture *self, const void *data);

static void
wait_until (PrintFixture *self, State state, const void *data, const char *what)
{
  g_autoptr (GTimer) timer = g_timer_new ();

  while (!state (self, data)) {
    if (g_timer_elapsed (timer, NULL) > PATIENCE_SECONDS)
      g_error ("waited in vain for %s; see the logs in %s", what, self->folder);
    g_poll (NULL, 0, TICK_MS);
  }
}

static char *
path_of (PrintFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static void
end_with_parent (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

static GSubprocess *
start (PrintFixture *self, const char *log, const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autofree char *path = path_of (self, log);
  g_autofree char *bus = g_strconcat ("unix:path=", self->folder, "/bus", NULL);
  g_autoptr (GError) err = NULL;
  GSubprocess *process;

  g_subprocess_launcher_set_child_setup (launcher, end_with_parent, NULL, NULL);
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_set_stdout_file_path (launcher, path);
  g_subprocess_launcher_set_flags (launcher, G_SUBPROCESS_FLAGS_STDERR_MERGE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SYSTEM_BUS_ADDRESS", bus, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, argv, &err);
  g_assert_no_error (err);
  return process;
}

static void
end (GSubprocess **process)
{
  if (*process == NULL)
    return;
  g_subprocess_force_exit (*process);
  g_subprocess_wait (*process, NULL, NULL);
  g_clear_object (process);
}

static gboolean
answers (GSocketAddress *address)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;

  connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  return connection != NULL;
}

static gboolean
port_answers (PrintFixture *self, const void *unused)
{
  g_autoptr (GSocketAddress) address =
      g_inet_socket_address_new_from_string ("127.0.0.1", self->port);

  return answers (address);
}

static gboolean
socket_answers (PrintFixture *self, const void *name)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (path);

  return answers (address);
}

static guint16
find_port (void)
{
  g_autoptr (GSocketListener) listener = g_socket_listener_new ();
  g_autoptr (GError) err = NULL;
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, &err);

  g_assert_no_error (err);
  g_socket_listener_close (listener);
  return port;
}

static void
copy_in (PrintFixture *self, const char *name, int mode)
{
  g_autofree char *from = g_build_filename (PRINT_FIXTURE_FILES, name, NULL);
  g_autofree char *to = path_of (self, name);
  g_autofree char *text = NULL;
  g_autoptr (GError) err = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &err);
  g_assert_no_error (err);
  g_file_set_contents_full (to, text, length, G_FILE_SET_CONTENTS_NONE, mode, &err);
  g_assert_no_error (err);
}

static void
write_in (PrintFixture *self, const char *name, const char *text)
{
  g_autofree char *path = path_of (self, name);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, text, -1, &err);
  g_assert_no_error (err);
}

static void
make_folder (PrintFixture *self, const char *name)
{
  g_autofree char *path = path_of (self, name);

  g_assert_cmpint (g_mkdir (path, 0755), ==, 0);
}

static void
start_server (PrintFixture *self)
{
  g_autofree char *socket = path_of (self, "cups.sock");
  g_autofree char *conf = path_of (self, "cupsd.conf");
  g_autofree char *files = path_of (self, "cups-files.conf");
  const char *d = self->folder;
  g_autofree char *said = NULL;
  g_autofree char *files_text = NULL;
  g_autofree char *conf_text = NULL;
  const char *const lpadmin[] = {
    "lpadmin", "-p", PRINT_FIXTURE_QUEUE, "-E", "-v",
    self->uri, "-m", "everywhere",        "-o", "printer-error-policy=retry-job",
    NULL
  };
  const char *const cupsd[] = { "cupsd", "-f", "-c", conf, "-s", files, NULL };

  /* clang-format off */
  files_text = g_strdup_printf (
      "ServerRoot %s/etc\nStateDir %s/state\nCacheDir %s/cache\nRequestRoot %s/spool\n"
      "TempDir %s/tmp\nAccessLog %s/access.log\nErrorLog %s/error.log\nPageLog %s/page.log\n"
      "ServerBin /usr/lib/cups\nDataDir /usr/share/cups\n%s",
      d, d, d, d, d, d, d, d,
      geteuid () == 0 ? "User lp\nGroup lp\nSystemGroup root\n" : "");
  conf_text = g_strdup_printf (
      "Listen %s\nBrowsing Off\nWebInterface No\nDefaultAuthType None\nJobRetryInterval 2\n"
      "PreserveJobHistory 60\nPreserveJobFiles No\nLogLevel debug\n"
      "<Location />\n  Order deny,allow\n  Allow all\n</Location>\n"
      "<Policy default>\n  <Limit All>\n    Order deny,allow\n  </Limit>\n</Policy>\n",
      socket);
  /* clang-format on */
  make_folder (self, "etc");
  make_folder (self, "state");
  make_folder (self, "cache");
  make_folder (self, "spool");
  make_folder (self, "tmp");
  write_in (self, "cups-files.conf", files_text);
  write_in (self, "cupsd.conf", conf_text);

  g_setenv ("CUPS_SERVER", socket, TRUE);
  self->server = start (self, "cupsd.log", cupsd);
  wait_until (self, socket_answers, "cups.sock", "the print server");
  said = print_fixture_run (self, lpadmin);
}

PrintFixture *
print_fixture_start (gboolean with_queue)
{
  PrintFixture *self = g_new0 (PrintFixture, 1);
  g_autoptr (GError) err = NULL;
  g_autofree char *bus_address = NULL;

  self->folder = g_dir_make_tmp ("foyer-print-XXXXXX", &err);
  g_assert_no_error (err);
  /* cupsd's filters run as another account */
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  make_folder (self, "received");
  make_folder (self, "spooled");
  copy_in (self, "label.conf", 0644);
  copy_in (self, "receive.sh", 0755);

  /* The printer wants a system bus that answers, whatever stands on it. */
  bus_address = g_strconcat ("--address=unix:path=", self->folder, "/bus", NULL);
  self->bus =
      start (self,
             "bus.log",
             (const char *const[]){ "dbus-daemon", "--session", "--nofork", bus_address, NULL });
  wait_until (self, socket_answers, "bus", "the bus");

  self->port = find_port ();
  self->uri = g_strdup_printf ("ipp://localhost:%u/ipp/print", self->port);
  print_fixture_switch_on (self);
  if (with_queue)
    start_server (self);
  return self;
}

void
print_fixture_stop (PrintFixture *self)
{
  g_autofree char *said = NULL;
  g_autoptr (GSubprocess) remove = NULL;

  if (self->printer != NULL)
    print_fixture_thaw (self);
  end (&self->server);
  end (&self->printer);
  end (&self->bus);
  remove = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "rm", "-rf", self->folder, NULL);
  g_subprocess_wait (remove, NULL, NULL);
  g_free (self->folder);
  g_free (self->uri);
  g_free (self);
}

const char *
print_fixture_get_uri (PrintFixture *self)
{
  return self->uri;
}

const char *
print_fixture_get_folder (PrintFixture *self)
{
  return self->folder;
}

static char *
document (PrintFixture *self, guint number, const char *suffix)
{
  return g_strdup_printf ("%s/received/%u.%s", self->folder, number, suffix);
}

guint
print_fixture_count (PrintFixture *self)
{
  for (guint number = 0;; number++) {
    g_autofree char *path = document (self, number, "pdf");

    if (!g_file_test (path, G_FILE_TEST_EXISTS))
      return number;
  }
}

static gboolean
has_come (PrintFixture *self, const void *path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

char *
print_fixture_wait (PrintFixture *self, guint number)
{
  char *path = document (self, number, "pdf");

  wait_until (self, has_come, path, "the printed document");
  return path;
}

char *
print_fixture_get_about (PrintFixture *self, guint number)
{
  g_autofree char *path = document (self, number, "about");
  g_autoptr (GError) err = NULL;
  char *about = NULL;

  g_file_get_contents (path, &about, NULL, &err);
  g_assert_no_error (err);
  return about;
}

void
print_fixture_set_mood (PrintFixture *self, const char *mood)
{
  write_in (self, "mood", mood);
}

/* GSubprocess sends signals from a thread of its own: they take a moment. */
static gboolean
is_stopped (PrintFixture *self, const void *unused)
{
  g_autofree char *path =
      g_strdup_printf ("/proc/%s/stat", g_subprocess_get_identifier (self->printer));
  g_autofree char *stat = NULL;

  return g_file_get_contents (path, &stat, NULL, NULL) && strstr (stat, ") T ") != NULL;
}

static gboolean
is_running (PrintFixture *self, const void *unused)
{
  return !is_stopped (self, unused);
}

void
print_fixture_freeze (PrintFixture *self)
{
  g_subprocess_send_signal (self->printer, SIGSTOP);
  wait_until (self, is_stopped, NULL, "the printer to stop");
}

void
print_fixture_thaw (PrintFixture *self)
{
  g_subprocess_send_signal (self->printer, SIGCONT);
  wait_until (self, is_running, NULL, "the printer to go on");
}

void
print_fixture_switch_off (PrintFixture *self)
{
  end (&self->printer);
}

void
print_fixture_switch_on (PrintFixture *self)
{
  g_autofree char *port = g_strdup_printf ("%u", self->port);
  g_autofree char *receive = path_of (self, "receive.sh");
  g_autofree char *spooled = path_of (self, "spooled");
  g_autofree char *attributes = path_of (self, "label.conf");

  /* clang-format off */
  self->printer = start (self, "printer.log",
                         (const char *const[]){ "ippeveprinter", "-r", "off", "-p", port,
                                                "-a", attributes, "-c", receive, "-d", spooled,
                                                "-n", "localhost", "Badge", NULL });
  /* clang-format on */
  wait_until (self, port_answers, NULL, "the printer");
}

char *
print_fixture_run (PrintFixture *self, const char *const *argv)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) err = NULL;
  char *said = NULL;

  process = g_subprocess_newv (argv,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_MERGE,
                               &err);
  g_assert_no_error (err);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &err);
  g_assert_no_error (err);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", argv[0], said);
  return said;
}

static gboolean
is_queue_empty (PrintFixture *self, const void *unused)
{
  g_autofree char *said = print_fixture_run (self, (const char *const[]){ "lpstat", "-o", NULL });

  return *said == '\0';
}

void
print_fixture_wait_for_empty_queue (PrintFixture *self)
{
  wait_until (self, is_queue_empty, NULL, "an empty queue");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-robot"

#include "ui/robot-private.h"

#include <fcntl.h>
#include <ftw.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static const char *const hand_names[] = { "touch", "keyboard", "pointer" };

/* A dummy graphics card with one mode, the screen's; three devices that the robot moves. */
static const char x_config[] = "Section \"ServerFlags\"\n"
                               "  Option \"AutoAddDevices\" \"false\"\n"
                               "  Option \"AutoEnableDevices\" \"true\"\n"
                               "  Option \"BlankTime\" \"0\"\n"
                               "EndSection\n"
                               "Section \"Device\"\n"
                               "  Identifier \"card\"\n"
                               "  Driver \"dummy\"\n"
                               "  VideoRam 65536\n"
                               "EndSection\n"
                               "Section \"Monitor\"\n"
                               "  Identifier \"monitor\"\n"
                               "  HorizSync 5.0-1000.0\n"
                               "  VertRefresh 5.0-200.0\n"
                               "  Modeline \"mode\" %s %d %d %d %d %d %d %d %d\n"
                               "EndSection\n"
                               "Section \"Screen\"\n"
                               "  Identifier \"screen\"\n"
                               "  Device \"card\"\n"
                               "  Monitor \"monitor\"\n"
                               "  DefaultDepth 24\n"
                               "  SubSection \"Display\"\n"
                               "    Depth 24\n"
                               "    Modes \"mode\"\n"
                               "    Virtual %d %d\n"
                               "  EndSubSection\n"
                               "EndSection\n"
                               "Section \"InputDevice\"\n"
                               "  Identifier \"touch\"\n"
                               "  Driver \"inputtest\"\n"
                               "  Option \"SocketPath\" \"%s/touch\"\n"
                               "  Option \"DeviceType\" \"Touch\"\n"
                               "  Option \"TouchCount\" \"5\"\n"
                               "EndSection\n"
                               "Section \"InputDevice\"\n"
                               "  Identifier \"keyboard\"\n"
                               "  Driver \"inputtest\"\n"
                               "  Option \"SocketPath\" \"%s/keyboard\"\n"
                               "  Option \"DeviceType\" \"Keyboard\"\n"
                               "  Option \"XkbRules\" \"evdev\"\n"
                               "  Option \"XkbModel\" \"pc105\"\n"
                               "  Option \"XkbLayout\" \"%s\"\n"
                               "EndSection\n"
                               "Section \"InputDevice\"\n"
                               "  Identifier \"pointer\"\n"
                               "  Driver \"inputtest\"\n"
                               "  Option \"SocketPath\" \"%s/pointer\"\n"
                               "  Option \"DeviceType\" \"PointerAbsolute\"\n"
                               "EndSection\n"
                               "Section \"ServerLayout\"\n"
                               "  Identifier \"layout\"\n"
                               "  Screen \"screen\"\n"
                               "  InputDevice \"touch\"\n"
                               "  InputDevice \"keyboard\" \"CoreKeyboard\"\n"
                               "  InputDevice \"pointer\" \"CorePointer\"\n"
                               "EndSection\n";

void
robot_breathe (guint ms)
{
  if (ms > 0)
    g_poll (NULL, 0, (int) ms);
}

/* A window may go while it is looked at: that is no reason to end. */
static int
ignore_x_error (Display *x, XErrorEvent *event)
{
  return 0;
}

static void
die_with_robot (gpointer unused)
{
  prctl (PR_SET_PDEATHSIG, SIGKILL);
}

GStrv
robot_environ (Robot *robot)
{
  GStrv env = g_get_environ ();

  env = g_environ_unsetenv (env, "NO_AT_BRIDGE"); /* else the tree is empty, without a word */
  env = g_environ_unsetenv (env, "WAYLAND_DISPLAY");
  env = g_environ_unsetenv (env, "LANGUAGE");
  env = g_environ_setenv (env, "LC_ALL", "C.UTF-8", TRUE);
  env = g_environ_setenv (env, "GDK_BACKEND", "x11", TRUE);
  env = g_environ_setenv (env, "GSETTINGS_BACKEND", "memory", TRUE);
  env = g_environ_setenv (env, "XDG_RUNTIME_DIR", robot->folder, TRUE);
  env = g_environ_setenv (env, "XDG_CONFIG_HOME", robot->folder, TRUE);
  env = g_environ_setenv (env, "XDG_DATA_HOME", robot->folder, TRUE);
  if (robot->display != NULL)
    env = g_environ_setenv (env, "DISPLAY", robot->display, TRUE);
  if (robot->bus_address != NULL)
    env = g_environ_setenv (env, "DBUS_SESSION_BUS_ADDRESS", robot->bus_address, TRUE);
  return env;
}

GSubprocess *
robot_spawn (Robot *robot,
             const char *const *argv,
             const char *const *env,
             int third_fd,
             GError **error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_auto (GStrv) base = robot_environ (robot);

  g_subprocess_launcher_set_environ (launcher, base);
  for (; env != NULL && *env != NULL; env++) {
    g_auto (GStrv) pair = g_strsplit (*env, "=", 2);

    if (pair[1] != NULL)
      g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
    else
      g_subprocess_launcher_unsetenv (launcher, pair[0]);
  }
  /* The test's own standard output is TAP. */
  g_subprocess_launcher_take_stdout_fd (launcher, fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, 3));
  if (third_fd >= 0) {
    g_autofree char *log = g_build_filename (robot->folder, "server.log", NULL);

    g_subprocess_launcher_set_stderr_file_path (launcher, log);
    g_subprocess_launcher_take_fd (launcher, third_fd, 3);
  }
  g_subprocess_launcher_set_child_setup (launcher, die_with_robot, NULL, NULL);
  return g_subprocess_launcher_spawnv (launcher, argv, error);
}

/* Starts a server that says one line on its third descriptor when it is ready. */
static GSubprocess *
start_server (Robot *robot, const char *const *argv, char **line, GError **error)
{
  g_autoptr (GSubprocess) server = NULL;
  char answer[512] = "";
  gsize length = 0;
  int ends[2];

  if (!g_unix_open_pipe (ends, FD_CLOEXEC, error))
    return NULL;
  server = robot_spawn (robot, argv, NULL, ends[1], error);
  while (server != NULL && length < sizeof answer - 1 && strchr (answer, '\n') == NULL) {
    GPollFD poll = { ends[0], G_IO_IN | G_IO_HUP, 0 };
    gssize n = g_poll (&poll, 1, ROBOT_PATIENCE) > 0
                   ? read (ends[0], answer + length, sizeof answer - 1 - length)
                   : 0;

    if (n <= 0)
      break;
    length += (gsize) n;
  }
  close (ends[0]);
  if (server == NULL)
    return NULL;

  if (strchr (answer, '\n') == NULL) {
    g_autofree char *path = g_build_filename (robot->folder, "server.log", NULL);
    g_autofree char *log = NULL;

    g_file_get_contents (path, &log, NULL, NULL);
    g_subprocess_force_exit (server);
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "%s did not start: %s", argv[0], log);
    return NULL;
  }
  *line = g_strndup (answer, strcspn (answer, "\n"));
  return g_steal_pointer (&server);
}

static char *
write_x_config (Robot *robot, const char *layout, GError **error)
{
  int w = robot->width, h = robot->height;
  char clock[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *path = g_build_filename (robot->folder, "xorg.conf", NULL);
  g_autofree char *text = NULL;

  g_ascii_formatd (clock, sizeof clock, "%.2f", (w + 240) * (h + 30) * 60 / 1e6);
  text = g_strdup_printf (x_config,
                          clock,
                          w,
                          w + 48,
                          w + 144,
                          w + 240,
                          h,
                          h + 3,
                          h + 9,
                          h + 30,
                          w,
                          h,
                          robot->folder,
                          robot->folder,
                          layout,
                          robot->folder);
  return g_file_set_contents (path, text, -1, error) ? g_steal_pointer (&path) : NULL;
}

static gboolean
start_x (Robot *robot, const char *layout, GError **error)
{
  /* Past Debian's wrapper, which lets only people at a console in. */
  static const char past_wrapper[] = "/usr/lib/xorg/Xorg";
  gboolean has_wrapper = g_file_test (past_wrapper, G_FILE_TEST_IS_EXECUTABLE);
  g_autofree char *config = write_x_config (robot, layout, error);
  g_autofree char *log = g_build_filename (robot->folder, "Xorg.log", NULL);
  g_autofree char *number = NULL;
  const char *const argv[] = { has_wrapper ? past_wrapper : "Xorg",
                               "-config",
                               config,
                               "-logfile",
                               log,
                               "-displayfd",
                               "3",
                               "-dpi",
                               "96",
                               "-noreset",
                               "-nolisten",
                               "tcp",
                               NULL };

  if (config == NULL)
    return FALSE;
  robot->x_server = start_server (robot, argv, &number, error);
  if (robot->x_server == NULL)
    return FALSE;

  robot->display = g_strconcat (":", number, NULL);
  for (int i = 0; i < ROBOT_N_HANDS; i++) {
    g_autofree char *path = g_build_filename (robot->folder, hand_names[i], NULL);

    robot->hands[i] = robot_hand_connect (path, error);
    if (robot->hands[i] < 0)
      return FALSE;
  }
  /* The core keyboard takes a device's layout with its first key. */
  robot_hand_key (robot, ROBOT_SHIFT_CODE, TRUE);
  robot_hand_key (robot, ROBOT_SHIFT_CODE, FALSE);
  XSetErrorHandler (ignore_x_error);
  robot->x = XOpenDisplay (robot->display);
  if (robot->x == NULL) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No X display %s", robot->display);
    return FALSE;
  }
  if (DisplayWidth (robot->x, 0) != robot->width || DisplayHeight (robot->x, 0) != robot->height) {
    g_set_error (error,
                 G_IO_ERROR,
                 G_IO_ERROR_FAILED,
                 "The X server's screen is %d x %d",
                 DisplayWidth (robot->x, 0),
                 DisplayHeight (robot->x, 0));
    return FALSE;
  }
  return TRUE;
}

static gboolean
start_bus (Robot *robot, GError **error)
{
  const char *const argv[] = { "dbus-daemon", "--session", "--nofork", "--print-address=3", NULL };

  robot->bus = start_server (robot, argv, &robot->bus_address, error);
  if (robot->bus == NULL)
    return FALSE;
  /* libatspi reads them from this process. */
  g_setenv ("DISPLAY", robot->display, TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", robot->bus_address, TRUE);
  atspi_set_timeout (ROBOT_PATIENCE, ROBOT_PATIENCE); /* a busy program is waited for */
  if (atspi_init () > 1) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "No accessibility bus");
    return FALSE;
  }
  return TRUE;
}

Robot *
robot_new (int width, int height, const char *layout, GError **error)
{
  g_autoptr (Robot) robot = g_new0 (Robot, 1);

  robot->apps = g_ptr_array_new_with_free_func ((GDestroyNotify) robot_app_free);
  robot->width = width;
  robot->height = height;
  for (int i = 0; i < ROBOT_N_HANDS; i++)
    robot->hands[i] = -1;
  robot->folder = g_dir_make_tmp ("robot-XXXXXX", error);
  if (robot->folder == NULL || !start_x (robot, layout, error) || !start_bus (robot, error))
    return NULL;
  return g_steal_pointer (&robot);
}

static int
remove_entry (const char *path, const struct stat *unused, int type, struct FTW *where)
{
  return remove (path);
}

static void
end_server (GSubprocess *server)
{
  if (server == NULL)
    return;
  g_subprocess_send_signal (server, SIGTERM);
  g_subprocess_wait (server, NULL, NULL);
  g_object_unref (server);
}

void
robot_free (Robot *robot)
{
  if (robot == NULL)
    return;
  g_clear_pointer (&robot->apps, g_ptr_array_unref);
  if (robot->bus != NULL)
    atspi_exit ();
  end_server (robot->bus);
  if (robot->x != NULL)
    XCloseDisplay (robot->x);
  for (int i = 0; i < ROBOT_N_HANDS; i++)
    if (robot->hands[i] >= 0)
      close (robot->hands[i]);
  end_server (robot->x_server);
  if (robot->folder != NULL)
    nftw (robot->folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  g_free (robot->folder);
  g_free (robot->display);
  g_free (robot->bus_address);
  g_free (robot);
}

const char *
robot_get_display (Robot *robot)
{
  return robot->display;
}

void
robot_get_screen (Robot *robot, int *width, int *height)
{
  *width = robot->width;
  *height = robot->height;
}

const char *
robot_get_folder (Robot *robot)
{
  return robot->folder;
}

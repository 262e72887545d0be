/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-surroundings"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <fcntl.h>
#include <linux/input.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "doors.h"
#include "foyer-test.h"
#include "visitor.h"

#define QUESTION "What is your name?"
#define KIOSK "org.foyer.Kiosk"
#define KIOSK_PATH "/org/foyer/Kiosk"

static char *
read_maps (RobotApp *app)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/maps", robot_app_get_pid (app));
  char *maps = NULL;

  return g_file_get_contents (path, &maps, NULL, NULL) ? maps : NULL;
}

static void
test_what_was_left_open_is_shut (gconstpointer data)
{
  Story *story = (Story *) data;
  const char *const stage[] = { g_getenv ("FOYER_STAGE"), NULL };
  g_autoptr (MonkeyWatch) watch = NULL;
  g_autofree char *maps = NULL;
  RobotApp *plain;

  /* Given surroundings in which a program that does not mind them shows the inspector, and loads
   * the input method */
  plain = doors_launch (story, stage);
  g_object_unref (robot_wait (plain, ATSPI_ROLE_TABLE_COLUMN_HEADER, "Style Classes"));
  g_clear_pointer (&maps, g_free);
  maps = read_maps (plain);
  if (maps != NULL)
    g_assert_nonnull (strstr (maps, "/immodules/"));

  /* Then the kiosk does neither, also not where somebody types */
  watch = doors_start (story, story->foyer);
  visitor_is_asked_for_name (story);
  visitor_types (story, QUESTION, "Ada");
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  g_clear_pointer (&maps, g_free);
  maps = read_maps (story->kiosk);
  if (maps == NULL)
    g_test_skip ("what a program has loaded can be read by root only");
  else
    g_assert_null (strstr (maps, "/immodules/"));
}

static GVariant *
ask_kiosk (const char *interface, const char *method, GVariant *what)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);

  return g_dbus_connection_call_sync (bus,
                                      KIOSK,
                                      KIOSK_PATH,
                                      interface,
                                      method,
                                      what,
                                      NULL,
                                      G_DBUS_CALL_FLAGS_NO_AUTO_START,
                                      ROBOT_PATIENCE,
                                      NULL,
                                      NULL);
}

static void
test_the_bus_offers_nothing (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);
  g_autoptr (GVariant) about =
      ask_kiosk ("org.freedesktop.DBus.Introspectable", "Introspect", NULL);
  g_autoptr (GVariant) actions = ask_kiosk ("org.gtk.Actions", "DescribeAll", NULL);
  const char *xml;

  /* No action, and nothing below it: no window, no menu */
  g_assert_cmpstr (g_variant_get_type_string (actions), ==, "(a{s(bgav)})");
  g_assert_cmpint (g_variant_n_children (g_variant_get_child_value (actions, 0)), ==, 0);
  g_variant_get (about, "(&s)", &xml);
  g_assert_null (strstr (xml, "<node name="));
  g_assert_null (strstr (xml, "org.gtk.Menus"));

  /* What every GApplication answers does nothing */
  visitor_is_asked_for_name (story);
  visitor_types (story, QUESTION, "Ada");
  for (const char *const *action = (const char *const[]){ "quit", "app.quit", "preferences", NULL };
       *action != NULL;
       action++) {
    g_autoptr (GVariant) unused =
        ask_kiosk ("org.freedesktop.Application",
                   "ActivateAction",
                   g_variant_new ("(s@av@a{sv})",
                                  *action,
                                  g_variant_new_array (G_VARIANT_TYPE_VARIANT, NULL, 0),
                                  g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0)));
  }
  g_variant_unref (
      ask_kiosk ("org.freedesktop.Application", "Activate", g_variant_new_parsed ("(@a{sv} {},)")));
  g_assert_null (ask_kiosk ("org.gtk.Application",
                            "CommandLine",
                            g_variant_new_parsed ("(objectpath '/', [b'foyer', b'--desk'],"
                                                  " @a{sv} {})")));
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  visitor_assert_typed (story, QUESTION, "Ada");
}

typedef struct {
  Display *x;
  const char *selection;
} Selection;

static gboolean
is_owned (gpointer data)
{
  Selection *self = data;

  return XGetSelectionOwner (self->x, XInternAtom (self->x, self->selection, False)) != None;
}

static gboolean
is_not_owned (gpointer data)
{
  return !is_owned (data);
}

static void
test_what_was_selected_is_not_kept (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);
  Selection primary = { XOpenDisplay (robot_get_display (story->robot)), "PRIMARY" };
  Selection clipboard = { primary.x, "CLIPBOARD" };

  /* Given a name that somebody selected, and could not copy */
  visitor_is_asked_for_name (story);
  visitor_types (story, QUESTION, MARKER);
  robot_key (story->robot, "shift+Home");
  foyer_test_wait_until (is_owned, &primary);
  robot_key (story->robot, "ctrl+c");
  robot_key (story->robot, "ctrl+Insert");
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  g_assert_false (is_owned (&clipboard));

  /* When nobody touches anything for 30 s, it cannot be pasted; the name is still there */
  story_pass (story, 31);
  foyer_test_wait_until (is_not_owned, &primary);
  visitor_assert_typed (story, QUESTION, MARKER);

  /* When they go on, and somebody else comes, then neither */
  robot_key (story->robot, "End");
  robot_key (story->robot, "shift+Home");
  foyer_test_wait_until (is_owned, &primary);
  visitor_taps (story, "Continue");
  visitor_reads (story, "Who are you visiting?");
  story_pass (story, 46);
  visitor_taps (story, "Start over");
  visitor_reads (story, "Welcome.");
  g_assert_false (is_owned (&primary));
  g_assert_false (visitor_leaves_traces (story, MARKER));
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  XCloseDisplay (primary.x);
}

static void
list_files (const char *folder, GString *list)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    g_string_append_printf (list, "%s\n", path);
    list_files (path, list);
  }
}

static char *
list_home (Story *story)
{
  g_autofree char *home = g_build_filename (story->folder, "home", NULL);
  GString *list = g_string_new (NULL);

  list_files (home, list);
  return g_string_free (list, FALSE);
}

static void
test_a_visit_leaves_nothing_at_home (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);
  g_autofree char *before = list_home (story);
  g_autofree char *after = NULL;

  story_answer (story, MARKER, NULL, "Chidi Okonkwo");
  visitor_taps (story, "Sign in");
  visitor_reads (story, "Thank you, Quentin.");
  visitor_taps (story, "Finish");
  visitor_reads (story, "Welcome.");

  after = list_home (story);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
}

static void
test_only_the_keys_of_the_kiosk_do_something (gconstpointer data)
{
  static const char *const pages[][2] = {
    { "F1", "Reception has been called." },
    { "F2", "Which language?" },
    { "F3", "How should the screen be?" },
  };
  Story *story = (Story *) data;
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);

  /* F2 from the welcome page and back */
  robot_key (story->robot, "F2");
  visitor_reads (story, "Which language?");
  robot_key (story->robot, "F2");
  robot_key (story->robot, "Escape");
  visitor_reads (story, "Welcome.");

  /* Elsewhere what is typed stays */
  visitor_is_asked_for_name (story);
  visitor_types (story, QUESTION, "Ada");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++) {
    robot_key (story->robot, pages[i][0]);
    visitor_reads (story, pages[i][1]);
    robot_key (story->robot, "Escape");
    visitor_reads (story, QUESTION);
    visitor_assert_typed (story, QUESTION, "Ada");
  }

  /* With another key held they do nothing */
  for (const char *const *key = (const char *const[]){ "ctrl+F2", "alt+F1", "shift+F2", NULL };
       *key != NULL;
       key++)
    robot_key (story->robot, *key);
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  visitor_reads (story, QUESTION);
}

static void
test_two_fingers_type_and_a_third_does_not (gconstpointer data)
{
  Story *story = (Story *) data;
  static const char *const keys[] = { "q", "w", "e", "r" };
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);
  int x[G_N_ELEMENTS (keys)];
  int y[G_N_ELEMENTS (keys)];
  int width;
  int height;

  visitor_is_asked_for_name (story);
  story_type (story, "A"); /* after which the keyboard has small letters */
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    robot_get_box (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, keys[i], &x[i], &y[i], &width, &height);
    x[i] += width / 2;
    y[i] += height / 2;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    robot_finger_down (story->robot, (int) i, x[i], y[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    robot_finger_up (story->robot, (int) i, x[i], y[i]);

  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);
  visitor_assert_typed (story, QUESTION, "Aqw");
}

static gboolean
has_nine_letters (gpointer data)
{
  g_autofree char *shown = robot_read (data, ATSPI_ROLE_PASSWORD_TEXT, VISITOR_STAFF_PASSWORD);

  return g_utf8_strlen (shown, -1) == strlen ("Xylograph");
}

static void
test_a_password_is_nobodys_to_read (gconstpointer data)
{
  Story *story = (Story *) data;
  g_autoptr (MonkeyWatch) watch = doors_start (story, story->foyer);
  g_autofree char *shown = NULL;

  visitor_holds_service_key (story);
  visitor_types (story, VISITOR_STAFF_NAME, STORY_ADMINISTRATOR);
  robot_key (story->robot, "Return");
  visitor_sees (story, ATSPI_ROLE_PASSWORD_TEXT, VISITOR_STAFF_PASSWORD);
  robot_type (story->robot, "Xylograph");
  foyer_test_wait_until (has_nine_letters, story->kiosk);
  g_assert_cmpstr (monkey_watch_look (watch), ==, NULL);

  /* Not even its last letter */
  shown = robot_read (story->kiosk, ATSPI_ROLE_PASSWORD_TEXT, VISITOR_STAFF_PASSWORD);
  for (const char *p = shown; *p != '\0'; p++)
    g_assert_false (g_ascii_isalpha (*p));
  g_assert_false (visitor_leaves_traces (story, "Xylograph"));
}

/* A scanner that is no keyboard, as far as a machine without one can tell: a pipe, into which goes
 * what the device would say. */
static int
plug_in_scanner (Story *story)
{
  g_autofree char *path = g_build_filename (story->folder, "scanner", NULL);
  g_autofree char *line = g_strdup_printf ("name=Lobby\nscanner=%s\n", path);
  g_autofree char *before = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (story->config, &before, NULL, NULL));
  parts = g_strsplit (before, "name=Lobby\n", 2);
  after = g_strconcat (parts[0], line, parts[1], NULL);
  g_assert_true (g_file_set_contents (story->config, after, -1, NULL));
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  return open (path, O_RDWR | O_CLOEXEC);
}

static void
test_a_scanner_of_its_own_types_nothing (gconstpointer data)
{
  static const guint16 keys[] = { KEY_Q, KEY_Q, KEY_ENTER };
  Story *story = (Story *) data;
  int scanner = plug_in_scanner (story);

  visitor_arrives (story);
  visitor_is_asked_for_name (story);
  visitor_types (story, QUESTION, "Ada");
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++) {
    struct input_event event = { .type = EV_KEY, .code = keys[i], .value = 1 };

    g_assert_cmpint (write (scanner, &event, sizeof event), ==, sizeof event);
  }
  visitor_sees (story, ATSPI_ROLE_NOTIFICATION, "This is not a Foyer code.*");
  visitor_assert_typed (story, QUESTION, "Ada");
  close (scanner);
}

static void
add_tests (Story *story)
{
#define ADD(name, test) g_test_add_data_func ("/surroundings/" name, story, test)
  ADD ("shut", test_what_was_left_open_is_shut);
  ADD ("bus", test_the_bus_offers_nothing);
  ADD ("selections", test_what_was_selected_is_not_kept);
  ADD ("home", test_a_visit_leaves_nothing_at_home);
  ADD ("keys", test_only_the_keys_of_the_kiosk_do_something);
  ADD ("fingers", test_two_fingers_type_and_a_third_does_not);
  ADD ("password", test_a_password_is_nobodys_to_read);
  ADD ("scanner", test_a_scanner_of_its_own_types_nothing); /* the last: it changes the settings */
}

int
main (int argc, char *argv[])
{
  return visitor_run (argc, argv, NULL, add_tests);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-story"

#include "story.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "foyer-test.h"

#define FAKETIME "/usr/$LIB/faketime/libfaketime.so.1"

static void
write_settings (Story *story, const char *printer)
{
  g_autofree char *badges = g_strdup_printf ("pdf:%s/badges", story->folder);
  g_autofree char *text = g_strdup_printf ("[store]\n"
                                           "uri=sqlite:%s/data\n"
                                           "[station]\n"
                                           "name=Lobby\n"
                                           "printer=%s\n"
                                           "[site]\n"
                                           "name=Head office\n"
                                           "organisation=Northwind Labs\n"
                                           "timezone=Europe/Berlin\n"
                                           "languages=en;de\n"
                                           "remember-days=90\n",
                                           story->folder,
                                           printer != NULL ? printer : badges);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (story->config, text, -1, &err);
  g_assert_no_error (err);
}

static void
run (const char *const *argv)
{
  g_autoptr (GError) err = NULL;
  int status;

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                NULL,
                NULL,
                &status,
                &err);
  g_assert_no_error (err);
  g_assert_cmpint (status, ==, 0);
}

static void
add_staff (Story *story, const char *name, const char *roles)
{
  g_autofree char *json =
      g_strdup_printf ("{\"name\": \"%s\", \"password\": \"%s\", \"roles\": \"%s\"}",
                       name,
                       STORY_PASSWORD,
                       roles);
  g_autofree char *said = story_ctl (story, STORY_ADMINISTRATOR, json, STORY_ARGS ("staff", "add"));
}

static void
set_up (Story *story)
{
  static const char *const hosts[] = { "Łukasz Wójcik", "Renée Dubois", "Chidi Okonkwo" };
  g_autofree char *types = g_build_filename (story->folder, "types.d", NULL);
  g_autofree char *init = NULL;

  run ((const char *const[]){ "cp", "-rL", FOYER_DATA "/types.d", types, NULL });
  init = story_ctl (story,
                    NULL,
                    "{\"name\": \"" STORY_ADMINISTRATOR "\", \"password\": \"" STORY_PASSWORD "\"}",
                    STORY_ARGS ("init"));
  add_staff (story, STORY_RECEPTIONIST, "receptionist");
  add_staff (story, STORY_SECURITY, "security");
  add_staff (story, STORY_OFFICER, "privacy-officer");
  for (gsize i = 0; i < G_N_ELEMENTS (hosts); i++) {
    g_autofree char *json = g_strdup_printf ("{\"name\": \"%s\"}", hosts[i]);
    g_autofree char *said =
        story_ctl (story, STORY_ADMINISTRATOR, json, STORY_ARGS ("host", "add"));
  }
  for (const char *const *language = (const char *const[]){ "de", "en", NULL }; *language != NULL;
       language++) {
    g_autofree char *file = g_strdup_printf (FOYER_DATA "/demo/notice.%s.md", *language);
    g_autofree char *said =
        story_ctl (story, STORY_OFFICER, NULL, STORY_ARGS ("notice", "import", file, "--publish"));
  }
}

/* Of a build that is not installed, meson says where they are. */
static char *
find_program (const char *name, const char *variable)
{
  char *path = g_strdup (g_getenv (variable));

  if (path == NULL)
    path = g_find_program_in_path (name);
  g_assert_nonnull (path);
  return path;
}

Story *
story_new (Robot *robot, const char *printer)
{
  Story *story = g_new0 (Story, 1);

  story->robot = robot;
  story->folder = g_build_filename (robot_get_folder (robot), "story", NULL);
  story->config = g_build_filename (story->folder, "foyer.conf", NULL);
  story->clock = g_build_filename (story->folder, "clock", NULL);
  story->foyer = find_program ("foyer", "FOYER");
  story->foyerctl = find_program ("foyerctl", "FOYERCTL");
  g_assert_cmpint (g_mkdir (story->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (story->clock, "+0", -1, NULL));
  write_settings (story, printer);
  set_up (story);
  return story;
}

void
story_free (Story *story)
{
  if (story == NULL)
    return;
  robot_end_apps (story->robot);
  run ((const char *const[]){ "rm", "-rf", story->folder, NULL });
  g_free (story->folder);
  g_free (story->config);
  g_free (story->clock);
  g_free (story->foyer);
  g_free (story->foyerctl);
  g_free (story);
}

/* The password's end of a pipe: never an argument, never a file. */
static int
password_fd (void)
{
  int fds[2];

  g_assert_cmpint (pipe (fds), ==, 0);
  g_assert_cmpint (write (fds[1], STORY_PASSWORD "\n", strlen (STORY_PASSWORD) + 1), >, 0);
  close (fds[1]);
  return fds[0];
}

static GSubprocessLauncher *
launcher (Story *story, gboolean input, const char *as)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE;
  GSubprocessLauncher *launcher =
      g_subprocess_launcher_new (flags | (input ? G_SUBPROCESS_FLAGS_STDIN_PIPE : 0));

  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", FAKETIME, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAKETIME_TIMESTAMP_FILE", story->clock, TRUE);
  g_subprocess_launcher_setenv (launcher, "FAKETIME_NO_CACHE", "1", TRUE);
  if (as != NULL)
    g_subprocess_launcher_take_fd (launcher, password_fd (), 3);
  return launcher;
}

char *
story_ctl (Story *story, const char *as, const char *input, const char *const *args)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GSubprocessLauncher) starts = launcher (story, input != NULL, as);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) err = NULL;
  char *said = NULL;

  g_ptr_array_add (argv, g_strdup (story->foyerctl));
  g_ptr_array_add (argv, g_strdup ("--config"));
  g_ptr_array_add (argv, g_strdup (story->config));
  if (as != NULL) {
    g_ptr_array_add (argv, g_strdup ("--as"));
    g_ptr_array_add (argv, g_strdup (as));
    g_ptr_array_add (argv, g_strdup ("--password-fd"));
    g_ptr_array_add (argv, g_strdup ("3"));
  }
  for (; *args != NULL; args++)
    g_ptr_array_add (argv, g_strdup (*args));
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_launcher_spawnv (starts, (const char *const *) argv->pdata, &err);
  g_assert_no_error (err);
  g_subprocess_communicate_utf8 (process, input, NULL, &said, NULL, &err);
  g_assert_no_error (err);
  if (!g_subprocess_get_successful (process)) {
    g_autofree char *line = g_strjoinv (" ", (char **) argv->pdata);

    g_test_message ("failed: %s", line);
  }
  g_assert_true (g_subprocess_get_successful (process));
  return said;
}

RobotApp *
story_launch (Story *story, const char *program, const char *const *args)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *clock = g_strconcat ("FAKETIME_TIMESTAMP_FILE=", story->clock, NULL);
  const char *const env[] = { "LD_PRELOAD=" FAKETIME, "FAKETIME_NO_CACHE=1", clock, NULL };
  g_autoptr (GError) err = NULL;
  RobotApp *app;

  g_ptr_array_add (argv, (char *) program);
  g_ptr_array_add (argv, (char *) "--config");
  g_ptr_array_add (argv, story->config);
  for (; *args != NULL; args++)
    g_ptr_array_add (argv, (char *) *args);
  g_ptr_array_add (argv, NULL);
  app = robot_launch (story->robot, (const char *const *) argv->pdata, env, &err);
  g_assert_no_error (err);
  return app;
}

char *
story_take_code (const char *json)
{
  const char *code = strstr (json, "\"code\"");
  g_auto (GStrv) words = NULL;

  g_assert_nonnull (code);
  words = g_strsplit (code, "\"", 5); /* , code, : , the code, … */
  return g_strdup (words[3]);
}

void
story_start_kiosk (Story *story, int width, int height)
{
  g_autofree char *size = g_strdup_printf ("%dx%d", width, height);

  story->kiosk =
      story_launch (story,
                    story->foyer,
                    width == 0 ? STORY_ARGS ("--kiosk") : STORY_ARGS ("--kiosk", "--window", size));
}

void
story_open_kiosk (Story *story, int width, int height)
{
  g_autoptr (AtspiAccessible) welcome = NULL;

  story_start_kiosk (story, width, height);
  welcome = robot_wait (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
}

void
story_open_desk (Story *story, int x, int width, int height, const char *name)
{
  g_autoptr (AtspiAccessible) switcher = NULL;

  story->desk = story_launch (story, story->foyer, STORY_ARGS ("--desk"));
  robot_place (story->desk, x, 0, width, height);
  robot_click (story->desk, ATSPI_ROLE_TEXT, "Name");
  robot_type (story->robot, name);
  robot_key (story->robot, "Tab");
  robot_type (story->robot, STORY_PASSWORD);
  robot_key (story->robot, "Return");
}

void
story_change_desk (Story *story, int x, int width, int height, const char *name)
{
  g_assert_cmpint (robot_app_stop (story->desk), ==, 0);
  story_open_desk (story, x, width, height, name);
}

void
story_pass (Story *story, gint64 seconds)
{
  g_autofree char *offset = NULL;

  story->ahead += seconds;
  offset = g_strdup_printf ("+%" G_GINT64_FORMAT, story->ahead);
  g_assert_true (g_file_set_contents (story->clock, offset, -1, NULL));
}

void
story_answer (Story *story, const char *name, const char *company, const char *host)
{
  g_autofree char *letters = g_utf8_substring (host, 0, 3);
  g_autofree char *pattern = g_strconcat (host, "*", NULL);
  g_autoptr (AtspiAccessible) check = NULL;

  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  if (company != NULL) {
    robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Work on the building*");
    robot_wait_gone (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Work on the building*");
    story_type (story, company);
    robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  } else {
    robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Visiting someone*");
  }
  g_object_unref (robot_wait (story->kiosk, ATSPI_ROLE_HEADING, "What is your name?"));
  story_type (story, name);
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "Continue");
  g_object_unref (robot_wait (story->kiosk, ATSPI_ROLE_HEADING, "Who are you visiting?"));
  story_type (story, letters);
  robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, pattern);
  if (company != NULL)
    robot_tap (story->kiosk, ATSPI_ROLE_PUSH_BUTTON, "I have read these");
  check = robot_wait (story->kiosk, ATSPI_ROLE_HEADING, "Check, and sign in");
}

gint64
story_count (Story *story, const char *sql)
{
  g_autofree char *uri = g_strdup_printf ("sqlite:%s/data", story->folder);
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDb) db = foyer_db_open (&(FoyerStorePlace){ .uri = uri }, FALSE, &err);
  g_autoptr (FoyerRows) rows = foyer_db_run (db, g_intern_string (sql), NULL, 0, &err);

  g_assert_no_error (err);
  g_assert_true (foyer_rows_next (rows, &err));
  return foyer_rows_int (rows, 0);
}

gboolean
story_files_hold (Story *story, const char *marker)
{
  g_autofree char *data = g_build_filename (story->folder, "data", NULL);
  House house = { .folder = data };

  return house_files_hold (&house, marker);
}

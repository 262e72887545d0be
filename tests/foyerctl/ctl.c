/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test"

#include "ctl.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "foyer-test.h"

static const char config[] = "[store]\n"
                             "uri=sqlite:data\n"
                             "[station]\n"
                             "name=Lobby\n"
                             "[site]\n"
                             "name=Head office\n"
                             "organisation=Northwind Labs\n"
                             "timezone=Europe/Berlin\n"
                             "languages=en\n";

void
answer_free (Answer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->out);
  g_free (answer->err);
  g_free (answer);
}

char *
place_write (Place *place, const char *name, const char *text, gssize size)
{
  char *path = g_build_filename (place->folder, name, NULL);
  g_autoptr (GError) err = NULL;

  g_file_set_contents (path, text, size, &err);
  g_assert_no_error (err);
  g_assert_cmpint (chmod (path, 0644), ==, 0);
  return path;
}

static void
copy_types (Place *place)
{
  g_autofree char *from = g_build_filename (FOYER_DATA, "types.d", NULL);
  g_autofree char *to = g_build_filename (place->folder, "types.d", NULL);
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_cmpint (g_mkdir (to, 0755), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (from, name, NULL);
    g_autofree char *relative = g_build_filename ("types.d", name, NULL);
    g_autofree char *text = NULL;
    gsize size;

    g_assert_true (g_file_get_contents (path, &text, &size, NULL));
    g_free (place_write (place, relative, text, size));
  }
}

void
place_set_up (Place *place, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  place->folder = g_dir_make_tmp ("foyer-ctl-XXXXXX", &err);
  g_assert_no_error (err);
  g_assert_cmpint (chmod (place->folder, 0755), ==, 0);
  place->config = place_write (place, "foyer.conf", config, -1);
  place->data = g_build_filename (place->folder, "data", NULL);
  copy_types (place);
}

void
place_init (Place *place)
{
  g_autoptr (Answer) made =
      place_call (place, "{\"name\": \"root\", \"password\": \"" PASSWORD "\"}", "init", NULL);

  assert_done (made);
}

void
place_open_here (Place *place)
{
  static const char *const roles[] = { "receptionist", "security", "privacy-officer" };
  static const char *const hosts[] = { "{\"name\": \"Grace O’Neill\"}",
                                       "{\"name\": \"Ada Okonkwo\"}" };
  g_autofree char *notice = g_build_filename (FOYER_DATA, "demo", "notice.en.md", NULL);

  place_init (place);
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autofree char *input =
        g_strdup_printf ("{\"name\": \"%s\", \"password\": \"" PASSWORD "\", \"roles\": [\"%s\"]}",
                         roles[i],
                         roles[i]);
    g_autoptr (Answer) added = place_call_as (place, "root", input, "staff", "add", NULL);

    assert_done (added);
  }
  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++) {
    g_autoptr (Answer) added = place_call_as (place, "root", hosts[i], "host", "add", NULL);

    assert_done (added);
  }
  {
    g_autoptr (Answer) published =
        place_call_as (place, "privacy-officer", "", "notice", "import", notice, "--publish", NULL);

    assert_done (published);
  }
}

void
place_open (Place *place, gconstpointer unused)
{
  place_set_up (place, NULL);
  place_open_here (place);
}

void
place_tear_down (Place *place, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;
  const char *const argv[] = { "rm", "-rf", "--", place->folder, NULL };

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                NULL,
                NULL,
                NULL,
                &err);
  g_assert_no_error (err);
  g_free (place->folder);
  g_free (place->config);
  g_free (place->data);
}

GPtrArray *
place_argv (Place *place)
{
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; place->wrap != NULL && place->wrap[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (place->wrap[i]));
  if (place->now != NULL) {
    /* the library without its wrapper, which stumbles over the semaphores of killed processes */
    g_ptr_array_add (argv, g_strdup ("env"));
    g_ptr_array_add (argv, g_strdup ("LD_PRELOAD=/usr/$LIB/faketime/libfaketime.so.1"));
    g_ptr_array_add (argv, g_strconcat ("FAKETIME=@", place->now, NULL));
  }
  g_ptr_array_add (argv, g_strdup (FOYERCTL));
  g_ptr_array_add (argv, g_strdup ("--config"));
  g_ptr_array_add (argv, g_strdup (place->config));
  return argv;
}

/* The password comes from a pipe that is full and closed before the program starts. */
static void
give_password (GSubprocessLauncher *launcher)
{
  g_autoptr (GError) err = NULL;
  int ends[2];

  g_assert_true (g_unix_open_pipe (ends, FD_CLOEXEC, &err));
  g_assert_cmpint (write (ends[1], PASSWORD "\n", strlen (PASSWORD "\n")),
                   ==,
                   strlen (PASSWORD "\n"));
  close (ends[1]);
  g_subprocess_launcher_take_fd (launcher, ends[0], 3);
}

static char *
text_of (GBytes *bytes)
{
  gsize size = 0;
  const char *text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  return size > 0 ? g_strndup (text, size) : g_strdup ("");
}

Answer *
place_run (Place *place, const char *name, const char *input, const char *const *arguments)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  const char *sanitizer = g_getenv ("ASAN_OPTIONS");
  g_autofree char *options = g_strjoin (":", "verify_asan_link_order=0", sanitizer, NULL);
  g_autoptr (GPtrArray) argv = place_argv (place);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = place_write (place, "input", input, -1);
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) complaint = NULL;
  g_autoptr (GError) err = NULL;
  Answer *answer = g_new0 (Answer, 1);

  if (name != NULL) {
    g_ptr_array_add (argv, g_strdup ("--as"));
    g_ptr_array_add (argv, g_strdup (name));
    g_ptr_array_add (argv, g_strdup ("--password-fd=3"));
    give_password (launcher);
  }
  for (guint i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, g_strdup (arguments[i]));
  g_ptr_array_add (argv, NULL);
  g_subprocess_launcher_setenv (launcher, "TZ", "UTC", TRUE);
  g_subprocess_launcher_setenv (launcher, "ASAN_OPTIONS", options, TRUE);
  g_subprocess_launcher_set_stdin_file_path (launcher, path);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &err);
  g_assert_no_error (err);
  g_subprocess_communicate (process, NULL, NULL, &out, &complaint, &err);
  g_assert_no_error (err);
  g_subprocess_wait (process, NULL, &err);
  g_assert_no_error (err);
  g_assert_true (g_subprocess_get_if_exited (process)); /* whatever happens: no crash */
  answer->status = g_subprocess_get_exit_status (process);
  answer->out = text_of (out);
  answer->err = text_of (complaint);
  return answer;
}

char *
place_list (Place *place)
{
  g_autoptr (Answer) answer = place_call_as (place,
                                             "security",
                                             "",
                                             "visit",
                                             "list",
                                             "--json",
                                             "--from",
                                             "2020-01-01",
                                             "--until",
                                             "2040-01-01",
                                             NULL);

  assert_done (answer);
  return g_steal_pointer (&answer->out);
}

gboolean
place_holds (Place *place, const char *marker)
{
  House house = { .folder = place->data };

  return house_files_hold (&house, marker);
}

void
assert_done (const Answer *answer)
{
  g_assert_cmpstr (answer->err, ==, "");
  g_assert_cmpint (answer->status, ==, 0);
}

void
assert_refused (const Answer *answer, int status, const char *words)
{
  g_test_message ("%s", answer->err);
  g_assert_cmpint (answer->status, ==, status);
  g_assert_cmpstr (answer->out, ==, "");
  g_assert_true (g_str_has_prefix (answer->err, "foyerctl: "));
  g_assert_true (g_str_has_suffix (answer->err, ".\n"));
  g_assert_true (strchr (answer->err, '\n') == answer->err + strlen (answer->err) - 1);
  g_assert_nonnull (strstr (answer->err, words));
}

void
assert_says (const char *text, const char *words)
{
  g_test_message ("%s", text);
  g_assert_nonnull (strstr (text, words));
}

void
assert_swaps (Place *place, int swaps)
{
  g_autoptr (Answer) status = place_call (place, "", "vault", "status", "--json", NULL);
  g_autofree char *words = g_strdup_printf ("\"swaps\":%d,", swaps);

  assert_done (status);
  assert_says (status->out, words);
}

char *
member (const char *json, const char *key)
{
  g_autoptr (JsonNode) node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return g_strdup (
      json_object_get_string_member_with_default (json_node_get_object (node), key, NULL));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-doors"

#include "doors.h"

#include <glib/gstdio.h>

#include "visitor.h"

#define FAKETIME "/usr/$LIB/faketime/libfaketime.so.1"

static void
open_doors (Story *story)
{
  static const struct {
    const char *folder;
    const char *name;
    const char *text;
  } files[] = {
    { "glib-2.0/settings",
      "keyfile",
      "[org/gtk/settings/debug]\nenable-inspector-keybinding=true\n" },
    { "gtk-3.0",
      "settings.ini",
      "[Settings]\ngtk-entry-password-hint-timeout=60000\ngtk-recent-files-enabled=true\n" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *folder =
        g_build_filename (story->folder, "home/.config", files[i].folder, NULL);
    g_autofree char *path = g_build_filename (folder, files[i].name, NULL);

    g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
    g_assert_true (g_file_set_contents (path, files[i].text, -1, NULL));
  }
}

RobotApp *
doors_launch (Story *story, const char *const *argv)
{
  g_autofree char *preload =
      g_strconcat ("LD_PRELOAD=" FAKETIME ":", g_getenv ("FOYER_LOOKOUT_LIBRARY"), NULL);
  g_autofree char *clock = g_strconcat ("FAKETIME_TIMESTAMP_FILE=", story->clock, NULL);
  g_autofree char *notes = g_strdup_printf ("FOYER_LOOKOUT=%s/notes", story->folder);
  g_autofree char *home = g_strdup_printf ("HOME=%s/home", story->folder);
  g_autofree char *config = g_strdup_printf ("XDG_CONFIG_HOME=%s/home/.config", story->folder);
  g_autofree char *path = g_build_filename (story->folder, "notes", NULL);
  const char *const env[] = { preload,
                              "FAKETIME_NO_CACHE=1",
                              clock,
                              notes,
                              home,
                              config,
                              "XDG_DATA_HOME",
                              "XDG_CACHE_HOME",
                              "GSETTINGS_BACKEND=keyfile",
                              "GTK_DEBUG=interactive",
                              "GTK_IM_MODULE=xim",
                              NULL };
  g_autoptr (GError) err = NULL;
  RobotApp *app;

  robot_end_apps (story->robot);
  open_doors (story);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
  app = robot_launch (story->robot, argv, env, &err);
  g_assert_no_error (err);
  return app;
}

MonkeyWatch *
doors_start (Story *story, const char *program)
{
  const char *const argv[] = { program, "--kiosk", "--config", story->config, NULL };
  g_autofree char *notes = g_build_filename (story->folder, "notes", NULL);

  story->kiosk = doors_launch (story, argv);
  visitor_sees (story, ATSPI_ROLE_PUSH_BUTTON, "Sign in");
  return monkey_watch_new (story->robot, story->kiosk, notes);
}

char *
doors_read_notes (Story *story)
{
  g_autofree char *path = g_build_filename (story->folder, "notes", NULL);
  char *notes = NULL;

  g_assert_true (g_file_get_contents (path, &notes, NULL, NULL));
  return notes;
}

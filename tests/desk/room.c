/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-test-room"

#include "desk/room.h"

#include <glib/gstdio.h>

#include "staff/account.h"

void
room_add_account (Room *room, const char *name, FoyerRole roles)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerNewAccount) account =
      foyer_new_account_new (name, ROOM_PASSWORD, roles, NOW, &err);

  g_assert_no_error (err);
  house_do (&room->house, room->house.administrator, &foyer_staff_add_account, account);
}

static void
write_settings (Room *room)
{
  g_autofree char *text = g_strdup_printf ("[store]\nuri=%s\n"
                                           "[station]\nname=Lobby desk\n"
                                           "[site]\norganisation=Northwind Labs\ntimezone=UTC\n",
                                           room->house.place.uri);
  g_autofree char *types = g_build_filename (room->house.folder, "types.d", NULL);
  g_autofree char *guest = g_build_filename (types, "guest.type", NULL);

  room->conf = g_build_filename (room->house.folder, "foyer.conf", NULL);
  g_assert_true (g_file_set_contents (room->conf, text, -1, NULL));
  g_assert_cmpint (g_mkdir (types, 0700), ==, 0);
  g_assert_true (g_file_set_contents (guest,
                                      "[type]\nname=Guest\npurpose=Visiting someone\n"
                                      "asks=name;host\n",
                                      -1,
                                      NULL));
}

void
room_set_up (Room *room, gconstpointer data)
{
  const RoomWhole *whole = data;
  g_autoptr (GError) err = NULL;

  house_set_up (&room->house, NULL);
  room->clock = foyer_clock_new ();
  room_add_account (room, "Agnieszka N.", FOYER_ROLE_RECEPTIONIST);
  room_add_account (room, "Bogdan S.", FOYER_ROLE_SECURITY);
  write_settings (room);
  room->robot = whole->robot;
  room->desk = robot_launch (room->robot,
                             (const char *const[]){ whole->program, room->conf, NULL },
                             NULL,
                             &err);
  g_assert_no_error (err);
}

void
room_tear_down (Room *room, gconstpointer unused)
{
  g_autofree char *types = g_build_filename (room->house.folder, "types.d", NULL);
  g_autofree char *guest = g_build_filename (types, "guest.type", NULL);

  robot_end_apps (room->robot);
  g_unlink (guest);
  g_rmdir (types);
  g_object_unref (room->clock);
  house_tear_down (&room->house, NULL);
  g_free (room->conf);
}

void
room_sign_in (Room *room, const char *name)
{
  robot_place (room->desk, 0, 0, 1280, 800);
  robot_click (room->desk, ATSPI_ROLE_TEXT, "Name");
  robot_type (room->robot, name);
  robot_key (room->robot, "Return");
  robot_type (room->robot, ROOM_PASSWORD);
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_HEADING, "On site");
}

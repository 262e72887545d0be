/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"
#include "ui/robot.h"

G_BEGIN_DECLS

/** The password of everybody who has an account. */
#define ROOM_PASSWORD "correct horse 9 battery"

/** The time, for a Room that is called room. */
#define NOW (foyer_clock_now (room->clock))

/**
 * RoomWhole:
 * @robot: Drives the desks of all tests
 * @program: The desk
 *
 * What all tests of a program share; given to g_test_add().
 */
typedef struct {
  Robot *robot;
  const char *program;
} RoomWhole;

/**
 * Room:
 *
 * A desk on the store of a house in which "Agnieszka N.", a receptionist, and "Bogdan S.", of
 * security, have accounts. Nobody has signed in.
 */
typedef struct {
  House house;
  FoyerClock *clock; /* the machine's, as the desk's */
  Robot *robot;
  RobotApp *desk;
  char *conf;
} Room;

/** room_set_up: For g_test_add(): makes the room; @data: a #RoomWhole */
void room_set_up (Room *room, gconstpointer data);

/** room_tear_down: For g_test_add(): ends it */
void room_tear_down (Room *room, gconstpointer unused);

/** room_add_account: Gives somebody an account */
void room_add_account (Room *room, const char *name, FoyerRole roles);

/** room_sign_in: Signs somebody in who has an account and sees who is on site */
void room_sign_in (Room *room, const char *name);

G_END_DECLS

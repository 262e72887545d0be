/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "desk/room.h"
#include "reception/approval.h"
#include "reception/calls.h"
#include "reception/leaving.h"

typedef struct {
  Room *room;
  const char *answer;
} Choice;

static gboolean
can_be_chosen (gpointer data)
{
  const Choice *choice = data;

  return robot_is_sensitive (choice->room->desk, ATSPI_ROLE_PUSH_BUTTON, choice->answer);
}

/* A new call cannot be answered in its first moment. */
static void
wait_for_answer (Room *room, const char *answer)
{
  foyer_test_wait_until (can_be_chosen, &(Choice){ room, answer });
}

static FoyerCall *
ask_for_help (Room *room, const char *page)
{
  FoyerCall *call = foyer_call_new (FOYER_CALL_HELP, "Lobby kiosk", page, NULL, NOW);

  house_do (&room->house, room->house.kiosk, &foyer_reception_call, call);
  return call;
}

static FoyerVisit *
ask_to_come_in (Room *room, const char *name, FoyerCallKind kind)
{
  FoyerVisit *visit = house_visit (&room->house, name);
  g_autoptr (FoyerSignIn) sign_in = foyer_sign_in_new (visit, NULL, "en", NOW);

  sign_in->asks = kind;
  house_do (&room->house, room->house.kiosk, &foyer_reception_sign_in, sign_in);
  return visit;
}

static void
ask_to_leave (Room *room, const char *name)
{
  g_autoptr (FoyerLeaving) leaving = foyer_leaving_new (name, "Lobby kiosk", NOW);

  house_do (&room->house, room->house.kiosk, &foyer_reception_ask_to_leave, leaving);
}

static FoyerVisitState
state_of (Room *room, FoyerVisit *visit)
{
  g_autoptr (FoyerVisitFollow) follow = foyer_visit_follow_new (foyer_visit_get_id (visit));

  house_do (&room->house, room->house.kiosk, &foyer_reception_follow_visit, follow);
  return follow->state;
}

static void
test_enter_answers_who_calls_while_nobody_is_at_anything (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerCall) call = NULL;
  g_autoptr (FoyerVisit) ada = NULL;
  g_autoptr (FoyerVisit) grace = NULL;

  /* Given a receptionist who has signed in and waits */
  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nobody is on site.");

  /* When somebody at the kiosk asks for help, then the desk says where, and Enter comes */
  call = ask_for_help (room, "host");
  wait_for_answer (room, "I am coming");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Lobby kiosk asks for help (host page).");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Lobby kiosk is told that somebody comes");
  robot_wait_gone (room->desk, ATSPI_ROLE_PUSH_BUTTON, "I am coming");

  /* When two ask to come in, then Enter lets the first in, and Delete not the second */
  ada = ask_to_come_in (room, "Ada", FOYER_CALL_APPROVAL);
  grace = ask_to_come_in (room, "Grace", FOYER_CALL_RETURN);
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Reception is asked: Ada, Guest.");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Grace is back, and asks to be let in again.");
  wait_for_answer (room, "Let in");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada is let in");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_wait_gone (room->desk, ATSPI_ROLE_LABEL, "Reception is asked: Ada*");
  wait_for_answer (room, "Do not let in");
  robot_key (room->robot, "Delete");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Grace is not let in");
  g_assert_cmpint (state_of (room, ada), ==, FOYER_VISIT_ON_SITE);
  g_assert_cmpint (state_of (room, grace), ==, FOYER_VISIT_DENIED);
  g_assert_false (robot_sees_within (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace", 0));

  /* And the keyboard is where it was */
  robot_type (room->robot, "ad");
  robot_wait_text (room->desk, ATSPI_ROLE_TEXT, "Search today", "ad");
}

static void
test_a_call_waits_for_who_is_at_something (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace", NOW);
  g_autoptr (FoyerVisit) ada = NULL;

  /* Given a receptionist who looks for somebody */
  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");
  robot_type (room->robot, "gr");
  robot_wait_text (room->desk, ATSPI_ROLE_TEXT, "Search today", "gr");

  /* When a visitor asks to come in, then Enter is still about whom she looks for */
  ada = ask_to_come_in (room, "Ada", FOYER_CALL_APPROVAL);
  wait_for_answer (room, "Let in");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Grace checked out");
  g_assert_cmpint (state_of (room, ada), ==, FOYER_VISIT_ASKED);

  /* And one key leads to the call, from any view */
  robot_key (room->robot, "F2");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada is let in");
}

static void
test_who_leaves_without_the_badge_comes_first (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada Łovelace", NOW - FOYER_HOUR);
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace", NOW);
  g_autoptr (FoyerVisit) again = house_sign_in (&room->house, "grace", NOW);
  g_autofree char *tree = NULL;

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Possible double*");

  /* When somebody of nobody's name leaves, and Ada */
  ask_to_leave (room, "Marker Nobody");
  ask_to_leave (room, "ada lovelace");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Leaving?*");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Somebody at Lobby kiosk leaves without a badge.");

  /* Then nothing that was typed is at the desk, and both are seen to by Enter */
  tree = robot_tree (room->desk);
  g_assert_null (strstr (tree, "Marker"));
  wait_for_answer (room, "Seen to");
  robot_key (room->robot, "Return");
  robot_wait_gone (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Seen to");
  robot_key (room->robot, "Down");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada Łovelace checked out");
  g_assert_cmpint (house_count (&room->house, "SELECT count (*) FROM call"), ==, 0);
}

static void
test_calls_reach_the_log_and_go_with_who_signs_out (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = NULL;
  g_autofree char *tree = NULL;

  room_sign_in (room, "Bogdan S.");
  robot_click (room->desk, ATSPI_ROLE_RADIO_BUTTON, "Day log");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nothing happened on this day.");
  ada = ask_to_come_in (room, "Ada", FOYER_CALL_APPROVAL);
  wait_for_answer (room, "Do not let in");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Asked");
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Do not let in");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Denied");

  g_clear_object (&ada);
  ada = ask_to_come_in (room, "Marker", FOYER_CALL_APPROVAL);
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Reception is asked: Marker, Guest.");
  robot_key (room->robot, "F10");
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Sign out");
  robot_wait (room->desk, ATSPI_ROLE_PASSWORD_TEXT, "Password");
  tree = robot_tree (room->desk);
  g_assert_null (strstr (tree, "Marker"));
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) err = NULL;
  g_autoptr (Robot) robot = NULL;
  RoomWhole whole = { 0 };

  g_test_init (&argc, &argv, NULL);
  robot = robot_new (1280, 800, "us", &err);
  g_assert_no_error (err);
  whole = (RoomWhole){ robot, argv[1] };
#define ADD(name, test)                                                                            \
  g_test_add ("/desk-calls/" name, Room, &whole, room_set_up, test, room_tear_down)
  ADD ("enter", test_enter_answers_who_calls_while_nobody_is_at_anything);
  ADD ("busy", test_a_call_waits_for_who_is_at_something);
  ADD ("leaving", test_who_leaves_without_the_badge_comes_first);
  ADD ("log", test_calls_reach_the_log_and_go_with_who_signs_out);
  return g_test_run ();
}

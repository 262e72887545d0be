/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "desk/room.h"
#include "reception/sign-out.h"
#include "store/vault-row.h"
#include "visit/badge-code.h"

static void
test_a_wrong_password_is_said_and_a_right_one_opens_the_desk (Room *room, gconstpointer unused)
{
  g_autofree char *tree = NULL;

  /* Given a desk in which nobody has signed in */
  robot_place (room->desk, 0, 0, 1280, 800);
  robot_click (room->desk, ATSPI_ROLE_TEXT, "Name");
  robot_type (room->robot, "Agnieszka N.\n");

  /* When she mistypes her password */
  robot_type (room->robot, "wrong horse 9 battery");
  tree = robot_tree (room->desk);
  g_assert_null (strstr (tree, "wrong horse"));
  robot_key (room->robot, "Return");

  /* Then it is said, and the right one opens the desk */
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Name and password do not fit*");
  robot_wait_text (room->desk, ATSPI_ROLE_PASSWORD_TEXT, "Password", "");
  robot_type (room->robot, ROOM_PASSWORD "\n");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nobody is on site.");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Lobby desk · Agnieszka N.");
  g_assert_false (robot_sees_within (room->desk, ATSPI_ROLE_RADIO_BUTTON, "Day log", 0));
}

static gint64
count_left (Room *room)
{
  return house_count (&room->house, "SELECT count (*) FROM visit WHERE state = 5");
}

static void
test_whoever_is_singled_out_is_checked_out_by_enter (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada Łovelace", NOW);
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace Hopper", NOW);

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada Łovelace");
  robot_type (room->robot, "zz");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "No one called “zz” today.");
  robot_key (room->robot, "Escape");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace Hopper");

  /* When she types the beginning of a name, and Enter */
  robot_type (room->robot, "lo");
  robot_wait_gone (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace Hopper");
  robot_key (room->robot, "Return");

  /* Then Ada has left */
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada Łovelace checked out");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace Hopper");
  g_assert_cmpint (count_left (room), ==, 1);
}

static void
test_a_scan_checks_out_while_somebody_searches (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autofree char *qr = foyer_badge_code_to_qr (foyer_visit_get_code (ada));
  g_autofree char *scan = g_strconcat (qr, "\n", NULL);

  room_sign_in (room, "Agnieszka N.");
  robot_click (room->desk, ATSPI_ROLE_TEXT, "Search today");
  robot_type (room->robot, "a");

  /* When the badge is scanned */
  robot_scan (room->robot, scan, 0);

  /* Then she has left, and the search is as it was */
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada checked out");
  robot_wait_text (room->desk, ATSPI_ROLE_TEXT, "Search today", "a");

  /* And a badge that nobody has is said */
  robot_scan (room->robot, "FOYER1:0BCDEFGHJKMNPQRSTVWXYZ0123\n", 0);
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "No visit has this badge.");
}

static void
test_a_host_is_told_from_the_selected_row (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Find the host");
  robot_click (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_key (room->robot, "ctrl+d");
  robot_wait_gone (room->desk, ATSPI_ROLE_TABLE_CELL, "Find the host");
  robot_wait_gone (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Host told");
  robot_wait (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
}

static void
test_what_others_do_appears_and_the_selection_stays (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerVisit) grace = NULL;

  room_sign_in (room, "Agnieszka N.");
  robot_click (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_wait (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");

  /* When another process signs somebody in */
  grace = house_sign_in (&room->house, "Grace", NOW);

  /* Then she is there within a second, and it is still Ada whom Enter checks out */
  g_assert_true (robot_sees_within (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace", 1000));
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada checked out");
}

static void
test_enter_is_not_about_the_neighbour_of_who_left (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace", NOW - FOYER_HOUR);
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerSignOut) leaves = foyer_sign_out_new (foyer_visit_get_code (ada), NULL, NOW);

  room_sign_in (room, "Agnieszka N.");
  robot_click (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_wait (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");

  /* When the one who is selected leaves at the kiosk */
  house_do (&room->house, room->house.kiosk, &foyer_reception_sign_out, leaves);

  /* Then nobody is selected, and Enter leads into the list, and checks nobody out */
  robot_wait_gone (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
  g_assert_cmpint (count_left (room), ==, 1);
}

static void
test_enter_is_about_what_was_typed_before_it (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerVisit) alan = house_sign_in (&room->house, "Alan", NOW);

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");

  /* When a beginning is corrected as quickly as keys can go */
  robot_type (room->robot, "ad");
  robot_key (room->robot, "BackSpace");
  robot_type (room->robot, "l\n");

  /* Then it is the second whom Enter is about */
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Alan checked out");
  g_assert_cmpint (count_left (room), ==, 1);

  /* And a dot singles nobody out, though one alone is left */
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_type (room->robot, ".");
  robot_wait_text (room->desk, ATSPI_ROLE_TEXT, "Search today", ".");
  g_assert_false (robot_sees_within (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out", 0));
}

static void
test_security_reads_the_log_of_any_day (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) today = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerVisit) before = house_sign_in (&room->house, "Grace", NOW - FOYER_DAY);

  room_sign_in (room, "Bogdan S.");
  robot_click (room->desk, ATSPI_ROLE_RADIO_BUTTON, "Day log");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Signed in");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Lobby kiosk");
  robot_wait_gone (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");

  /* When he turns a day back */
  robot_key (room->robot, "ctrl+Left");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");
  robot_wait_gone (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");

  /* And one more, and forward again */
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Day before*");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nothing happened on this day.");
  robot_key (room->robot, "ctrl+Right");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");

  /* Then the audit trail knows each of the four looks, however often the day was read again */
  g_assert_cmpint (
      house_count (&room->house, "SELECT count (*) FROM audit WHERE event = 'day-log-seen'"),
      ==,
      4);
}

static void
test_nothing_of_visitors_stays_after_signing_out (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada Łovelace", NOW);
  g_autofree char *tree = NULL;

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada Łovelace");
  robot_key (room->robot, "F10");
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Sign out");
  robot_wait (room->desk, ATSPI_ROLE_PASSWORD_TEXT, "Password");
  tree = robot_tree (room->desk);
  g_assert_null (strstr (tree, "Łovelace"));
}

static void
test_the_window_is_named_after_the_station (Room *room, gconstpointer unused)
{
  robot_wait (room->desk, ATSPI_ROLE_FRAME, "Foyer · Lobby desk");
  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_FRAME, "Foyer · Lobby desk");
}

static void
launch (Room *room, const char *program)
{
  g_autoptr (GError) err = NULL;

  robot_end_apps (room->robot);
  room->desk =
      robot_launch (room->robot, (const char *const[]){ program, room->conf, NULL }, NULL, &err);
  g_assert_no_error (err);
  robot_place (room->desk, 0, 0, 1280, 800);
}

static void
test_a_missing_key_has_a_screen_and_work_goes_on_when_it_is_back (Room *room, gconstpointer data)
{
  const RoomWhole *whole = data;
  g_autofree char *key = g_build_filename (room->house.folder, "kek.0", NULL);
  g_autofree char *elsewhere = g_build_filename (room->house.folder, "away", NULL);
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);

  /* Given a store whose key was moved away */
  g_assert_cmpint (g_rename (key, elsewhere), ==, 0);
  launch (room, whole->program);

  /* Then the desk says so, and where the way on is */
  robot_wait (room->desk, ATSPI_ROLE_HEADING, "The key to the visits is missing");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "An administrator can help: “foyerctl check”*");
  g_assert_false (robot_sees_within (room->desk, ATSPI_ROLE_TEXT, "Name", 0));

  /* When it is back, then work goes on by itself */
  g_assert_cmpint (g_rename (elsewhere, key), ==, 0);
  robot_wait (room->desk, ATSPI_ROLE_HEADING, "Sign in to the desk");
  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
}

static void
test_a_damaged_visit_says_so_and_no_other_is_kept_from_leaving (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace", NOW);
  FoyerValue id = foyer_blob (foyer_visit_get_id (ada));
  g_autoptr (GError) err = NULL;

  /* Given a visit whose type was changed behind the program's back */
  g_assert_true (foyer_db_run_all (room->house.desk,
                                   "UPDATE visit SET type = 'guesu' WHERE id = $1",
                                   &id,
                                   1,
                                   &err));
  room_sign_in (room, "Agnieszka N.");

  /* Then nothing of it is shown but that, and what to do */
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Damaged record");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Tell an administrator");
  g_assert_false (robot_sees_within (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada", 0));

  /* And it is not changed, while others can be */
  robot_click (room->desk, ATSPI_ROLE_TABLE_CELL, "Damaged record");
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "This entry is damaged*");
  robot_click (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");
  robot_click (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Grace checked out");
}

static void
test_what_is_not_forgotten_in_time_is_said_whoever_signs_in (Room *room, gconstpointer unused)
{
  g_autoptr (GError) err = NULL;

  /* Given a debt that nobody has paid: nothing swaps here */
  g_assert_true (foyer_db_script (room->house.desk, "BEGIN IMMEDIATE", &err));
  g_assert_true (
      foyer_vault_row_owe (room->house.desk, FOYER_OWED_ERASURE, NOW - FOYER_HOUR, &err));
  g_assert_true (foyer_db_script (room->house.desk, "COMMIT", &err));
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Deleted visits are not forgotten yet*");

  /* Then each who signs in is told */
  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Deleted visits are not forgotten yet*");
}

static void
test_down_goes_from_the_search_into_the_list (Room *room, gconstpointer unused)
{
  g_autoptr (FoyerVisit) ada = house_sign_in (&room->house, "Ada", NOW);
  g_autoptr (FoyerVisit) grace = house_sign_in (&room->house, "Grace", NOW - FOYER_HOUR);

  room_sign_in (room, "Agnieszka N.");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Grace");
  robot_click (room->desk, ATSPI_ROLE_TEXT, "Search today");

  /* When she goes down into the list, and types on: that searches */
  robot_key (room->robot, "Down");
  robot_wait (room->desk, ATSPI_ROLE_PUSH_BUTTON, "Check out");
  robot_type (room->robot, "gr");
  robot_wait_text (room->desk, ATSPI_ROLE_TEXT, "Search today", "gr");
  robot_wait_gone (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");
  robot_key (room->robot, "Escape");
  robot_wait (room->desk, ATSPI_ROLE_TABLE_CELL, "Ada");

  /* Then Enter is about the row that Down selects: who came last */
  robot_key (room->robot, "Down");
  robot_key (room->robot, "Return");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Ada checked out");
}

static void
test_the_keys_turn_to_the_other_view (Room *room, gconstpointer unused)
{
  room_add_account (room, "Cem T.", FOYER_ROLE_RECEPTIONIST | FOYER_ROLE_SECURITY);
  room_sign_in (room, "Cem T.");
  robot_key (room->robot, "alt+2");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nothing happened on this day.");
  robot_key (room->robot, "alt+1");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nobody is on site.");
  robot_key (room->robot, "ctrl+Page_Down");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nothing happened on this day.");
  robot_key (room->robot, "ctrl+Page_Up");
  robot_wait (room->desk, ATSPI_ROLE_LABEL, "Nobody is on site.");
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
#define ADD(name, test) g_test_add ("/desk/" name, Room, &whole, room_set_up, test, room_tear_down)
  ADD ("key-missing", test_a_missing_key_has_a_screen_and_work_goes_on_when_it_is_back);
  ADD ("overdue", test_what_is_not_forgotten_in_time_is_said_whoever_signs_in);
  ADD ("damaged", test_a_damaged_visit_says_so_and_no_other_is_kept_from_leaving);
  ADD ("sign-in", test_a_wrong_password_is_said_and_a_right_one_opens_the_desk);
  ADD ("check-out", test_whoever_is_singled_out_is_checked_out_by_enter);
  ADD ("scan", test_a_scan_checks_out_while_somebody_searches);
  ADD ("host-told", test_a_host_is_told_from_the_selected_row);
  ADD ("others", test_what_others_do_appears_and_the_selection_stays);
  ADD ("neighbour", test_enter_is_not_about_the_neighbour_of_who_left);
  ADD ("typed-fast", test_enter_is_about_what_was_typed_before_it);
  ADD ("day-log", test_security_reads_the_log_of_any_day);
  ADD ("sign-out", test_nothing_of_visitors_stays_after_signing_out);
  ADD ("title", test_the_window_is_named_after_the_station);
  ADD ("down", test_down_goes_from_the_search_into_the_list);
  ADD ("views", test_the_keys_turn_to_the_other_view);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "story.h"

G_BEGIN_DECLS

/** What is typed, and must not be found afterwards. */
#define MARKER "Quentin Marker"

/** What staff are asked for, who are no visitors. */
#define VISITOR_STAFF_NAME "Staff: what is your name?"
#define VISITOR_STAFF_PASSWORD "Staff: what is your password?"

/**
 * visitor_run:
 * @add_tests: Adds the program's tests, each with the story as its data
 * @printer: (nullable): As in story_new()
 *
 * The main() of a program whose tests drive the real kiosk: one robot, one story, of the size that
 * the last argument says, "landscape" or "portrait". Returns: The program's status
 */
int visitor_run (int argc, char *argv[], const char *printer, void (*add_tests) (Story *story));

/** visitor_arrives: Starts a fresh kiosk of the screen's size */
void visitor_arrives (Story *story);

/** visitor_sees: Waits for such a thing */
void visitor_sees (Story *story, AtspiRole role, const char *name);

/** visitor_reads: Waits for that question */
void visitor_reads (Story *story, const char *question);

/** visitor_taps: Taps the button of that name */
void visitor_taps (Story *story, const char *button);

/** visitor_types: Waits for that question, types on an attached keyboard, and sees it there */
void visitor_types (Story *story, const char *question, const char *text);

/** visitor_is_asked_for_name: From the welcome page to the question for the name, as a guest */
void visitor_is_asked_for_name (Story *story);

/** visitor_is_asked_for_host: On to the question for the host, as MARKER */
void visitor_is_asked_for_host (Story *story);

/** visitor_puts: Puts @text into the entry of that question, as assistive technology does: also
 * what no keyboard has */
void visitor_puts (Story *story, const char *question, const char *text);

/** visitor_assert_typed: Finds that the entry of that question has that text */
void visitor_assert_typed (Story *story, const char *question, const char *text);

/** visitor_holds_service_key: Somebody holds F12 until staff are asked for their name */
void visitor_holds_service_key (Story *story);

/** visitor_signs_staff_in: Types name and password where staff are asked for them */
void visitor_signs_staff_in (Story *story, const char *name, const char *password);

/** visitor_leaves_traces: Returns: Whether @text is anywhere in the kiosk's widgets, hidden or not
 */
gboolean visitor_leaves_traces (Story *story, const char *text);

/** visitor_count_visits: Returns: How many visits another station finds in the store */
gint64 visitor_count_visits (Story *story);

G_END_DECLS

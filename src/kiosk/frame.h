/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_KIOSK_FRAME (foyer_kiosk_frame_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskFrame, foyer_kiosk_frame, FOYER, KIOSK_FRAME, GtkBox)

/**
 * FoyerKioskFrame::back:
 *
 * The visitor wants to go back.
 *
 * FoyerKioskFrame::answered:
 *
 * The answer of the page in front is given, by itself or by the touch keyboard's Continue.
 *
 * FoyerKioskFrame::go-to:
 * @page: A page's name
 *
 * The visitor wants to be at another page.
 *
 * FoyerKioskFrame::language-wished:
 * @language: A language's code
 *
 * The visitor wants another language.
 *
 * FoyerKioskFrame::display-wished:
 * @choice: What foyer_display_choose() takes
 *
 * The visitor wants the screen to be otherwise.
 */

/**
 * FoyerKioskHeader:
 * @FOYER_KIOSK_HEADER: There is a header at all
 * @FOYER_KIOSK_HEADER_BACK: With a way back
 * @FOYER_KIOSK_HEADER_LANGUAGE: With the languages
 * @FOYER_KIOSK_HEADER_DISPLAY: With what the screen looks like
 * @FOYER_KIOSK_HEADER_CALL: With the button that calls reception
 */
typedef enum {
  FOYER_KIOSK_HEADER = 1 << 0,
  FOYER_KIOSK_HEADER_BACK = 1 << 1,
  FOYER_KIOSK_HEADER_LANGUAGE = 1 << 2,
  FOYER_KIOSK_HEADER_DISPLAY = 1 << 3,
  FOYER_KIOSK_HEADER_CALL = 1 << 4,
} FoyerKioskHeader;

/**
 * foyer_kiosk_frame_new:
 * @context: What it needs of it is the language, the screen's shape, and the display. Where the
 *   screen is higher than wide, or everything stands low, the header is below the pages
 *
 * Returns: (transfer floating): A frame without pages
 */
GtkWidget *foyer_kiosk_frame_new (const FoyerKioskContext *context);

/** foyer_kiosk_frame_find_entry: Returns: (transfer none) (nullable): Where a text is typed on the
 * page of that name; %NULL: nowhere, or nobody was there yet */
GtkEntry *foyer_kiosk_frame_find_entry (FoyerKioskFrame *self, const char *name);

/** foyer_kiosk_frame_find: Returns: (transfer none) (nullable): The page of that name */
FoyerKioskPage *foyer_kiosk_frame_find (FoyerKioskFrame *self, const char *name);

/** foyer_kiosk_frame_add: Adds a page, which does not show yet */
void foyer_kiosk_frame_add (FoyerKioskFrame *self, FoyerKioskPage *page, const char *name);

/**
 * FoyerKioskTurn:
 * @FOYER_KIOSK_TURN_AT_ONCE: Cut: the answer to a deed is not waited for
 * @FOYER_KIOSK_TURN_FORWARDS: Slide in reading direction
 * @FOYER_KIOSK_TURN_BACKWARDS: Slide against it
 */
typedef enum {
  FOYER_KIOSK_TURN_AT_ONCE,
  FOYER_KIOSK_TURN_FORWARDS,
  FOYER_KIOSK_TURN_BACKWARDS,
} FoyerKioskTurn;

/**
 * foyer_kiosk_frame_turn_to:
 * @self: A frame
 * @page: One of its pages
 * @turn: How
 *
 * Brings a page to the front, with the touch keyboard where it has an entry.
 */
void foyer_kiosk_frame_turn_to (FoyerKioskFrame *self, FoyerKioskPage *page, FoyerKioskTurn turn);

/**
 * foyer_kiosk_frame_set_header:
 * @self: A frame
 * @header: What the header has
 * @step: (nullable): Where the visitor is, "Question 2 of 3"
 */
void
foyer_kiosk_frame_set_header (FoyerKioskFrame *self, FoyerKioskHeader header, const char *step);

/** foyer_kiosk_frame_press: Does what the header's button of that key does, wherever that button is
 * shown on the page; @keyval: F1 calls reception, F2 changes the language, F3 the display */
void foyer_kiosk_frame_press (FoyerKioskFrame *self, guint keyval);

/** foyer_kiosk_frame_set_busy: @busy: Whether nothing may be pressed now */
void foyer_kiosk_frame_set_busy (FoyerKioskFrame *self, gboolean busy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_KIOSK_FLOW (foyer_kiosk_flow_get_type ())
G_DECLARE_FINAL_TYPE (FoyerKioskFlow, foyer_kiosk_flow, FOYER, KIOSK_FLOW, GObject)

/**
 * FoyerKioskFlow::over:
 *
 * The visitor is done: start over.
 *
 * FoyerKioskFlow::moved:
 *
 * Another page came to the front.
 *
 * FoyerKioskFlow::language-wished:
 * @language: A language's code
 *
 * The visitor wants another language: build a new flow, and let it take this one over.
 */

/**
 * foyer_kiosk_flow_new:
 * @context: What its pages need; copied. The visit is kept, and the reading becomes the flow's
 *
 * Returns: (transfer full): A flow that shows nothing yet: put its frame into a window first
 */
FoyerKioskFlow *foyer_kiosk_flow_new (const FoyerKioskContext *context);

/** foyer_kiosk_flow_get_frame: Returns: (transfer none): What the window shows */
GtkWidget *foyer_kiosk_flow_get_frame (FoyerKioskFlow *self);

/** foyer_kiosk_flow_get_visit: Returns: (transfer none): The visit that the flow fills */
FoyerVisit *foyer_kiosk_flow_get_visit (FoyerKioskFlow *self);

/** foyer_kiosk_flow_begin: @page: The page to show, "welcome", "goodbye" or "service-sign-in" */
void foyer_kiosk_flow_begin (FoyerKioskFlow *self, const char *page);

/**
 * foyer_kiosk_flow_adopt:
 * @self: A flow
 * @visit: A visit that has answers: of an invitation, of the visit that ended today, remembered
 * @back_from: (nullable): Of who left today and is back: the id of the visit that ended
 *
 * Asks what is missing, and goes to the check page.
 */
void foyer_kiosk_flow_adopt (FoyerKioskFlow *self, FoyerVisit *visit, GBytes *back_from);

/** foyer_kiosk_flow_welcome_back: Takes up the answers of @before, which ended today, in a visit of
 * its own */
void foyer_kiosk_flow_welcome_back (FoyerKioskFlow *self, FoyerVisit *before);

/** foyer_kiosk_flow_show_held: Shows on "your-data" what is held about @visit, as far as its badge
 * does */
void foyer_kiosk_flow_show_held (FoyerKioskFlow *self, FoyerVisit *visit);

/**
 * foyer_kiosk_flow_take_over:
 * @self: A flow that shows nothing yet, with the same visit
 * @before: A flow in another language, or for another display
 *
 * Shows the same page as @before, with the same answers, also those that are half typed.
 */
void foyer_kiosk_flow_take_over (FoyerKioskFlow *self, FoyerKioskFlow *before);

/** foyer_kiosk_flow_get_page: Returns: (transfer none): The name of the page in front */
const char *foyer_kiosk_flow_get_page (FoyerKioskFlow *self);

/** foyer_kiosk_flow_back: As if Back was tapped; nothing where there is no way back */
void foyer_kiosk_flow_back (FoyerKioskFlow *self);

/** foyer_kiosk_flow_is_empty: Returns: Whether there is nothing that a visitor could lose */
gboolean foyer_kiosk_flow_is_empty (FoyerKioskFlow *self);

/** foyer_kiosk_flow_is_busy: Returns: Whether a sign-in is under way */
gboolean foyer_kiosk_flow_is_busy (FoyerKioskFlow *self);

/** foyer_kiosk_flow_is_for_reading: Returns: Whether the page in front is a long text */
gboolean foyer_kiosk_flow_is_for_reading (FoyerKioskFlow *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/arrival.h"
#include "kiosk/flow.h"
#include "kiosk/frame.h"
#include "kiosk/help-call.h"
#include "kiosk/notice-reader.h"
#include "kiosk/way.h"

G_BEGIN_DECLS

/**
 * FoyerKioskFlow:
 *
 * The way of one visitor through the pages.
 */
struct _FoyerKioskFlow {
  GObject parent;

  FoyerKioskContext context; /* holds the visit, the companions, the language and the reading */
  FoyerKioskFrame *frame;
  FoyerWay *way;
  const FoyerStep *step; /* the page in front */
  GCancellable *cancel;
  FoyerNoticeReader *reader;
  gboolean is_busy;        /* a deed is under way */
  const FoyerStep *wanted; /* shown as soon as the store can be reached */

  FoyerArrival *arrival;
  FoyerHelpCall *call;
  GBytes *back_from;       /* the visit that ended today, of who is back */
  gboolean is_signed_in;   /* what is answered now puts something right */
  gboolean message_is_end; /* what is said is the last thing */
  char *said;              /* what a message says, where it was put together */
};

/** foyer_kiosk_flow_go: Goes to a page, as soon as the notice was read where it needs one */
void foyer_kiosk_flow_go (FoyerKioskFlow *self, const char *page);

/** foyer_kiosk_flow_set_busy: Whether nothing may be pressed until a deed is done */
void foyer_kiosk_flow_set_busy (FoyerKioskFlow *self, gboolean busy);

/** foyer_kiosk_flow_complain: Says at the page in front why a deed was not done, or shows that the
 * store cannot be reached */
void foyer_kiosk_flow_complain (FoyerKioskFlow *self, const GError *err);

/** foyer_kiosk_flow_over: The visitor is done */
void foyer_kiosk_flow_over (FoyerKioskFlow *self);

/** foyer_kiosk_flow_prepare: Builds a page that is not shown yet */
void foyer_kiosk_flow_prepare (FoyerKioskFlow *self, const char *page);

/** foyer_kiosk_flow_show_again: The page in front shows what there is now */
void foyer_kiosk_flow_show_again (FoyerKioskFlow *self);

/* What a visitor has done, in flow-deeds.c. */

/** foyer_kiosk_flow_sign_in: The check page's answer: until here nothing was stored */
void foyer_kiosk_flow_sign_in (FoyerKioskFlow *self);

/** foyer_kiosk_flow_call: Calls reception from @page, and says so on "called" */
void foyer_kiosk_flow_call (FoyerKioskFlow *self, const char *page);

/** foyer_kiosk_flow_hand_over: A delivery is left here: reception is called, nothing is recorded */
void foyer_kiosk_flow_hand_over (FoyerKioskFlow *self);

/** foyer_kiosk_flow_ask_to_leave: Somebody without a badge wants to leave */
void foyer_kiosk_flow_ask_to_leave (FoyerKioskFlow *self);

/** foyer_kiosk_flow_put_right: What was answered replaces what was signed in */
void foyer_kiosk_flow_put_right (FoyerKioskFlow *self);

/** foyer_kiosk_flow_remember: The visitor wants a code that brings the answers back */
void foyer_kiosk_flow_remember (FoyerKioskFlow *self);

/** foyer_kiosk_flow_find_expected: Looks for an invitation by name and host, and goes on: nothing
 * is said of it */
void foyer_kiosk_flow_find_expected (FoyerKioskFlow *self);

/** foyer_kiosk_flow_go_on: Goes to what comes next on the way */
void foyer_kiosk_flow_go_on (FoyerKioskFlow *self);

/** foyer_kiosk_flow_take_type: The visitor has said what brings them: finds the host, where all of
 * these visitors have the same one, and leaves behind who may not come along */
void foyer_kiosk_flow_take_type (FoyerKioskFlow *self);

G_END_DECLS

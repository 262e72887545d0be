/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kiosk/brand.h"
#include "kiosk/companions.h"
#include "kiosk/display.h"
#include "kiosk/host-budget.h"
#include "kiosk/service-door.h"
#include "notice/notice.h"
#include "privacy/notice.h"
#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerKioskMessage:
 * @icon: A symbolic icon's name
 * @heading: What is said
 * @words: (nullable): What to do next
 * @primary: (nullable): What the button says
 * @closes_in: After how many seconds the page closes by itself, with a button for it; 0: never
 *
 * What a page says that only says something.
 */
typedef struct {
  const char *icon;
  const char *heading;
  const char *words;
  const char *primary;
  int closes_in;
} FoyerKioskMessage;

/**
 * FoyerKioskContext:
 * @store: Borrowed; for pages that ask while a person types (hosts)
 * @kiosk: Borrowed; the actor of the kiosk
 * @clock: Borrowed
 * @settings: Borrowed
 * @language: Borrowed; the language of the screen, "en"
 * @reading: Borrowed, nullable until it was read: the notice in force, and what each type's
 * visitors are told
 * @visit: Borrowed; the one visit that the flow fills
 * @companions: Borrowed; who comes with the visitor
 * @host_budget: Borrowed; what may still be searched
 * @message: What "message" says
 * @held: Borrowed, nullable: the visit whose badge was held under the reader on "your-data"
 * @remembered_code: (nullable): The code that brings the answers back; personal
 * @remembered_until: Until when, in ms since the epoch, UTC
 * @portrait: Whether the screen is higher than wide
 * @door: Borrowed; the way of staff to the service page
 * @display: Borrowed, nullable: how the visitor wants the screen to be
 * @brand: Borrowed, nullable: the organisation's pictures
 *
 * What a flow hands to each of its pages: outlives them.
 */
typedef struct {
  FoyerStore *store;
  FoyerActor *kiosk;
  FoyerClock *clock;
  FoyerSettings *settings;
  const char *language;
  FoyerReading *reading;
  FoyerVisit *visit;
  FoyerCompanions *companions;
  FoyerHostBudget *host_budget;
  FoyerKioskMessage message;
  FoyerVisit *held;
  const char *remembered_code;
  gint64 remembered_until;
  gboolean portrait;
  FoyerServiceDoor *door;
  const FoyerDisplay *display;
  const FoyerBrand *brand;
} FoyerKioskContext;

#define FOYER_TYPE_KIOSK_PAGE (foyer_kiosk_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerKioskPage, foyer_kiosk_page, FOYER, KIOSK_PAGE, GtkBox)

/**
 * FoyerKioskPageClass:
 * @show: The page comes to the front, at first or again: show what the visit holds, focus the
 * question
 * @apply: Takes what was typed into the visit; on %FALSE nothing was taken, and @error is said at
 * the field
 * @complain: Says @sentence at the field; %NULL takes it back
 * @text_entry: Returns: (transfer none) (nullable): The entry that the touch keyboard types into
 *
 * A page of the kiosk. Its contract is two things: the property `complete`, and apply().
 */
struct _FoyerKioskPageClass {
  GtkBoxClass parent_class;

  void (*show) (FoyerKioskPage *self);
  gboolean (*apply) (FoyerKioskPage *self, GError **error);
  void (*complain) (FoyerKioskPage *self, const char *sentence);
  GtkEntry *(*text_entry) (FoyerKioskPage *self);
};

/**
 * FoyerKioskPage::answered:
 *
 * The page's answer is given (a tile, a host): go on as if its primary button was pressed.
 *
 * FoyerKioskPage::go-to:
 * @page: A page's name, "name", "excerpt", "welcome", …
 *
 * The visitor wants to be at another page; from a check page's "Change" the flow returns to the
 * check.
 */

/**
 * FoyerKioskPage::language-wished:
 * @language: A language's code
 *
 * The visitor wants the screen in another language; everything typed is kept.
 *
 * FoyerKioskPage::display-wished:
 * @choice: What foyer_display_choose() takes
 *
 * The visitor wants the screen to be otherwise; everything typed is kept.
 *
 * What the flow does, so that no page has to: it calls apply() on ::answered and goes on, or back
 * from a page beside the way ("excerpt", "notice", …); on the check page's ::answered it signs in,
 * with the page not complete while that runs; it reads the notice before "check", "excerpt",
 * "notice" and "privacy" show, so that their context always has a reading with a notice in it; it
 * shows "unreachable" and tries the store again every 2 s; "welcome" ends the visit: it starts
 * over. On "goodbye" the context's visit is the one that has left, and its days told are those
 * after which it is deleted.
 */

/** foyer_kiosk_page_set_context: @context: Borrowed; outlives the page. Called once, before show()
 */
void foyer_kiosk_page_set_context (FoyerKioskPage *self, const FoyerKioskContext *context);

/** foyer_kiosk_page_get_context: Returns: (transfer none): What the flow handed over */
const FoyerKioskContext *foyer_kiosk_page_get_context (FoyerKioskPage *self);

/** foyer_kiosk_page_set_field: @field: Borrowed, nullable; what the page asks for. Called once,
 * before show() */
void foyer_kiosk_page_set_field (FoyerKioskPage *self, FoyerVisitorField *field);

/** foyer_kiosk_page_get_field: Returns: (transfer none) (nullable): What the page asks for */
FoyerVisitorField *foyer_kiosk_page_get_field (FoyerKioskPage *self);

/** foyer_kiosk_page_get_visit: Returns: (transfer none): The visit that the flow fills */
FoyerVisit *foyer_kiosk_page_get_visit (FoyerKioskPage *self);

/**
 * foyer_kiosk_page_place_picture:
 * @picture: The child that is only looked at, beside one with the page's words
 *
 * Beside the words, or over them where the screen is higher than wide; not at all in high contrast,
 * nor where large text needs its room.
 */
void foyer_kiosk_page_place_picture (FoyerKioskPage *self, GtkWidget *picture);

/** foyer_kiosk_page_is_cramped: Returns: Whether text is so large that what stands beside each
 * other has to stand below each other */
gboolean foyer_kiosk_page_is_cramped (FoyerKioskPage *self);

/**
 * foyer_kiosk_page_put_last:
 * @hint: A child that helps, and is not needed
 *
 * Between large text and the touch keyboard what is typed has to be seen: the hint stands below it.
 */
void foyer_kiosk_page_put_last (FoyerKioskPage *self, GtkWidget *hint);

/** foyer_kiosk_page_show_words: Shows @words, or no label at all where there are none: @words:
 * (nullable): shown as they are */
void foyer_kiosk_page_show_words (GtkLabel *label, const char *words);

/** foyer_kiosk_page_set_complete: @complete: Whether the primary button may be pressed */
void foyer_kiosk_page_set_complete (FoyerKioskPage *self, gboolean complete);

/** foyer_kiosk_page_get_complete: Returns: Whether the primary button may be pressed */
gboolean foyer_kiosk_page_get_complete (FoyerKioskPage *self);

/** foyer_kiosk_page_show: Calls the class's show() */
void foyer_kiosk_page_show (FoyerKioskPage *self);

/** foyer_kiosk_page_apply: Calls the class's apply(); a page without one always succeeds */
gboolean foyer_kiosk_page_apply (FoyerKioskPage *self, GError **error);

/** foyer_kiosk_page_complain: Calls the class's complain() */
void foyer_kiosk_page_complain (FoyerKioskPage *self, const char *sentence);

/** foyer_kiosk_page_get_text_entry: Calls the class's text_entry() */
GtkEntry *foyer_kiosk_page_get_text_entry (FoyerKioskPage *self);

/** foyer_kiosk_page_answer: Emits FoyerKioskPage::answered */
void foyer_kiosk_page_answer (FoyerKioskPage *self);

/** foyer_kiosk_page_go_to: Emits FoyerKioskPage::go-to */
void foyer_kiosk_page_go_to (FoyerKioskPage *self, const char *page);

/** foyer_kiosk_page_wish_language: Emits FoyerKioskPage::language-wished */
void foyer_kiosk_page_wish_language (FoyerKioskPage *self, const char *language);

/** foyer_kiosk_page_wish_display: Emits FoyerKioskPage::display-wished */
void foyer_kiosk_page_wish_display (FoyerKioskPage *self, const char *choice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "station/settings.h"
#include "store/store.h"
#include "visit/clock.h"

G_BEGIN_DECLS

/**
 * FoyerDeskContext:
 * @store: Borrowed
 * @actor: Borrowed; who has signed in
 * @clock: Borrowed
 * @settings: Borrowed
 *
 * What the window hands to each of its pages: outlives them.
 */
typedef struct {
  FoyerStore *store;
  FoyerActor *actor;
  FoyerClock *clock;
  FoyerSettings *settings;
} FoyerDeskContext;

#define FOYER_TYPE_DESK_PAGE (foyer_desk_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (FoyerDeskPage, foyer_desk_page, FOYER, DESK_PAGE, GtkBox)

/**
 * FoyerDeskPageClass:
 * @ask: Asks the store for what the page shows; foyer_desk_page_answered() follows. Never called
 * while an answer is still to come
 * @handle_key: A key that nothing in the window has taken yet; returns whether it was the page's
 * @cut_off_changed: foyer_desk_page_is_cut_off() says something else now
 *
 * A view of the desk, which asks again whenever rows have changed.
 */
struct _FoyerDeskPageClass {
  GtkBoxClass parent_class;

  void (*ask) (FoyerDeskPage *self);
  gboolean (*handle_key) (FoyerDeskPage *self, GdkEventKey *event);
  void (*cut_off_changed) (FoyerDeskPage *self);
};

/**
 * FoyerDeskPage::said:
 * @words: What was done, or why it was not
 *
 * FoyerDeskPage::trouble:
 * @words: (nullable): What does not work at the moment; %NULL when all is well again
 */

/** foyer_desk_page_set_context: @context: Borrowed; outlives the page. Called once; asks at once */
void foyer_desk_page_set_context (FoyerDeskPage *self, const FoyerDeskContext *context);

/** foyer_desk_page_get_context: Returns: (transfer none): What the window handed over */
const FoyerDeskContext *foyer_desk_page_get_context (FoyerDeskPage *self);

/** foyer_desk_page_get_cancel: Returns: (transfer none): Cancelled when the page goes */
GCancellable *foyer_desk_page_get_cancel (FoyerDeskPage *self);

/** foyer_desk_page_refresh: Asks now, or once more when the answer to come is there */
void foyer_desk_page_refresh (FoyerDeskPage *self);

/** foyer_desk_page_answered: @err: (nullable): Why there is no answer to ask() */
void foyer_desk_page_answered (FoyerDeskPage *self, const GError *err);

/** foyer_desk_page_say: Emits FoyerDeskPage::said */
void foyer_desk_page_say (FoyerDeskPage *self, const char *words);

/** foyer_desk_page_say_error: Says why a deed was not done; asks again where the store is cut off
 */
void foyer_desk_page_say_error (FoyerDeskPage *self, const GError *err);

/** foyer_desk_page_is_cut_off: Returns: Whether the store cannot be reached */
gboolean foyer_desk_page_is_cut_off (FoyerDeskPage *self);

/** foyer_desk_page_handle_key: Calls the class's handle_key() */
gboolean foyer_desk_page_handle_key (FoyerDeskPage *self, GdkEventKey *event);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/flow.h"
#include "kiosk/page-stage.h"

G_BEGIN_DECLS

/**
 * Site:
 *
 * The real flow, in a window of its own, at a site whose one visitor type has every kind of field:
 * first-visit, escort (where it is yes), name, email, phone, born, people, car, place, nda, rules,
 * host.
 */
typedef struct {
  PageStage stage;
  FoyerKioskFlow *flow;
} Site;

/** site_set_up: For g_test_add(): the flow stands at its welcome */
void site_set_up (Site *site, gconstpointer unused);

/** site_tear_down: For g_test_add(): ends it, and finds that nobody keeps it */
void site_tear_down (Site *site, gconstpointer unused);

/** site_wait: Waits for that page */
void site_wait (Site *site, const char *page);

/** site_go_to: Answers everything before that page; "check": everything */
void site_go_to (Site *site, const char *page);

/** site_get_page: Returns: (transfer none) (nullable): The page in front */
FoyerKioskPage *site_get_page (Site *site);

/** site_get_entry: Returns: (transfer none): Where is typed */
GtkEntry *site_get_entry (Site *site);

/** site_press: Presses the button of that name */
void site_press (Site *site, const char *button);

/** site_type: Types over what stands there, and presses Enter */
void site_type (Site *site, const char *text);

/** site_sees: Returns: Whether these words are to be seen */
gboolean site_sees (Site *site, const char *words);

/** site_change_language: As the window does: a new flow takes the one before over */
void site_change_language (Site *site, const char *language);

/** site_get_visit: Returns: (transfer none): What the flow fills */
FoyerVisit *site_get_visit (Site *site);

/** site_get_answer: Returns: (transfer none) (nullable): The answer to the field of that key */
const char *site_get_answer (Site *site, const char *key);

G_END_DECLS

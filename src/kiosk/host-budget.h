/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/clock.h"

G_BEGIN_DECLS

/** How many searches for a host one visitor has, and how many hosts they show at most. */
#define FOYER_HOST_SEARCHES_MAX 10
#define FOYER_HOSTS_SHOWN_MAX 50

/** How many visitors who only searched, within which time, make names be asked in full, and for how
 * long, in ms. */
#define FOYER_HOST_ABANDONED_MAX 3
#define FOYER_HOST_CAUTION (10 * FOYER_MINUTE)

/**
 * FoyerHostAllowance:
 * @FOYER_HOST_ALLOWED: Beginnings of names find hosts
 * @FOYER_HOST_LAST_NAMES: Only whole last names do
 * @FOYER_HOST_USED_UP: This visitor has searched enough
 */
typedef enum {
  FOYER_HOST_ALLOWED,
  FOYER_HOST_LAST_NAMES,
  FOYER_HOST_USED_UP,
} FoyerHostAllowance;

#define FOYER_TYPE_HOST_BUDGET (foyer_host_budget_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHostBudget, foyer_host_budget, FOYER, HOST_BUDGET, GObject)

/** foyer_host_budget_new: Returns: (transfer full): What a kiosk's visitors may still search: it
 * outlives them */
FoyerHostBudget *foyer_host_budget_new (FoyerClock *clock);

/**
 * foyer_host_budget_ask:
 * @self: A budget
 * @typed: What is searched for
 *
 * Letters that are added to the last search, or taken from it down to three, are the same search;
 * fewer are none: they find nobody but by the whole name.
 *
 * Returns: What may be searched
 */
FoyerHostAllowance foyer_host_budget_ask (FoyerHostBudget *self, const char *typed);

/** foyer_host_budget_shown: @hosts: (element-type FoyerHost): What a search has brought to the
 * screen */
void foyer_host_budget_shown (FoyerHostBudget *self, GPtrArray *hosts);

/** foyer_host_budget_signed_in: This visitor did not only search */
void foyer_host_budget_signed_in (FoyerHostBudget *self);

/** foyer_host_budget_next_visitor: Somebody else stands there; nothing that was typed is kept */
void foyer_host_budget_next_visitor (FoyerHostBudget *self);

G_END_DECLS

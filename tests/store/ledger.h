/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"

G_BEGIN_DECLS

/**
 * Ledger:
 *
 * What keepers (tests/store/keeper.c) have said about their visits: what has to be there, and what
 * must not.
 */
typedef struct {
  GHashTable *visits;
  guint done;       /* how many deeds were acknowledged */
  guint swaps;      /* how many of them were swaps */
  guint recoveries; /* how many recoveries there were */
  guint errors;     /* how many keepers gave up */
  char *problem;    /* why the last one did */
} Ledger;

/** ledger_new: Returns: (transfer full): A ledger without visits */
Ledger *ledger_new (void);

/** ledger_free: @ledger: (transfer full): A ledger */
void ledger_free (Ledger *ledger);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ledger, ledger_free)

/** ledger_read: Takes down what a keeper wrote to the file at @path, which is emptied */
void ledger_read (Ledger *ledger, const char *path);

/** ledger_add: Takes down a visit that the test itself has signed in or
 * corrected */
void ledger_add (Ledger *ledger, FoyerVisit *visit);

/** ledger_count: Returns: How many visits have to be there */
guint ledger_count (Ledger *ledger);

/**
 * ledger_compare:
 * @ledger: A ledger
 * @house: Whose store the keepers worked at; none does now
 *
 * Finds that each acknowledged visit opens with its last acknowledged name, and that what was
 * erased is gone. What nobody could know, whether a deed was done whose keeper died in it, is known
 * from then on.
 */
void ledger_compare (Ledger *ledger, House *house);

G_END_DECLS

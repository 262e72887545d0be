/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ledger.h"

G_BEGIN_DECLS

/** CRASH_SLOWER: So many times fewer rounds are made */
#ifdef __SANITIZE_ADDRESS__
#define CRASH_SLOWER 10
#else
#define CRASH_SLOWER 1
#endif

/** crash_is_long: Returns: Whether the long figures are asked for */
gboolean crash_is_long (void);

/** crash_is_held: Returns: Whether that slot's key file is there, and not all zeros */
gboolean crash_is_held (House *house, int slot);

/** crash_count_held: Returns: How many of the two key files are not all zeros */
int crash_count_held (House *house);

/** crash_assert_undamaged: Finds that everything that is sealed opens, and that no key is left over
 */
void crash_assert_undamaged (House *house);

/**
 * crash_assert_nothing_is_lost:
 * @house: A house in whose store no other process works now
 * @ledger: What has to be there
 *
 * Finds that it is there, before recovery and after it, that nothing is damaged, and that recovery
 * leaves one key.
 */
void crash_assert_nothing_is_lost (House *house, Ledger *ledger);

/** crash_assert_trail_is_whole: Finds that the audit trail and the engine's file are sound */
void crash_assert_trail_is_whole (House *house);

/**
 * keeper_start:
 * @house: Whose store it works at
 * @nth: Which of two outputs takes its words
 * @env: (nullable): What is set in its environment: name, value, …, %NULL
 * @wrap: (nullable): What comes before it on its command line
 * @words: Its words (tests/store/keeper.c), with spaces between them
 *
 * Returns: (transfer full): Another process at the same store
 */
GSubprocess *keeper_start (House *house,
                           int nth,
                           const char *const *env,
                           const char *const *wrap,
                           const char *words);

/** keeper_finish: Waits for the end of the keeper with the @nth output, and takes its words down */
void keeper_finish (House *house, Ledger *ledger, int nth, GSubprocess *process);

G_END_DECLS

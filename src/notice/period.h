/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/draft.h"

G_BEGIN_DECLS

/**
 * foyer_notice_find_days:
 * @draft: A notice that was read, with its excerpt
 * @terms: The terms of its language
 *
 * Finds how long the notice says visits are kept. Only a sentence of a section about visits or
 * retention counts that speaks of keeping, of visits (which a section about visits need not say
 * again), and of nothing else that is kept. A month is as short as months can be, so that the
 * promise holds in any. Of several periods the shortest counts.
 *
 * Returns: The days, or 0 where the notice names none
 */
int foyer_notice_find_days (FoyerNoticeDraft *draft, FoyerNoticeTerms *terms);

G_END_DECLS

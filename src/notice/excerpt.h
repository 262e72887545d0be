/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/draft.h"

G_BEGIN_DECLS

/**
 * foyer_notice_propose_excerpt:
 * @draft: A notice that was read
 * @terms: The terms of its language
 *
 * Finds what each section speaks of, mends a section that the page has twice, and proposes the
 * excerpt: the sections about visits, and the one that says most of each of recipients, retention,
 * rights and contact. A section brings along what lies below it.
 *
 * Returns: Whether a section is about visits
 */
gboolean foyer_notice_propose_excerpt (FoyerNoticeDraft *draft, FoyerNoticeTerms *terms);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/draft.h"

G_BEGIN_DECLS

/**
 * foyer_notice_read_plain:
 * @draft: Where the sections go
 * @text: Plain text, UTF-8
 * @terms: The terms of its language
 *
 * Reads a notice of plain text whose sections are numbered, such as a web page saved as text: the
 * page's menu and footer, page numbers and running titles are left out.
 */
void foyer_notice_read_plain (FoyerNoticeDraft *draft, const char *text, FoyerNoticeTerms *terms);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/draft.h"

G_BEGIN_DECLS

/**
 * foyer_notice_read_markdown:
 * @draft: Where the sections go
 * @text: Markdown, UTF-8
 *
 * Reads a notice whose sections have Markdown headings, through libcmark.
 */
void foyer_notice_read_markdown (FoyerNoticeDraft *draft, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"

G_BEGIN_DECLS

/** foyer_notice_words_version: Returns: (transfer full): "Privacy notice 3.2 of 1 October 2026", in
 * the screen's language */
char *foyer_notice_words_version (FoyerNotice *notice);

/**
 * foyer_notice_words_language:
 * @notice: A notice
 * @language: The screen's
 *
 * Returns: (transfer full) (nullable): "This text exists in German only." in the words of the
 * screen's language; %NULL where the notice is in that language
 */
char *foyer_notice_words_language (FoyerNotice *notice, const char *language);

/** foyer_notice_words_line: Returns: (transfer none): The notice's own line, or the default one */
const char *foyer_notice_words_line (FoyerNotice *notice, FoyerNoticeLine line);

/** foyer_notice_words_first: Returns: (transfer none) (nullable): The section whose beginning
 * stands in layer one */
const FoyerNoticeSection *foyer_notice_words_first (FoyerNotice *notice);

/** foyer_notice_words_n_excerpt: Returns: How many sections the excerpt has */
guint foyer_notice_words_n_excerpt (FoyerNotice *notice);

G_END_DECLS

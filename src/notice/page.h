/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/terms.h"

G_BEGIN_DECLS

/**
 * FoyerNoticePage:
 * @lines: (element-type utf8): All lines, white space as one blank
 * @title: Where the notice's own title stands; 0 where none was found
 * @start: Where its first section begins
 * @end: Where the page's footer begins
 * @wrapped: Whether paragraphs are broken into lines, with empty lines between them
 * @repeats: Lines, without their digits, that stand on the page again and again
 * @title_key: The title, folded
 *
 * A page of plain text with a notice on it.
 */
typedef struct {
  GPtrArray *lines;
  guint title;
  guint start;
  guint end;
  gboolean wrapped;
  GHashTable *repeats;
  char *title_key;
} FoyerNoticePage;

/** foyer_notice_page_new: Returns: (transfer full): @text as a page */
FoyerNoticePage *foyer_notice_page_new (const char *text, FoyerNoticeTerms *terms);

/** foyer_notice_page_free: Frees @self */
void foyer_notice_page_free (FoyerNoticePage *self);

/** foyer_notice_page_line: Returns: (transfer none): The line, or "" outside the page */
const char *foyer_notice_page_line (FoyerNoticePage *self, guint nth);

/** foyer_notice_page_repeats: Returns: Whether the line is a page number or a running title */
gboolean foyer_notice_page_repeats (FoyerNoticePage *self, guint nth);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNoticePage, foyer_notice_page_free)

G_END_DECLS

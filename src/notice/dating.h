/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/terms.h"

G_BEGIN_DECLS

/**
 * foyer_notice_find_version:
 * @terms: The terms of the notice's language
 * @head: What stands above the first section
 * @text: The whole text
 *
 * Returns: (transfer full) (nullable): The version that @head names, else a short line of @text
 */
char *foyer_notice_find_version (FoyerNoticeTerms *terms, const char *head, const char *text);

/**
 * foyer_notice_find_date:
 * @terms: The terms of the notice's language
 * @head: What stands above the first section
 * @text: The whole text
 *
 * Returns: (transfer full) (nullable): The version's date, ISO 8601: the date in @head, else one
 * on a short line of @text that says that it is the notice's
 */
char *foyer_notice_find_date (FoyerNoticeTerms *terms, const char *head, const char *text);

/** foyer_notice_is_date: Returns: Whether @text is a date of the calendar, "2026-10-01" */
gboolean foyer_notice_is_date (const char *text);

G_END_DECLS

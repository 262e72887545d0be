/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"

G_BEGIN_DECLS

#define FOYER_NOTICE_ERROR (foyer_notice_error_quark ())

/**
 * FoyerNoticeError:
 * @FOYER_NOTICE_ERROR_EMPTY: There is no text in it
 * @FOYER_NOTICE_ERROR_NOT_TEXT: It is not UTF-8 text
 * @FOYER_NOTICE_ERROR_NO_PREMISES: No section speaks of visits to the premises
 * @FOYER_NOTICE_ERROR_NO_VERSION: The text names no version, and none was given
 * @FOYER_NOTICE_ERROR_NO_DATE: The text names no date, and none was given
 * @FOYER_NOTICE_ERROR_TERMS: The data file of terms is wrong, or there is none for the language
 * @FOYER_NOTICE_ERROR_TOO_LONG: It is longer than 1 MB, as no notice is
 */
typedef enum {
  FOYER_NOTICE_ERROR_EMPTY,
  FOYER_NOTICE_ERROR_NOT_TEXT,
  FOYER_NOTICE_ERROR_NO_PREMISES,
  FOYER_NOTICE_ERROR_NO_VERSION,
  FOYER_NOTICE_ERROR_NO_DATE,
  FOYER_NOTICE_ERROR_TERMS,
  FOYER_NOTICE_ERROR_TOO_LONG,
} FoyerNoticeError;

/** foyer_notice_error_quark: Returns: The errors' domain */
GQuark foyer_notice_error_quark (void);

/**
 * FoyerNoticeHints:
 * @language: (nullable): The notice's language; %NULL: found by the terms
 * @version: (nullable): Its version; %NULL: found in the text
 * @date: (nullable): Its date, ISO 8601; %NULL: found in the text
 * @markdown: Whether the text is Markdown; otherwise plain text with numbered sections
 *
 * What the person who imports says, because the text does not.
 */
typedef struct {
  const char *language;
  const char *version;
  const char *date;
  gboolean markdown;
} FoyerNoticeHints;

/**
 * foyer_notice_parse:
 * @text: The organisation's whole privacy notice
 * @terms: (element-type GBytes): The data files of scored terms, one a language
 * @hints: What the person who imports says
 * @dropped: (out) (optional) (transfer full): How many lines of page furniture and how many doubled
 *   lines were left out, and which section of the excerpt breaks off, in words for the terminal
 * @error: %FOYER_NOTICE_ERROR
 *
 * Parses a notice into numbered sections, scores each by the terms of its language, and proposes
 * the excerpt: the sections about visits to the premises, recipients, retention, rights and
 * contact. Sections of the same number and title are joined; a line that stands twice in a section
 * is kept once. A section titled "layer-one" gives the lines why, who sees it and rights, and is
 * not part of the notice.
 *
 * Returns: (transfer full) (nullable): The notice, not stored yet
 */
FoyerNotice *foyer_notice_parse (GBytes *text,
                                 GPtrArray *terms,
                                 const FoyerNoticeHints *hints,
                                 char **dropped,
                                 GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"

G_BEGIN_DECLS

/**
 * FoyerNoticeTerms:
 *
 * The words of one language by which a notice is understood: a data file of data/notice.
 */
typedef struct _FoyerNoticeTerms FoyerNoticeTerms;

/**
 * FoyerNoticeWords:
 *
 * The lists of words a file of terms has besides its scores.
 */
typedef enum {
  FOYER_NOTICE_WORDS_TITLE,       /* what a notice calls itself */
  FOYER_NOTICE_WORDS_VERSION,     /* what stands before its version */
  FOYER_NOTICE_WORDS_DATED,       /* what a line with its date says */
  FOYER_NOTICE_WORDS_FURNITURE,   /* what only a page's footer says */
  FOYER_NOTICE_WORDS_VISITS,      /* a sentence with these speaks of visits */
  FOYER_NOTICE_WORDS_KEPT,        /* and of keeping */
  FOYER_NOTICE_WORDS_OTHER,       /* but not of visits' records when these stand in it */
  FOYER_NOTICE_WORDS_WHY,         /* labels of layer one's lines */
  FOYER_NOTICE_WORDS_WHO_SEES_IT, /* the same */
  FOYER_NOTICE_WORDS_YOUR_RIGHTS, /* the same */
  FOYER_NOTICE_N_WORDS,
} FoyerNoticeWords;

/**
 * foyer_notice_terms_new:
 * @data: A file of terms
 * @error: %FOYER_NOTICE_ERROR_TERMS
 *
 * Returns: (transfer full) (nullable): Its terms
 */
FoyerNoticeTerms *foyer_notice_terms_new (GBytes *data, GError **error);

/** foyer_notice_terms_free: Frees @self */
void foyer_notice_terms_free (FoyerNoticeTerms *self);

/** foyer_notice_terms_get_language: Returns: (transfer none): The language's code */
const char *foyer_notice_terms_get_language (FoyerNoticeTerms *self);

/**
 * foyer_notice_terms_fold:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text as terms are compared with it: without case, white space as one
 * blank
 */
char *foyer_notice_terms_fold (const char *text);

/**
 * foyer_notice_terms_score:
 * @self: Terms
 * @kind: One kind
 * @title: A section's title, folded
 * @text: Its words, folded
 *
 * Each term counts once in the text, and three times over in the title.
 *
 * Returns: How much the section speaks of @kind; it does from 10
 */
int foyer_notice_terms_score (FoyerNoticeTerms *self,
                              FoyerNoticeKind kind,
                              const char *title,
                              const char *text);

/**
 * foyer_notice_terms_find:
 * @self: Terms
 * @words: Which list
 * @text: A folded text
 *
 * Returns: (transfer none) (nullable): What follows the first word of the list that stands in @text
 */
const char *
foyer_notice_terms_find (FoyerNoticeTerms *self, FoyerNoticeWords words, const char *text);

/** foyer_notice_terms_number: Returns: The number that the word @folded names ("one" 1), or 0 */
int foyer_notice_terms_number (FoyerNoticeTerms *self, const char *folded);

/** foyer_notice_terms_month: Returns: The month that the word @folded names, from 1, or 0 */
int foyer_notice_terms_month (FoyerNoticeTerms *self, const char *folded);

/**
 * foyer_notice_terms_unit:
 * @self: Terms
 * @folded: A word, folded
 *
 * Returns: 'd', 'w', 'm' or 'y' when it means days, weeks, months or years; else 0
 */
char foyer_notice_terms_unit (FoyerNoticeTerms *self, const char *folded);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNoticeTerms, foyer_notice_terms_free)

G_END_DECLS

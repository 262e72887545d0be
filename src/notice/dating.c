/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-dating"

#include "notice/dating.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_LINE 120 /* bytes; of a line that says version or date */

typedef struct {
  const char *pattern;
  int day, month, year; /* the groups */
} Form;

static const Form forms[] = {
  { "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b", 3, 2, 1 },
  { "\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+)?(\\p{L}+)\\.?,?\\s+(\\d{4})\\b", 1, 2, 3 },
  { "(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b", 2, 1, 3 },
  { "\\b(\\d{1,2})\\.\\s?(\\d{1,2})\\.\\s?(\\d{4})\\b", 1, 2, 3 },
};

static char *
date_from (FoyerNoticeTerms *terms, const Form *form, GMatchInfo *match)
{
  g_autofree char *day = g_match_info_fetch (match, form->day);
  g_autofree char *month = g_match_info_fetch (match, form->month);
  g_autofree char *year = g_match_info_fetch (match, form->year);
  int m = g_ascii_isdigit (month[0]) ? atoi (month) : foyer_notice_terms_month (terms, month);

  if (m < 1 || m > 12 || atoi (year) < 1990 || !g_date_valid_dmy (atoi (day), m, atoi (year)))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", atoi (year), m, atoi (day));
}

static char *
date_in (FoyerNoticeTerms *terms, const char *line)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autoptr (GRegex) regex = g_regex_new (forms[i].pattern, 0, 0, NULL);
    g_autoptr (GMatchInfo) match = NULL;

    for (g_regex_match (regex, line, 0, &match); g_match_info_matches (match);
         g_match_info_next (match, NULL)) {
      char *date = date_from (terms, &forms[i], match);

      if (date != NULL)
        return date;
    }
  }
  return NULL;
}

static char *
version_in (FoyerNoticeTerms *terms, const char *line)
{
  const char *after = foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_VERSION, line);
  const char *start = after != NULL ? after + strspn (after, " :.") : "";
  gsize length = strspn (start, "0123456789abcdefghijklmnopqrstuvwxyz./-");

  while (length > 0 && strchr ("./-", start[length - 1]) != NULL)
    length--;
  return length > 0 && g_ascii_isdigit (start[0]) ? g_strndup (start, length) : NULL;
}

typedef char *(*Reader) (FoyerNoticeTerms *terms, const char *line);

/* @only_dated: among the lines that say a date is the notice's */
static char *
search (FoyerNoticeTerms *terms, const char *text, gboolean only_dated, Reader reader)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *folded = NULL;
    char *found;

    g_strstrip (lines[i]);
    if (lines[i][0] == '\0' || strlen (lines[i]) > LONGEST_LINE)
      continue;
    folded = foyer_notice_terms_fold (lines[i]);
    if (only_dated && foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_DATED, folded) == NULL)
      continue;
    found = reader (terms, folded);
    if (found != NULL)
      return found;
  }
  return NULL;
}

char *
foyer_notice_find_version (FoyerNoticeTerms *terms, const char *head, const char *text)
{
  char *version = search (terms, head, FALSE, version_in);

  return version != NULL ? version : search (terms, text, TRUE, version_in);
}

char *
foyer_notice_find_date (FoyerNoticeTerms *terms, const char *head, const char *text)
{
  char *date = search (terms, head, TRUE, date_in);

  if (date == NULL)
    date = search (terms, head, FALSE, date_in);
  return date != NULL ? date : search (terms, text, TRUE, date_in);
}

gboolean
foyer_notice_is_date (const char *text)
{
  int year, month, day;
  char rest;

  return strlen (text) == strlen ("2026-10-01")
         && sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3 && month >= 1
         && month <= 12 && day >= 1 && year >= 1
         && g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

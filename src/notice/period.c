/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-period"

#include "notice/period.h"

#include <stdlib.h>

#define LONGEST 36500 /* days */

/* The fewest days that @n months in a row can have. */
static int
fewest_days (int n)
{
  static const int days[12] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  int fewest = G_MAXINT;

  for (int first = 0; first < 12; first++) {
    int sum = 0;

    for (int i = 0; i < n; i++)
      sum += days[(first + i) % 12];
    fewest = MIN (fewest, sum);
  }
  return fewest;
}

static int
days_of (int n, char unit)
{
  if (n <= 0 || n > 999)
    return 0;
  switch (unit) {
  case 'd':
    return n;
  case 'w':
    return 7 * n;
  case 'm':
    return fewest_days (n);
  case 'y':
    return n <= LONGEST / 365 ? 365 * n : 0;
  default:
    return 0;
  }
}

/* "30 days", "one month", "thirty (30) days", "30-day": the shortest in the sentence. */
static int
days_in (FoyerNoticeTerms *terms, const char *sentence)
{
  g_auto (GStrv) words = g_regex_split_simple ("[^\\p{L}\\p{N}]+", sentence, 0, 0);
  int shortest = 0;

  for (guint i = 0; words[i] != NULL && words[i + 1] != NULL; i++) {
    int n = g_ascii_isdigit (words[i][0]) ? (int) strtol (words[i], NULL, 10)
                                          : foyer_notice_terms_number (terms, words[i]);
    int days = days_of (n, foyer_notice_terms_unit (terms, words[i + 1]));

    if (days > 0 && (shortest == 0 || days < shortest))
      shortest = days;
  }
  return shortest;
}

static gboolean
counts (FoyerNoticeTerms *terms, const char *sentence, gboolean about_visits)
{
  return foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_KEPT, sentence) != NULL
         && foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_OTHER, sentence) == NULL
         && (about_visits
             || foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_VISITS, sentence) != NULL);
}

static int
days_of_section (FoyerNoticeTerms *terms, FoyerNoticeDraftSection *section)
{
  gboolean about_visits = section->in_excerpt && (section->kinds & FOYER_NOTICE_PREMISES) != 0;
  g_autofree char *text = foyer_notice_draft_text (section);
  g_auto (GStrv) sentences =
      g_regex_split_simple ("(?<=[!?;])\\s|(?<=[^\\d\\s]\\.)\\s|\\n", text, 0, 0);
  int shortest = 0;

  for (guint i = 0; sentences != NULL && sentences[i] != NULL; i++) {
    g_autofree char *folded = foyer_notice_terms_fold (sentences[i]);
    int days = counts (terms, folded, about_visits) ? days_in (terms, folded) : 0;

    if (days > 0 && (shortest == 0 || days < shortest))
      shortest = days;
  }
  return shortest;
}

int
foyer_notice_find_days (FoyerNoticeDraft *draft, FoyerNoticeTerms *terms)
{
  int shortest = 0;

  for (guint i = 0; i < draft->sections->len; i++) {
    FoyerNoticeDraftSection *section = g_ptr_array_index (draft->sections, i);
    int days = 0;

    if (section->in_excerpt
        && (section->kinds & (FOYER_NOTICE_PREMISES | FOYER_NOTICE_RETENTION)) != 0)
      days = days_of_section (terms, section);
    if (days > 0 && (shortest == 0 || days < shortest))
      shortest = days;
  }
  return shortest;
}

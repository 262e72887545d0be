/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-excerpt"

#include "notice/excerpt.h"

#include <stdlib.h>

#define ENOUGH 10
#define N_KINDS 5
#define PREMISES 0 /* its bit */

static FoyerNoticeDraftSection *
section_at (FoyerNoticeDraft *draft, guint nth)
{
  return g_ptr_array_index (draft->sections, nth);
}

static void
score (FoyerNoticeDraftSection *section, FoyerNoticeTerms *terms)
{
  g_autofree char *text = foyer_notice_draft_text (section);
  g_autofree char *folded = foyer_notice_terms_fold (text);
  g_autofree char *title = foyer_notice_terms_fold (section->title);

  section->kinds = 0;
  for (int bit = 0; bit < N_KINDS; bit++) {
    section->scores[bit] = foyer_notice_terms_score (terms, 1 << bit, title, folded);
    if (section->scores[bit] >= ENOUGH)
      section->kinds |= 1 << bit;
  }
}

/* What lies below a section speaks of what the section speaks of. */
static gboolean
is_below (FoyerNoticeDraft *draft, guint parent, guint nth)
{
  int level = section_at (draft, parent)->level;

  for (guint i = parent + 1; i <= nth; i++)
    if (section_at (draft, i)->level <= level)
      return FALSE;
  return nth > parent;
}

/* A heading that stands twice is the mark of a damaged page, where the end of the section before
 * was repeated together with it. */
static void
drop_what_the_section_before_says (FoyerNoticeDraft *draft, guint nth)
{
  FoyerNoticeDraftSection *section = section_at (draft, nth);
  FoyerNoticeDraftSection *before = section_at (draft, nth - 1);

  for (guint i = section->lines->len; i-- > 0;) {
    g_autofree char *key = foyer_notice_terms_fold (g_ptr_array_index (section->lines, i));

    if (!g_hash_table_contains (before->keys, key))
      continue;
    g_ptr_array_remove_index (section->lines, i);
    draft->doubled++;
  }
}

static gboolean
speaks_of_visits (FoyerNoticeTerms *terms, const char *line)
{
  g_autofree char *folded = foyer_notice_terms_fold (line);

  return foyer_notice_terms_score (terms, FOYER_NOTICE_PREMISES, "", folded) > 0;
}

/* Where the next number is missing too, that section has lost its heading, and its words hang on
 * behind: those after a list that broke off, from where nothing speaks of visits any more. */
static void
part_the_lost_section (FoyerNoticeDraft *draft, guint nth, FoyerNoticeTerms *terms)
{
  FoyerNoticeDraftSection *section = section_at (draft, nth);
  guint from = section->lines->len;

  while (from > 1 && !speaks_of_visits (terms, g_ptr_array_index (section->lines, from - 1)))
    from--;
  if (from < section->lines->len
      && g_str_has_suffix (g_ptr_array_index (section->lines, from - 1), ":"))
    foyer_notice_draft_split (draft, nth, from);
}

static gboolean
next_is_missing (FoyerNoticeDraft *draft, guint nth)
{
  const char *next = nth + 1 < draft->sections->len ? section_at (draft, nth + 1)->number : "";

  return next[0] != '\0' && atoi (next) > atoi (section_at (draft, nth)->number) + 1;
}

static void
mend (FoyerNoticeDraft *draft, FoyerNoticeTerms *terms)
{
  for (guint i = 1; i < draft->sections->len; i++) {
    FoyerNoticeDraftSection *section = section_at (draft, i);

    if (section->opened < 2)
      continue;
    drop_what_the_section_before_says (draft, i);
    if ((section->kinds & FOYER_NOTICE_PREMISES) != 0 && next_is_missing (draft, i))
      part_the_lost_section (draft, i, terms);
  }
}

static void
choose (FoyerNoticeDraft *draft, int bit)
{
  int best = 0;

  for (guint i = 0; i < draft->sections->len; i++)
    best = MAX (best, section_at (draft, i)->scores[bit]);
  if (best < ENOUGH)
    return;
  for (guint i = 0; i < draft->sections->len; i++) {
    FoyerNoticeDraftSection *section = section_at (draft, i);

    if (bit == PREMISES ? section->scores[bit] < MAX (ENOUGH, best / 2)
                        : section->scores[bit] < best)
      continue;
    section->in_excerpt = TRUE;
    for (guint j = i + 1; j < draft->sections->len && is_below (draft, i, j); j++) {
      section_at (draft, j)->in_excerpt = TRUE;
      section_at (draft, j)->kinds |= 1 << bit;
    }
    if (bit != PREMISES)
      return;
  }
}

gboolean
foyer_notice_propose_excerpt (FoyerNoticeDraft *draft, FoyerNoticeTerms *terms)
{
  gboolean visits = FALSE;

  for (guint i = 0; i < draft->sections->len; i++)
    score (section_at (draft, i), terms);
  mend (draft, terms);
  for (guint i = 0; i < draft->sections->len; i++)
    score (section_at (draft, i), terms);
  for (int bit = 0; bit < N_KINDS; bit++)
    choose (draft, bit);
  for (guint i = 0; i < draft->sections->len; i++) {
    FoyerNoticeDraftSection *section = section_at (draft, i);

    visits |= section->in_excerpt && (section->kinds & FOYER_NOTICE_PREMISES) != 0
              && section->lines->len > 0;
  }
  return visits;
}

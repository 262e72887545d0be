/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-parse"

#include "notice/parse.h"

#include <string.h>

#include "notice/dating.h"
#include "notice/draft.h"
#include "notice/excerpt.h"
#include "notice/heading.h"
#include "notice/markdown.h"
#include "notice/period.h"
#include "notice/plain.h"
#include "notice/terms.h"

#define LONGEST_TEXT (1024 * 1024)
#define LONGEST_INTRODUCTION_TITLE 120

G_DEFINE_QUARK (foyer_notice_error, foyer_notice_error)

static void
fail (GError **error, FoyerNoticeError code, const char *sentence)
{
  g_set_error_literal (error, FOYER_NOTICE_ERROR, code, sentence);
}

/* Marks that turn the direction of writing, or cannot be seen. */
static gboolean
is_hidden (gunichar c)
{
  return c == 0x00ad || c == 0xfeff || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* The text in one composition, lines ending in one newline, and nothing in it that is not to be
 * read. */
static char *
clean (GBytes *bytes, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *normal = NULL;
  GString *out;

  if (size > LONGEST_TEXT) {
    fail (error, FOYER_NOTICE_ERROR_TOO_LONG, "The file is longer than 1 MB, as no notice is.");
    return NULL;
  }
  if (size > 0 && !g_utf8_validate_len (data, size, NULL)) {
    fail (error,
          FOYER_NOTICE_ERROR_NOT_TEXT,
          "The file is not UTF-8 text. Save the notice as plain text or Markdown in UTF-8.");
    return NULL;
  }
  normal = g_utf8_normalize (size > 0 ? data : "", (gssize) size, G_NORMALIZE_NFC);
  out = g_string_sized_new (size);
  for (const char *at = normal; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (c == '\n' || c == '\f' || c == 0x2028 || c == 0x2029 || (c == '\r' && at[1] != '\n'))
      g_string_append_c (out, '\n');
    else if (c == '\t')
      g_string_append_c (out, '\t');
    else if (!g_unichar_iscntrl (c) && !is_hidden (c))
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

static int
score_of_all (FoyerNoticeTerms *terms, const char *folded)
{
  int score = 0;

  for (int bit = 0; bit < 5; bit++)
    score += MAX (0, foyer_notice_terms_score (terms, 1 << bit, "", folded));
  return score;
}

static gboolean
speaks (FoyerNoticeTerms *terms, const char *language)
{
  const char *own = foyer_notice_terms_get_language (terms);
  gsize length = strlen (own);

  return strncmp (language, own, length) == 0
         && (language[length] == '\0' || strchr ("-_@.", language[length]) != NULL);
}

/* Those of the language that was said, else those that say most to @text. */
static FoyerNoticeTerms *
choose_terms (GPtrArray *files, const char *language, const char *text, GError **error)
{
  g_autofree char *folded = foyer_notice_terms_fold (text);
  FoyerNoticeTerms *best = NULL;
  int best_score = -1;

  for (guint i = 0; i < files->len; i++) {
    FoyerNoticeTerms *terms = foyer_notice_terms_new (g_ptr_array_index (files, i), error);
    int score;

    if (terms == NULL) {
      g_clear_pointer (&best, foyer_notice_terms_free);
      return NULL;
    }
    score = language == NULL ? score_of_all (terms, folded) : speaks (terms, language) - 1;
    if (score > best_score) {
      best_score = score;
      g_clear_pointer (&best, foyer_notice_terms_free);
      best = g_steal_pointer (&terms);
    }
    g_clear_pointer (&terms, foyer_notice_terms_free);
  }
  if (best == NULL)
    g_set_error (error,
                 FOYER_NOTICE_ERROR,
                 FOYER_NOTICE_ERROR_TERMS,
                 "There is no file of terms for the language “%s”.",
                 language != NULL ? language : "");
  return best;
}

/* Sentences above the first section are the notice's too: they become a section without number. */
static void
keep_introduction (FoyerNoticeDraft *draft)
{
  g_auto (GStrv) head = g_strsplit (draft->head->str, "\n", -1);
  guint before = draft->sections->len;

  for (guint i = 1; head[0] != NULL && head[i] != NULL; i++) {
    if (strlen (head[i]) <= LONGEST_INTRODUCTION_TITLE
        && (foyer_notice_heading_is_title (head[i]) || strlen (head[i]) < 40))
      continue;
    if (draft->sections->len == before)
      foyer_notice_draft_open (draft, "", head[0], 1);
    foyer_notice_draft_add (draft, head[i]);
  }
  if (draft->sections->len > before)
    g_ptr_array_insert (draft->sections,
                        0,
                        g_ptr_array_steal_index (draft->sections, draft->sections->len - 1));
}

static void
fill_layer_one (FoyerNotice *notice, FoyerNoticeDraft *draft, FoyerNoticeTerms *terms)
{
  g_auto (GStrv) lines = g_strsplit (draft->layer_one->str, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    char *line = g_str_has_prefix (lines[i], "• ") ? lines[i] + strlen ("• ") : lines[i];
    char *colon = strchr (line, ':');
    g_autofree char *label = NULL;

    if (colon == NULL)
      continue;
    *colon = '\0';
    label = foyer_notice_terms_fold (line);
    g_strstrip (colon + 1);
    for (int n = 0; n < FOYER_NOTICE_N_LINES && colon[1] != '\0'; n++)
      if (foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_WHY + n, label) != NULL)
        foyer_notice_set_line (notice, FOYER_NOTICE_WHY + n, colon + 1);
  }
}

static void
fill_sections (FoyerNotice *notice, FoyerNoticeDraft *draft)
{
  for (guint i = 0; i < draft->sections->len; i++) {
    FoyerNoticeDraftSection *from = g_ptr_array_index (draft->sections, i);
    g_autofree char *text = foyer_notice_draft_text (from);
    FoyerNoticeSection section = { from->number, from->title, text, from->kinds, from->in_excerpt };

    foyer_notice_add_section (notice, &section);
  }
}

static char *
say_dropped (FoyerNotice *notice, FoyerNoticeDraft *draft)
{
  GString *words = g_string_new (NULL);

  g_string_printf (words,
                   "Left out: %u %s of page furniture, %u doubled %s.",
                   draft->furniture,
                   draft->furniture == 1 ? "line" : "lines",
                   draft->doubled,
                   draft->doubled == 1 ? "line" : "lines");
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    const FoyerNoticeSection *section = foyer_notice_get_section (notice, i);

    if (section->in_excerpt && g_str_has_suffix (section->text, ":"))
      g_string_append_printf (words,
                              " Section %s breaks off after a colon: compare it with the original.",
                              section->number);
  }
  return g_string_free (words, FALSE);
}

static FoyerNotice *
make_notice (FoyerNoticeDraft *draft,
             FoyerNoticeTerms *terms,
             const FoyerNoticeHints *hints,
             const char *text,
             GError **error)
{
  g_autofree char *version = hints->version != NULL
                                 ? g_strdup (hints->version)
                                 : foyer_notice_find_version (terms, draft->head->str, text);
  g_autofree char *date = hints->date != NULL
                              ? g_strdup (hints->date)
                              : foyer_notice_find_date (terms, draft->head->str, text);
  const char *language =
      hints->language != NULL ? hints->language : foyer_notice_terms_get_language (terms);
  FoyerNotice *notice;

  if (version == NULL || version[0] == '\0') {
    fail (error,
          FOYER_NOTICE_ERROR_NO_VERSION,
          "The text names no version. Say it, for example with --version 3.2.");
    return NULL;
  }
  if (date == NULL || !foyer_notice_is_date (date)) {
    fail (error,
          FOYER_NOTICE_ERROR_NO_DATE,
          "The text names no date. Say it, for example with --date 2026-10-01.");
    return NULL;
  }
  notice = foyer_notice_new (NULL, version, date, language);
  fill_sections (notice, draft);
  fill_layer_one (notice, draft, terms);
  foyer_notice_set_days (notice, foyer_notice_find_days (draft, terms));
  return notice;
}

FoyerNotice *
foyer_notice_parse (GBytes *text,
                    GPtrArray *terms,
                    const FoyerNoticeHints *hints,
                    char **dropped,
                    GError **error)
{
  g_autoptr (FoyerNoticeTerms) words = NULL;
  g_autoptr (FoyerNoticeDraft) draft = foyer_notice_draft_new ();
  g_autofree char *cleaned = clean (text, error);
  FoyerNotice *notice;

  if (cleaned == NULL)
    return NULL;
  if (strspn (cleaned, " \t\n") == strlen (cleaned)) {
    fail (error, FOYER_NOTICE_ERROR_EMPTY, "The file has no text in it.");
    return NULL;
  }
  words = choose_terms (terms, hints->language, cleaned, error);
  if (words == NULL)
    return NULL;
  if (hints->markdown)
    foyer_notice_read_markdown (draft, cleaned);
  else
    foyer_notice_read_plain (draft, cleaned, words);
  keep_introduction (draft);
  if (!foyer_notice_propose_excerpt (draft, words)) {
    fail (error,
          FOYER_NOTICE_ERROR_NO_PREMISES,
          "No numbered section speaks of visits to the premises, so there is nothing to show a"
          " visitor.");
    return NULL;
  }
  notice = make_notice (draft, words, hints, cleaned, error);
  if (notice != NULL && dropped != NULL)
    *dropped = say_dropped (notice, draft);
  return notice;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-terms"

#include "notice/terms.h"

#include <string.h>

#include "notice/parse.h"

#define N_KINDS 5
#define TITLE_WEIGHT 3

typedef struct {
  char *word; /* folded */
  int value;
} Term;

struct _FoyerNoticeTerms {
  char *language;
  GArray *scores[N_KINDS]; /* of Term, in the order of the kinds' bits */
  GStrv words[FOYER_NOTICE_N_WORDS];
  GArray *numbers;
  GArray *months;
  GArray *units; /* the value is a letter */
};

static const char *const kind_groups[N_KINDS] = { "premises",
                                                  "contact",
                                                  "recipients",
                                                  "retention",
                                                  "rights" };

static const char *const word_keys[FOYER_NOTICE_N_WORDS][2] = {
  { "document", "title" },   { "document", "version" }, { "document", "dated" },
  { "document", "footer" },  { "period", "visits" },    { "period", "kept" },
  { "period", "other" },     { "layer-one", "why" },    { "layer-one", "who-sees-it" },
  { "layer-one", "rights" },
};

static void
clear_term (gpointer data)
{
  g_free (((Term *) data)->word);
}

char *
foyer_notice_terms_fold (const char *text)
{
  g_autofree char *lower = g_utf8_casefold (text, -1);
  GString *out = g_string_sized_new (strlen (lower));

  for (const char *at = lower; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);

    if (!g_unichar_isspace (c))
      g_string_append_len (out, at, g_utf8_next_char (at) - at);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}

static gboolean
read_values (GKeyFile *file, const char *group, GArray **to, GError **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, error);

  *to = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (*to, clear_term);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; keys[i] != NULL; i++) {
    g_autoptr (GError) err = NULL;
    Term term = { NULL, g_key_file_get_integer (file, group, keys[i], &err) };

    if (err != NULL) {
      g_propagate_error (error, g_steal_pointer (&err));
      return FALSE;
    }
    term.word = foyer_notice_terms_fold (keys[i]);
    g_array_append_val (*to, term);
  }
  return TRUE;
}

static gboolean
read_words (GKeyFile *file, const char *group, const char *key, GStrv *to, GError **error)
{
  *to = g_key_file_get_string_list (file, group, key, NULL, error);
  for (guint i = 0; *to != NULL && (*to)[i] != NULL; i++) {
    char *folded = foyer_notice_terms_fold ((*to)[i]);

    g_free ((*to)[i]);
    (*to)[i] = folded;
  }
  return *to != NULL;
}

static gboolean
read_units (FoyerNoticeTerms *self, GKeyFile *file, GError **error)
{
  static const char *const keys[] = { "days", "weeks", "months", "years" };

  self->units = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (self->units, clear_term);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_auto (GStrv) words = NULL;

    if (!read_words (file, "period", keys[i], &words, error))
      return FALSE;
    for (guint j = 0; words[j] != NULL; j++) {
      Term term = { g_strdup (words[j]), keys[i][0] };

      g_array_append_val (self->units, term);
    }
  }
  return TRUE;
}

static gboolean
read_all (FoyerNoticeTerms *self, GKeyFile *file, GError **error)
{
  self->language = g_key_file_get_string (file, "document", "language", error);
  if (self->language == NULL)
    return FALSE;
  for (guint i = 0; i < N_KINDS; i++)
    if (!read_values (file, kind_groups[i], &self->scores[i], error))
      return FALSE;
  for (guint i = 0; i < FOYER_NOTICE_N_WORDS; i++)
    if (!read_words (file, word_keys[i][0], word_keys[i][1], &self->words[i], error))
      return FALSE;
  return read_values (file, "numbers", &self->numbers, error)
         && read_values (file, "months", &self->months, error) && read_units (self, file, error);
}

FoyerNoticeTerms *
foyer_notice_terms_new (GBytes *data, GError **error)
{
  g_autoptr (FoyerNoticeTerms) self = g_new0 (FoyerNoticeTerms, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) err = NULL;

  if (!g_key_file_load_from_bytes (file, data, G_KEY_FILE_NONE, &err)
      || !read_all (self, file, &err)) {
    g_set_error (error,
                 FOYER_NOTICE_ERROR,
                 FOYER_NOTICE_ERROR_TERMS,
                 "The file of terms cannot be used: %s",
                 err->message);
    return NULL;
  }
  return g_steal_pointer (&self);
}

void
foyer_notice_terms_free (FoyerNoticeTerms *self)
{
  g_free (self->language);
  for (guint i = 0; i < N_KINDS; i++)
    g_clear_pointer (&self->scores[i], g_array_unref);
  for (guint i = 0; i < FOYER_NOTICE_N_WORDS; i++)
    g_strfreev (self->words[i]);
  g_clear_pointer (&self->numbers, g_array_unref);
  g_clear_pointer (&self->months, g_array_unref);
  g_clear_pointer (&self->units, g_array_unref);
  g_free (self);
}

const char *
foyer_notice_terms_get_language (FoyerNoticeTerms *self)
{
  return self->language;
}

/* A term counts where a word begins with it: "visit" in "visitors", not in "revisited". */
static const char *
find_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  if (length == 0)
    return NULL;
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return at + length;
  return NULL;
}

int
foyer_notice_terms_score (FoyerNoticeTerms *self,
                          FoyerNoticeKind kind,
                          const char *title,
                          const char *text)
{
  GArray *terms = self->scores[g_bit_nth_lsf (kind, -1)];
  int score = 0;

  for (guint i = 0; i < terms->len; i++) {
    Term *term = &g_array_index (terms, Term, i);

    if (find_word (title, term->word) != NULL)
      score += TITLE_WEIGHT * term->value;
    if (find_word (text, term->word) != NULL)
      score += term->value;
  }
  return score;
}

const char *
foyer_notice_terms_find (FoyerNoticeTerms *self, FoyerNoticeWords words, const char *text)
{
  for (guint i = 0; self->words[words][i] != NULL; i++) {
    const char *after = find_word (text, self->words[words][i]);

    if (after != NULL)
      return after;
  }
  return NULL;
}

static int
value_of (GArray *terms, const char *word)
{
  for (guint i = 0; i < terms->len; i++)
    if (strcmp (g_array_index (terms, Term, i).word, word) == 0)
      return g_array_index (terms, Term, i).value;
  return 0;
}

int
foyer_notice_terms_number (FoyerNoticeTerms *self, const char *folded)
{
  return value_of (self->numbers, folded);
}

int
foyer_notice_terms_month (FoyerNoticeTerms *self, const char *folded)
{
  return value_of (self->months, folded);
}

char
foyer_notice_terms_unit (FoyerNoticeTerms *self, const char *folded)
{
  return (char) value_of (self->units, folded);
}

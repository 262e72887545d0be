/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-page"

#include "notice/page.h"

#include <string.h>

#include "notice/heading.h"

#define LONGEST_WRAPPED 120 /* bytes */
#define LONGEST_RUNNING 80
#define OFTEN 3

const char *
foyer_notice_page_line (FoyerNoticePage *self, guint nth)
{
  return nth < self->lines->len ? g_ptr_array_index (self->lines, nth) : "";
}

static char *
collapse (const char *line)
{
  GString *out = g_string_sized_new (strlen (line));

  for (const char *at = line; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_len (out, at, g_utf8_next_char (at) - at);
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  g_strchomp (out->str);
  return g_string_free (out, FALSE);
}

static void
split (FoyerNoticePage *self, const char *text)
{
  g_auto (GStrv) raw = g_strsplit (text, "\n", -1);
  guint empty = 0;

  self->lines = g_ptr_array_new_with_free_func (g_free);
  self->wrapped = TRUE;
  for (guint i = 0; raw[i] != NULL; i++) {
    char *line = collapse (raw[i]);

    if (line[0] == '\0')
      empty++;
    if (strlen (line) > LONGEST_WRAPPED)
      self->wrapped = FALSE;
    g_ptr_array_add (self->lines, line);
  }
  if (empty * 10 < self->lines->len)
    self->wrapped = FALSE;
}

static gboolean
is_layer_one (const char *line)
{
  return g_ascii_strcasecmp (line, "layer-one") == 0;
}

/* The first section is number 1 (or 0); if there is none, the first with a number. */
static guint
find_start (FoyerNoticePage *self)
{
  guint first = self->lines->len;

  for (guint i = 0; i < self->lines->len; i++) {
    const char *line = foyer_notice_page_line (self, i);
    FoyerNoticeHeading heading = { 0 };

    if (is_layer_one (line))
      return MIN (i, first);
    if (!foyer_notice_heading_read (line, &heading))
      continue;
    g_free (heading.number);
    if (heading.level > 1 || !(heading.marked || foyer_notice_heading_is_title (heading.title)))
      continue;
    if (heading.top <= 1)
      return i;
    if (first == self->lines->len && heading.marked)
      first = i;
  }
  return first;
}

static void
find_title (FoyerNoticePage *self, FoyerNoticeTerms *terms)
{
  for (guint i = self->start; i-- > 0;) {
    const char *line = foyer_notice_page_line (self, i);
    g_autofree char *folded = NULL;

    if (strlen (line) > LONGEST_RUNNING)
      continue;
    folded = foyer_notice_terms_fold (line);
    if (foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_TITLE, folded) != NULL) {
      self->title = i;
      self->title_key = g_steal_pointer (&folded);
      return;
    }
  }
}

static char *
without_digits (const char *line)
{
  char *folded = foyer_notice_terms_fold (line);
  char *to = folded;

  for (char *at = folded; *at != '\0'; at++)
    if (!g_ascii_isdigit (*at))
      *to++ = *at;
  *to = '\0';
  return folded;
}

static gboolean
may_run (const char *line)
{
  FoyerNoticeHeading heading = { 0 };

  if (line[0] == '\0' || strlen (line) > LONGEST_RUNNING || strpbrk (line, "0123456789") == NULL
      || strchr (".;:", line[strlen (line) - 1]) != NULL)
    return FALSE;
  if (!foyer_notice_heading_read (line, &heading))
    return TRUE;
  g_free (heading.number);
  return FALSE;
}

static void
find_repeats (FoyerNoticePage *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->repeats = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->lines->len; i++) {
    const char *line = foyer_notice_page_line (self, i);
    g_autofree char *key = may_run (line) ? without_digits (line) : NULL;
    guint times;

    if (key == NULL || strcmp (line, foyer_notice_page_line (self, i + 1)) == 0)
      continue;
    times = GPOINTER_TO_UINT (g_hash_table_lookup (seen, key)) + 1;
    if (times == OFTEN)
      g_hash_table_add (self->repeats, g_strdup (key));
    g_hash_table_replace (seen, g_steal_pointer (&key), GUINT_TO_POINTER (times));
  }
}

gboolean
foyer_notice_page_repeats (FoyerNoticePage *self, guint nth)
{
  const char *line = foyer_notice_page_line (self, nth);
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  if (line[0] == '\0' || strlen (line) > LONGEST_RUNNING)
    return FALSE;
  folded = foyer_notice_terms_fold (line);
  if (nth != self->title && g_strcmp0 (folded, self->title_key) == 0)
    return TRUE;
  if (!may_run (line))
    return FALSE;
  key = without_digits (line);
  return key[0] == '\0' || g_hash_table_contains (self->repeats, key);
}

static gboolean
ends_a_page (FoyerNoticePage *self, guint nth)
{
  const char *line = foyer_notice_page_line (self, nth);
  FoyerNoticeHeading heading = { 0 };

  if (line[0] != '\0' && strchr (".;:", line[strlen (line) - 1]) != NULL)
    return FALSE;
  if (!foyer_notice_heading_read (line, &heading))
    return TRUE;
  g_free (heading.number);
  return !heading.marked;
}

/* The footer is the run of lines at the end that are no sentences, if one of them stood in the
 * menu above, or says what only a footer says. An address in front of that with an e-mail in it
 * is the notice's own. */
static void
find_end (FoyerNoticePage *self, FoyerNoticeTerms *terms)
{
  g_autoptr (GHashTable) menu = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint known = self->lines->len;
  guint run = self->lines->len;
  gboolean own_address = FALSE;

  for (guint i = 0; i < self->title; i++)
    g_hash_table_add (menu, foyer_notice_terms_fold (foyer_notice_page_line (self, i)));
  g_hash_table_remove (menu, "");
  for (guint i = self->lines->len; i-- > self->start;) {
    const char *line = foyer_notice_page_line (self, i);
    g_autofree char *folded = foyer_notice_terms_fold (line);

    if (g_hash_table_contains (menu, folded)
        || foyer_notice_terms_find (terms, FOYER_NOTICE_WORDS_FURNITURE, folded) != NULL) {
      known = i;
      own_address = FALSE;
    } else if (!ends_a_page (self, i)) {
      break;
    } else if (strchr (line, '@') != NULL) {
      own_address = TRUE;
    }
    run = i;
  }
  self->end = known == self->lines->len || own_address ? known : run;
}

FoyerNoticePage *
foyer_notice_page_new (const char *text, FoyerNoticeTerms *terms)
{
  FoyerNoticePage *self = g_new0 (FoyerNoticePage, 1);

  split (self, text);
  self->start = find_start (self);
  find_title (self, terms);
  find_repeats (self);
  find_end (self, terms);
  return self;
}

void
foyer_notice_page_free (FoyerNoticePage *self)
{
  g_ptr_array_unref (self->lines);
  g_hash_table_unref (self->repeats);
  g_free (self->title_key);
  g_free (self);
}

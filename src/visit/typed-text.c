/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-typed-text"

#include "visit/typed-text.h"

#include <string.h>

G_DEFINE_QUARK (foyer_typed_text_error, foyer_typed_text_error)

/* Input is looked at no further than this many bytes: the rest of 10 MB would only be refused. */
#define MAX_BYTES 4096
#define MAX_MARKS 2

/* Letters that Unicode does not take apart, and what a person types for them. */
static const struct {
  gunichar letter;
  const char *typed;
} plain[] = {
  { 0x00DF, "ss" }, { 0x00E6, "ae" }, { 0x00F0, "d" }, { 0x00F8, "o" }, { 0x00FE, "th" },
  { 0x0111, "d" },  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0138, "k" }, { 0x0142, "l" },
  { 0x014B, "n" },  { 0x0153, "oe" }, { 0x0167, "t" }, { 0x0180, "b" }, { 0x0259, "e" },
};

static gboolean
is_mark (gunichar c)
{
  return g_unichar_ismark (c);
}

static gboolean
is_joiner (gunichar c)
{
  return c == 0x200C || c == 0x200D;
}

static gboolean
is_kept (gunichar c)
{
  if (!g_unichar_isdefined (c))
    return FALSE;
  switch (g_unichar_type (c)) {
  case G_UNICODE_CONTROL:
  case G_UNICODE_PRIVATE_USE:
  case G_UNICODE_SURROGATE:
  case G_UNICODE_UNASSIGNED:
  case G_UNICODE_LINE_SEPARATOR:
  case G_UNICODE_PARAGRAPH_SEPARATOR:
    return FALSE;
  case G_UNICODE_FORMAT:
    /* Joiners shape Persian, Indic scripts and emoji; all other format characters (bidi controls,
     * invisible operators, tags) are dropped. */
    return is_joiner (c);
  default:
    return TRUE;
  }
}

static gboolean
is_visible (gunichar c)
{
  switch (c) {
  case 0x115F: /* Hangul's fillers */
  case 0x1160:
  case 0x3164:
  case 0xFFA0:
  case 0x2800: /* Braille's blank */
  case 0xFFFC:
  case 0xFFFD:
    return FALSE;
  default:
    return g_unichar_isgraph (c) && !is_mark (c) && !is_joiner (c);
  }
}

/* Whether nothing would come of cleaning: the letters, digits and signs of Latin-1 and Latin
 * Extended-A are all kept, visible and composed, and single spaces stand between them. Most names
 * are, and each that is read from the store is cleaned again. */
static gboolean
is_plainly_clean (const char *text, gsize length)
{
  gsize letters = 0;
  gboolean space = TRUE;

  if (length == 0 || length > 2 * FOYER_TYPED_TEXT_MAX)
    return FALSE;
  for (gsize i = 0; i < length; letters++) {
    guint8 c = text[i];
    guint8 next = text[i + 1];

    if ((c == ' ' && space) || c < ' ' || c == 0x7F)
      return FALSE;
    space = c == ' ';
    if (c < 0x80) {
      i++;
      continue;
    }
    /* U+00A1 to U+017F without the soft hyphen */
    if (c < 0xC2 || c > 0xC5 || (next & 0xC0) != 0x80
        || (c == 0xC2 && (next <= 0xA0 || next == 0xAD)))
      return FALSE;
    i += 2;
  }
  return !space && letters <= FOYER_TYPED_TEXT_MAX;
}

/* Returns (transfer full): what may stay of it, with single spaces; @visible: whether some of it is
 * to be seen. */
static GString *
keep_letters (const char *text, gboolean *visible)
{
  GString *kept = g_string_new (NULL);
  gboolean space = FALSE;

  *visible = FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c)) {
      space = kept->len > 0;
      continue;
    }
    if (!is_kept (c))
      continue;
    if (space)
      g_string_append_c (kept, ' ');
    space = FALSE;
    *visible |= is_visible (c);
    g_string_append_unichar (kept, c);
  }
  return kept;
}

/* Joiners do not begin a letter: marks with joiners between them would be a tower as well. */
static char *
limit_marks (const char *composed)
{
  GString *kept = g_string_new (NULL);
  guint marks = 0;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (is_mark (c))
      marks++;
    else if (!is_joiner (c))
      marks = 0;
    if (!is_mark (c) || marks <= MAX_MARKS)
      g_string_append_unichar (kept, c);
  }
  return g_string_free (kept, FALSE);
}

static char *
refuse (FoyerTypedTextError code, const char *why, GError **error)
{
  g_set_error_literal (error, FOYER_TYPED_TEXT_ERROR, (int) code, why);
  return NULL;
}

char *
foyer_typed_text_clean (const char *text, GError **error)
{
  g_autoptr (GString) kept = NULL;
  g_autofree char *composed = NULL;
  g_autofree char *clean = NULL;
  gsize length = strnlen (text, MAX_BYTES + 1);
  gboolean visible;

  if (is_plainly_clean (text, length))
    return g_strndup (text, length);
  if (length > MAX_BYTES)
    return refuse (FOYER_TYPED_TEXT_ERROR_TOO_LONG, "text is too long", error);
  if (!g_utf8_validate (text, length, NULL))
    return refuse (FOYER_TYPED_TEXT_ERROR_UNPRINTABLE, "not UTF-8", error);

  /* Composed at last, as what was between a letter and its mark may be gone by then. */
  kept = keep_letters (text, &visible);
  composed = g_utf8_normalize (kept->str, kept->len, G_NORMALIZE_NFC);
  clean = limit_marks (composed);
  if (*text == '\0' || strspn (text, " \t\r\n") == length)
    return refuse (FOYER_TYPED_TEXT_ERROR_EMPTY, "nothing typed", error);
  if (!visible)
    return refuse (FOYER_TYPED_TEXT_ERROR_UNPRINTABLE, "nothing to print", error);
  if (g_utf8_strlen (clean, -1) > FOYER_TYPED_TEXT_MAX)
    return refuse (FOYER_TYPED_TEXT_ERROR_TOO_LONG, "text is too long", error);
  return g_steal_pointer (&clean);
}

static void
append_folded (GString *folded, gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain); i++) {
    if (plain[i].letter == c) {
      g_string_append (folded, plain[i].typed);
      return;
    }
  }
  g_string_append_unichar (folded, c);
}

/* Folds what stands between two bytes of ASCII; @space: (inout): Whether words end here. */
static void
fold_others (GString *folded, const char *text, gsize length, gboolean *space)
{
  g_autofree char *lower = g_utf8_casefold (text, length);
  g_autofree char *apart = g_utf8_normalize (lower, -1, G_NORMALIZE_NFKD);

  for (const char *p = apart != NULL ? apart : ""; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isspace (c) || c == '-') {
      *space = folded->len > 0;
    } else if (g_unichar_isalnum (c)) {
      if (*space)
        g_string_append_c (folded, ' ');
      *space = FALSE;
      append_folded (folded, c);
    }
  }
}

/* Folding goes letter by letter, so that the many in ASCII need no tables. */
char *
foyer_typed_text_fold (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);
  gboolean space = FALSE;

  for (const char *p = text; *p != '\0';) {
    const char *end = p;

    while ((guint8) *end >= 0x80)
      end++;
    if (end != p) {
      fold_others (folded, p, end - p, &space);
      p = end;
      continue;
    }
    if (g_ascii_isspace (*p) || *p == '-') {
      space = folded->len > 0;
    } else if (g_ascii_isalnum (*p)) {
      if (space)
        g_string_append_c (folded, ' ');
      space = FALSE;
      g_string_append_c (folded, g_ascii_tolower (*p));
    }
    p++;
  }
  return g_string_free (folded, FALSE);
}

static gboolean
begins_a_word (const char *folded, const char *word, gsize length)
{
  for (const char *p = folded; p != NULL; p = strchr (p, ' ')) {
    if (*p == ' ')
      p++;
    if (strncmp (p, word, length) == 0)
      return TRUE;
  }
  return FALSE;
}

gboolean
foyer_typed_text_matches (const char *folded, const char *query)
{
  while (*query != '\0') {
    gsize length = strcspn (query, " ");

    if (length > 0 && !begins_a_word (folded, query, length))
      return FALSE;
    query += length;
    query += strspn (query, " ");
  }
  return TRUE;
}

guint
foyer_typed_text_letters (const char *text)
{
  guint letters = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    letters += g_unichar_isalnum (g_utf8_get_char (p)) ? 1 : 0;
  return letters;
}

char *
foyer_typed_text_given (const char *name)
{
  const char *space = strchr (name, ' ');

  switch (g_unichar_get_script (g_utf8_get_char (name))) {
  case G_UNICODE_SCRIPT_HAN:
  case G_UNICODE_SCRIPT_HIRAGANA:
  case G_UNICODE_SCRIPT_KATAKANA:
  case G_UNICODE_SCRIPT_HANGUL:
  case G_UNICODE_SCRIPT_BOPOMOFO:
    return g_strdup (name);
  default:
    return space != NULL ? g_strndup (name, space - name) : g_strdup (name);
  }
}

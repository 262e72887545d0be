/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-heading"

#include "notice/heading.h"

#include <string.h>

#define LONGEST_TITLE 120 /* bytes */
#define DEEPEST 4

static const char *
read_part (const char *at, int *value)
{
  const char *start = at;

  *value = 0;
  while (g_ascii_isdigit (*at) && at - start < 3)
    *value = 10 * *value + g_ascii_digit_value (*at++);
  return at > start && at - start < 3 && !g_ascii_isdigit (*at) ? at : NULL;
}

gboolean
foyer_notice_heading_read (const char *line, FoyerNoticeHeading *heading)
{
  const char *at = read_part (line, &heading->top);
  const char *end = at;
  const char *rest;
  int part;

  if (at == NULL)
    return FALSE;
  heading->level = 1;
  while (*end == '.' && heading->level < DEEPEST && (at = read_part (end + 1, &part)) != NULL) {
    end = at;
    heading->level++;
  }
  heading->marked = *end == '.' || *end == ')' || *end == ':';
  rest = heading->marked ? end + 1 : end;
  if (!heading->marked && *rest != ' ')
    return FALSE;
  while (*rest == ' ')
    rest++;
  if (!g_unichar_isalpha (g_utf8_get_char (rest)) && strchr ("\"'(", *rest) == NULL
      && !g_str_has_prefix (rest, "“") && !g_str_has_prefix (rest, "„"))
    return FALSE;
  if (*rest == '\0')
    return FALSE;
  heading->title = rest;
  heading->number = g_strndup (line, end - line);
  return TRUE;
}

gboolean
foyer_notice_heading_is_title (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && length <= LONGEST_TITLE && strchr (".;,:", text[length - 1]) == NULL
         && strstr (text, ". ") == NULL;
}

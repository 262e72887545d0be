/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-plain"

#include "notice/plain.h"

#include <string.h>

#include "notice/heading.h"
#include "notice/page.h"

#define MOST_MISSING 3 /* numbers in a row that a damaged page may have lost */
#define LONGEST_RUN_IN 80

typedef struct {
  FoyerNoticeDraft *draft;
  FoyerNoticePage *page;
  GString *paragraph;
  int top;       /* the number of the section that is open; -1 before the first */
  gboolean list; /* the line before was an item */
} Reader;

static void
end_paragraph (Reader *reader)
{
  if (reader->paragraph->len > 0)
    foyer_notice_draft_add (reader->draft, reader->paragraph->str);
  g_string_truncate (reader->paragraph, 0);
}

/* "• words", "- words": returns the words; else NULL. */
static const char *
item_words (const char *line)
{
  static const char *const marks[] = { "•", "▪", "◦", "●", "·", "- ", "* ", "+ ", "– ", "— " };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (line, marks[i])) {
      const char *words = line + strlen (marks[i]);

      return *words == ' ' ? words + 1 : words;
    }
  return NULL;
}

static gboolean
ends_with (const char *line, char mark)
{
  return line[0] != '\0' && line[strlen (line) - 1] == mark;
}

/* A page saved as text loses its bullets. An item shows by the colon and semicolons, or because
 * the page had each item twice. */
static gboolean
lost_its_bullet (Reader *reader, guint nth)
{
  const char *line = foyer_notice_page_line (reader->page, nth);
  const char *before = nth > 0 ? foyer_notice_page_line (reader->page, nth - 1) : "";

  if (reader->page->wrapped)
    return FALSE;
  if (strcmp (line, before) == 0
      || strcmp (line, foyer_notice_page_line (reader->page, nth + 1)) == 0)
    return TRUE;
  return (ends_with (line, ';') && (reader->list || ends_with (before, ':')))
         || (reader->list && ends_with (before, ';'));
}

static gboolean
in_order (Reader *reader, const FoyerNoticeHeading *heading, gboolean title)
{
  if (foyer_notice_draft_knows (reader->draft, heading->number, heading->title))
    return TRUE;
  if (heading->level > 1)
    return title && heading->top == reader->top;
  if (reader->top < 0)
    return TRUE;
  return heading->top > reader->top && heading->top <= reader->top + (title ? MOST_MISSING : 1);
}

static gboolean
stands_free (Reader *reader, guint nth, const FoyerNoticeHeading *heading)
{
  const char *before = nth > 0 ? foyer_notice_page_line (reader->page, nth - 1) : "";

  if (nth == reader->page->start || before[0] == '\0')
    return TRUE;
  if (reader->page->wrapped)
    return reader->paragraph->len == 0;
  return heading->marked || (heading->level > 1 && heading->top == reader->top);
}

/* "5. Visits. When you come …": opens the section, and gives the words after its title. */
static const char *
open_run_in (Reader *reader, const FoyerNoticeHeading *heading)
{
  const char *dot = strstr (heading->title, ". ");
  g_autofree char *title = NULL;

  if (dot == NULL || dot - heading->title > LONGEST_RUN_IN) {
    foyer_notice_draft_open (reader->draft, heading->number, "", heading->level);
    return heading->title;
  }
  title = g_strndup (heading->title, dot - heading->title);
  foyer_notice_draft_open (reader->draft, heading->number, title, heading->level);
  return dot + 2;
}

static gboolean
read_heading (Reader *reader, guint nth)
{
  const char *line = foyer_notice_page_line (reader->page, nth);
  FoyerNoticeHeading heading = { 0 };
  g_autofree char *number = NULL;
  gboolean title;

  if (g_ascii_strcasecmp (line, "layer-one") == 0) {
    end_paragraph (reader);
    foyer_notice_draft_open (reader->draft, "", line, 1);
    return TRUE;
  }
  if (!foyer_notice_heading_read (line, &heading))
    return FALSE;
  number = heading.number;
  title = foyer_notice_heading_is_title (heading.title);
  if (!stands_free (reader, nth, &heading) || !in_order (reader, &heading, title)
      || (!title && (heading.level > 1 || !heading.marked)))
    return FALSE;

  end_paragraph (reader);
  reader->list = FALSE;
  reader->top = heading.top;
  if (title)
    foyer_notice_draft_open (reader->draft, number, heading.title, heading.level);
  else
    g_string_assign (reader->paragraph, open_run_in (reader, &heading));
  if (!reader->page->wrapped)
    end_paragraph (reader);
  return TRUE;
}

static void
read_line (Reader *reader, guint nth)
{
  const char *line = foyer_notice_page_line (reader->page, nth);
  const char *words = item_words (line);

  if (line[0] == '\0') {
    end_paragraph (reader);
    return;
  }
  if (words == NULL && lost_its_bullet (reader, nth))
    words = line;
  if (words != NULL || !reader->page->wrapped || reader->draft->in_layer_one)
    end_paragraph (reader);
  else if (reader->paragraph->len > 0)
    g_string_append_c (reader->paragraph, ' ');
  g_string_append_printf (reader->paragraph,
                          "%s%s",
                          words != NULL ? "• " : "",
                          words != NULL ? words : line);
  reader->list = words != NULL;
  if (!reader->page->wrapped)
    end_paragraph (reader);
}

void
foyer_notice_read_plain (FoyerNoticeDraft *draft, const char *text, FoyerNoticeTerms *terms)
{
  g_autoptr (FoyerNoticePage) page = foyer_notice_page_new (text, terms);
  Reader reader = { draft, page, g_string_new (NULL), -1, FALSE };

  for (guint i = 0; i < page->lines->len; i++) {
    if (i < page->title || i >= page->end) {
      if (foyer_notice_page_line (page, i)[0] != '\0')
        draft->furniture++;
    } else if (i < page->start) {
      read_line (&reader, i);
    } else if (foyer_notice_page_repeats (page, i)) {
      draft->furniture++;
    } else if (!read_heading (&reader, i)) {
      read_line (&reader, i);
    }
  }
  end_paragraph (&reader);
  g_string_free (reader.paragraph, TRUE);
}

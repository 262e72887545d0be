/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-markdown"

#include "notice/markdown.h"

#include <cmark.h>
#include <string.h>

#include "notice/heading.h"

/* The words of one heading or paragraph, and whether it begins an item of a list. */
typedef struct {
  FoyerNoticeDraft *draft;
  GString *words;
  gboolean new_item;
  int first_level; /* of the headings below the title */
} Reader;

static void
end_heading (Reader *reader, int level)
{
  FoyerNoticeHeading heading = { 0 };
  const char *text = g_strstrip (reader->words->str);

  if (foyer_notice_heading_read (text, &heading)) {
    foyer_notice_draft_open (reader->draft, heading.number, heading.title, heading.level);
    g_free (heading.number);
  } else if (level == 1 && reader->draft->sections->len == 0
             && g_ascii_strcasecmp (text, "layer-one") != 0) {
    foyer_notice_draft_add (reader->draft, text); /* the notice's own title */
  } else {
    if (reader->first_level == 0)
      reader->first_level = level;
    foyer_notice_draft_open (reader->draft, "", text, MAX (1, level - reader->first_level + 1));
  }
}

static void
end_paragraph (Reader *reader)
{
  g_autofree char *line = NULL;

  g_strstrip (reader->words->str);
  if (reader->words->str[0] == '\0')
    return;
  line = g_strconcat (reader->new_item ? "• " : "", reader->words->str, NULL);
  foyer_notice_draft_add (reader->draft, line);
  reader->new_item = FALSE;
}

static void
read_node (Reader *reader, cmark_node *node, gboolean entering)
{
  switch (cmark_node_get_type (node)) {
  case CMARK_NODE_TEXT:
  case CMARK_NODE_CODE:
    g_string_append (reader->words, cmark_node_get_literal (node));
    break;
  case CMARK_NODE_CODE_BLOCK:
    g_string_assign (reader->words, cmark_node_get_literal (node));
    end_paragraph (reader);
    g_string_truncate (reader->words, 0);
    break;
  case CMARK_NODE_SOFTBREAK:
  case CMARK_NODE_LINEBREAK:
    g_string_append_c (reader->words, '\n');
    break;
  case CMARK_NODE_ITEM:
    reader->new_item = entering;
    break;
  case CMARK_NODE_HTML_BLOCK:
    reader->draft->furniture++;
    break;
  case CMARK_NODE_HEADING:
  case CMARK_NODE_PARAGRAPH:
    if (!entering && cmark_node_get_type (node) == CMARK_NODE_HEADING)
      end_heading (reader, cmark_node_get_heading_level (node));
    else if (!entering)
      end_paragraph (reader);
    g_string_truncate (reader->words, 0);
    break;
  default:
    break;
  }
}

void
foyer_notice_read_markdown (FoyerNoticeDraft *draft, const char *text)
{
  Reader reader = { draft, g_string_new (NULL), FALSE, 0 };
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  cmark_iter *iter = cmark_iter_new (document);
  cmark_event_type event;

  draft->keeps_doubles = TRUE;
  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    read_node (&reader, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);

  cmark_iter_free (iter);
  cmark_node_free (document);
  g_string_free (reader.words, TRUE);
}

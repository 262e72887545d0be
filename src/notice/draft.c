/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notice-draft"

#include "notice/draft.h"

#include <string.h>

static void
section_free (gpointer data)
{
  FoyerNoticeDraftSection *section = data;

  g_free (section->number);
  g_free (section->title);
  g_ptr_array_unref (section->lines);
  g_hash_table_unref (section->keys);
  g_free (section);
}

static FoyerNoticeDraftSection *
section_new (const char *number, const char *title, int level)
{
  FoyerNoticeDraftSection *section = g_new0 (FoyerNoticeDraftSection, 1);

  section->number = g_strdup (number);
  section->title = g_strdup (title);
  section->level = level;
  section->lines = g_ptr_array_new_with_free_func (g_free);
  section->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return section;
}

FoyerNoticeDraft *
foyer_notice_draft_new (void)
{
  FoyerNoticeDraft *self = g_new0 (FoyerNoticeDraft, 1);

  self->sections = g_ptr_array_new_with_free_func (section_free);
  self->head = g_string_new (NULL);
  self->layer_one = g_string_new (NULL);
  self->by_heading = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
foyer_notice_draft_free (FoyerNoticeDraft *self)
{
  g_ptr_array_unref (self->sections);
  g_string_free (self->head, TRUE);
  g_string_free (self->layer_one, TRUE);
  g_hash_table_unref (self->by_heading);
  g_free (self);
}

static char *
heading_key (const char *number, const char *title)
{
  g_autofree char *folded = foyer_notice_terms_fold (title);

  return g_strconcat (number, " ", folded, NULL);
}

gboolean
foyer_notice_draft_knows (FoyerNoticeDraft *self, const char *number, const char *title)
{
  g_autofree char *key = heading_key (number, title);

  return g_hash_table_contains (self->by_heading, key);
}

void
foyer_notice_draft_open (FoyerNoticeDraft *self, const char *number, const char *title, int level)
{
  g_autofree char *key = heading_key (number, title);

  self->in_layer_one = strcmp (key, " layer-one") == 0 || strcmp (key, " layer one") == 0;
  if (self->in_layer_one)
    return;
  /* Two headings "Purpose" without a number are two sections. */
  self->current = number[0] != '\0' ? g_hash_table_lookup (self->by_heading, key) : NULL;
  if (self->current == NULL) {
    self->current = section_new (number, title, level);
    g_ptr_array_add (self->sections, self->current);
    g_hash_table_replace (self->by_heading, g_steal_pointer (&key), self->current);
  }
  /* A table of contents has all headings too, but no words below them. */
  if (self->current->opened == 0 || self->current->lines->len > 0)
    self->current->opened++;
}

void
foyer_notice_draft_add (FoyerNoticeDraft *self, const char *line)
{
  char *key;

  if (self->in_layer_one || self->current == NULL) {
    g_string_append_printf (self->in_layer_one ? self->layer_one : self->head, "%s\n", line);
    return;
  }
  key = foyer_notice_terms_fold (g_str_has_prefix (line, "• ") ? line + strlen ("• ") : line);
  if (!g_hash_table_add (self->current->keys, key) && !self->keeps_doubles) {
    self->doubled++;
    return;
  }
  g_ptr_array_add (self->current->lines, g_strdelimit (g_strdup (line), "\n", ' '));
}

void
foyer_notice_draft_split (FoyerNoticeDraft *self, guint nth, guint line)
{
  FoyerNoticeDraftSection *from = g_ptr_array_index (self->sections, nth);
  FoyerNoticeDraftSection *rest = section_new ("", "", from->level);

  while (from->lines->len > line)
    g_ptr_array_add (rest->lines, g_ptr_array_steal_index (from->lines, line));
  g_ptr_array_insert (self->sections, (int) nth + 1, rest);
}

char *
foyer_notice_draft_text (FoyerNoticeDraftSection *section)
{
  GString *text = g_string_new (NULL);
  gboolean item_before = FALSE;

  for (guint i = 0; i < section->lines->len; i++) {
    const char *line = g_ptr_array_index (section->lines, i);
    gboolean item = g_str_has_prefix (line, "• ");

    if (i > 0)
      g_string_append (text, item && item_before ? "\n" : "\n\n");
    g_string_append (text, line);
    item_before = item;
  }
  return g_string_free (text, FALSE);
}

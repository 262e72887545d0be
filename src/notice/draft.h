/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/terms.h"

G_BEGIN_DECLS

/**
 * FoyerNoticeDraftSection:
 * @number: The notice's own number, or ""
 * @title: Its title, or ""
 * @level: How deep it lies: 1 for "5", 2 for "5.1"
 * @lines: (element-type utf8): Paragraphs and list items
 * @keys: Every line it has, folded
 * @opened: How often its heading stands in the text with words below it
 * @kinds: What it speaks of
 * @in_excerpt: Whether it belongs to the excerpt
 * @scores: Its points by kind, in the order of the kinds' bits
 *
 * A section while the notice is being read.
 */
typedef struct {
  char *number;
  char *title;
  int level;
  GPtrArray *lines;
  GHashTable *keys;
  int opened;
  FoyerNoticeKind kinds;
  gboolean in_excerpt;
  int scores[5];
} FoyerNoticeDraftSection;

/**
 * FoyerNoticeDraft:
 * @sections: (element-type FoyerNoticeDraftSection): The notice's sections so far
 * @head: What stands before the first section: title, version, date
 * @layer_one: The lines of the section titled layer-one
 * @furniture: How many lines of page furniture were left out
 * @doubled: How many doubled lines were left out
 * @keeps_doubles: A line that stands twice in a section is meant to: the text is no page saved as
 * text
 *
 * A notice while it is being read.
 */
typedef struct {
  GPtrArray *sections;
  GString *head;
  GString *layer_one;
  guint furniture;
  guint doubled;
  gboolean keeps_doubles;
  FoyerNoticeDraftSection *current; /* where lines go; NULL: to the head */
  gboolean in_layer_one;
  GHashTable *by_heading;
} FoyerNoticeDraft;

/** foyer_notice_draft_new: Returns: (transfer full): An empty draft */
FoyerNoticeDraft *foyer_notice_draft_new (void);

/** foyer_notice_draft_free: Frees @self */
void foyer_notice_draft_free (FoyerNoticeDraft *self);

/**
 * foyer_notice_draft_open:
 * @self: A draft
 * @number: A section's number, or ""
 * @title: Its title, or ""
 * @level: How deep it lies, from 1
 *
 * What is added from now on belongs to this section: to the one that has the same number and title
 * already, if there is one.
 */
void
foyer_notice_draft_open (FoyerNoticeDraft *self, const char *number, const char *title, int level);

/** foyer_notice_draft_knows: Returns: Whether a section of this heading was opened before */
gboolean foyer_notice_draft_knows (FoyerNoticeDraft *self, const char *number, const char *title);

/** foyer_notice_draft_add: Adds a paragraph or list item, unless its section has it already */
void foyer_notice_draft_add (FoyerNoticeDraft *self, const char *line);

/**
 * foyer_notice_draft_split:
 * @self: A draft
 * @nth: A section of it
 * @line: Which of its lines
 *
 * From @line on, the section's words become a section of their own, without number and title.
 */
void foyer_notice_draft_split (FoyerNoticeDraft *self, guint nth, guint line);

/** foyer_notice_draft_text: Returns: (transfer full): A section's words, as the notice keeps them
 */
char *foyer_notice_draft_text (FoyerNoticeDraftSection *section);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNoticeDraft, foyer_notice_draft_free)

G_END_DECLS

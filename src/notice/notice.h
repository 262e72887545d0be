/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define FOYER_TYPE_NOTICE (foyer_notice_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNotice, foyer_notice, FOYER, NOTICE, GObject)

/**
 * FoyerNoticeKind:
 *
 * What a section speaks of. The numbers are stored: never change one.
 */
typedef enum {
  FOYER_NOTICE_PREMISES =
      1 << 0, /* visits to the premises: offices, reception, visitors, CCTV, badge */
  FOYER_NOTICE_CONTACT = 1 << 1,
  FOYER_NOTICE_RECIPIENTS = 1 << 2,
  FOYER_NOTICE_RETENTION = 1 << 3,
  FOYER_NOTICE_RIGHTS = 1 << 4,
} FoyerNoticeKind;

/**
 * FoyerNoticeLine:
 *
 * The three lines of layer one, on the check page.
 */
typedef enum {
  FOYER_NOTICE_WHY,
  FOYER_NOTICE_WHO_SEES_IT,
  FOYER_NOTICE_YOUR_RIGHTS,
  FOYER_NOTICE_N_LINES,
} FoyerNoticeLine;

/**
 * FoyerNoticeSection:
 * @number: The notice's own number, "5" or "9.2"; "" where it has none
 * @title: The section's title, without the number
 * @text: The section's words: plain text; paragraphs separated by one empty line, list items begin
 *   with "• " on a line each
 * @kinds: What the section speaks of, or'ed
 * @in_excerpt: Whether it belongs to the excerpt
 */
typedef struct {
  char *number;
  char *title;
  char *text;
  FoyerNoticeKind kinds;
  gboolean in_excerpt;
} FoyerNoticeSection;

/**
 * foyer_notice_new:
 * @id: (nullable): The stored version's id, 16 bytes; %NULL for one that is not stored yet
 * @version: The organisation's own name of the version, "3.2"
 * @date: Its date, ISO 8601, "2026-10-01"
 * @language: Its language, "en"
 *
 * A notice is filled by whoever made it (the parser, the store), and not changed after that.
 *
 * Returns: (transfer full): A notice without sections
 */
FoyerNotice *
foyer_notice_new (GBytes *id, const char *version, const char *date, const char *language);

/** foyer_notice_get_id: Returns: (transfer none) (nullable): The stored version's id */
GBytes *foyer_notice_get_id (FoyerNotice *self);

/** foyer_notice_get_version: Returns: (transfer none): The organisation's own name of the version
 */
const char *foyer_notice_get_version (FoyerNotice *self);

/** foyer_notice_get_date: Returns: (transfer none): The version's date, ISO 8601 */
const char *foyer_notice_get_date (FoyerNotice *self);

/** foyer_notice_get_language: Returns: (transfer none): The language's code */
const char *foyer_notice_get_language (FoyerNotice *self);

/**
 * foyer_notice_set_days:
 * @self: A notice
 * @days: The retention period for visits that the notice itself names, in days; 0 where it names
 * none
 */
void foyer_notice_set_days (FoyerNotice *self, int days);

/** foyer_notice_get_days: Returns: The period for visits that the notice names, in days, or 0 */
int foyer_notice_get_days (FoyerNotice *self);

/**
 * foyer_notice_set_line:
 * @self: A notice
 * @line: Which of layer one's lines
 * @text: (nullable): The notice's own line; %NULL where it has none and the program's default
 * serves
 */
void foyer_notice_set_line (FoyerNotice *self, FoyerNoticeLine line, const char *text);

/** foyer_notice_get_line: Returns: (transfer none) (nullable): The notice's own line */
const char *foyer_notice_get_line (FoyerNotice *self, FoyerNoticeLine line);

/** foyer_notice_add_section: Appends a copy of @section */
void foyer_notice_add_section (FoyerNotice *self, const FoyerNoticeSection *section);

/** foyer_notice_n_sections: Returns: How many sections the whole notice has */
guint foyer_notice_n_sections (FoyerNotice *self);

/** foyer_notice_get_section: Returns: (transfer none): Section number @nth, from 0, in the notice's
 * order */
const FoyerNoticeSection *foyer_notice_get_section (FoyerNotice *self, guint nth);

/**
 * foyer_notice_get_premises:
 * @self: A notice
 *
 * Layer one shows the beginning of this section. It follows from the sections alone, so that a
 * stored notice gives the same.
 *
 * Returns: (transfer none) (nullable): The first section of the excerpt that is about visits to the
 * premises and has words
 */
const FoyerNoticeSection *foyer_notice_get_premises (FoyerNotice *self);

G_END_DECLS

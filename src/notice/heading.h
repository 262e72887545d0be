/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerNoticeHeading:
 * @number: "5" or "9.2", without a dot at its end; "" where there is none
 * @title: What follows
 * @level: How many parts the number has
 * @top: The number's first part
 * @marked: Whether a dot, a bracket or a colon ends the number
 *
 * A numbered line.
 */
typedef struct {
  char *number;
  const char *title;
  int level;
  int top;
  gboolean marked;
} FoyerNoticeHeading;

/**
 * foyer_notice_heading_read:
 * @line: A line; the heading's title points into it
 * @heading: (out caller-allocates): Free its number with g_free()
 *
 * Returns: Whether @line begins with a section's number: "5. Visits", "1.introduction", "9.2
 * Rights"
 */
gboolean foyer_notice_heading_read (const char *line, FoyerNoticeHeading *heading);

/** foyer_notice_heading_is_title: Returns: Whether @text can be a title: short, no sentence */
gboolean foyer_notice_heading_is_title (const char *text);

G_END_DECLS

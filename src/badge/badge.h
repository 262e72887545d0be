/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "station/settings.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/** The stock that badges are drawn for, in mm: the label's long side runs across. */
#define FOYER_BADGE_WIDTH_MM 100.0
#define FOYER_BADGE_HEIGHT_MM 62.0

/**
 * FoyerBadge:
 *
 * What stands on one badge. Personal: freed with foyer_badge_free().
 */
typedef struct _FoyerBadge FoyerBadge;

/**
 * foyer_badge_new:
 * @visit: A visit that has arrived, with its host's name
 * @settings: For organisation, time zone, and whether the visitor type prints the company
 * @language: The badge's language, "en"
 *
 * Returns: (transfer full): The badge
 */
FoyerBadge *foyer_badge_new (FoyerVisit *visit, FoyerSettings *settings, const char *language);

/**
 * foyer_badge_new_sample:
 * @settings: As in foyer_badge_new()
 * @language: The badge's language, "en"
 * @now: The day to print, in ms since the epoch, UTC
 *
 * Returns: (transfer full): A badge that is nobody's, for testing a printer: no desk or kiosk
 *   accepts its code
 */
FoyerBadge *foyer_badge_new_sample (FoyerSettings *settings, const char *language, gint64 now);

/** foyer_badge_free: @badge: (transfer full) (nullable): A badge */
void foyer_badge_free (FoyerBadge *badge);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerBadge, foyer_badge_free)

/**
 * foyer_badge_draw:
 * @badge: A badge
 * @cairo: Where to draw; one unit is one mm, the origin is the upper left corner of the label
 *
 * Draws the badge 100 x 62 mm, one-bit black on nothing. Names are shrunk to fit and never cut.
 */
void foyer_badge_draw (FoyerBadge *badge, cairo_t *cairo);

/**
 * foyer_badge_to_pdf:
 * @badge: A badge
 *
 * Returns: (transfer full): One page of 62 x 100 mm, with the badge turned upright
 */
GBytes *foyer_badge_to_pdf (FoyerBadge *badge);

G_END_DECLS

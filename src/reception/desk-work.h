/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerBadgeState:
 * @FOYER_BADGE_PRINTING: On its way
 * @FOYER_BADGE_PRINTED: The printer reported it completed
 * @FOYER_BADGE_AT_DESK: It could not be printed here: reception has to see to it
 */
typedef enum {
  FOYER_BADGE_PRINTING,
  FOYER_BADGE_PRINTED,
  FOYER_BADGE_AT_DESK,
} FoyerBadgeState;

/**
 * FoyerDeskWork:
 * @visit: The visit's id
 * @now: When, in ms since the epoch, UTC
 * @badge: (out): Where the badge stands, for foyer_reception_follow_badge
 */
typedef struct {
  GBytes *visit;
  gint64 now;
  FoyerBadgeState badge;
} FoyerDeskWork;

/** foyer_desk_work_new: Returns: (transfer full): What the deeds below are about */
FoyerDeskWork *foyer_desk_work_new (GBytes *visit, gint64 now);

/** foyer_desk_work_free: @data: (transfer full) (nullable): A #FoyerDeskWork */
void foyer_desk_work_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerDeskWork, foyer_desk_work_free)

/** Whether a visit's badge is out of the printer: takes a #FoyerDeskWork. */
extern const FoyerDeed foyer_reception_follow_badge;

/** A desk has told the host: takes a #FoyerDeskWork. */
extern const FoyerDeed foyer_reception_host_told;

/** A desk has handed out a badge that could not be printed: takes a #FoyerDeskWork. */
extern const FoyerDeed foyer_reception_badge_handed_out;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/deed.h"

G_BEGIN_DECLS

/** FoyerSoundness: @events: (out): How many audit events there are, each chained to the one before
 */
typedef struct {
  gint64 events;
} FoyerSoundness;

/** Verifies the audit trail's chain: takes a #FoyerSoundness. %FOYER_PRIVACY_ERROR_CHAIN. */
extern const FoyerDeed foyer_privacy_verify_audit;

G_END_DECLS

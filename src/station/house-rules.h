/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/ini.h"

G_BEGIN_DECLS

/**
 * FoyerHouseRules:
 * @quiet_hour: Minutes after local midnight
 * @returns_at_kiosk: Whether who left today is let in again at the kiosk
 * @remember_days: For how many days answers may be remembered, 0: they may not
 *
 * What the organisation has decided about how things go here.
 */
typedef struct {
  int quiet_hour;
  gboolean returns_at_kiosk;
  guint64 remember_days;
} FoyerHouseRules;

/** foyer_house_rules_read: Reads them from the station's settings; Returns: Whether they can be
 * used
 */
gboolean foyer_house_rules_read (FoyerHouseRules *rules, FoyerIni *ini, GError **error);

G_END_DECLS

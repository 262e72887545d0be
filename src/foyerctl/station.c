/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/commands.h"
#include "foyerctl/output.h"
#include "reception/calls.h"

gboolean
foyer_ctl_station_service (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerCall) call = NULL;
  const char *station;

  if (!foyer_ctl_open (ctl, error))
    return FALSE;
  station = foyer_settings_get_station (ctl->settings);
  call = foyer_call_new (FOYER_CALL_SERVICE, station, "", NULL, foyer_ctl_now (ctl));
  return foyer_ctl_do (ctl, &foyer_reception_call, call, error)
         && foyer_output_text (error, "The kiosk “%s” is called for service.", station);
}

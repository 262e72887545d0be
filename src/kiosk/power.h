/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * foyer_power_off:
 * @cancellable: (nullable): Cancel it when who waits is gone
 * @ready: What to call on the main loop
 * @user_data: Its argument
 *
 * Asks logind to switch the machine off (org.freedesktop.login1.Manager.PowerOff), which it allows
 * who sits at it.
 */
void foyer_power_off (GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data);

/** foyer_power_off_finish: Returns: Whether the machine is being switched off */
gboolean foyer_power_off_finish (GAsyncResult *result, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-power"

#include "kiosk/power.h"

static void
on_answered (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *err = NULL;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, &err);

  if (answer != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, err);
}

static void
on_bus (GObject *unused, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *err = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &err);

  if (bus == NULL) {
    g_task_return_error (task, err);
    return;
  }
  g_dbus_connection_call (bus,
                          "org.freedesktop.login1",
                          "/org/freedesktop/login1",
                          "org.freedesktop.login1.Manager",
                          "PowerOff",
                          g_variant_new ("(b)", FALSE), /* nobody is asked for a password */
                          NULL,
                          G_DBUS_CALL_FLAGS_NONE,
                          -1,
                          g_task_get_cancellable (task),
                          on_answered,
                          g_object_ref (task));
}

void
foyer_power_off (GCancellable *cancellable, GAsyncReadyCallback ready, gpointer user_data)
{
  g_bus_get (G_BUS_TYPE_SYSTEM,
             cancellable,
             on_bus,
             g_task_new (NULL, cancellable, ready, user_data));
}

gboolean
foyer_power_off_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

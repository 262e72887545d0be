/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-selections"

#include "kiosk/selections.h"

#include <gtk/gtk.h>

void
foyer_selections_clear (void)
{
  const GdkAtom selections[] = { GDK_SELECTION_CLIPBOARD, GDK_SELECTION_PRIMARY };

  for (gsize i = 0; i < G_N_ELEMENTS (selections); i++)
    if (gdk_selection_owner_get (selections[i]) != NULL)
      gtk_clipboard_clear (gtk_clipboard_get (selections[i]));
}

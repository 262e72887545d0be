/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "visit/clock.h"

G_BEGIN_DECLS

#define FOYER_TYPE_BAR (foyer_bar_get_type ())
G_DECLARE_FINAL_TYPE (FoyerBar, foyer_bar, FOYER, BAR, GtkBox)

/**
 * foyer_bar_say:
 * @self: A bar
 * @clock: Borrowed until the bar is gone
 * @sentence: What is said; it names nobody
 * @stays: For how long, in ms
 */
void foyer_bar_say (FoyerBar *self, FoyerClock *clock, const char *sentence, gint64 stays);

G_END_DECLS

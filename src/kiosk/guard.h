/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_GUARD (foyer_guard_get_type ())
G_DECLARE_FINAL_TYPE (FoyerGuard, foyer_guard, FOYER, GUARD, GObject)

/**
 * FoyerGuard::touched:
 *
 * Somebody is there: a finger, the mouse or a key was pressed or let go.
 *
 * FoyerGuard::service-key:
 * @is_down: Whether F12 went down (again and again while it is held), or up
 */

/**
 * foyer_guard_new:
 *
 * From now on until its end every event of the process passes through it. Dropped are: keys with
 * Ctrl, Alt or Super, the Menu key and F10, mouse buttons but the first, double clicks. A finger is
 * passed on as a mouse would be, so that no bubble with Cut and Paste opens at an entry. One guard
 * a process.
 *
 * Returns: (transfer full): A new guard
 */
FoyerGuard *foyer_guard_new (void);

/** foyer_guard_page_changed: A tap within the next 300 ms was meant for the page before: it is
 * dropped */
void foyer_guard_page_changed (FoyerGuard *self);

G_END_DECLS

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
 * FoyerGuard::pressed:
 *
 * A finger or the mouse goes down, and no widget has seen it yet.
 *
 * FoyerGuard::service-key:
 * @is_down: Whether F12 went down (again and again while it is held), or up
 *
 * FoyerGuard::control-key:
 * @keyval: %GDK_KEY_F1 to %GDK_KEY_F4, which went down (again and again while it is held)
 */

/**
 * foyer_guard_new:
 *
 * From now on until its end every event of the process passes through it. Of keys only what text is
 * made with passes, and what moves about in it and from thing to thing: Backspace, Delete, Home,
 * End, arrows, Tab, Enter, Escape. Everything else is dropped: keys with Ctrl, Alt or Super, mouse
 * buttons but the first, double clicks, drags from other windows, gestures, each finger but the
 * first (on the touch keyboard: the second). A finger is passed on as a mouse would be, so that no
 * bubble with Cut and Paste opens at an entry. GTK's settings keep nothing of what was typed. One
 * guard a process.
 *
 * Returns: (transfer full): A new guard
 */
FoyerGuard *foyer_guard_new (void);

/** foyer_guard_page_changed: A tap within the next 300 ms was meant for the page before: it is
 * dropped */
void foyer_guard_page_changed (FoyerGuard *self);

G_END_DECLS

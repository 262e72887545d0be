/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define FOYER_TYPE_IDLE_SHEET (foyer_idle_sheet_get_type ())
G_DECLARE_FINAL_TYPE (FoyerIdleSheet, foyer_idle_sheet, FOYER, IDLE_SHEET, GtkEventBox)

/**
 * FoyerIdleSheet::stay:
 *
 * "I need more time" was pressed.
 *
 * FoyerIdleSheet::over:
 *
 * "Start over" was pressed.
 */

/** foyer_idle_sheet_translate: Speaks the screen's language from now on: the sheet outlives the
 * visitor */
void foyer_idle_sheet_translate (FoyerIdleSheet *self);

/** foyer_idle_sheet_count: Shows over the page that there are @seconds left; takes the focus */
void foyer_idle_sheet_count (FoyerIdleSheet *self, int seconds);

/** foyer_idle_sheet_hide: Gives the focus back to where it was */
void foyer_idle_sheet_hide (FoyerIdleSheet *self);

G_END_DECLS

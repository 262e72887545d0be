/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TODAY_PAGE (foyer_today_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTodayPage, foyer_today_page, FOYER, TODAY_PAGE, FoyerDeskPage)

/** foyer_today_page_new: Returns: (transfer floating): Who is on site, and who left today */
GtkWidget *foyer_today_page_new (const FoyerDeskContext *context);

G_END_DECLS

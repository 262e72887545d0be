/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_DISPLAY_PAGE (foyer_display_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerDisplayPage, foyer_display_page, FOYER, DISPLAY_PAGE, FoyerKioskPage)

G_END_DECLS

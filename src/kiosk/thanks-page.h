/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_THANKS_PAGE (foyer_thanks_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerThanksPage, foyer_thanks_page, FOYER, THANKS_PAGE, FoyerKioskPage)

G_END_DECLS

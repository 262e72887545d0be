/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CHOICE_PAGE (foyer_choice_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerChoicePage, foyer_choice_page, FOYER, CHOICE_PAGE, FoyerKioskPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_GOODBYE_PAGE (foyer_goodbye_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerGoodbyePage, foyer_goodbye_page, FOYER, GOODBYE_PAGE, FoyerKioskPage)

G_END_DECLS

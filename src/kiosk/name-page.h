/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NAME_PAGE (foyer_name_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNamePage, foyer_name_page, FOYER, NAME_PAGE, FoyerKioskPage)

G_END_DECLS

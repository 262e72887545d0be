/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_CHECK_PAGE (foyer_check_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCheckPage, foyer_check_page, FOYER, CHECK_PAGE, FoyerKioskPage)

G_END_DECLS

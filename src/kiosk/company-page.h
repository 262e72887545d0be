/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_COMPANY_PAGE (foyer_company_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCompanyPage, foyer_company_page, FOYER, COMPANY_PAGE, FoyerKioskPage)

G_END_DECLS

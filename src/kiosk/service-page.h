/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SERVICE_PAGE (foyer_service_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerServicePage, foyer_service_page, FOYER, SERVICE_PAGE, FoyerKioskPage)

G_END_DECLS

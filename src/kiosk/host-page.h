/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_HOST_PAGE (foyer_host_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerHostPage, foyer_host_page, FOYER, HOST_PAGE, FoyerKioskPage)

G_END_DECLS

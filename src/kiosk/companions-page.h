/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_COMPANIONS_PAGE (foyer_companions_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerCompanionsPage,
                      foyer_companions_page,
                      FOYER,
                      COMPANIONS_PAGE,
                      FoyerKioskPage)

G_END_DECLS

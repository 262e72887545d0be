/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_YOUR_DATA_PAGE (foyer_your_data_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerYourDataPage,
                      foyer_your_data_page,
                      FOYER,
                      YOUR_DATA_PAGE,
                      FoyerKioskPage)

G_END_DECLS

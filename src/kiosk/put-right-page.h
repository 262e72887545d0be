/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PUT_RIGHT_PAGE (foyer_put_right_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPutRightPage,
                      foyer_put_right_page,
                      FOYER,
                      PUT_RIGHT_PAGE,
                      FoyerKioskPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SERVICE_SIGN_IN_PAGE (foyer_service_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerServiceSignInPage,
                      foyer_service_sign_in_page,
                      FOYER,
                      SERVICE_SIGN_IN_PAGE,
                      FoyerKioskPage)

G_END_DECLS

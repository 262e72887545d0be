/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_SIGN_OUT_PAGE (foyer_sign_out_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerSignOutPage, foyer_sign_out_page, FOYER, SIGN_OUT_PAGE, FoyerKioskPage)

G_END_DECLS

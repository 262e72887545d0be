/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_REMEMBER_PAGE (foyer_remember_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRememberPage, foyer_remember_page, FOYER, REMEMBER_PAGE, FoyerKioskPage)

G_END_DECLS

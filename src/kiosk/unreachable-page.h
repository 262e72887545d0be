/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_UNREACHABLE_PAGE (foyer_unreachable_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerUnreachablePage,
                      foyer_unreachable_page,
                      FOYER,
                      UNREACHABLE_PAGE,
                      FoyerKioskPage)

G_END_DECLS

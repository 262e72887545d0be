/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_REMEMBERED_PAGE (foyer_remembered_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerRememberedPage,
                      foyer_remembered_page,
                      FOYER,
                      REMEMBERED_PAGE,
                      FoyerKioskPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PURPOSE_PAGE (foyer_purpose_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPurposePage, foyer_purpose_page, FOYER, PURPOSE_PAGE, FoyerKioskPage)

G_END_DECLS

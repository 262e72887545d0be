/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_TEXT_PAGE (foyer_text_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerTextPage, foyer_text_page, FOYER, TEXT_PAGE, FoyerKioskPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LANGUAGE_PAGE (foyer_language_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLanguagePage, foyer_language_page, FOYER, LANGUAGE_PAGE, FoyerKioskPage)

G_END_DECLS

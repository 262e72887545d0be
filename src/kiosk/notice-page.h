/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/layer-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_NOTICE_PAGE (foyer_notice_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNoticePage, foyer_notice_page, FOYER, NOTICE_PAGE, FoyerLayerPage)

G_END_DECLS

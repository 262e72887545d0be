/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/layer-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_PRIVACY_PAGE (foyer_privacy_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerPrivacyPage, foyer_privacy_page, FOYER, PRIVACY_PAGE, FoyerLayerPage)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/layer-page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_EXCERPT_PAGE (foyer_excerpt_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerExcerptPage, foyer_excerpt_page, FOYER, EXCERPT_PAGE, FoyerLayerPage)

G_END_DECLS

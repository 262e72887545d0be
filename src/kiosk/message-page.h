/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_MESSAGE_PAGE (foyer_message_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerMessagePage, foyer_message_page, FOYER, MESSAGE_PAGE, FoyerKioskPage)

G_END_DECLS

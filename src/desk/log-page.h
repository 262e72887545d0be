/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/page.h"

G_BEGIN_DECLS

#define FOYER_TYPE_LOG_PAGE (foyer_log_page_get_type ())
G_DECLARE_FINAL_TYPE (FoyerLogPage, foyer_log_page, FOYER, LOG_PAGE, FoyerDeskPage)

/** foyer_log_page_new: Returns: (transfer floating): The log of any day; today's at first */
GtkWidget *foyer_log_page_new (const FoyerDeskContext *context);

G_END_DECLS

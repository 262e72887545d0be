/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "reception/scan.h"

G_BEGIN_DECLS

/**
 * foyer_kiosk_say:
 * @err: What went wrong, in any domain
 * @page: Where it did, "name"; some sentences name what the page asks
 *
 * Returns: (transfer none): The sentence for the visitor: what to do, in the screen's language
 */
const char *foyer_kiosk_say (const GError *err, const char *page);

/**
 * foyer_kiosk_say_code:
 * @look: What a code means
 * @zone: The site's time zone
 *
 * Returns: (transfer full) (nullable): The sentence for a code that leads nowhere; %NULL where it
 *   leads on
 */
char *foyer_kiosk_say_code (const FoyerCodeLook *look, GTimeZone *zone);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "visit/visitor-type.h"

G_BEGIN_DECLS

/**
 * foyer_types_load:
 * @folder: A folder of `KEY.type` files; others in it are ignored
 * @error: %FOYER_SETTINGS_ERROR; its message is for a person: "FILE:LINE: …"
 *
 * Reads and checks every visitor type.
 *
 * Returns: (transfer full) (nullable) (element-type FoyerVisitorType): At least one, by the order
 * in their files
 */
GPtrArray *foyer_types_load (const char *folder, GError **error);

G_END_DECLS

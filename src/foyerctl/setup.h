/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyerctl/ctl.h"

G_BEGIN_DECLS

/**
 * foyer_ctl_adopt_types:
 * @ctl: An open call
 * @error: %FOYER_DB_ERROR
 *
 * Puts the first values of the visitor types in force that the store does not know yet.
 *
 * Returns: Whether the store knows each
 */
gboolean foyer_ctl_adopt_types (FoyerCtl *ctl, GError **error);

G_END_DECLS

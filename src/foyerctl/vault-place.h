/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyerctl/ctl.h"

G_BEGIN_DECLS

/**
 * foyer_ctl_check_vault_place:
 * @ctl: A call
 * @findings: (element-type FoyerFinding): What was found before; what is found here is added
 *
 * Looks whether overwriting the store's key can be relied on where it lies, whether others can
 * read it, and whether something should have been forgotten by now. Finds nothing where the key
 * is missing: that is wrong, and not for here to say.
 */
void foyer_ctl_check_vault_place (FoyerCtl *ctl, GPtrArray *findings);

G_END_DECLS

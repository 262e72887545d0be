/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** foyer_selections_clear: Between two visitors nothing may be pasted. A clipboard that another
 * program owns stays */
void foyer_selections_clear (void);

G_END_DECLS

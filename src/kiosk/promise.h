/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "visit/visitor-field.h"

G_BEGIN_DECLS

/**
 * foyer_promise_say:
 * @field: A field of a visitor type
 * @language: The language of the screen
 *
 * What a visitor is told about an answer before giving it: what it is for, who sees it and for how
 * long (GDPR Art. 13 (1) c, e, (2) a).
 *
 * Returns: (transfer full) (nullable): Sentences in the screen's language; %NULL for name and host,
 *   which layer one of the notice speaks of
 */
char *foyer_promise_say (FoyerVisitorField *field, const char *language);

G_END_DECLS

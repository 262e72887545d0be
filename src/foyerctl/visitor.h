/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyerctl/ctl.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerVisitorInput:
 * @name: The visitor's name
 * @company: (nullable): The company
 * @host: (nullable): The host's name
 * @type: The visitor type's key
 *
 * What was read about a visitor.
 */
typedef struct {
  const char *name;
  const char *company;
  const char *host;
  const char *type;
} FoyerVisitorInput;

/** foyer_ctl_fill_visit: Takes @input into @visit, with the place where this is; Returns: Whether
 * all of it is right */
gboolean foyer_ctl_fill_visit (FoyerCtl *ctl,
                               FoyerVisit *visit,
                               const FoyerVisitorInput *input,
                               GError **error);

/** foyer_ctl_say_visit: Prints a visit's id and code; Returns: Whether that could be printed */
gboolean foyer_ctl_say_visit (FoyerVisit *visit, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerFinding:
 * @wrong: Whether something is wrong; else it is only unwise
 * @about: What it is about: "store", "vault"
 * @says: One sentence, and what to do
 *
 * What foyerctl check has found.
 */
typedef struct {
  gboolean wrong;
  const char *about;
  char *says;
} FoyerFinding;

/** foyer_findings_new: Returns: (transfer full) (element-type FoyerFinding): None yet */
GPtrArray *foyer_findings_new (void);

/**
 * foyer_findings_add:
 * @findings: (element-type FoyerFinding): What was found before
 * @wrong: Whether something is wrong; else it is only unwise
 * @about: What it is about; a literal
 * @says: One sentence; copied
 *
 * Adds what was found.
 */
void foyer_findings_add (GPtrArray *findings, gboolean wrong, const char *about, const char *says);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/finding.h"

static void
finding_free (gpointer data)
{
  FoyerFinding *finding = data;

  g_free (finding->says);
  g_free (finding);
}

GPtrArray *
foyer_findings_new (void)
{
  return g_ptr_array_new_with_free_func (finding_free);
}

void
foyer_findings_add (GPtrArray *findings, gboolean wrong, const char *about, const char *says)
{
  FoyerFinding *finding = g_new (FoyerFinding, 1);

  *finding = (FoyerFinding){ wrong, about, g_strdup (says) };
  g_ptr_array_add (findings, finding);
}

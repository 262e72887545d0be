/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-holder-tpm"

#include "vault/holder.h"

static gboolean
tpm_create (const FoyerHolderPlace *place, int slot, GError **error)
{
  g_set_error (error, FOYER_VAULT_ERROR, FOYER_VAULT_ERROR_NO_TPM, "no TPM");
  return FALSE;
}
static gboolean
tpm_load (const FoyerHolderPlace *place, int slot, FoyerSecret *secret, GError **error)
{
  return tpm_create (place, slot, error);
}

const FoyerHolder foyer_holder_tpm = {
  .name = "tpm",
  .create = tpm_create,
  .load = tpm_load,
  .destroy = tpm_create,
};

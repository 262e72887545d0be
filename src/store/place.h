/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerStorePlace:
 * @uri: Where the rows are: "sqlite:FOLDER"
 * @vault: (nullable): The folder of the file that keeps the store's key; %NULL: that of the rows
 * @tpm: (nullable): How a TPM is reached that keeps it instead, as tpm2-tss' TCTI loader reads it;
 *   %NULL: "device:/dev/tpmrm0"
 *
 * Where a store is. Its rows open only with the one key that is kept beside them.
 */
typedef struct {
  const char *uri;
  const char *vault;
  const char *tpm;
} FoyerStorePlace;

/** foyer_store_place_copy: Returns: (transfer full): A copy, with texts of its own */
FoyerStorePlace *foyer_store_place_copy (const FoyerStorePlace *place);

/** foyer_store_place_free: @place: (transfer full) (nullable): A copy */
void foyer_store_place_free (FoyerStorePlace *place);

/** foyer_store_place_get_vault: Returns: (transfer none): The folder of the key's file */
const char *foyer_store_place_get_vault (const FoyerStorePlace *place);

/** foyer_store_place_get_tpm: Returns: (transfer none): How a TPM is reached */
const char *foyer_store_place_get_tpm (const FoyerStorePlace *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-place"

#include "store/place.h"

#include <string.h>

#define TPM "device:/dev/tpmrm0"

FoyerStorePlace *
foyer_store_place_copy (const FoyerStorePlace *place)
{
  FoyerStorePlace *copy = g_new (FoyerStorePlace, 1);

  *copy = (FoyerStorePlace){
    .uri = g_strdup (place->uri),
    .vault = g_strdup (place->vault),
    .tpm = g_strdup (place->tpm),
  };
  return copy;
}

void
foyer_store_place_free (FoyerStorePlace *place)
{
  if (place == NULL)
    return;
  g_free ((char *) place->uri);
  g_free ((char *) place->vault);
  g_free ((char *) place->tpm);
  g_free (place);
}

const char *
foyer_store_place_get_vault (const FoyerStorePlace *place)
{
  const char *colon = strchr (place->uri, ':');

  if (place->vault != NULL)
    return place->vault;
  return colon != NULL ? colon + 1 : ".";
}

const char *
foyer_store_place_get_tpm (const FoyerStorePlace *place)
{
  return place->tpm != NULL ? place->tpm : TPM;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-digest"

#include "vault/digest.h"

#include <sodium.h>

GBytes *
foyer_digest (gconstpointer data, gsize size)
{
  guint8 digest[FOYER_DIGEST_SIZE];

  crypto_generichash (digest, sizeof digest, data, size, NULL, 0);
  return g_bytes_new (digest, sizeof digest);
}

GBytes *
foyer_digest_chained (GBytes *before, GBytes *data)
{
  guint8 digest[FOYER_DIGEST_SIZE];
  gsize key_size = 0;
  gsize size;
  const guint8 *key = before != NULL ? g_bytes_get_data (before, &key_size) : NULL;
  const guint8 *bytes = g_bytes_get_data (data, &size);

  crypto_generichash (digest, sizeof digest, bytes, size, key, key_size);
  return g_bytes_new (digest, sizeof digest);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-password"

#include "vault/password.h"

#include <sodium.h>
#include <string.h>

#define PASSES 3
#define MEMORY (64 * 1024 * 1024)

char *
foyer_password_hash (const char *password)
{
  char hash[crypto_pwhash_STRBYTES];

  if (sodium_init () < 0
      || crypto_pwhash_str_alg (hash,
                                password,
                                strlen (password),
                                PASSES,
                                MEMORY,
                                crypto_pwhash_ALG_ARGON2ID13)
             != 0)
    return NULL;
  return g_strdup (hash);
}

gboolean
foyer_password_verify (const char *hash, const char *password)
{
  if (hash == NULL) {
    g_autofree char *spent = foyer_password_hash (password);

    return FALSE;
  }
  return sodium_init () >= 0 && crypto_pwhash_str_verify (hash, password, strlen (password)) == 0;
}

void
foyer_password_wipe (char *password)
{
  if (password != NULL)
    sodium_memzero (password, strlen (password));
  g_free (password);
}

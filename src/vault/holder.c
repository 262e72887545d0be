/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-holder"

#include "vault/holder.h"

#include <sodium.h>
#include <string.h>

#define CREDENTIAL "foyer.pepper"
#define NO_PEPPER "foyer-kek-1"
#define PEPPER_MIN 16

G_DEFINE_QUARK (foyer_vault_error_quark, foyer_vault_error)

const FoyerHolder *
foyer_holder_get (FoyerHolderKind kind)
{
  return kind == FOYER_HOLDER_TPM ? &foyer_holder_tpm : &foyer_holder_file;
}

gboolean
foyer_holder_find (const char *name, FoyerHolderKind *kind)
{
  for (int i = 0; i < FOYER_N_HOLDERS; i++) {
    if (g_str_equal (name, foyer_holder_get (i)->name)) {
      *kind = i;
      return TRUE;
    }
  }
  return FALSE;
}

gboolean
foyer_holder_is_in_use (FoyerHolderKind kind, const FoyerHolderPlace *place)
{
  g_autofree char *path = NULL;

  if (kind == FOYER_HOLDER_FILE)
    return TRUE;
  path = g_build_filename (place->folder, FOYER_HOLDER_TPM_FILE, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
foyer_holder_read_pepper (guint8 *pepper, gboolean *has_pepper, GError **error)
{
  const char *folder = g_getenv ("CREDENTIALS_DIRECTORY");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, CREDENTIAL, NULL) : NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GError) err = NULL;
  gsize size = 0;

  *has_pepper = path != NULL && g_file_get_contents (path, &bytes, &size, &err);
  if (err != NULL && !g_error_matches (err, G_FILE_ERROR, G_FILE_ERROR_NOENT)) {
    g_set_error (error,
                 FOYER_VAULT_ERROR,
                 FOYER_VAULT_ERROR_FAILED,
                 "The pepper, the service's credential “" CREDENTIAL "”, cannot be read");
    return FALSE;
  }
  if (*has_pepper && size < PEPPER_MIN) {
    g_set_error (error,
                 FOYER_VAULT_ERROR,
                 FOYER_VAULT_ERROR_FAILED,
                 "The pepper, the service's credential “" CREDENTIAL "”, is shorter than %d bytes",
                 PEPPER_MIN);
    return FALSE;
  }
  crypto_generichash (pepper,
                      FOYER_KEY_SIZE,
                      (const guint8 *) (*has_pepper ? bytes : NO_PEPPER),
                      *has_pepper ? size : strlen (NO_PEPPER),
                      NULL,
                      0);
  if (*has_pepper)
    sodium_memzero (bytes, size);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "vault/seal.h"

G_BEGIN_DECLS

#define FOYER_VAULT_ERROR (foyer_vault_error_quark ())

/**
 * FoyerVaultError:
 * @FOYER_VAULT_ERROR_FAILED: A holder cannot be read or written; the message says why
 * @FOYER_VAULT_ERROR_NO_TPM: No TPM can be reached: it may come back
 * @FOYER_VAULT_ERROR_TPM_EMPTY: A TPM can be reached, but does not hold the secret: cleared, or
 *   another one
 * @FOYER_VAULT_ERROR_MISSING: No slot holds the store's key-encryption key
 * @FOYER_VAULT_ERROR_WRONG: A slot has the right id, but opens nothing: its secret was changed, or
 *   the pepper is another one
 */
typedef enum {
  FOYER_VAULT_ERROR_FAILED,
  FOYER_VAULT_ERROR_NO_TPM,
  FOYER_VAULT_ERROR_TPM_EMPTY,
  FOYER_VAULT_ERROR_MISSING,
  FOYER_VAULT_ERROR_WRONG,
} FoyerVaultError;

GQuark foyer_vault_error_quark (void);

/**
 * FoyerHolderPlace:
 * @folder: The folder of the holders' files
 * @tpm: How the TPM is reached, as tpm2-tss' TCTI loader reads it: "device:/dev/tpmrm0"
 * @pepper: (array fixed-size=32): What is mixed into every key-encryption key
 *
 * Where the holders' secrets lie.
 */
typedef struct {
  const char *folder;
  const char *tpm;
  guint8 pepper[FOYER_KEY_SIZE];
} FoyerHolderPlace;

/**
 * FoyerSlotState:
 * @FOYER_SLOT_EMPTY: Nothing was ever there, or it was destroyed
 * @FOYER_SLOT_TORN: Something is there that is no whole secret
 * @FOYER_SLOT_FULL: A secret is there
 */
typedef enum {
  FOYER_SLOT_EMPTY,
  FOYER_SLOT_TORN,
  FOYER_SLOT_FULL,
} FoyerSlotState;

/**
 * FoyerSecret:
 * @state: What the slot holds; the rest is set where it is %FOYER_SLOT_FULL
 * @id: The id of the key-encryption key
 * @kek: The key-encryption key
 */
typedef struct {
  FoyerSlotState state;
  guint8 id[FOYER_ID_SIZE];
  guint8 kek[FOYER_KEY_SIZE];
} FoyerSecret;

/** The file that says that a TPM was made a holder, and has its authorisation value. */
#define FOYER_HOLDER_TPM_FILE "tpm.auth"

/** How many slots each holder has: one holds the living secret, the other the next. */
#define FOYER_HOLDER_SLOTS 2

/**
 * FoyerHolder:
 * @name: What people call it
 * @create: Makes a new random secret in a slot; it is there for good when this returns
 * @load: Reads a slot; an empty or torn one is no error
 * @destroy: Overwrites a slot and reads it back; afterwards it is empty
 *
 * What keeps the one secret that must be overwritten. Each function sets %FOYER_VAULT_ERROR.
 */
typedef struct {
  const char *name;
  gboolean (*create) (const FoyerHolderPlace *place, int slot, GError **error);
  gboolean (*load) (const FoyerHolderPlace *place, int slot, FoyerSecret *secret, GError **error);
  gboolean (*destroy) (const FoyerHolderPlace *place, int slot, GError **error);
} FoyerHolder;

/** Two files, `kek.0` and `kek.1`, overwritten in place: the default. */
extern const FoyerHolder foyer_holder_file;

/** Two NV indices of a TPM 2.0, 0x01805600 and 0x01805601. */
extern const FoyerHolder foyer_holder_tpm;

/**
 * FoyerHolderKind:
 *
 * The numbers are stored: never change one.
 */
typedef enum {
  FOYER_HOLDER_FILE = 0,
  FOYER_HOLDER_TPM = 1,
  FOYER_N_HOLDERS
} FoyerHolderKind;

/** foyer_holder_get: Returns: (transfer none): The holder of that kind */
const FoyerHolder *foyer_holder_get (FoyerHolderKind kind);

/**
 * foyer_holder_find:
 * @name: "file" or "tpm"
 * @kind: (out): Its number
 *
 * Returns: Whether there is such a holder
 */
gboolean foyer_holder_find (const char *name, FoyerHolderKind *kind);

/**
 * foyer_holder_is_in_use:
 * @kind: A holder
 * @place: Where it lies
 *
 * Touches no TPM where none was ever made a holder.
 *
 * Returns: Whether it may hold something
 */
gboolean foyer_holder_is_in_use (FoyerHolderKind kind, const FoyerHolderPlace *place);

/**
 * foyer_holder_read_pepper:
 * @pepper: (out) (array fixed-size=32): What is mixed into every key-encryption key
 * @has_pepper: (out): Whether the service manager gave one
 * @error: %FOYER_VAULT_ERROR_FAILED where there is one that cannot be read
 *
 * Reads the credential `foyer.pepper` in the folder of `CREDENTIALS_DIRECTORY` (systemd.exec(5)):
 * its BLAKE2b-256, or that of "foyer-kek-1" where there is none.
 *
 * Returns: Whether @pepper can be used
 */
gboolean foyer_holder_read_pepper (guint8 *pepper, gboolean *has_pepper, GError **error);

G_END_DECLS

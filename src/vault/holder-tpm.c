/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-holder-tpm"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <tss2/tss2_esys.h>
#include <tss2/tss2_rc.h>
#include <tss2/tss2_tctildr.h>
#include <unistd.h>

#include "vault/holder.h"

/* A secret: its id, 32 random bytes, and a BLAKE2b-128 of both that tells a torn one. */
#define KEYED_SIZE 48
#define SIZE 64

#define AUTH_SIZE 32
#define FIRST_INDEX 0x01805600

/* The authorisation value until both indices are defined: what is under the final name opens them,
 * and what a crash left under this one is used by the next try. */
#define NEW_AUTH_FILE FOYER_HOLDER_TPM_FILE ".new"

/* A TPM that limits how often it is written to asks for some seconds at most. */
#define TRIES_MAX 9
#define FIRST_PAUSE_US 20000

#define NONE ESYS_TR_NONE

/* A TPM that is connected, with a session that encrypts what the bus shows. */
typedef struct {
  const FoyerHolderPlace *place;
  TSS2_TCTI_CONTEXT *tcti;
  ESYS_CONTEXT *esys;
  ESYS_TR session;
  ESYS_TR indices[FOYER_HOLDER_SLOTS]; /* NONE where one is not defined */
  TPM2B_AUTH auth;
} Tpm;

/* A key of the null hierarchy, which needs nobody's password and is gone with the power: the
 * session's salt is encrypted to it. */
static const TPM2B_PUBLIC salt_key = {
  .publicArea = {
    .type = TPM2_ALG_ECC,
    .nameAlg = TPM2_ALG_SHA256,
    .objectAttributes = TPMA_OBJECT_FIXEDTPM | TPMA_OBJECT_FIXEDPARENT
                        | TPMA_OBJECT_SENSITIVEDATAORIGIN | TPMA_OBJECT_USERWITHAUTH
                        | TPMA_OBJECT_NODA | TPMA_OBJECT_RESTRICTED | TPMA_OBJECT_DECRYPT,
    .parameters.eccDetail = {
      .symmetric = { .algorithm = TPM2_ALG_AES, .keyBits.aes = 128, .mode.aes = TPM2_ALG_CFB },
      .scheme.scheme = TPM2_ALG_NULL,
      .curveID = TPM2_ECC_NIST_P256,
      .kdf.scheme = TPM2_ALG_NULL,
    },
  },
};

/* tpm2-tss writes each refusal to stderr, also those that are answers here ("not defined"), unless
 * the environment says otherwise; before main() no other thread reads that. */
__attribute__ ((constructor)) static void
silence_tss2 (void)
{
  setenv ("TSS2_LOG", "all+NONE", FALSE);
}

/* What the TPM said, without the number of the parameter, handle or session that it said it of, and
 * whether or not a resource manager stands between. */
static TSS2_RC
code_of (TSS2_RC rc)
{
  TSS2_RC layer = rc & TSS2_RC_LAYER_MASK;

  if (layer != TSS2_TPM_RC_LAYER && layer != TSS2_RESMGR_TPM_RC_LAYER)
    return rc;
  rc &= ~TSS2_RC_LAYER_MASK;
  return rc & TPM2_RC_FMT1 ? rc & ~(TSS2_RC) (TPM2_RC_P | TPM2_RC_N_MASK) : rc;
}

static gboolean
is_busy (TSS2_RC rc)
{
  TSS2_RC code = code_of (rc);

  return code == TPM2_RC_RETRY || code == TPM2_RC_NV_RATE || code == TPM2_RC_NV_UNAVAILABLE
         || code == TPM2_RC_YIELDED || code == TPM2_RC_CANCELED || code == TPM2_RC_TESTING;
}

/* Whether a command that gave @rc is to be sent once more; waits before it says so. */
static gboolean
is_to_repeat (TSS2_RC rc, int *tries)
{
  if (!is_busy (rc) || ++*tries >= TRIES_MAX)
    return FALSE;
  g_usleep ((gulong) FIRST_PAUSE_US << (*tries - 1));
  return TRUE;
}

G_GNUC_PRINTF (3, 4)
static gboolean
fail (GError **error, FoyerVaultError code, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error, g_error_new_valist (FOYER_VAULT_ERROR, code, format, args));
  va_end (args);
  return FALSE;
}

static gboolean
refuse (const FoyerHolderPlace *place, TSS2_RC rc, GError **error)
{
  if ((rc & TSS2_RC_LAYER_MASK) == TSS2_TCTI_RC_LAYER)
    return fail (error, FOYER_VAULT_ERROR_NO_TPM, "no TPM answers at %s", place->tpm);
  if (is_busy (rc))
    return fail (error, FOYER_VAULT_ERROR_NO_TPM, "the TPM at %s is busy", place->tpm);
  switch (code_of (rc)) {
  case TPM2_RC_AUTH_FAIL:
  case TPM2_RC_BAD_AUTH:
  case TPM2_RC_NV_AUTHORIZATION:
  case TPM2_RC_NV_RANGE:
    return fail (error,
                 FOYER_VAULT_ERROR_TPM_EMPTY,
                 "the TPM does not open this store's key: it is another one, or %s was changed",
                 FOYER_HOLDER_TPM_FILE);
  case TPM2_RC_HANDLE:
    return fail (error,
                 FOYER_VAULT_ERROR_TPM_EMPTY,
                 "the TPM does not hold this store's key: it was cleared, or is another one");
  default:
    return fail (error, FOYER_VAULT_ERROR_FAILED, "the TPM refuses: %s", Tss2_RC_Decode (rc));
  }
}

static gboolean
read_auth (const char *path, TPM2B_AUTH *auth, gboolean *is_there, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  *is_there = g_file_get_contents (path, &bytes, &size, &err);
  if (g_error_matches (err, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return TRUE;
  if (err != NULL)
    return fail (error, FOYER_VAULT_ERROR_FAILED, "tpm.auth cannot be read: %s", err->message);
  if (size == AUTH_SIZE)
    memcpy (auth->buffer, bytes, AUTH_SIZE);
  auth->size = AUTH_SIZE;
  sodium_memzero (bytes, size);
  return size == AUTH_SIZE || fail (error, FOYER_VAULT_ERROR_FAILED, "tpm.auth is damaged");
}

/* A new file beside it (O_EXCL) that is renamed when its bytes are on the disk, and the folder is
 * synced: it is never there in part. */
static gboolean
write_auth (const char *path, const TPM2B_AUTH *auth, GError **error)
{
  const GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE;
  const char *bytes = (const char *) auth->buffer;
  g_autoptr (GError) err = NULL;

  return g_file_set_contents_full (path, bytes, AUTH_SIZE, flags, 0600, &err)
         || fail (error, FOYER_VAULT_ERROR_FAILED, "tpm.auth cannot be written: %s", err->message);
}

/* On the disk before the TPM learns it: an index whose value is lost can be used by nobody. */
static gboolean
make_auth (const char *path, TPM2B_AUTH *auth, GError **error)
{
  gboolean is_there;

  if (!read_auth (path, auth, &is_there, error))
    return FALSE;
  if (is_there)
    return TRUE;
  auth->size = AUTH_SIZE;
  do
    randombytes_buf (auth->buffer, AUTH_SIZE);
  while (auth->buffer[AUTH_SIZE - 1] == 0); /* a TPM cuts zeros at the end off */
  return write_auth (path, auth, error);
}

/* Salted, so that its key cannot be told from what the bus shows, even by who has the file. */
static TSS2_RC
start_session (ESYS_CONTEXT *esys, ESYS_TR *session)
{
  static const TPMT_SYM_DEF cipher = { TPM2_ALG_AES, { .aes = 128 }, { .aes = TPM2_ALG_CFB } };
  static const TPM2B_SENSITIVE_CREATE sensitive = { 0 };
  static const TPM2B_DATA outside = { 0 };
  static const TPML_PCR_SELECTION pcrs = { 0 };
  ESYS_TR key = NONE;
  TSS2_RC rc = Esys_CreatePrimary (esys,
                                   ESYS_TR_RH_NULL,
                                   ESYS_TR_PASSWORD,
                                   NONE,
                                   NONE,
                                   &sensitive,
                                   &salt_key,
                                   &outside,
                                   &pcrs,
                                   &key,
                                   NULL,
                                   NULL,
                                   NULL,
                                   NULL);

  if (rc != TSS2_RC_SUCCESS)
    return rc;
  rc = Esys_StartAuthSession (esys,
                              key,
                              NONE,
                              NONE,
                              NONE,
                              NONE,
                              NULL,
                              TPM2_SE_HMAC,
                              &cipher,
                              TPM2_ALG_SHA256,
                              session);
  Esys_FlushContext (esys, key);
  return rc;
}

/* Encrypts the next command's argument (DECRYPT) or answer: a TPM refuses what it does not have. */
static void
encrypt (Tpm *tpm, TPMA_SESSION what)
{
  Esys_TRSess_SetAttributes (tpm->esys, tpm->session, TPMA_SESSION_CONTINUESESSION | what, 0xff);
}

static TSS2_RC
find_index (Tpm *tpm, int slot)
{
  ESYS_TR *index = &tpm->indices[slot];
  int tries = 0;
  TSS2_RC rc;

  do
    rc = Esys_TR_FromTPMPublic (tpm->esys, FIRST_INDEX + slot, NONE, NONE, NONE, index);
  while (is_to_repeat (rc, &tries));
  if (rc == TSS2_RC_SUCCESS)
    return Esys_TR_SetAuth (tpm->esys, *index, &tpm->auth);
  *index = NONE;
  return code_of (rc) == TPM2_RC_HANDLE ? TSS2_RC_SUCCESS : rc;
}

/* tpm2-tss wipes nothing: what was decrypted stands in its command's bytes, and each index has the
 * authorisation value. So zeros are written over both: by a command with a long argument (entropy
 * that adds nothing), and by another value. */
static void
disconnect (Tpm *tpm)
{
  static const TPM2B_SENSITIVE_DATA zeros = { .size = 2 * SIZE };
  static const TPM2B_AUTH no_auth = { .size = AUTH_SIZE };

  if (tpm->session != NONE) {
    Esys_StirRandom (tpm->esys, NONE, NONE, NONE, &zeros);
    Esys_FlushContext (tpm->esys, tpm->session);
  }
  for (int i = 0; i < FOYER_HOLDER_SLOTS; i++)
    if (tpm->indices[i] != NONE)
      Esys_TR_SetAuth (tpm->esys, tpm->indices[i], &no_auth); /* Esys_Finalize() closes it */
  Esys_Finalize (&tpm->esys);
  Tss2_TctiLdr_Finalize (&tpm->tcti);
}

static TSS2_RC
begin (Tpm *tpm)
{
  TSS2_RC rc = Esys_Initialize (&tpm->esys, tpm->tcti, NULL);
  int tries = 0;

  if (rc != TSS2_RC_SUCCESS)
    return rc;
  do
    rc = start_session (tpm->esys, &tpm->session);
  while (is_to_repeat (rc, &tries));
  for (int i = 0; rc == TSS2_RC_SUCCESS && i < FOYER_HOLDER_SLOTS; i++)
    rc = find_index (tpm, i);
  return rc;
}

/* What tpm->auth holds opens its indices. Whatever comes of it, disconnect() ends it. */
static gboolean
connect_to (Tpm *tpm, const FoyerHolderPlace *place, GError **error)
{
  TSS2_RC rc;

  tpm->place = place;
  tpm->session = tpm->indices[0] = tpm->indices[1] = NONE;
  rc = Tss2_TctiLdr_Initialize (place->tpm, &tpm->tcti);
  if (rc != TSS2_RC_SUCCESS) /* whichever: what there is may not even be a TPM */
    return refuse (place, TSS2_TCTI_RC_NO_CONNECTION, error);
  rc = begin (tpm);
  return rc == TSS2_RC_SUCCESS || refuse (place, rc, error);
}

static gboolean
define (Tpm *tpm, int slot, GError **error)
{
  const TPM2B_NV_PUBLIC index = {
    .nvPublic = {
      .nvIndex = FIRST_INDEX + slot,
      .nameAlg = TPM2_ALG_SHA256,
      .attributes = TPMA_NV_AUTHREAD | TPMA_NV_AUTHWRITE | TPMA_NV_NO_DA,
      .dataSize = SIZE,
    },
  };
  int tries = 0;
  TSS2_RC rc;

  encrypt (tpm, TPMA_SESSION_DECRYPT);
  do
    rc = Esys_NV_DefineSpace (tpm->esys,
                              ESYS_TR_RH_OWNER,
                              ESYS_TR_PASSWORD,
                              tpm->session,
                              NONE,
                              &tpm->auth,
                              &index,
                              &tpm->indices[slot]);
  while (is_to_repeat (rc, &tries));
  if (code_of (rc) == TPM2_RC_BAD_AUTH || code_of (rc) == TPM2_RC_AUTH_FAIL)
    return fail (error, FOYER_VAULT_ERROR_FAILED, "the TPM has an owner password: it takes no key");
  return rc == TSS2_RC_SUCCESS || refuse (tpm->place, rc, error);
}

static TSS2_RC
read_index (Tpm *tpm, int slot, guint8 *bytes)
{
  ESYS_TR index = tpm->indices[slot];
  TPM2B_MAX_NV_BUFFER *data = NULL;
  int tries = 0;
  TSS2_RC rc;

  encrypt (tpm, TPMA_SESSION_ENCRYPT);
  do
    rc = Esys_NV_Read (tpm->esys, index, index, tpm->session, NONE, NONE, SIZE, 0, &data);
  while (is_to_repeat (rc, &tries));
  if (rc != TSS2_RC_SUCCESS)
    return rc;
  if (data->size == SIZE)
    memcpy (bytes, data->buffer, SIZE);
  else
    rc = TSS2_ESYS_RC_MALFORMED_RESPONSE;
  sodium_memzero (data, sizeof *data);
  Esys_Free (data);
  return rc;
}

static TSS2_RC
write_index (Tpm *tpm, int slot, const guint8 *bytes)
{
  ESYS_TR index = tpm->indices[slot];
  TPM2B_MAX_NV_BUFFER data = { .size = SIZE };
  int tries = 0;
  TSS2_RC rc;

  memcpy (data.buffer, bytes, SIZE);
  encrypt (tpm, TPMA_SESSION_DECRYPT);
  do
    rc = Esys_NV_Write (tpm->esys, index, index, tpm->session, NONE, NONE, &data, 0);
  while (is_to_repeat (rc, &tries));
  sodium_memzero (&data, sizeof data);
  return rc;
}

/* Writes it, and reads it back. */
static gboolean
put (Tpm *tpm, int slot, const guint8 *bytes, GError **error)
{
  guint8 back[SIZE];
  TSS2_RC rc = write_index (tpm, slot, bytes);
  gboolean same;

  if (rc == TSS2_RC_SUCCESS)
    rc = read_index (tpm, slot, back);
  if (rc != TSS2_RC_SUCCESS)
    return refuse (tpm->place, rc, error);
  same = sodium_memcmp (back, bytes, SIZE) == 0;
  sodium_memzero (back, sizeof back);
  return same || fail (error, FOYER_VAULT_ERROR_FAILED, "the TPM gives back another key");
}

/* All zeros where nothing was written yet, or the index is not there while the other one is. */
static gboolean
get (Tpm *tpm, int slot, guint8 *bytes, GError **error)
{
  TSS2_RC rc;

  memset (bytes, 0, SIZE);
  if (tpm->indices[slot] == NONE)
    return tpm->indices[1 - slot] != NONE || refuse (tpm->place, TPM2_RC_HANDLE, error);
  rc = read_index (tpm, slot, bytes);
  return rc == TSS2_RC_SUCCESS || code_of (rc) == TPM2_RC_NV_UNINITIALIZED
         || refuse (tpm->place, rc, error);
}

static gboolean
fill (Tpm *tpm, int slot, GError **error)
{
  guint8 bytes[SIZE];
  gboolean done;

  for (int i = 0; i < FOYER_HOLDER_SLOTS; i++)
    if (tpm->indices[i] == NONE && !define (tpm, i, error))
      return FALSE;
  randombytes_buf (bytes, KEYED_SIZE);
  crypto_generichash (bytes + KEYED_SIZE, SIZE - KEYED_SIZE, bytes, KEYED_SIZE, NULL, 0);
  done = put (tpm, slot, bytes, error);
  sodium_memzero (bytes, sizeof bytes);
  return done;
}

static gboolean
tpm_create (const FoyerHolderPlace *place, int slot, GError **error)
{
  g_autofree char *path = g_build_filename (place->folder, FOYER_HOLDER_TPM_FILE, NULL);
  g_autofree char *new_path = g_build_filename (place->folder, NEW_AUTH_FILE, NULL);
  Tpm tpm = { 0 };
  gboolean is_there;
  gboolean done = read_auth (path, &tpm.auth, &is_there, error)
                  && (is_there || make_auth (new_path, &tpm.auth, error));

  if (done) {
    done = connect_to (&tpm, place, error) && fill (&tpm, slot, error)
           && (is_there || write_auth (path, &tpm.auth, error));
    disconnect (&tpm);
  }
  if (done)
    unlink (new_path);
  sodium_memzero (&tpm, sizeof tpm);
  return done;
}

static void
take (const guint8 *pepper, FoyerSecret *secret, const guint8 *bytes)
{
  guint8 sum[SIZE - KEYED_SIZE];

  if (sodium_is_zero (bytes, SIZE))
    return;
  secret->state = FOYER_SLOT_TORN;
  crypto_generichash (sum, sizeof sum, bytes, KEYED_SIZE, NULL, 0);
  if (memcmp (sum, bytes + KEYED_SIZE, sizeof sum) != 0)
    return;
  secret->state = FOYER_SLOT_FULL;
  memcpy (secret->id, bytes, FOYER_ID_SIZE);
  crypto_generichash (secret->kek, FOYER_KEY_SIZE, bytes, KEYED_SIZE, pepper, FOYER_KEY_SIZE);
}

/* What a slot holds goes to @secret, or is destroyed where that is %NULL. */
static gboolean
look (const FoyerHolderPlace *place, int slot, FoyerSecret *secret, GError **error)
{
  static const guint8 zeros[SIZE] = { 0 };
  g_autofree char *path = g_build_filename (place->folder, FOYER_HOLDER_TPM_FILE, NULL);
  Tpm tpm = { 0 };
  guint8 bytes[SIZE];
  gboolean is_there;
  gboolean done = read_auth (path, &tpm.auth, &is_there, error);

  if (done && is_there) {
    done = connect_to (&tpm, place, error) && get (&tpm, slot, bytes, error);
    if (done && secret != NULL)
      take (place->pepper, secret, bytes);
    else if (done && !sodium_is_zero (bytes, SIZE)) /* a TPM bears so many writes and no more */
      done = put (&tpm, slot, zeros, error);
    disconnect (&tpm);
    sodium_memzero (bytes, sizeof bytes);
  }
  sodium_memzero (&tpm, sizeof tpm);
  return done;
}

static gboolean
tpm_load (const FoyerHolderPlace *place, int slot, FoyerSecret *secret, GError **error)
{
  secret->state = FOYER_SLOT_EMPTY;
  return look (place, slot, secret, error);
}

static gboolean
tpm_destroy (const FoyerHolderPlace *place, int slot, GError **error)
{
  return look (place, slot, NULL, error);
}

const FoyerHolder foyer_holder_tpm = {
  .name = "tpm",
  .create = tpm_create,
  .load = tpm_load,
  .destroy = tpm_destroy,
};

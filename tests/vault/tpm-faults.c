/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The linker puts these before the functions of tpm2-tss, GLib and libsodium (--wrap). */

#include "tpm-faults.h"

#include <string.h>

TpmFaults tpm_faults;

void
tpm_mend (void)
{
  memset (&tpm_faults, 0, sizeof tpm_faults);
}

void
tpm_break (TpmCall what, int nth, TpmHow how, TSS2_RC rc)
{
  tpm_faults = (TpmFaults){ .what = what, .how = how, .nth = nth, .times = 1, .rc = rc };
}

static gboolean
fails (TpmCall what)
{
  if (what != tpm_faults.what)
    return FALSE;
  tpm_faults.calls++;
  return tpm_faults.calls >= tpm_faults.nth && tpm_faults.calls - tpm_faults.nth < tpm_faults.times;
}

/* Seen from outside: GLib's own libraries ask the linker for some of them too. */
#define WRAP(type, name, ...)                                                                      \
  type __real_##name (__VA_ARGS__);                                                                \
  __attribute__ ((visibility ("default"))) type __wrap_##name (__VA_ARGS__);                       \
  type __wrap_##name (__VA_ARGS__)

WRAP (TSS2_RC, Esys_Initialize, ESYS_CONTEXT **esys, TSS2_TCTI_CONTEXT *tcti, TSS2_ABI_VERSION *abi)
{
  return fails (TPM_INITIALIZE) ? tpm_faults.rc : __real_Esys_Initialize (esys, tcti, abi);
}

WRAP (TSS2_RC,
      Esys_CreatePrimary,
      ESYS_CONTEXT *esys,
      ESYS_TR parent,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      const TPM2B_SENSITIVE_CREATE *sensitive,
      const TPM2B_PUBLIC *public,
      const TPM2B_DATA *outside,
      const TPML_PCR_SELECTION *pcrs,
      ESYS_TR *key,
      TPM2B_PUBLIC **made,
      TPM2B_CREATION_DATA **data,
      TPM2B_DIGEST **hash,
      TPMT_TK_CREATION **ticket)
{
  return fails (TPM_CREATE_PRIMARY) ? tpm_faults.rc
                                    : __real_Esys_CreatePrimary (esys,
                                                                 parent,
                                                                 one,
                                                                 two,
                                                                 three,
                                                                 sensitive,
                                                                 public,
                                                                 outside,
                                                                 pcrs,
                                                                 key,
                                                                 made,
                                                                 data,
                                                                 hash,
                                                                 ticket);
}

WRAP (TSS2_RC,
      Esys_StartAuthSession,
      ESYS_CONTEXT *esys,
      ESYS_TR key,
      ESYS_TR bind,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      const TPM2B_NONCE *nonce,
      TPM2_SE type,
      const TPMT_SYM_DEF *cipher,
      TPMI_ALG_HASH hash,
      ESYS_TR *session)
{
  if (fails (TPM_START_SESSION))
    return tpm_faults.rc;
  return __real_Esys_StartAuthSession (esys,
                                       key,
                                       bind,
                                       one,
                                       two,
                                       three,
                                       nonce,
                                       type,
                                       cipher,
                                       hash,
                                       session);
}

WRAP (TSS2_RC,
      Esys_TR_FromTPMPublic,
      ESYS_CONTEXT *esys,
      TPM2_HANDLE handle,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      ESYS_TR *object)
{
  return fails (TPM_FROM_PUBLIC)
             ? tpm_faults.rc
             : __real_Esys_TR_FromTPMPublic (esys, handle, one, two, three, object);
}

WRAP (TSS2_RC, Esys_TR_SetAuth, ESYS_CONTEXT *esys, ESYS_TR object, const TPM2B_AUTH *auth)
{
  return fails (TPM_SET_AUTH) ? tpm_faults.rc : __real_Esys_TR_SetAuth (esys, object, auth);
}

WRAP (TSS2_RC,
      Esys_NV_DefineSpace,
      ESYS_CONTEXT *esys,
      ESYS_TR owner,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      const TPM2B_AUTH *auth,
      const TPM2B_NV_PUBLIC *public,
      ESYS_TR *index)
{
  gboolean broken = fails (TPM_DEFINE);
  TSS2_RC rc = TSS2_RC_SUCCESS;

  if (!broken || tpm_faults.how == TPM_LOSES)
    rc = __real_Esys_NV_DefineSpace (esys, owner, one, two, three, auth, public, index);
  return broken ? tpm_faults.rc : rc;
}

WRAP (TSS2_RC,
      Esys_NV_Read,
      ESYS_CONTEXT *esys,
      ESYS_TR who,
      ESYS_TR index,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      UINT16 size,
      UINT16 at,
      TPM2B_MAX_NV_BUFFER **data)
{
  gboolean broken = fails (TPM_READ);
  TSS2_RC rc;

  if (broken && tpm_faults.how == TPM_REFUSES)
    return tpm_faults.rc;
  rc = __real_Esys_NV_Read (esys, who, index, one, two, three, size, at, data);
  if (broken && tpm_faults.how == TPM_CUTS)
    (*data)->size /= 2;
  else if (broken)
    (*data)->buffer[0] ^= 1;
  return rc;
}

WRAP (TSS2_RC,
      Esys_NV_Write,
      ESYS_CONTEXT *esys,
      ESYS_TR who,
      ESYS_TR index,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      const TPM2B_MAX_NV_BUFFER *data,
      UINT16 at)
{
  gboolean broken = fails (TPM_WRITE);
  TSS2_RC rc = TSS2_RC_SUCCESS;

  if (!broken || tpm_faults.how == TPM_LOSES)
    rc = __real_Esys_NV_Write (esys, who, index, one, two, three, data, at);
  return broken ? tpm_faults.rc : rc;
}

WRAP (TSS2_RC,
      Esys_StirRandom,
      ESYS_CONTEXT *esys,
      ESYS_TR one,
      ESYS_TR two,
      ESYS_TR three,
      const TPM2B_SENSITIVE_DATA *data)
{
  return fails (TPM_STIR) ? tpm_faults.rc : __real_Esys_StirRandom (esys, one, two, three, data);
}

WRAP (TSS2_RC, Esys_FlushContext, ESYS_CONTEXT *esys, ESYS_TR what)
{
  return fails (TPM_FLUSH) ? tpm_faults.rc : __real_Esys_FlushContext (esys, what);
}

WRAP (gboolean,
      g_file_set_contents_full,
      const char *path,
      const char *bytes,
      gssize size,
      GFileSetContentsFlags flags,
      int mode,
      GError **error)
{
  if (!fails (TPM_FILE))
    return __real_g_file_set_contents_full (path, bytes, size, flags, mode, error);
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "the disk is full");
  return FALSE;
}

WRAP (void, randombytes_buf, void *bytes, size_t size)
{
  __real_randombytes_buf (bytes, size);
  if (fails (TPM_CHANCE))
    ((guint8 *) bytes)[size - 1] = 0;
}

/* Counts, and does not sleep. */
__attribute__ ((visibility ("default"))) void __wrap_g_usleep (gulong us);

void
__wrap_g_usleep (gulong us)
{
  tpm_faults.pauses++;
  tpm_faults.waited += us;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <tss2/tss2_esys.h>

G_BEGIN_DECLS

/** What can fail: a call of tpm2-tss, of GLib or of libsodium. */
typedef enum {
  TPM_NOTHING,
  TPM_INITIALIZE,
  TPM_CREATE_PRIMARY,
  TPM_START_SESSION,
  TPM_FROM_PUBLIC,
  TPM_SET_AUTH,
  TPM_DEFINE,
  TPM_READ,
  TPM_WRITE,
  TPM_STIR,
  TPM_FLUSH,
  TPM_FILE,   /* g_file_set_contents_full() */
  TPM_CHANCE, /* randombytes_buf(): ends in a zero */
} TpmCall;

/** How it fails: it is not done and says why; is done but says that it was not; reads half of it,
 * or another first byte. The last two say that all is well. */
typedef enum {
  TPM_REFUSES,
  TPM_LOSES,
  TPM_CUTS,
  TPM_CHANGES
} TpmHow;

/**
 * TpmFaults:
 *
 * What fails, and what came of it. All zeros: nothing does.
 */
typedef struct {
  TpmCall what;
  TpmHow how;
  int nth;   /* the first call that fails, from 1 */
  int times; /* how many do */
  TSS2_RC rc;
  int calls;     /* of what fails */
  int pauses;    /* that were slept, or would have been: none takes time */
  gint64 waited; /* in them, in us */
} TpmFaults;

/** tpm_faults: The linker's functions are given nothing of ours: they have to know it by its name
 */
extern TpmFaults tpm_faults;

/** tpm_mend: From now on nothing fails */
void tpm_mend (void);

/** tpm_break: From now on the @nth call of @what fails, once, with @rc where it says so */
void tpm_break (TpmCall what, int nth, TpmHow how, TSS2_RC rc);

G_END_DECLS

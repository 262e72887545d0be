/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <tss2/tss2_esys.h>

#include "vault/holder.h"

G_BEGIN_DECLS

#define TPM_OK(rc) g_assert_cmphex ((rc), ==, TSS2_RC_SUCCESS)
#define NONE ESYS_TR_NONE
#define PASSWORD ESYS_TR_PASSWORD

/** The length of a slot's index, and of what opens it, in bytes. */
#define SIZE 64
#define AUTH_SIZE 32

/**
 * TpmRoom:
 *
 * A store, another one, and one TPM at a time, which is swtpm: what it keeps stands in a folder.
 */
typedef struct {
  char *folder; /* the store's */
  char *other_folder;
  char *tpm;
  char *auth; /* the store's file */
  GSubprocess *swtpm;
  FoyerHolderPlace place;
  FoyerHolderPlace other;
} TpmRoom;

/** tpm_room_set_up: For g_test_add(): switches a TPM on whose state is called "first" */
void tpm_room_set_up (TpmRoom *room, gconstpointer unused);

/** tpm_room_tear_down: For g_test_add(): ends it */
void tpm_room_tear_down (TpmRoom *room, gconstpointer unused);

/** tpm_room_switch_off: As a machine whose power is cut */
void tpm_room_switch_off (TpmRoom *room);

/** tpm_room_switch_on: Switches the TPM off, and the one on whose state is called @name; a new one
 * is empty */
void tpm_room_switch_on (TpmRoom *room, const char *name);

/** tpm_room_bus_showed: Returns: Whether these bytes ever went to a TPM or came from it */
gboolean tpm_room_bus_showed (TpmRoom *room, gconstpointer bytes, gsize size);

/** tpm_room_get_auth: Returns: (transfer full): What opens the store's indices */
GBytes *tpm_room_get_auth (TpmRoom *room);

/**
 * TpmIndex:
 *
 * A slot's index, for a program that has the store's file and minds no bus.
 */
typedef struct {
  TSS2_TCTI_CONTEXT *tcti;
  ESYS_CONTEXT *esys;
  ESYS_TR nv;
} TpmIndex;

/** tpm_index_open: Returns: The index of that slot, which is defined */
TpmIndex tpm_index_open (TpmRoom *room, int slot);

/** tpm_index_close: Closes it */
void tpm_index_close (TpmIndex *index);

/** tpm_index_read: @bytes: (out) (array fixed-size=64): What it holds */
void tpm_index_read (TpmRoom *room, int slot, guint8 *bytes);

/** tpm_index_write: @bytes: (array fixed-size=64): What it is to hold */
void tpm_index_write (TpmRoom *room, int slot, const guint8 *bytes);

G_END_DECLS

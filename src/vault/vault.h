/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "vault/holder.h"
#include "vault/seal.h"

G_BEGIN_DECLS

/** How many ring keys are kept in memory at most. */
#define FOYER_VAULT_RINGS_MAX 4096

/**
 * FoyerVault:
 *
 * The keys of one store in memory, for one thread: key-encryption key, column key and ring keys
 * stand in one locked block that is wiped when they are forgotten; record keys are never kept.
 */
typedef struct _FoyerVault FoyerVault;

/**
 * foyer_vault_new:
 * @folder: The folder of the holders' files
 * @tpm: How a TPM is reached: "device:/dev/tpmrm0"
 * @error: %FOYER_VAULT_ERROR_FAILED where there is no memory that can be locked
 *
 * Reads nothing yet.
 *
 * Returns: (transfer full) (nullable): A vault without keys
 */
FoyerVault *foyer_vault_new (const char *folder, const char *tpm, GError **error);

/** foyer_vault_free: @vault: (transfer full) (nullable): A vault; its keys are wiped */
void foyer_vault_free (FoyerVault *vault);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerVault, foyer_vault_free)

/** foyer_vault_forget: Wipes every key from memory */
void foyer_vault_forget (FoyerVault *vault);

/**
 * foyer_vault_place:
 * @vault: A vault
 * @error: %FOYER_VAULT_ERROR_FAILED where the pepper cannot be read
 *
 * Returns: (transfer none) (nullable): Where its holders' secrets lie
 */
const FoyerHolderPlace *foyer_vault_place (FoyerVault *vault, GError **error);

/** foyer_vault_has_pepper: Returns: Whether a pepper is mixed into the key-encryption keys */
gboolean foyer_vault_has_pepper (FoyerVault *vault);

/**
 * foyer_vault_find_slot:
 * @vault: A vault
 * @kind: The holder
 * @kek_id: (array fixed-size=16): The id of a key-encryption key
 * @slot: (out): The slot that has it
 * @secret: (out): What it holds; wipe it, or let foyer_vault_take() do it
 * @error: %FOYER_VAULT_ERROR
 *
 * Returns: Whether one of the holder's slots has that id; %FOYER_VAULT_ERROR_MISSING if not
 */
gboolean foyer_vault_find_slot (FoyerVault *vault,
                                FoyerHolderKind kind,
                                const guint8 *kek_id,
                                int *slot,
                                FoyerSecret *secret,
                                GError **error);

/** foyer_vault_take: Takes the key-encryption key out of @secret, which is wiped; what was in
 * memory is forgotten first */
void foyer_vault_take (FoyerVault *vault, FoyerSecret *secret);

/** foyer_vault_is: Returns: Whether the key-encryption key in memory has that id */
gboolean foyer_vault_is (FoyerVault *vault, const guint8 *kek_id);

/** foyer_vault_take_column_key: @key: (nullable): the column key's 32 bytes; Returns: whether it
 * could be one */
gboolean foyer_vault_take_column_key (FoyerVault *vault, GBytes *key);

/** foyer_vault_has_column_key: Returns: Whether open columns can be checked */
gboolean foyer_vault_has_column_key (FoyerVault *vault);

/** foyer_vault_has_ring: Returns: Whether the key of that ring is in memory */
gboolean foyer_vault_has_ring (FoyerVault *vault, guint64 ring);

/** foyer_vault_take_ring: @wrapped: (nullable): A ring's wrapped key, whatever that is; Returns:
 * whether it opened, and is in memory now */
gboolean foyer_vault_take_ring (FoyerVault *vault, guint64 ring, GBytes *wrapped);

/** foyer_vault_make_ring: Draws the key of a new ring, or a new key of one that is rewound;
 * Returns: (transfer full): it, wrapped under the key-encryption key */
GBytes *foyer_vault_make_ring (FoyerVault *vault, guint64 ring);

/** foyer_vault_drop_ring: Wipes one ring's key from memory */
void foyer_vault_drop_ring (FoyerVault *vault, guint64 ring);

/**
 * foyer_vault_rewind_key:
 * @vault: A vault
 * @number: A record key's number
 * @wrapped: It, wrapped under the ring's key
 * @next: (array fixed-size=32): The ring's next key
 *
 * Returns: (transfer full) (nullable): It, wrapped under @next; %NULL where it does not open
 */
GBytes *
foyer_vault_rewind_key (FoyerVault *vault, guint64 number, GBytes *wrapped, const guint8 *next);

/** foyer_vault_draw_ring: @key: (out) (array fixed-size=32): a new ring key, not in use yet;
 * Returns: (transfer full): it, wrapped under the key-encryption key */
GBytes *foyer_vault_draw_ring (FoyerVault *vault, guint64 ring, guint8 *key);

/** foyer_vault_rewrap_ring: Returns: (transfer full) (nullable): A ring's key, wrapped under the
 * key-encryption key of @next instead; %NULL where it does not open */
GBytes *
foyer_vault_rewrap_ring (FoyerVault *vault, guint64 ring, GBytes *wrapped, const FoyerSecret *next);

/**
 * foyer_vault_seal:
 * @vault: A vault that has the key's ring
 * @place: Where the record belongs
 * @plain: Its bytes
 * @wrapped: (out) (transfer full): Its key, drawn now and wrapped
 *
 * Returns: (transfer full) (nullable): The sealed record; %NULL only where it has not
 */
GBytes *
foyer_vault_seal (FoyerVault *vault, const FoyerSealPlace *place, GBytes *plain, GBytes **wrapped);

/**
 * foyer_vault_open:
 * @vault: A vault that has the key's ring
 * @place: Where the record belongs
 * @wrapped: (nullable): Its key, wrapped
 * @sealed: (nullable): The sealed record
 *
 * Returns: (transfer full) (nullable): The record's bytes, or %NULL where it is damaged
 */
GBytes *
foyer_vault_open (FoyerVault *vault, const FoyerSealPlace *place, GBytes *wrapped, GBytes *sealed);

/**
 * foyer_vault_tag:
 * @vault: A vault that has its column key
 * @kind: What the row is
 * @id: (array fixed-size=16): Its id
 *
 * Begins the tag over a row's open columns, BLAKE2b-128 keyed with the column key. Each column is
 * added in its place, NULL too, then foyer_vault_tag_end() gives it.
 */
void foyer_vault_tag (FoyerVault *vault, FoyerSealKind kind, const guint8 *id);

/** foyer_vault_tag_int: Adds an integer */
void foyer_vault_tag_int (FoyerVault *vault, gint64 integer);

/** foyer_vault_tag_bytes: Adds bytes; @bytes: (nullable) */
void foyer_vault_tag_bytes (FoyerVault *vault, gconstpointer bytes, gsize size);

/** foyer_vault_tag_text: Adds a text; @text: (nullable) */
void foyer_vault_tag_text (FoyerVault *vault, const char *text);

/** foyer_vault_tag_blob: Adds a blob; @blob: (nullable) */
void foyer_vault_tag_blob (FoyerVault *vault, GBytes *blob);

/** foyer_vault_tag_end: Returns: (transfer full): The tag, 16 bytes */
GBytes *foyer_vault_tag_end (FoyerVault *vault);

G_END_DECLS

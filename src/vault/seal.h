/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What works on bytes: keys that are wrapped under keys, records that are sealed under them. All of
 * it is XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) by libsodium, with a random nonce. Integers
 * are little-endian. */

/** The length of a key, in bytes. */
#define FOYER_KEY_SIZE 32

/** The length of the id of a record, or of a key-encryption key, in bytes. */
#define FOYER_ID_SIZE 16

/** The length of a wrapped key: nonce 24, encrypted key 32, tag 16. */
#define FOYER_WRAPPED_SIZE 72

/** By how much a sealed record is longer than its padded text: format 1, nonce 24, tag 16. */
#define FOYER_SEALED_OVERHEAD 41

/** The length of the tag over a row's open columns, in bytes. */
#define FOYER_OPEN_TAG_SIZE 16

/** How many record keys one ring key wraps, as a power of two. */
#define FOYER_RING_SHIFT 10

/**
 * FoyerSealKind:
 *
 * What is sealed. The numbers stand in what was sealed: never change one.
 */
typedef enum {
  FOYER_SEAL_VISIT = 1,
  FOYER_SEAL_PHOTO = 2,
  FOYER_SEAL_SIGNATURE = 3,
  FOYER_SEAL_HOST = 4,
  FOYER_SEAL_STAFF = 5,
  FOYER_SEAL_ACKNOWLEDGEMENT = 6,
  FOYER_SEAL_COLUMN_KEY = 7,
  FOYER_SEAL_AUDIT_HEAD = 8,
  FOYER_SEAL_RING = 9,   /* only its open columns carry a tag of that kind */
  FOYER_SEAL_VAULT = 10, /* the same */
  FOYER_SEAL_REMEMBERED = 11
} FoyerSealKind;

/**
 * FoyerSealPlace:
 * @kind: What is sealed
 * @id: (array fixed-size=16): The row's id
 * @key: The number of its key, >= 1
 *
 * Where a sealed record belongs: it opens nowhere else. The site's id, which the layout has room
 * for, is 0: a store has one site.
 */
typedef struct {
  FoyerSealKind kind;
  const guint8 *id;
  guint64 key;
} FoyerSealPlace;

/**
 * foyer_seal_wrap_record_key:
 * @wrapped: (out) (array fixed-size=72): The wrapped key
 * @key: (array fixed-size=32): A record key
 * @number: Its number
 * @ring_key: (array fixed-size=32): The key of the ring `number >> FOYER_RING_SHIFT`
 */
void foyer_seal_wrap_record_key (guint8 *wrapped,
                                 const guint8 *key,
                                 guint64 number,
                                 const guint8 *ring_key);

/**
 * foyer_seal_unwrap_record_key:
 * @key: (out) (array fixed-size=32): The record key
 * @wrapped: (array length=size): What foyer_seal_wrap_record_key() made
 * @size: Its length in bytes, whatever that is
 * @number: The key's number
 * @ring_key: (array fixed-size=32): The ring's key
 *
 * Returns: Whether it opened; otherwise @key is undefined
 */
gboolean foyer_seal_unwrap_record_key (guint8 *key,
                                       gconstpointer wrapped,
                                       gsize size,
                                       guint64 number,
                                       const guint8 *ring_key);

/**
 * foyer_seal_wrap_ring_key:
 * @wrapped: (out) (array fixed-size=72): The wrapped key
 * @ring_key: (array fixed-size=32): A ring key
 * @ring: The ring's number
 * @kek_id: (array fixed-size=16): The id of the key-encryption key
 * @kek: (array fixed-size=32): The key-encryption key
 */
void foyer_seal_wrap_ring_key (guint8 *wrapped,
                               const guint8 *ring_key,
                               guint64 ring,
                               const guint8 *kek_id,
                               const guint8 *kek);

/** foyer_seal_unwrap_ring_key: As foyer_seal_unwrap_record_key(), for a ring's key */
gboolean foyer_seal_unwrap_ring_key (guint8 *ring_key,
                                     gconstpointer wrapped,
                                     gsize size,
                                     guint64 ring,
                                     const guint8 *kek_id,
                                     const guint8 *kek);

/** foyer_seal_tag_fits: @stored: (nullable): what stands in a row; Returns: whether it is @right,
 * in a time that does not tell how much of it is */
gboolean foyer_seal_tag_fits (GBytes *stored, GBytes *right);

/** foyer_seal_wiped: @bytes: (transfer full): from g_malloc(); Returns: (transfer full): the first
 * @size of them, of which @all are wiped at the end: for what is personal, and for keys */
GBytes *foyer_seal_wiped (guint8 *bytes, gsize size, gsize all);

/**
 * foyer_seal:
 * @place: Where it belongs
 * @key: (array fixed-size=32): Its record key, used for nothing else
 * @plain: The record's bytes
 *
 * Pads the record (texts to 64 bytes, pictures to 4,096), so that its length tells little, and
 * seals it.
 *
 * Returns: (transfer full): What may be stored
 */
GBytes *foyer_seal (const FoyerSealPlace *place, const guint8 *key, GBytes *plain);

/**
 * foyer_seal_open:
 * @place: Where it belongs
 * @key: (array fixed-size=32): Its record key
 * @sealed: What was stored, whatever that is
 *
 * Returns: (transfer full) (nullable): The record's bytes; %NULL where anything was changed, cut,
 *   or belongs elsewhere
 */
GBytes *foyer_seal_open (const FoyerSealPlace *place, const guint8 *key, GBytes *sealed);

G_END_DECLS

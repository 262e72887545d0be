/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "foyer-test.h"
#include "image.h"

G_BEGIN_DECLS

/**
 * Witness:
 *
 * Who has seen every secret and key of a store while it lived, and later looks for them on its
 * disk: what nobody has, but who finds nothing then proves that nobody can.
 */
typedef struct _Witness Witness;

/** witness_new: Returns: (transfer full): Somebody who watches that house's store, whose secrets
 * are kept in files */
Witness *witness_new (House *house);

/** witness_look: Takes a copy of every secret and key that lives now. What is not there any more is
 * retired, and after the next swap has to be forgotten. */
void witness_look (Witness *witness);

/** witness_condemn: What is retired now has to be forgotten, though no swap has followed */
void witness_condemn (Witness *witness);

/** witness_hear: Remembers a text of at least 8 bytes that must not be on the disk */
void witness_hear (Witness *witness, const char *text);

/**
 * Findings:
 *
 * What a raw disk holds of what a witness has seen.
 */
typedef struct {
  gsize bytes;          /* of the disk that were ever written */
  guint secrets;        /* of key-encryption keys that were destroyed, and looked for */
  guint keys;           /* of records that were retired before the last swap, and looked for */
  guint texts;          /* found of what was heard */
  guint old_secrets;    /* found: pieces of destroyed secrets */
  guint living_secrets; /* found: pieces of the living secret */
  guint unwrapped;      /* found: any key as it is */
  guint residues;       /* found: retired keys, wrapped */
  guint opened;         /* of these: which the living secret and what the disk holds open */
  guint carved;         /* found: whatever looks like a wrapped key, seen or not */
  guint carved_opened;  /* of these: which open, and are retired */
} Findings;

/** witness_search: What the raw disk of an unmounted @image holds */
void witness_search (Witness *witness, Image *image, Findings *findings);

/** witness_free: @witness: (transfer full) (nullable) */
void witness_free (Witness *witness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Witness, witness_free)

G_END_DECLS

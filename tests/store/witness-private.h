/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vault/holder.h"
#include "witness.h"

G_BEGIN_DECLS

/** A key of a ring or of a record, as it was seen. */
typedef struct {
  guint64 number;
  guint8 wrapped[FOYER_WRAPPED_SIZE];
  guint8 plain[FOYER_KEY_SIZE];
  guint look;     /* the last one that saw it */
  gboolean found; /* its wrapped bytes lie on the disk */
} Seen;

/** A secret, as it was seen. */
typedef struct {
  FoyerSecret secret;
  char *bytes;
  gsize size;
} SeenSecret;

struct _Witness {
  House *house;
  guint looks;
  gint64 swaps;
  GPtrArray *texts;
  GPtrArray *secrets; /* the last one lives */
  GHashTable *rings;  /* number -> Seen: as they are now */
  GHashTable *keys;   /* the same */
  GPtrArray *old_rings;
  GPtrArray *retired; /* keys; the disk may still open them, for no swap has followed */
  GPtrArray *dead;    /* keys; it must not */
};

G_END_DECLS

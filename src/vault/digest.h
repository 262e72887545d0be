/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The length of a digest, in bytes. */
#define FOYER_DIGEST_SIZE 32

/**
 * foyer_digest:
 * @data: What to digest
 * @size: Its length in bytes
 *
 * Returns: (transfer full): BLAKE2b-256 (RFC 7693) of @data, 32 bytes
 */
GBytes *foyer_digest (gconstpointer data, gsize size);

/**
 * foyer_digest_chained:
 * @before: (nullable): The digest before, or %NULL for the first of a chain
 * @data: (transfer none): What follows it
 *
 * Returns: (transfer full): BLAKE2b-256 of @data, keyed with @before
 */
GBytes *foyer_digest_chained (GBytes *before, GBytes *data);

G_END_DECLS

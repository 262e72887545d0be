/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The length of an identifier in bytes. */
#define FOYER_ID_SIZE 16

/**
 * foyer_id_new:
 * @now: The time, in ms since the epoch, UTC
 *
 * A new identifier: a UUID of version 7 (RFC 9562, 5.7) whose time is that of the full hour, since
 * ids outlive the visit in the audit trail. Ordered by the hour, so that tables grow at their end.
 *
 * Returns: (transfer full): 16 bytes
 */
GBytes *foyer_id_new (gint64 now);

/**
 * foyer_id_to_string:
 * @id: 16 bytes
 *
 * Returns: (transfer full): The id as 36 characters, RFC 9562, 4
 */
char *foyer_id_to_string (GBytes *id);

/**
 * foyer_id_from_string:
 * @text: Any text
 *
 * Returns: (transfer full) (nullable): The id that @text writes, or %NULL where it is none
 */
GBytes *foyer_id_from_string (const char *text);

/**
 * foyer_random_bytes:
 * @to: Where to write
 * @size: How many bytes, at most 256
 *
 * Fills @to from the kernel's random source (getrandom(2)), which cannot fail for so few bytes once
 * the machine has started.
 */
void foyer_random_bytes (guint8 *to, gsize size);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** The shortest password that is taken, in code points (NIST SP 800-63B, 5.1.1.2). */
#define FOYER_PASSWORD_MIN 8

/** The longest password that is taken, in bytes. */
#define FOYER_PASSWORD_MAX 1024

/**
 * foyer_password_hash:
 * @password: A password
 *
 * Hashes a password with Argon2id (RFC 9106), 64 MiB, three passes. Takes some 0.2 s.
 *
 * Returns: (transfer full) (nullable): The hash with its parameters, or %NULL where the machine has
 *   not enough memory
 */
char *foyer_password_hash (const char *password);

/**
 * foyer_password_verify:
 * @hash: (nullable): From foyer_password_hash(); with %NULL the same time passes and nothing fits
 * @password: A password
 *
 * Takes some 0.2 s: never on the store's thread, never on the main loop.
 *
 * Returns: Whether @password is the one that was hashed
 */
gboolean foyer_password_verify (const char *hash, const char *password);

/**
 * foyer_password_wipe:
 * @password: (nullable) (transfer full): A password
 *
 * Overwrites and frees a password.
 */
void foyer_password_wipe (char *password);

G_END_DECLS

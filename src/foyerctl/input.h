/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerInputField:
 * @key: Its key in the JSON
 * @question: What is asked for on a terminal
 * @needed: Whether it may not be missing
 * @secret: Whether it is typed without echo
 * @list: Whether it may also be a list of texts, which are joined with commas
 *
 * One thing that a command reads. Nothing personal and no code is ever an argument.
 */
typedef struct {
  const char *key;
  const char *question;
  gboolean needed;
  gboolean secret;
  gboolean list;
} FoyerInputField;

/**
 * foyer_input_read:
 * @fields: What to read
 * @n_fields: How many
 * @values: (out caller-allocates) (array length=n_fields): Their texts, %NULL where one is missing;
 *   freed with foyer_input_clear()
 * @error: %FOYER_CTL_ERROR_INPUT; never quotes what was read
 *
 * Reads a JSON object from standard input, or asks for each field where that is a terminal.
 *
 * Returns: Whether all is there and nothing else
 */
gboolean
foyer_input_read (const FoyerInputField *fields, guint n_fields, char **values, GError **error);

/**
 * foyer_input_explain:
 * @key: Which text was typed
 * @error: (inout): May hold %FOYER_TYPED_TEXT_ERROR, and then says which text it is about
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean foyer_input_explain (const char *key, GError **error);

/** foyer_input_clear: Overwrites and frees @n_fields @values */
void foyer_input_clear (char **values, guint n_fields);

/**
 * foyer_input_password:
 * @name: Whose
 * @fd: The file descriptor of `--password-fd`, or -1: ask on the terminal
 * @error: %FOYER_CTL_ERROR_USAGE, %FOYER_CTL_ERROR_INPUT
 *
 * Reads a password up to the end of its line. From a file descriptor not a byte further, so that it
 * may be standard input, followed by JSON.
 *
 * Returns: (transfer full) (nullable): The password, for foyer_password_wipe()
 */
char *foyer_input_password (const char *name, int fd, GError **error);

/**
 * foyer_input_file:
 * @path: A file of at most 8 MiB
 * @error: %FOYER_CTL_ERROR_INPUT
 *
 * Returns: (transfer full) (nullable): What stands in it
 */
GBytes *foyer_input_file (const char *path, GError **error);

G_END_DECLS

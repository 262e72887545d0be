/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * foyer_output_text:
 * @error: %FOYER_CTL_ERROR_REFUSED
 * @format: A line
 *
 * Prints a line to standard output.
 *
 * Returns: Whether it was written
 */
gboolean foyer_output_text (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * foyer_output_json:
 * @builder: (transfer none): A whole value
 * @error: %FOYER_CTL_ERROR_REFUSED
 *
 * Prints it on one line of standard output.
 *
 * Returns: Whether it was written
 */
gboolean foyer_output_json (JsonBuilder *builder, GError **error);

/**
 * foyer_output_rows:
 * @rows: (element-type GStrv): The heads, and the rows; each has as many cells
 * @error: %FOYER_CTL_ERROR_REFUSED
 *
 * Prints a table.
 *
 * Returns: Whether it was written
 */
gboolean foyer_output_rows (GPtrArray *rows, GError **error);

/** foyer_output_member: Adds text @value under @key; %NULL is null */
void foyer_output_member (JsonBuilder *builder, const char *key, const char *value);

/** foyer_output_number: Adds integer @value under @key */
void foyer_output_number (JsonBuilder *builder, const char *key, gint64 value);

/** foyer_output_instant: Adds @instant, in ms since the epoch, UTC, under @key as RFC 3339 in
 * @zone; 0 is null */
void foyer_output_instant (JsonBuilder *builder, const char *key, GTimeZone *zone, gint64 instant);

G_END_DECLS

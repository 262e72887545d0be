/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/output.h"

#include <stdio.h>

#include "foyerctl/ctl.h"
#include "station/day.h"

static gboolean
put_line (const char *line, GError **error)
{
  if (printf ("%s\n", line) >= 0 && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_REFUSED,
               "It was done, but the answer could not be written to standard output");
  return FALSE;
}

gboolean
foyer_output_text (GError **error, const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list arguments;

  va_start (arguments, format);
  line = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return put_line (line, error);
}

gboolean
foyer_output_json (JsonBuilder *builder, GError **error)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);
  g_autofree char *line = json_to_string (root, FALSE);

  return put_line (line, error);
}

static int
width (const char *text)
{
  int cells = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);

    if (!g_unichar_iszerowidth (letter))
      cells += g_unichar_iswide (letter) ? 2 : 1;
  }
  return cells;
}

static char *
lay_out (char **cells, const int *widths)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; cells[i] != NULL; i++) {
    g_string_append (line, cells[i]);
    if (cells[i + 1] != NULL)
      g_string_append_printf (line, "%*s", widths[i] - width (cells[i]) + 2, "");
  }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

gboolean
foyer_output_rows (GPtrArray *rows, GError **error)
{
  guint n_cells = rows->len > 0 ? g_strv_length (g_ptr_array_index (rows, 0)) : 0;
  g_autofree int *widths = g_new0 (int, n_cells + 1);

  for (guint i = 0; i < rows->len; i++) {
    char **cells = g_ptr_array_index (rows, i);

    for (guint j = 0; j < n_cells; j++)
      widths[j] = MAX (widths[j], width (cells[j]));
  }
  for (guint i = 0; i < rows->len; i++) {
    g_autofree char *line = lay_out (g_ptr_array_index (rows, i), widths);

    if (!put_line (g_strchomp (line), error))
      return FALSE;
  }
  return TRUE;
}

void
foyer_output_member (JsonBuilder *builder, const char *key, const char *value)
{
  json_builder_set_member_name (builder, key);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

void
foyer_output_number (JsonBuilder *builder, const char *key, gint64 value)
{
  json_builder_set_member_name (builder, key);
  json_builder_add_int_value (builder, value);
}

void
foyer_output_instant (JsonBuilder *builder, const char *key, GTimeZone *zone, gint64 instant)
{
  g_autofree char *text = instant != 0 ? foyer_day_format_rfc3339 (zone, instant) : NULL;

  foyer_output_member (builder, key, text);
}

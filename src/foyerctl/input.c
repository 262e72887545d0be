/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/input.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>
#include <unistd.h>

#include "foyerctl/ctl.h"
#include "foyerctl/terminal.h"
#include "vault/password.h"
#include "visit/typed-text.h"

/* The longest text that is read: a name of 10 kB is to be refused for what it is. */
#define INPUT_MAX (64 * 1024)

#define FILE_MAX (8 * 1024 * 1024)

/* json-glib reads nested lists by calling itself; nothing here is deeper than a list in an object.
 */
#define DEPTH_MAX 8

/* A text would end there without a word. */
#define NUL "\\u0000"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_INPUT, message);
  return FALSE;
}

static GString *
read_standard_input (GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  char piece[4096];
  gssize size;

  while ((size = read (STDIN_FILENO, piece, sizeof piece)) != 0) {
    if (size < 0 && errno == EINTR)
      continue;
    if (size < 0) {
      refuse (error, "Standard input cannot be read");
      return NULL;
    }
    g_string_append_len (text, piece, size);
    if (text->len > INPUT_MAX) {
      refuse (error, "Standard input is longer than 64 KiB");
      return NULL;
    }
  }
  return g_steal_pointer (&text);
}

static gboolean
is_shallow (const char *text)
{
  gboolean quoted = FALSE;
  int depth = 0;

  for (const char *at = text; *at != '\0'; at++) {
    if (quoted && *at == '\\' && at[1] != '\0')
      at++;
    else if (*at == '"')
      quoted = !quoted;
    else if (!quoted && (*at == '[' || *at == '{') && ++depth > DEPTH_MAX)
      return FALSE;
    else if (!quoted && (*at == ']' || *at == '}'))
      depth--;
  }
  return TRUE;
}

static char *
join_texts (JsonArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (json_node_get_value_type (node) != G_TYPE_STRING)
      return NULL;
    g_string_append_printf (text, "%s%s", i > 0 ? "," : "", json_node_get_string (node));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take_member (const FoyerInputField *field, JsonNode *node, char **value, GError **error)
{
  if (json_node_is_null (node))
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    *value = json_node_dup_string (node);
  else if (field->list && JSON_NODE_HOLDS_ARRAY (node))
    *value = join_texts (json_node_get_array (node));
  if (*value != NULL)
    return TRUE;
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_INPUT,
               "“%s” has to be %s",
               field->key,
               field->list ? "a text, or a list of texts" : "a text");
  return FALSE;
}

static gboolean
refuse_unknown (const FoyerInputField *fields, guint n_fields, GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);

  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (known, "%s“%s”", i > 0 ? ", " : "", fields[i].key);
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_INPUT,
               "The JSON has a key that is not known here; known are %s",
               known->str);
  return FALSE;
}

static gboolean
read_json (const FoyerInputField *fields, guint n_fields, char **values, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GString) text = read_standard_input (error);
  JsonObject *object;
  guint found = 0;

  if (text == NULL)
    return FALSE;
  if (text->len == 0 || strlen (text->str) != text->len || strstr (text->str, NUL) != NULL
      || !is_shallow (text->str) || !json_parser_load_from_data (parser, text->str, text->len, NULL)
      || json_parser_get_root (parser) == NULL
      || !JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    return refuse (error, "Standard input is no JSON object (RFC 8259)");

  object = json_node_get_object (json_parser_get_root (parser));
  for (guint i = 0; i < n_fields; i++) {
    JsonNode *node = json_object_get_member (object, fields[i].key);

    if (node == NULL)
      continue;
    found++;
    if (!take_member (&fields[i], node, &values[i], error))
      return FALSE;
  }
  memset (text->str, 0, text->len);
  return found == json_object_get_size (object) || refuse_unknown (fields, n_fields, error);
}

static gboolean
ask (const FoyerInputField *fields, guint n_fields, char **values, GError **error)
{
  for (guint i = 0; i < n_fields; i++) {
    g_autofree char *question =
        g_strdup_printf ("%s%s: ", fields[i].question, fields[i].needed ? "" : " (or nothing)");

    values[i] = foyer_terminal_ask (question, fields[i].secret);
    if (values[i] == NULL)
      return refuse (error, "Nothing was typed");
    if (*values[i] == '\0' && !fields[i].needed)
      g_clear_pointer (&values[i], g_free);
  }
  return TRUE;
}

gboolean
foyer_input_read (const FoyerInputField *fields, guint n_fields, char **values, GError **error)
{
  memset (values, 0, n_fields * sizeof *values);
  if (isatty (STDIN_FILENO) ? !ask (fields, n_fields, values, error)
                            : !read_json (fields, n_fields, values, error)) {
    foyer_input_clear (values, n_fields);
    return FALSE;
  }
  for (guint i = 0; i < n_fields; i++) {
    if (values[i] != NULL || !fields[i].needed)
      continue;
    foyer_input_clear (values, n_fields);
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_INPUT, "“%s” is missing", fields[i].key);
    return FALSE;
  }
  return TRUE;
}

gboolean
foyer_input_explain (const char *key, GError **error)
{
  const char *what = NULL;

  if (error == NULL || *error == NULL)
    return FALSE;
  if (g_error_matches (*error, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_EMPTY))
    what = "is empty";
  else if (g_error_matches (*error, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_UNPRINTABLE))
    what = "has nothing in it that could be printed, or is not UTF-8";
  else if (g_error_matches (*error, FOYER_TYPED_TEXT_ERROR, FOYER_TYPED_TEXT_ERROR_TOO_LONG))
    what = "is longer than " G_STRINGIFY (FOYER_TYPED_TEXT_MAX) " characters";
  if (what == NULL)
    return FALSE;
  g_clear_error (error);
  g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_INPUT, "“%s” %s", key, what);
  return FALSE;
}

void
foyer_input_clear (char **values, guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    g_clear_pointer (&values[i], foyer_password_wipe);
}

static char *
read_line (int fd)
{
  g_autofree char *line = g_malloc0 (FOYER_PASSWORD_MAX + 2);
  gsize size = 0;
  gssize got;

  while (size <= FOYER_PASSWORD_MAX) {
    got = read (fd, line + size, 1);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0)
      return NULL;
    if (got == 0 || line[size] == '\n')
      break;
    size++;
  }
  line[size] = '\0';
  return g_steal_pointer (&line);
}

char *
foyer_input_password (const char *name, int fd, GError **error)
{
  g_autofree char *question = g_strdup_printf ("Password of %s: ", name);
  char *password;

  if (fd < 0) {
    password = foyer_terminal_ask (question, TRUE);
    if (password == NULL)
      g_set_error (error,
                   FOYER_CTL_ERROR,
                   FOYER_CTL_ERROR_USAGE,
                   "There is no terminal to ask for the password: give it by --password-fd N");
    return password;
  }
  password = read_line (fd);
  if (password == NULL)
    g_set_error (error,
                 FOYER_CTL_ERROR,
                 FOYER_CTL_ERROR_USAGE,
                 "No password can be read from file descriptor %d",
                 fd);
  return password;
}

GBytes *
foyer_input_file (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  GStatBuf about;
  int number = 0;

  if (g_stat (path, &about) != 0)
    number = errno;
  else if (!S_ISREG (about.st_mode) || about.st_size > FILE_MAX) {
    g_set_error (error,
                 FOYER_CTL_ERROR,
                 FOYER_CTL_ERROR_INPUT,
                 "%s is no file of at most 8 MiB",
                 path);
    return NULL;
  } else if (!g_file_get_contents (path, &bytes, &size, NULL))
    number = errno;
  if (number == 0)
    return g_bytes_new_take (g_steal_pointer (&bytes), size);
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_INPUT,
               "%s cannot be read: %s",
               path,
               g_strerror (number));
  return NULL;
}

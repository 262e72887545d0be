/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-ini"

#include "station/ini.h"

#include "station/settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _FoyerIni {
  char *path;
  GKeyFile *file;
  GHashTable *lines; /* "group" or "group\nkey" to its line's number */
};

G_GNUC_PRINTF (4, 5)
static gboolean
refuse_line (const char *path, guint line, GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error,
               FOYER_SETTINGS_ERROR,
               FOYER_SETTINGS_ERROR_WRONG,
               "%s:%u: %s",
               path,
               line,
               what);
  return FALSE;
}

/* GKeyFile does not say where it stumbled: it stumbles in the first line up to which the file
 * cannot be read. */
static guint
find_stumble (char **lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (GKeyFile) file = g_key_file_new ();

    g_string_append_printf (text, "%s\n", lines[i]);
    if (!g_key_file_load_from_data (file, text->str, text->len, G_KEY_FILE_NONE, NULL))
      return i + 1;
  }
  return MAX (1, g_strv_length (lines));
}

static char *
name_of_key (const char *group, const char *key)
{
  return key != NULL ? g_strdup_printf ("%s\n%s", group, key) : g_strdup (group);
}

/* Notes the line of each group and key; the file is known to be one. */
static gboolean
note_lines (FoyerIni *ini, char **lines, GError **error)
{
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *line = g_strstrip (g_strdup (lines[i]));
    char *equals = strchr (line, '=');
    g_autofree char *name = NULL;

    if (*line == '\0' || *line == '#')
      continue;
    if (*line == '[') {
      g_free (group);
      group = g_strndup (line + 1, strcspn (line + 1, "]"));
      name = name_of_key (group, NULL);
      if (g_hash_table_contains (ini->lines, name))
        continue;
    } else {
      *equals = '\0';
      name = name_of_key (group, g_strchomp (line));
      if (g_hash_table_contains (ini->lines, name))
        return refuse_line (ini->path,
                            i + 1,
                            error,
                            C_ ("settings", "“%s” stands twice in the group [%s]."),
                            line,
                            group);
    }
    g_hash_table_insert (ini->lines, g_steal_pointer (&name), GUINT_TO_POINTER (i + 1));
  }
  return TRUE;
}

/* A pattern may end with a star. */
static gboolean
fits (const char *pattern, const char *name, gsize length)
{
  gsize fixed = strcspn (pattern, "*");

  return strncmp (pattern, name, fixed) == 0
         && (pattern[fixed] == '*' ? length > fixed : length == fixed);
}

static gboolean
is_allowed (const FoyerIniKey *allowed, const char *group, const char *key)
{
  gsize length = strcspn (key, "[");

  return fits (allowed->group, group, strlen (group)) && fits (allowed->key, key, length)
         && (key[length] == '\0' || allowed->localised);
}

static char *
list_groups (const FoyerIniKey *allowed, guint n_allowed)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n_allowed; i++)
    if (i == 0 || strcmp (allowed[i].group, allowed[i - 1].group) != 0)
      g_string_append_printf (list, "%s[%s]", i == 0 ? "" : ", ", allowed[i].group);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static char *
list_keys (const FoyerIniKey *allowed, guint n_allowed, const char *group)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < n_allowed; i++)
    if (fits (allowed[i].group, group, strlen (group)))
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : ", ", allowed[i].key);
  return g_string_free (g_steal_pointer (&list), FALSE);
}

static gboolean
check_keys (FoyerIni *ini,
            const char *group,
            const FoyerIniKey *allowed,
            guint n_allowed,
            GError **error)
{
  g_autofree char *known = list_keys (allowed, n_allowed, group);
  g_auto (GStrv) keys = NULL;

  if (*known == '\0') {
    g_autofree char *groups = list_groups (allowed, n_allowed);

    return foyer_ini_refuse (ini,
                             group,
                             NULL,
                             error,
                             C_ ("settings", "There is no group [%s]. Allowed are %s."),
                             group,
                             groups);
  }

  keys = g_key_file_get_keys (ini->file, group, NULL, NULL);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++) {
    g_autoptr (GError) err = NULL;
    g_autofree char *value = g_key_file_get_string (ini->file, group, keys[i], &err);
    gboolean found = FALSE;

    for (guint k = 0; k < n_allowed && !found; k++)
      found = is_allowed (&allowed[k], group, keys[i]);
    if (!found)
      return foyer_ini_refuse (ini,
                               group,
                               keys[i],
                               error,
                               C_ ("settings", "There is no key “%s” in [%s]. Allowed are %s."),
                               keys[i],
                               group,
                               known);
    if (err != NULL)
      return foyer_ini_refuse (
          ini,
          group,
          keys[i],
          error,
          C_ ("settings", "After a “\\” only s, n, t, r or another “\\” is allowed."));
  }
  return TRUE;
}

static gboolean
parse (FoyerIni *ini, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_auto (GStrv) lines = NULL;
  const char *end;

  if (!g_utf8_validate (text, length, &end)) {
    guint line = 1;

    for (const char *p = text; p < end; p++)
      line += *p == '\n';
    return refuse_line (ini->path,
                        line,
                        error,
                        C_ ("settings", "This line is not UTF-8 text. Save the file as UTF-8."));
  }

  lines = g_strsplit (text, "\n", -1);
  if (!g_key_file_load_from_data (ini->file, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, &err))
    return refuse_line (ini->path,
                        find_stumble (lines),
                        error,
                        C_ ("settings",
                            "This line is not understood. Allowed are [group], key=value after a"
                            " group, and comments that begin with #."));
  return note_lines (ini, lines, error);
}

FoyerIni *
foyer_ini_load (const char *path, const FoyerIniKey *allowed, guint n_allowed, GError **error)
{
  g_autoptr (FoyerIni) ini = g_new0 (FoyerIni, 1);
  g_autoptr (GError) err = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) groups = NULL;
  gsize length;

  ini->path = g_strdup (path);
  ini->file = g_key_file_new ();
  ini->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!g_file_get_contents (path, &text, &length, &err)) {
    g_set_error_literal (error,
                         FOYER_SETTINGS_ERROR,
                         FOYER_SETTINGS_ERROR_UNREADABLE,
                         err->message);
    return NULL;
  }
  if (!parse (ini, text, length, error))
    return NULL;

  groups = g_key_file_get_groups (ini->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!check_keys (ini, groups[i], allowed, n_allowed, error))
      return NULL;
  return g_steal_pointer (&ini);
}

void
foyer_ini_free (FoyerIni *ini)
{
  if (ini == NULL)
    return;

  g_free (ini->path);
  g_key_file_unref (ini->file);
  g_hash_table_unref (ini->lines);
  g_free (ini);
}

char **
foyer_ini_get_groups (FoyerIni *ini)
{
  return g_key_file_get_groups (ini->file, NULL);
}

char **
foyer_ini_get_keys (FoyerIni *ini, const char *group)
{
  char **keys = g_key_file_get_keys (ini->file, group, NULL, NULL);

  if (keys == NULL)
    keys = g_new0 (char *, 1);
  return keys;
}

char *
foyer_ini_get (FoyerIni *ini, const char *group, const char *key)
{
  g_autofree char *value = g_key_file_get_string (ini->file, group, key, NULL);

  if (value == NULL || *g_strstrip (value) == '\0')
    return NULL;
  return g_steal_pointer (&value);
}

char **
foyer_ini_get_list (FoyerIni *ini, const char *group, const char *key)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_autofree char *value = foyer_ini_get (ini, group, key);
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (list, parts[i]);
  return g_strv_builder_end (list);
}

char **
foyer_ini_get_languages (FoyerIni *ini, const char *group, const char *key)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();
  g_auto (GStrv) keys = foyer_ini_get_keys (ini, group);
  gsize length = strlen (key);

  for (guint i = 0; keys[i] != NULL; i++)
    if (strncmp (keys[i], key, length) == 0 && keys[i][length] == '[') {
      g_autofree char *language =
          g_strndup (keys[i] + length + 1, strcspn (keys[i], "]") - length - 1);

      g_strv_builder_add (list, language);
    }
  return g_strv_builder_end (list);
}

gboolean
foyer_ini_refuse (FoyerIni *ini,
                  const char *group,
                  const char *key,
                  GError **error,
                  const char *format,
                  ...)
{
  g_autofree char *what = NULL;
  g_autofree char *name = name_of_key (group, key);
  guint line = GPOINTER_TO_UINT (g_hash_table_lookup (ini->lines, name));
  va_list args;

  if (line == 0)
    line = GPOINTER_TO_UINT (g_hash_table_lookup (ini->lines, group));
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  return refuse_line (ini->path, MAX (line, 1), error, "%s", what);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerIniKey:
 * @group: A group that may stand in the file; "field *" allows any that begins so
 * @key: A key that may stand in it; may end with a star, too
 * @localised: Whether the key may also stand as `key[de]`, once a language
 *
 * One thing that an ini file may say.
 */
typedef struct {
  const char *group;
  const char *key;
  gboolean localised;
} FoyerIniKey;

/**
 * FoyerIni:
 *
 * An ini file that knows the line of each key, so that what is wrong can be named.
 */
typedef struct _FoyerIni FoyerIni;

/**
 * foyer_ini_load:
 * @path: The file
 * @allowed: What may stand in it
 * @n_allowed: How many of them
 * @error: %FOYER_SETTINGS_ERROR; "FILE:LINE: …"
 *
 * Reads a file, and refuses what is no ini file, unknown groups and keys, and a key said twice.
 *
 * Returns: (transfer full) (nullable): The file
 */
FoyerIni *
foyer_ini_load (const char *path, const FoyerIniKey *allowed, guint n_allowed, GError **error);

/** foyer_ini_free: @ini: (transfer full) (nullable): A file */
void foyer_ini_free (FoyerIni *ini);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerIni, foyer_ini_free)

/** foyer_ini_get_groups: Returns: (transfer full): The groups, in the file's order */
char **foyer_ini_get_groups (FoyerIni *ini);

/** foyer_ini_get_keys: Returns: (transfer full): The keys of a group, in the file's order */
char **foyer_ini_get_keys (FoyerIni *ini, const char *group);

/** foyer_ini_get: Returns: (transfer full) (nullable): The key's value; %NULL where it is missing
 * or empty */
char *foyer_ini_get (FoyerIni *ini, const char *group, const char *key);

/** foyer_ini_get_list: Returns: (transfer full): The key's values, separated by `;` in the file */
char **foyer_ini_get_list (FoyerIni *ini, const char *group, const char *key);

/** foyer_ini_get_languages: Returns: (transfer full): The languages in which a localised key
 * stands, "de" for `key[de]` */
char **foyer_ini_get_languages (FoyerIni *ini, const char *group, const char *key);

/**
 * foyer_ini_refuse:
 * @ini: A file
 * @group: The group in question
 * @key: The key in question; it need not stand in the file
 * @error: (out): %FOYER_SETTINGS_ERROR_WRONG
 * @format: A sentence that says what is allowed
 *
 * Names the line of the key, else that of its group, else the first.
 *
 * Returns: %FALSE, for the caller to return
 */
gboolean foyer_ini_refuse (FoyerIni *ini,
                           const char *group,
                           const char *key,
                           GError **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (5, 6);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/ini.h"
#include "visit/visitor-type.h"

G_BEGIN_DECLS

/** What may stand in a visitor type's file about its fields, for foyer_ini_load(). */
#define FOYER_FIELDS_INI_KEYS                                                                      \
  { "field *", "kind" }, { "field *", "question", TRUE }, { "field *", "label", TRUE },            \
      { "field *", "hint", TRUE }, { "field *", "required" }, { "field *", "purpose", TRUE },      \
      { "field *", "seen-by" }, { "field *", "kept" }, { "field *", "show-if" },                   \
      { "field *", "choices" }, { "field *", "choice.*", TRUE }, { "field *", "icon.*" },          \
      { "field *", "calls" }, { "field *", "version" }, { "field *", "rule.*", TRUE },             \
  {                                                                                                \
    "field *", "text", TRUE                                                                        \
  }

/**
 * foyer_fields_read:
 * @ini: A visitor type's file
 * @type: The type, which the fields are added to
 * @error: %FOYER_SETTINGS_ERROR_WRONG, with file, line and reason
 *
 * Reads what a type asks: the order stands in its `asks`, each field but name and host in a group
 * `[field KEY]`. Of each it must say what it is for, who sees it and for how long (GDPR Art. 13 (1)
 * c, e, (2) a): without them it cannot be added.
 *
 * Returns: Whether all of it is right
 */
gboolean foyer_fields_read (FoyerIni *ini, FoyerVisitorType *type, GError **error);

/** foyer_fields_read_words: Adds a key's words in all languages to @words; Returns: whether the key
 * stands there at all */
gboolean
foyer_fields_read_words (FoyerIni *ini, const char *group, const char *key, FoyerWords *words);

/** foyer_fields_read_icon: Reads an icon's name, if the key stands there; Returns: whether it is
 * one
 */
gboolean foyer_fields_read_icon (FoyerIni *ini,
                                 const char *group,
                                 const char *key,
                                 char **icon,
                                 GError **error);

/** foyer_fields_read_yes_no: Reads a yes or no, @fallback where the key is missing; Returns:
 * whether it is one */
gboolean foyer_fields_read_yes_no (FoyerIni *ini,
                                   const char *group,
                                   const char *key,
                                   gboolean fallback,
                                   gboolean *yes,
                                   GError **error);

G_END_DECLS

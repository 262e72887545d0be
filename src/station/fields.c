/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-fields"

#include "station/fields.h"

#include "visit/typed-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPE "type"
#define FIELD "field "

/* With the digest of its words it is an answer, which has its own limit. */
#define VERSION_MOST 40

static const struct {
  const char *word;
  FoyerFieldKind kind;
} kinds[] = {
  { "text", FOYER_FIELD_TEXT },           { "email", FOYER_FIELD_EMAIL },
  { "telephone", FOYER_FIELD_TELEPHONE }, { "date", FOYER_FIELD_DATE },
  { "choice", FOYER_FIELD_CHOICE },       { "yes-no", FOYER_FIELD_YES_NO },
  { "number", FOYER_FIELD_NUMBER },       { "car-registration", FOYER_FIELD_CAR_REGISTRATION },
  { "accept", FOYER_FIELD_ACCEPT },
};

static const struct {
  const char *word;
  FoyerKept kept;
} times[] = {
  { "visit", FOYER_KEPT_WITH_VISIT },
  { "stay", FOYER_KEPT_UNTIL_LEAVING },
  { "no", FOYER_KEPT_NOT },
};

gboolean
foyer_fields_read_words (FoyerIni *ini, const char *group, const char *key, FoyerWords *words)
{
  g_autofree char *text = foyer_ini_get (ini, group, key);
  g_auto (GStrv) languages = foyer_ini_get_languages (ini, group, key);

  if (text == NULL)
    return FALSE;
  foyer_words_set (words, "", text);
  for (guint i = 0; languages[i] != NULL; i++) {
    g_autofree char *localised = g_strdup_printf ("%s[%s]", key, languages[i]);
    g_autofree char *translated = foyer_ini_get (ini, group, localised);

    if (translated != NULL)
      foyer_words_set (words, languages[i], translated);
  }
  return TRUE;
}

gboolean
foyer_fields_read_icon (FoyerIni *ini,
                        const char *group,
                        const char *key,
                        char **icon,
                        GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, group, key);

  if (value != NULL && strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (value))
    return foyer_ini_refuse (
        ini,
        group,
        key,
        error,
        C_ ("settings", "“%s” is an icon's name: lower case letters, digits and hyphens."),
        key);
  *icon = g_steal_pointer (&value);
  return TRUE;
}

gboolean
foyer_fields_read_yes_no (FoyerIni *ini,
                          const char *group,
                          const char *key,
                          gboolean fallback,
                          gboolean *yes,
                          GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, group, key);

  *yes = value == NULL ? fallback : g_str_equal (value, "yes");
  if (value == NULL || *yes || g_str_equal (value, "no"))
    return TRUE;
  return foyer_ini_refuse (ini, group, key, error, C_ ("settings", "“%s” is yes or no."), key);
}

static gboolean
is_key (const char *key)
{
  return *key != '\0' && strspn (key, "abcdefghijklmnopqrstuvwxyz-") == strlen (key);
}

static gboolean
read_kind (FoyerIni *ini, const char *group, FoyerFieldKind *kind, GError **error)
{
  g_autofree char *word = foyer_ini_get (ini, group, "kind");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (word, kinds[i].word) == 0) {
      *kind = kinds[i].kind;
      return TRUE;
    }
  return foyer_ini_refuse (ini,
                           group,
                           "kind",
                           error,
                           C_ ("settings",
                               "“kind” is text, email, telephone, date, choice, yes-no, number, "
                               "car-registration or accept."));
}

static gboolean
read_texts (FoyerIni *ini, const char *group, FoyerVisitorField *field, GError **error)
{
  static const struct {
    const char *key;
    FoyerFieldWords which;
    gboolean needed;
  } texts[] = {
    { "question", FOYER_FIELD_QUESTION, TRUE }, { "label", FOYER_FIELD_LABEL, TRUE },
    { "hint", FOYER_FIELD_HINT, FALSE },        { "purpose", FOYER_FIELD_PURPOSE, TRUE },
    { "text", FOYER_FIELD_AGREEMENT, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    FoyerWords *words = foyer_visitor_field_words (field, texts[i].which);

    if (!foyer_fields_read_words (ini, group, texts[i].key, words) && texts[i].needed)
      return foyer_ini_refuse (ini,
                               group,
                               texts[i].key,
                               error,
                               C_ ("settings", "“%s” is missing, the words that people see."),
                               texts[i].key);
  }
  return TRUE;
}

/* "receptionist;security;host" */
static gboolean
read_seen_by (FoyerIni *ini, const char *group, FoyerRole *seen_by, GError **error)
{
  g_auto (GStrv) who = foyer_ini_get_list (ini, group, "seen-by");
  gboolean right = who[0] != NULL;

  *seen_by = 0;
  for (guint i = 0; who[i] != NULL; i++) {
    FoyerRole role = FOYER_SEEN_BY_HOST;

    if (!g_str_equal (who[i], "host"))
      right &= foyer_roles_from_string (who[i], &role);
    *seen_by |= role;
  }
  if (right)
    return TRUE;
  return foyer_ini_refuse (ini,
                           group,
                           "seen-by",
                           error,
                           C_ ("settings",
                               "“seen-by” says who sees the answer: receptionist, security, "
                               "privacy-officer, host, as receptionist;security."));
}

/* What the visitor is told about it. */
static gboolean
read_promise (FoyerIni *ini, const char *group, FoyerVisitorField *field, GError **error)
{
  g_autofree char *kept = foyer_ini_get (ini, group, "kept");
  FoyerRole seen_by = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++) {
    if (g_strcmp0 (kept, times[i].word) != 0)
      continue;
    if (times[i].kept != FOYER_KEPT_NOT && !read_seen_by (ini, group, &seen_by, error))
      return FALSE;
    foyer_visitor_field_set_promise (field, times[i].kept, seen_by);
    return TRUE;
  }
  return foyer_ini_refuse (ini,
                           group,
                           "kept",
                           error,
                           C_ ("settings",
                               "“kept” says for how long: visit (with the visit), stay (until the "
                               "visitor leaves) or no (it only leads to other questions)."));
}

/* A choice or a rule: its words, and the icon beside them. */
static gboolean
read_part (FoyerIni *ini,
           const char *group,
           const char *what,
           const char *key,
           FoyerVisitorField *field,
           GError **error)
{
  g_autofree char *words = g_strdup_printf ("%s.%s", what, key);
  g_autofree char *icon_key = g_strdup_printf ("icon.%s", key);
  g_autofree char *icon = NULL;
  g_autofree char *calls = foyer_ini_get (ini, group, "calls");
  FoyerFieldPart *part;

  if (!foyer_fields_read_icon (ini, group, icon_key, &icon, error))
    return FALSE;
  part = foyer_visitor_field_add_part (field, key, icon);
  part->calls = g_strcmp0 (calls, key) == 0;
  if (foyer_fields_read_words (ini, group, words, part->words))
    return TRUE;
  return foyer_ini_refuse (ini,
                           group,
                           words,
                           error,
                           C_ ("settings", "“%s” is missing, the words that people see."),
                           words);
}

static gboolean
read_choices (FoyerIni *ini, const char *group, FoyerVisitorField *field, GError **error)
{
  g_auto (GStrv) keys = foyer_ini_get_list (ini, group, "choices");
  g_autofree char *calls = foyer_ini_get (ini, group, "calls");
  guint n = g_strv_length (keys);
  gboolean right = n >= 2 && n <= FOYER_FIELD_PARTS_MAX;

  for (guint i = 0; i < n; i++)
    right &= is_key (keys[i]) && foyer_visitor_field_find_part (field, keys[i]) == NULL;
  if (!right)
    return foyer_ini_refuse (ini,
                             group,
                             "choices",
                             error,
                             C_ ("settings",
                                 "“choices” are 2 to 6 words of lower case letters and hyphens, as "
                                 "leave;inside."));
  for (guint i = 0; i < n; i++)
    if (!read_part (ini, group, "choice", keys[i], field, error))
      return FALSE;
  if (calls != NULL && !g_strv_contains ((const char *const *) keys, calls))
    return foyer_ini_refuse (
        ini,
        group,
        "calls",
        error,
        C_ ("settings", "“calls” is the one of “choices” that calls reception."));
  return TRUE;
}

/* Rules or a text, and which edition of them. */
static gboolean
read_agreement (FoyerIni *ini, const char *group, FoyerVisitorField *field, GError **error)
{
  g_autofree char *named = foyer_ini_get (ini, group, "version");
  g_autofree char *version = named != NULL ? foyer_typed_text_clean (named, NULL) : NULL;
  gboolean has_text = foyer_visitor_field_say (field, FOYER_FIELD_AGREEMENT, NULL) != NULL;

  if (version == NULL || g_utf8_strlen (version, -1) > VERSION_MOST)
    return foyer_ini_refuse (
        ini,
        group,
        "version",
        error,
        C_ ("settings", "“version” is your name of this edition, of 40 letters at most."));
  foyer_visitor_field_set_version (field, version);
  for (guint i = 1; i <= FOYER_FIELD_PARTS_MAX; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i);
    g_autofree char *key = g_strdup_printf ("rule.%u", i);
    g_autofree char *rule = foyer_ini_get (ini, group, key);

    if (rule != NULL && !read_part (ini, group, "rule", number, field, error))
      return FALSE;
  }
  if (has_text == (foyer_visitor_field_get_parts (field)->len > 0))
    return foyer_ini_refuse (ini,
                             group,
                             "text",
                             error,
                             C_ ("settings",
                                 "An agreement has either a “text” or rules, from “rule.1” to "
                                 "“rule.6”."));
  return TRUE;
}

/* "KEY:ANSWER", of a question that was asked before. */
static gboolean
read_condition (FoyerIni *ini,
                const char *group,
                FoyerVisitorType *type,
                FoyerVisitorField *field,
                GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, group, "show-if");
  g_auto (GStrv) parts = value != NULL ? g_strsplit (value, ":", 2) : NULL;
  FoyerVisitorField *other = NULL;
  g_autofree char *clean = NULL;

  if (value == NULL)
    return TRUE;
  if (parts[0] != NULL && parts[1] != NULL)
    other = foyer_visitor_type_find_field (type, g_strstrip (parts[0]));
  if (other == NULL
      || (foyer_visitor_field_get_kind (other) != FOYER_FIELD_CHOICE
          && foyer_visitor_field_get_kind (other) != FOYER_FIELD_YES_NO)
      || !foyer_visitor_field_clean (other, g_strstrip (parts[1]), &clean, NULL) || clean == NULL)
    return foyer_ini_refuse (ini,
                             group,
                             "show-if",
                             error,
                             C_ ("settings",
                                 "“show-if” is KEY:ANSWER of a choice or yes-no that “asks” has "
                                 "before, as first-visit:yes."));
  foyer_visitor_field_set_condition (field, parts[0], clean);
  return TRUE;
}

/* A rule that nobody would be shown, a choice that nobody could choose: a slip of the pen. */
static gboolean
check_keys (FoyerIni *ini, const char *group, FoyerVisitorField *field, GError **error)
{
  FoyerFieldKind kind = foyer_visitor_field_get_kind (field);
  g_auto (GStrv) keys = foyer_ini_get_keys (ini, group);

  for (guint i = 0; keys[i] != NULL; i++) {
    g_autofree char *key = g_strndup (keys[i], strcspn (keys[i], "["));
    const char *part = strchr (key, '.');
    gboolean right = TRUE;

    if (part != NULL)
      right = foyer_visitor_field_find_part (field, part + 1) != NULL
              && !g_str_has_prefix (key, kind == FOYER_FIELD_CHOICE ? "rule." : "choice.");
    else if (g_str_equal (key, "choices") || g_str_equal (key, "calls"))
      right = kind == FOYER_FIELD_CHOICE;
    else if (g_str_equal (key, "text") || g_str_equal (key, "version"))
      right = kind == FOYER_FIELD_ACCEPT;
    if (!right)
      return foyer_ini_refuse (ini,
                               group,
                               keys[i],
                               error,
                               C_ ("settings",
                                   "“%s” says nothing here: it belongs to another “kind”, or to a "
                                   "choice or rule that is not there."),
                               keys[i]);
  }
  return TRUE;
}

static gboolean
read_field (FoyerIni *ini, const char *key, FoyerVisitorType *type, GError **error)
{
  g_autofree char *group = g_strconcat (FIELD, key, NULL);
  g_autoptr (FoyerVisitorField) field = NULL;
  FoyerFieldKind kind = FOYER_FIELD_TEXT;
  gboolean required = TRUE;

  if (!read_kind (ini, group, &kind, error))
    return FALSE;
  field = foyer_visitor_field_new (key, kind);
  if (!read_texts (ini, group, field, error) || !read_promise (ini, group, field, error)
      || !foyer_fields_read_yes_no (ini, group, "required", TRUE, &required, error)
      || !read_condition (ini, group, type, field, error))
    return FALSE;
  foyer_visitor_field_set_required (field, required);
  if (kind == FOYER_FIELD_CHOICE && !read_choices (ini, group, field, error))
    return FALSE;
  if (kind == FOYER_FIELD_ACCEPT && !read_agreement (ini, group, field, error))
    return FALSE;
  if (!check_keys (ini, group, field, error))
    return FALSE;
  foyer_visitor_type_add_field (type, g_steal_pointer (&field));
  return TRUE;
}

static gboolean
read_asked (FoyerIni *ini, const char *key, FoyerVisitorType *type, GError **error)
{
  if (foyer_visitor_type_find_field (type, key) != NULL || !is_key (key))
    return foyer_ini_refuse (ini,
                             TYPE,
                             "asks",
                             error,
                             C_ ("settings",
                                 "“asks” names each field once, by lower case letters and hyphens, "
                                 "as company;name;host."));
  if (g_str_equal (key, FOYER_FIELD_KEY_NAME))
    foyer_visitor_type_add_field (type, foyer_visitor_field_new (key, FOYER_FIELD_NAME));
  else if (g_str_equal (key, FOYER_FIELD_KEY_HOST))
    foyer_visitor_type_add_field (type, foyer_visitor_field_new (key, FOYER_FIELD_HOST));
  else
    return read_field (ini, key, type, error);
  return TRUE;
}

/* A field that nobody is asked is one, too. */
static gboolean
check_groups (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  g_auto (GStrv) groups = foyer_ini_get_groups (ini);

  for (guint i = 0; groups[i] != NULL; i++) {
    const char *key = g_str_has_prefix (groups[i], FIELD) ? groups[i] + strlen (FIELD) : NULL;

    if (key == NULL)
      continue;
    if (g_str_equal (key, FOYER_FIELD_KEY_NAME) || g_str_equal (key, FOYER_FIELD_KEY_HOST))
      return foyer_ini_refuse (ini,
                               groups[i],
                               NULL,
                               error,
                               C_ ("settings", "“%s” is known, and needs no group of its own."),
                               key);
    if (foyer_visitor_type_find_field (type, key) == NULL)
      return foyer_ini_refuse (ini,
                               groups[i],
                               NULL,
                               error,
                               C_ ("settings", "“asks” in [type] does not name the field “%s”."),
                               key);
  }
  return TRUE;
}

gboolean
foyer_fields_read (FoyerIni *ini, FoyerVisitorType *type, GError **error)
{
  g_auto (GStrv) asks = foyer_ini_get_list (ini, TYPE, "asks");

  for (guint i = 0; asks[i] != NULL; i++)
    if (!read_asked (ini, asks[i], type, error))
      return FALSE;
  if (foyer_visitor_type_find_field (type, FOYER_FIELD_KEY_NAME) == NULL)
    return foyer_ini_refuse (ini,
                             TYPE,
                             "asks",
                             error,
                             C_ ("settings", "“asks” must have name, as name;host."));
  return check_groups (ini, type, error);
}

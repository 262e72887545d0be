/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-settings"

#include "station/settings.h"

#include "station/house-rules.h"
#include "station/language.h"
#include "station/types.h"
#include "visit/typed-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SQLITE "sqlite:"
#define PDF "pdf:"
#define QUEUE_NAME_MAX 127 /* of CUPS, in bytes */

/**
 * FoyerSettings:
 *
 * What this station was told by its administrator.
 */
struct _FoyerSettings {
  GObject parent;

  char *folder; /* of the file: what relative paths begin at */
  char *store_uri;
  char *vault; /* a folder */
  char *tpm;
  char *station;
  char *printer;
  char *scanner; /* a device; NULL: a keyboard */
  char *scanner_layout;
  char *monitor;
  FoyerHouseRules rules;
  char *site;
  char *organisation;
  GTimeZone *time_zone;
  char **languages;
  GPtrArray *types;
  FoyerIdentity identity;
};

G_DEFINE_FINAL_TYPE (FoyerSettings, foyer_settings, G_TYPE_OBJECT)
G_DEFINE_QUARK (foyer_settings_error, foyer_settings_error)

/* Keyboards, as X names them, that scanners can be set to and that have all letters of a code. */
static const char *const scanner_layouts[] = { "us", "gb", "de", "at", "ch", "fr", "be",
                                               "nl", "es", "pt", "it", "dk", "no", "se",
                                               "fi", "pl", "cz", "sk", "hu", NULL };

static const FoyerIniKey allowed[] = {
  { "store", "uri" },       { "station", "name" },           { "station", "printer" },
  { "station", "monitor" }, { "station", "scanner-layout" }, { "station", "quiet-hour" },
  { "site", "name" },       { "site", "organisation" },      { "site", "timezone" },
  { "site", "languages" },  { "vault", "folder" },           { "vault", "tpm" },
  { "station", "return" },  { "site", "remember-days" },     { "station", "logo" },
  { "station", "accent" },  { "station", "scale" },          { "station", "welcome-picture" },
  { "station", "scanner" },
};

const char *const *
foyer_settings_get_scanner_layouts (void)
{
  return scanner_layouts;
}

static gboolean
read_store (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *uri = foyer_ini_get (ini, "store", "uri");
  g_autofree char *folder = NULL;

  if (uri == NULL)
    uri = g_strdup (SQLITE "/var/lib/foyer");
  if (!g_str_has_prefix (uri, SQLITE) || uri[strlen (SQLITE)] == '\0')
    return foyer_ini_refuse (ini,
                             "store",
                             "uri",
                             error,
                             C_ ("settings", "“uri” is sqlite:FOLDER, as sqlite:/var/lib/foyer."));
  folder = g_canonicalize_filename (uri + strlen (SQLITE), self->folder);
  self->store_uri = g_strconcat (SQLITE, folder, NULL);
  return TRUE;
}

static gboolean
read_vault (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *folder = foyer_ini_get (ini, "vault", "folder");

  self->vault = folder != NULL ? g_canonicalize_filename (folder, self->folder) : NULL;
  self->tpm = foyer_ini_get (ini, "vault", "tpm");
  if (self->tpm == NULL || g_regex_match_simple ("^[a-z]+(:.+)?$", self->tpm, 0, 0))
    return TRUE;
  return foyer_ini_refuse (ini,
                           "vault",
                           "tpm",
                           error,
                           C_ ("settings", "“tpm” is device:FILE, as device:/dev/tpmrm0."));
}

/* A name that stands on a screen or a badge. */
static gboolean
read_name (FoyerIni *ini, const char *group, const char *key, char **name, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, group, key);

  if (value == NULL)
    return TRUE;

  *name = foyer_typed_text_clean (value, NULL);
  if (*name == NULL)
    return foyer_ini_refuse (ini,
                             group,
                             key,
                             error,
                             C_ ("settings", "“%s” is a text of at most %d characters."),
                             key,
                             FOYER_TYPED_TEXT_MAX);
  return TRUE;
}

static gboolean
read_needed (FoyerIni *ini, const char *group, const char *key, char **name, GError **error)
{
  if (!read_name (ini, group, key, name, error))
    return FALSE;
  if (*name == NULL)
    return foyer_ini_refuse (ini,
                             group,
                             key,
                             error,
                             C_ ("settings", "“%s” is missing in [%s]. Write %s=NAME."),
                             key,
                             group,
                             key);
  return TRUE;
}

static gboolean
is_queue (const char *text)
{
  if (strlen (text) > QUEUE_NAME_MAX)
    return FALSE;
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_isgraph (*p) || strchr ("/#:?\\'\"", *p) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
read_printer (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *printer = foyer_ini_get (ini, "station", "printer");

  if (printer == NULL)
    return TRUE;

  if (g_str_has_prefix (printer, PDF) && printer[strlen (PDF)] != '\0') {
    g_autofree char *folder = g_canonicalize_filename (printer + strlen (PDF), self->folder);

    self->printer = g_strconcat (PDF, folder, NULL);
    return TRUE;
  }
  if (is_queue (printer)
      || ((g_str_has_prefix (printer, "ipp://") || g_str_has_prefix (printer, "ipps://"))
          && g_uri_is_valid (printer, G_URI_FLAGS_NONE, NULL))) {
    self->printer = g_steal_pointer (&printer);
    return TRUE;
  }
  return foyer_ini_refuse (
      ini,
      "station",
      "printer",
      error,
      C_ ("settings",
          "“printer” is ipp://HOST/PATH, ipps://HOST/PATH, the name of a CUPS queue, or pdf:FOLDER."));
}

static gboolean
read_screen (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *layout = foyer_ini_get (ini, "station", "scanner-layout");

  if (layout != NULL && !g_strv_contains (scanner_layouts, layout)) {
    g_autofree char *known = g_strjoinv (", ", (char **) scanner_layouts);

    return foyer_ini_refuse (
        ini,
        "station",
        "scanner-layout",
        error,
        C_ ("settings", "“scanner-layout” is the keyboard that the scanner is set to: %s."),
        known);
  }
  self->scanner_layout = g_strdup (layout != NULL ? layout : scanner_layouts[0]);
  self->scanner = foyer_ini_get (ini, "station", "scanner");
  if (g_strcmp0 (self->scanner, "keyboard") == 0)
    g_clear_pointer (&self->scanner, g_free);
  if (self->scanner != NULL && !g_path_is_absolute (self->scanner))
    return foyer_ini_refuse (ini,
                             "station",
                             "scanner",
                             error,
                             C_ ("settings", "“scanner” is keyboard, or /dev/input/by-id/NAME."));
  return read_name (ini, "station", "monitor", &self->monitor, error);
}

static gboolean
read_time_zone (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *name = foyer_ini_get (ini, "site", "timezone");

  /* GLib also takes offsets ("+02") and rules, which know of no change of summer time to come. */
  if (name == NULL)
    self->time_zone = g_time_zone_new_local ();
  else if (g_regex_match_simple ("^[A-Z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$", name, 0, 0))
    self->time_zone = g_time_zone_new_identifier (name);
  if (self->time_zone == NULL)
    return foyer_ini_refuse (
        ini,
        "site",
        "timezone",
        error,
        C_ ("settings", "“timezone” is a name of the tz database, as Europe/Berlin or UTC."));
  return TRUE;
}

static gboolean
read_languages (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_auto (GStrv) languages = foyer_ini_get_list (ini, "site", "languages");
  g_autofree char *shipped = g_strjoinv (", ", (char **) foyer_language_get_shipped ());

  for (guint i = 0; languages[i] != NULL; i++) {
    gboolean wrong = !foyer_language_is_shipped (languages[i]);

    for (guint k = 0; k < i; k++)
      wrong |= strcmp (languages[k], languages[i]) == 0;
    if (wrong)
      return foyer_ini_refuse (
          ini,
          "site",
          "languages",
          error,
          C_ ("settings", "“languages” allows %s, each once, the site's own first, as en;de."),
          shipped);
  }

  if (languages[0] == NULL)
    self->languages = g_strdupv ((char **) foyer_language_get_shipped ());
  else
    self->languages = g_steal_pointer (&languages);
  return TRUE;
}

static gboolean
read_all (FoyerSettings *self, FoyerIni *ini, GError **error)
{
  g_autofree char *types = g_build_filename (self->folder, "types.d", NULL);

  if (!read_store (self, ini, error) || !read_vault (self, ini, error)
      || !read_needed (ini, "station", "name", &self->station, error)
      || !read_printer (self, ini, error) || !read_screen (self, ini, error)
      || !foyer_house_rules_read (&self->rules, ini, error)
      || !foyer_identity_read (&self->identity, ini, self->folder, error)
      || !read_name (ini, "site", "name", &self->site, error)
      || !read_needed (ini, "site", "organisation", &self->organisation, error)
      || !read_time_zone (self, ini, error) || !read_languages (self, ini, error))
    return FALSE;

  if (self->site == NULL)
    self->site = g_strdup (self->organisation);
  self->types = foyer_types_load (types, error);
  return self->types != NULL;
}

static void
foyer_settings_finalize (GObject *object)
{
  FoyerSettings *self = FOYER_SETTINGS (object);

  g_free (self->folder);
  g_free (self->store_uri);
  g_free (self->vault);
  g_free (self->tpm);
  g_free (self->station);
  g_free (self->printer);
  g_free (self->scanner);
  g_free (self->scanner_layout);
  g_free (self->monitor);
  g_free (self->site);
  g_free (self->organisation);
  g_clear_pointer (&self->time_zone, g_time_zone_unref);
  g_strfreev (self->languages);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  foyer_identity_clear (&self->identity);

  G_OBJECT_CLASS (foyer_settings_parent_class)->finalize (object);
}

static void
foyer_settings_class_init (FoyerSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foyer_settings_finalize;
}

static void
foyer_settings_init (FoyerSettings *self)
{
}

FoyerSettings *
foyer_settings_load (const char *path, GError **error)
{
  g_autoptr (FoyerSettings) self = g_object_new (FOYER_TYPE_SETTINGS, NULL);
  g_autoptr (FoyerIni) ini = foyer_ini_load (path, allowed, G_N_ELEMENTS (allowed), error);
  g_autofree char *whole = g_canonicalize_filename (path, NULL);

  if (ini == NULL)
    return NULL;

  self->folder = g_path_get_dirname (whole);
  if (!read_all (self, ini, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
foyer_settings_get_store_uri (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->store_uri;
}

const char *
foyer_settings_get_vault (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->vault;
}

const char *
foyer_settings_get_tpm (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->tpm;
}

const char *
foyer_settings_get_station (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->station;
}

const char *
foyer_settings_get_printer (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->printer;
}

const char *
foyer_settings_get_scanner_layout (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->scanner_layout;
}

const char *
foyer_settings_get_scanner (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->scanner;
}

const char *
foyer_settings_get_monitor (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->monitor;
}

int
foyer_settings_get_quiet_hour (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), 0);

  return self->rules.quiet_hour;
}

gboolean
foyer_settings_get_returns_at_kiosk (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), FALSE);

  return self->rules.returns_at_kiosk;
}

int
foyer_settings_get_remember_days (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), 0);

  return (int) self->rules.remember_days;
}

const char *
foyer_settings_get_site (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->site;
}

const char *
foyer_settings_get_organisation (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->organisation;
}

const FoyerIdentity *
foyer_settings_get_identity (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return &self->identity;
}

GTimeZone *
foyer_settings_get_time_zone (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->time_zone;
}

const char *const *
foyer_settings_get_languages (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return (const char *const *) self->languages;
}

GPtrArray *
foyer_settings_get_types (FoyerSettings *self)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  return self->types;
}

FoyerVisitorType *
foyer_settings_find_type (FoyerSettings *self, const char *key)
{
  g_return_val_if_fail (FOYER_IS_SETTINGS (self), NULL);

  for (guint i = 0; i < self->types->len; i++)
    if (g_strcmp0 (foyer_visitor_type_get_key (self->types->pdata[i]), key) == 0)
      return self->types->pdata[i];
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-identity"

#include "station/identity.h"

#include <glib/gi18n-lib.h>

#define SMALLEST 0.75
#define LARGEST 2.5

static gboolean
is_picture (const char *file)
{
  g_autofree char *lower = g_ascii_strdown (file, -1);

  return (g_str_has_suffix (lower, ".svg") || g_str_has_suffix (lower, ".png"))
         && g_file_test (file, G_FILE_TEST_IS_REGULAR);
}

static gboolean
read_file (FoyerIni *ini, const char *key, const char *folder, char **file, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "station", key);

  if (value == NULL)
    return TRUE;

  *file = g_canonicalize_filename (value, folder);
  return is_picture (*file)
         || foyer_ini_refuse (ini,
                              "station",
                              key,
                              error,
                              C_ ("settings", "“%s” is a file that exists, SVG or PNG."),
                              key);
}

static gboolean
read_accent (FoyerIdentity *self, FoyerIni *ini, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "station", "accent");
  double contrast;

  if (value == NULL)
    return TRUE;

  contrast = foyer_contrast (value, "#FFFFFF");
  if (contrast == 0)
    return foyer_ini_refuse (ini,
                             "station",
                             "accent",
                             error,
                             C_ ("settings", "“accent” is a colour, as #1E5B4F."));
  self->has_accent = foyer_accent_derive (&self->accent, value);
  return self->has_accent
         || foyer_ini_refuse (ini,
                              "station",
                              "accent",
                              error,
                              C_ ("settings",
                                  "White on “accent” has a contrast of %.1f:1 and cannot be read "
                                  "well. It needs %.1f:1: choose a darker colour."),
                              contrast,
                              FOYER_CONTRAST_TEXT);
}

static gboolean
read_scale (FoyerIdentity *self, FoyerIni *ini, GError **error)
{
  g_autofree char *value = foyer_ini_get (ini, "station", "scale");

  self->scale = 1.0;
  if (value == NULL)
    return TRUE;

  self->scale = g_ascii_strtod (value, NULL);
  return (g_regex_match_simple ("^[0-9](\\.[0-9]{1,2})?$", value, 0, 0) && self->scale >= SMALLEST
          && self->scale <= LARGEST)
         || foyer_ini_refuse (ini,
                              "station",
                              "scale",
                              error,
                              C_ ("settings", "“scale” is a number from 0.75 to 2.5, as 1.25."));
}

gboolean
foyer_identity_read (FoyerIdentity *self, FoyerIni *ini, const char *folder, GError **error)
{
  return read_file (ini, "logo", folder, &self->logo, error)
         && read_file (ini, "welcome-picture", folder, &self->picture, error)
         && read_accent (self, ini, error) && read_scale (self, ini, error);
}

void
foyer_identity_clear (FoyerIdentity *self)
{
  g_clear_pointer (&self->logo, g_free);
  g_clear_pointer (&self->picture, g_free);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-language"

#include "station/language.h"

#include <libintl.h>

/* A language is added here, in data/locale/meson.build and in po/LINGUAS. */
static const char *const shipped[] = { "en", "de", NULL };

static const struct {
  const char *locale;
  const char *own_name;
} traits[] = {
  { "en_GB.UTF-8", "English" },
  { "de_DE.UTF-8", "Deutsch" },
};

static int
find (const char *language)
{
  for (int i = 0; shipped[i] != NULL; i++)
    if (g_strcmp0 (shipped[i], language) == 0)
      return i;
  return -1;
}

void
foyer_language_set_up (const char *texts)
{
  const char *built = g_getenv ("TEXTDOMAINDIR");

  setlocale (LC_ALL, "C.UTF-8");
  /* GLib decides once whether it translates at all, and would not, were this no language's locale;
   * each thread takes its own by uselocale(). */
  setlocale (LC_MESSAGES, "C");
  bindtextdomain (GETTEXT_PACKAGE, built != NULL ? built : texts);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
foyer_language_use (const char *language)
{
  locale_t locale = foyer_language_open (language);
  locale_t before;

  if (locale == (locale_t) 0)
    return;

  before = uselocale (locale);
  if (before != LC_GLOBAL_LOCALE)
    freelocale (before);
}

locale_t
foyer_language_open (const char *language)
{
  int i = find (language);
  locale_t locale = i < 0 ? (locale_t) 0 : newlocale (LC_ALL_MASK, traits[i].locale, (locale_t) 0);

  if (locale != (locale_t) 0)
    return locale;

  g_warning ("no locale for the language “%s”: is LOCPATH set?", language);
  return newlocale (LC_ALL_MASK, "C.UTF-8", (locale_t) 0);
}

const char *const *
foyer_language_get_shipped (void)
{
  return shipped;
}

gboolean
foyer_language_is_shipped (const char *language)
{
  return find (language) >= 0;
}

const char *
foyer_language_get_own_name (const char *language)
{
  int i = find (language);

  return i < 0 ? language : traits[i].own_name;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-plural"

#include "kiosk/plural.h"

const char *
foyer_plural (const char *key, const char *one, const char *many, gulong n)
{
  const char *found = g_dngettext (GETTEXT_PACKAGE, key, many, n);

  return found == key ? one : found; /* not translated: the key has its context in it */
}

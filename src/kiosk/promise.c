/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-promise"

#include "kiosk/promise.h"

#include <glib/gi18n-lib.h>

static char *
say_seen_by (FoyerRole seen_by)
{
  const struct {
    FoyerRole role;
    const char *who;
  } readers[] = {
    { FOYER_ROLE_RECEPTIONIST, C_ ("kiosk", "reception") },
    { FOYER_ROLE_SECURITY, C_ ("kiosk", "security") },
    { FOYER_SEEN_BY_HOST, C_ ("kiosk", "your host") },
    { FOYER_ROLE_PRIVACY_OFFICER, C_ ("kiosk", "the privacy officer") },
    { FOYER_ROLE_ADMINISTRATOR, C_ ("kiosk", "the administrator") },
  };
  g_autoptr (GPtrArray) who = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (seen_by & readers[i].role)
      g_ptr_array_add (who, (gpointer) readers[i].who);
  g_ptr_array_add (who, NULL);
  list = g_strjoinv (", ", (char **) who->pdata);
  /* Translators: who sees an answer, as in “Seen by: reception, security.” */
  return g_strdup_printf (C_ ("kiosk", "Seen by: %s."), list);
}

static const char *
say_kept (FoyerKept kept)
{
  switch (kept) {
  case FOYER_KEPT_NOT:
    return C_ ("kiosk", "It is not kept.");
  case FOYER_KEPT_UNTIL_LEAVING:
    return C_ ("kiosk", "Deleted when you leave.");
  case FOYER_KEPT_WITH_VISIT:
    break;
  }
  return C_ ("kiosk", "Deleted with your visit.");
}

char *
foyer_promise_say (FoyerVisitorField *field, const char *language)
{
  const char *purpose = foyer_visitor_field_say (field, FOYER_FIELD_PURPOSE, language);
  FoyerKept kept = foyer_visitor_field_get_kept (field);
  g_autofree char *seen_by = NULL;

  if (purpose == NULL)
    return NULL;
  if (kept == FOYER_KEPT_NOT)
    return g_strdup_printf ("%s %s", purpose, say_kept (kept));
  seen_by = say_seen_by (foyer_visitor_field_get_seen_by (field));
  return g_strdup_printf ("%s %s %s", purpose, seen_by, say_kept (kept));
}

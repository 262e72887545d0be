/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/setup.h"

#include <unistd.h>

#include "foyerctl/commands.h"
#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "privacy/periods.h"
#include "reception/hosts.h"
#include "staff/account.h"

enum {
  NAME,
  PASSWORD,
  ROLES,
  N_ACCOUNT_FIELDS
};

static const FoyerInputField account_fields[N_ACCOUNT_FIELDS] = {
  [NAME] = { "name", "Name to sign in with", .needed = TRUE },
  [PASSWORD] = { "password", "Password", .needed = TRUE, .secret = TRUE },
  [ROLES] = { "roles",
              "Roles (receptionist, security, privacy-officer, administrator)",
              .needed = TRUE,
              .list = TRUE },
};

gboolean
foyer_ctl_adopt_types (FoyerCtl *ctl, GError **error)
{
  GPtrArray *types = foyer_settings_get_types (ctl->settings);

  for (guint i = 0; i < types->len; i++) {
    FoyerVisitorType *type = g_ptr_array_index (types, i);
    FoyerPeriodChange change = {
      .type = foyer_visitor_type_get_key (type),
      .days = foyer_visitor_type_get_days (type),
      .longest_stay = foyer_visitor_type_get_longest_stay (type),
      .now = foyer_ctl_now (ctl),
    };

    if (!foyer_ctl_do (ctl, &foyer_privacy_adopt_period, &change, error))
      return FALSE;
  }
  return TRUE;
}

/* The account is checked before the store is made, so that a refusal leaves nothing behind. */
gboolean
foyer_ctl_init (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerNewAccount) account = NULL;
  char *values[N_ACCOUNT_FIELDS];

  if (!foyer_ctl_open (ctl, error)
      || !foyer_input_read (account_fields, ROLES, values, error)) /* all but the roles */
    return FALSE;
  account = foyer_new_account_new (values[NAME],
                                   values[PASSWORD],
                                   FOYER_ROLE_ADMINISTRATOR,
                                   foyer_ctl_now (ctl),
                                   error);
  foyer_input_clear (values, ROLES);
  return account != NULL && foyer_store_create (&ctl->place, foyer_ctl_now (ctl), error)
         && foyer_ctl_adopt_types (ctl, error)
         && foyer_ctl_do (ctl, &foyer_staff_set_up, account, error)
         && foyer_output_text (error, "The store is ready, and has its first administrator.");
}

static gboolean
parse_roles (const char *text, FoyerRole *roles, GError **error)
{
  if (foyer_roles_from_string (text, roles))
    return TRUE;
  g_set_error (error,
               FOYER_CTL_ERROR,
               FOYER_CTL_ERROR_INPUT,
               "“roles” are one or more of receptionist, security, privacy-officer,"
               " administrator");
  return FALSE;
}

gboolean
foyer_ctl_staff_add (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerNewAccount) account = NULL;
  char *values[N_ACCOUNT_FIELDS];
  FoyerRole roles = 0;

  if (!foyer_ctl_open_as_staff (ctl, error)
      || !foyer_input_read (account_fields, N_ACCOUNT_FIELDS, values, error))
    return FALSE;
  if (parse_roles (values[ROLES], &roles, error))
    account =
        foyer_new_account_new (values[NAME], values[PASSWORD], roles, foyer_ctl_now (ctl), error);
  foyer_input_clear (values, N_ACCOUNT_FIELDS);
  return account != NULL && foyer_ctl_do (ctl, &foyer_staff_add_account, account, error)
         && foyer_output_text (error, "The account is added.");
}

/* The last administrator may be locked out too: then root is who opens the door. */
gboolean
foyer_ctl_staff_unlock (FoyerCtl *ctl, GError **error)
{
  gboolean as_root = ctl->as == NULL && geteuid () == 0;
  FoyerUnlock unlock = { 0 };
  gboolean unlocked;
  char *name;

  if (as_root ? !foyer_ctl_open (ctl, error) : !foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  if (!foyer_input_read (account_fields, 1, &name, error))
    return FALSE;
  unlock = (FoyerUnlock){ name, foyer_ctl_now (ctl) };
  unlocked = foyer_ctl_do (ctl, &foyer_staff_unlock, &unlock, error);
  foyer_input_clear (&name, 1);
  return unlocked && foyer_output_text (error, "The account is unlocked.");
}

static gboolean
add_hosts (FoyerCtl *ctl, FoyerHostsToAdd *hosts, GError **error)
{
  guint there;

  if (!foyer_ctl_do (ctl, &foyer_reception_add_hosts, hosts, error))
    return FALSE;
  there = hosts->names->len - hosts->added;
  return foyer_output_text (error, "Hosts added: %u. There already: %u.", hosts->added, there);
}

gboolean
foyer_ctl_host_add (FoyerCtl *ctl, GError **error)
{
  static const FoyerInputField field = { "name", "The host's name", .needed = TRUE };
  g_autoptr (FoyerHostsToAdd) hosts = NULL;
  char *name;

  if (!foyer_ctl_open_as_staff (ctl, error) || !foyer_input_read (&field, 1, &name, error))
    return FALSE;
  hosts = foyer_hosts_to_add_one (name, foyer_ctl_now (ctl), error);
  foyer_input_clear (&name, 1);
  return hosts != NULL ? add_hosts (ctl, hosts, error) : foyer_input_explain ("name", error);
}

gboolean
foyer_ctl_host_import (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerHostsToAdd) hosts = NULL;
  g_autoptr (GBytes) csv = foyer_input_file (ctl->argument, error);

  if (csv == NULL || !foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  hosts = foyer_hosts_to_add_parse (csv, foyer_ctl_now (ctl), error);
  return hosts != NULL && add_hosts (ctl, hosts, error);
}

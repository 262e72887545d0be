/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/ctl.h"

#include <unistd.h>

#include "foyerctl/input.h"
#include "staff/sign-in.h"
#include "vault/password.h"

G_DEFINE_QUARK (foyer_ctl_error_quark, foyer_ctl_error)

gboolean
foyer_ctl_open (FoyerCtl *ctl, GError **error)
{
  g_autofree char *place = NULL;

  ctl->settings = foyer_settings_load (ctl->config, error);
  if (ctl->settings == NULL)
    return FALSE;
  /* The audit trail names the system account by its number: a login is often a person's name. */
  place =
      g_strdup_printf ("%s, uid %u", foyer_settings_get_station (ctl->settings), (guint) getuid ());
  ctl->clock = foyer_clock_new ();
  ctl->place = (FoyerStorePlace){
    .uri = foyer_settings_get_store_uri (ctl->settings),
    .vault = foyer_settings_get_vault (ctl->settings),
    .tpm = foyer_settings_get_tpm (ctl->settings),
  };
  ctl->store = foyer_store_new (&ctl->place);
  ctl->itself = foyer_actor_new (FOYER_ROLE_FOYERCTL, place);
  return TRUE;
}

gboolean
foyer_ctl_open_as_staff (FoyerCtl *ctl, GError **error)
{
  char *password;

  if (ctl->as == NULL) {
    g_set_error (error,
                 FOYER_CTL_ERROR,
                 FOYER_CTL_ERROR_USAGE,
                 "This needs a person with the right to do it: --as NAME");
    return FALSE;
  }
  if (!foyer_ctl_open (ctl, error))
    return FALSE;
  password = foyer_input_password (ctl->as, ctl->password_fd, error);
  if (password == NULL)
    return FALSE;
  ctl->actor = foyer_staff_sign_in (ctl->store, ctl->clock, ctl->itself, ctl->as, password, error);
  foyer_password_wipe (password);
  return ctl->actor != NULL;
}

gint64
foyer_ctl_now (FoyerCtl *ctl)
{
  return foyer_clock_now (ctl->clock);
}

gboolean
foyer_ctl_do (FoyerCtl *ctl, const FoyerDeed *deed, gpointer what, GError **error)
{
  FoyerActor *actor = ctl->actor != NULL ? ctl->actor : ctl->itself;

  return foyer_store_do_wait (ctl->store, actor, deed, what, error);
}

void
foyer_ctl_clear (FoyerCtl *ctl)
{
  g_free (ctl->config);
  g_free (ctl->as);
  g_free (ctl->language);
  g_free (ctl->version);
  g_free (ctl->date);
  g_free (ctl->from);
  g_free (ctl->until);
  g_free (ctl->day);
  g_free (ctl->type);
  g_clear_object (&ctl->actor);
  g_clear_object (&ctl->itself);
  g_clear_object (&ctl->store);
  g_clear_object (&ctl->clock);
  g_clear_object (&ctl->settings);
}

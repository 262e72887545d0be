/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/vault.h"

#include "foyerctl/commands.h"
#include "foyerctl/output.h"
#include "station/day.h"
#include "vault/holder.h"
#include "visit/id.h"

static const struct {
  const char *what; /* with the row's id or number */
  const char *to_do;
} sentences[FOYER_N_DAMAGES] = {
  [FOYER_DAMAGE_VISIT] = { "Visit %s is damaged: its row or its sealed record was changed",
                           "see “When a record is damaged” in the manual, or erase it with foyerctl visit erase" },
  [FOYER_DAMAGE_OLD] = { "%s is older than the audit trail knows it: a former state of its row"
                         " was put back",
                         "find out who can write the store's file; see “When a record is damaged” in the manual" },
  [FOYER_DAMAGE_ACKNOWLEDGEMENT] = { "The acknowledgement of visit %s is damaged",
                                     "nothing: it goes with its visit" },
  [FOYER_DAMAGE_HOST] = { "Host %s is damaged", "add the host anew" },
  [FOYER_DAMAGE_STAFF] = { "Account %s is damaged, and cannot sign in",
                           "add an account with another name" },
  [FOYER_DAMAGE_REMEMBERED] = { "What is remembered under %s is damaged",
                                "erase it with foyerctl visit erase" },
  [FOYER_DAMAGE_KEY] = { "Key %s belongs to no record that can be read: its row was changed or taken away",
                         "see “When a record is damaged” in the manual" },
  [FOYER_DAMAGE_RING] = { "Ring %s of the store's keys is damaged: none, or not all, of its records"
                          " can be read",
                          "see “When a record is damaged” in the manual" },
  [FOYER_DAMAGE_VAULT] = { "The vault's own row was changed%s",
                           "find out who can write the store's file; foyerctl vault swap writes it"
                           " anew" },
};

char *
foyer_ctl_say_damage (const FoyerDamage *damage)
{
  g_autofree char *id = NULL;
  g_auto (GStrv) parts = g_strsplit (sentences[damage->kind].what, "%s", 2);

  if (damage->kind == FOYER_DAMAGE_VAULT)
    id = g_strdup ("");
  else if (damage->id == NULL)
    id = g_strdup_printf ("%" G_GINT64_FORMAT, damage->number);
  else if (g_bytes_get_size (damage->id) == FOYER_ID_SIZE)
    id = foyer_id_to_string (damage->id);
  else
    id = g_strdup ("(without an id)");
  return g_strconcat (parts[0], id, parts[1], ". To do: ", sentences[damage->kind].to_do, NULL);
}

FoyerDamageSearch *
foyer_ctl_search_damage (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerDamageSearch) search = foyer_damage_search_new ();

  while (search->more) {
    if (!foyer_ctl_do (ctl, &foyer_privacy_check_records, search, error))
      return NULL;
  }
  return g_steal_pointer (&search);
}

gboolean
foyer_ctl_forget (FoyerCtl *ctl, GError **error)
{
  return foyer_store_swap (ctl->store, FOYER_SWAP_IF_OWED, NULL, foyer_ctl_now (ctl), error);
}

gboolean
foyer_ctl_say_forgotten (FoyerCtl *ctl, const char *what, GError **error)
{
  FoyerVaultShown shown = { 0 };

  return foyer_store_do_wait (ctl->store, ctl->itself, &foyer_privacy_show_vault, &shown, error)
         && foyer_output_text (error,
                               "%s is forgotten (holder: %s; the manual says what that promises).",
                               what,
                               shown.holder);
}

static gboolean
say_status_json (FoyerVaultShown *shown, GTimeZone *zone, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  foyer_output_member (builder, "holder", shown->holder);
  json_builder_set_member_name (builder, "pepper");
  json_builder_add_boolean_value (builder, shown->has_pepper);
  foyer_output_number (builder, "keys", shown->keys);
  foyer_output_number (builder, "rings", shown->rings);
  foyer_output_number (builder, "rings_to_rewind", shown->dirty);
  foyer_output_number (builder, "swaps", shown->swaps);
  foyer_output_instant (builder, "swapped", zone, shown->swapped_at);
  foyer_output_instant (builder, "owed_since", zone, shown->owed_since);
  foyer_output_instant (builder, "owed_by", zone, shown->owed_by);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

static gboolean
say_status (FoyerVaultShown *shown, GTimeZone *zone, GError **error)
{
  g_autofree char *swapped = foyer_day_format_rfc3339 (zone, shown->swapped_at);
  g_autofree char *by = foyer_day_format_rfc3339 (zone, shown->owed_by);

  return foyer_output_text (error,
                            "Holder: %s%s.",
                            shown->holder,
                            shown->has_pepper ? ", with a pepper" : "")
         && foyer_output_text (error, "Keys of records: %" G_GINT64_FORMAT ".", shown->keys)
         && foyer_output_text (error,
                               "Key swaps: %" G_GINT64_FORMAT "; the last one %s.",
                               shown->swaps,
                               swapped)
         && (shown->owed_since == 0 ? foyer_output_text (
                 error,
                 "All that was deleted or corrected is forgotten; the manual says"
                 " what that promises with this holder.")
             : shown->owed_by == 0
                 ? foyer_output_text (
                     error,
                     "The key before is not destroyed yet: foyerctl vault swap says"
                     " what is in the way.")
                 : foyer_output_text (error,
                                      "Something was deleted or corrected since: it is forgotten"
                                      " with the next swap, by %s.",
                                      by));
}

gboolean
foyer_ctl_vault_status (FoyerCtl *ctl, GError **error)
{
  FoyerVaultShown shown = { 0 };
  GTimeZone *zone;

  if (!foyer_ctl_open (ctl, error) || !foyer_ctl_do (ctl, &foyer_privacy_show_vault, &shown, error))
    return FALSE;
  zone = foyer_settings_get_time_zone (ctl->settings);
  return ctl->json ? say_status_json (&shown, zone, error) : say_status (&shown, zone, error);
}

gboolean
foyer_ctl_vault_swap (FoyerCtl *ctl, GError **error)
{
  return foyer_ctl_open (ctl, error)
         && foyer_store_swap (ctl->store, FOYER_SWAP_NOW, NULL, foyer_ctl_now (ctl), error)
         && foyer_ctl_say_forgotten (
             ctl,
             "The key is swapped: all that was deleted or corrected until now",
             error);
}

gboolean
foyer_ctl_vault_holder (FoyerCtl *ctl, GError **error)
{
  FoyerHolderKind kind;
  FoyerHolderChange change;
  gint64 now;

  if (!foyer_holder_find (ctl->argument, &kind)) {
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE, "HOLDER is file or tpm");
    return FALSE;
  }
  if (!foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  now = foyer_ctl_now (ctl);
  change = (FoyerHolderChange){ .to = NULL, .now = now };
  if (!foyer_ctl_do (ctl, &foyer_privacy_change_holder, &change, error)
      || !foyer_store_swap (ctl->store, FOYER_SWAP_IF_OWED, ctl->argument, now, error))
    return FALSE;
  change.to = foyer_holder_get (kind)->name;
  return foyer_ctl_do (ctl, &foyer_privacy_change_holder, &change, error)
         && foyer_output_text (error, "The store's key is held by: %s.", ctl->argument);
}

static gboolean
say_damages_json (FoyerDamageSearch *search, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  foyer_output_number (builder, "records", search->checked);
  json_builder_set_member_name (builder, "damaged");
  json_builder_begin_array (builder);
  for (guint i = 0; i < search->found->len; i++) {
    g_autofree char *says = foyer_ctl_say_damage (g_ptr_array_index (search->found, i));

    json_builder_add_string_value (builder, says);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

static gboolean
say_damages (FoyerDamageSearch *search, GError **error)
{
  for (guint i = 0; i < search->found->len; i++) {
    g_autofree char *says = foyer_ctl_say_damage (g_ptr_array_index (search->found, i));

    if (!foyer_output_text (error, "WRONG: %s.", says))
      return FALSE;
  }
  return foyer_output_text (error,
                            "Records opened: %" G_GINT64_FORMAT ". Damaged: %u.",
                            search->checked,
                            search->found->len);
}

gboolean
foyer_ctl_vault_check (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerDamageSearch) search = NULL;

  if (!foyer_ctl_open (ctl, error))
    return FALSE;
  search = foyer_ctl_search_damage (ctl, error);
  if (search == NULL
      || !(ctl->json ? say_damages_json (search, error) : say_damages (search, error)))
    return FALSE;
  if (search->found->len == 0)
    return TRUE;
  g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_REFUSED, "Something is damaged");
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "foyerctl/commands.h"
#include "foyerctl/finding.h"
#include "foyerctl/output.h"
#include "foyerctl/vault-place.h"
#include "foyerctl/vault.h"
#include "post/post.h"
#include "privacy/notice.h"
#include "privacy/soundness.h"

#define SQLITE "sqlite:"
#define PDF "pdf:"

static void
check_folder (GPtrArray *findings, const char *about, const char *folder)
{
  struct stat entry;

  if (stat (folder, &entry) != 0) {
    int number = errno;
    g_autofree char *says =
        g_strdup_printf ("The folder %s cannot be reached: %s", folder, g_strerror (number));

    if (number != ENOENT || g_str_equal (about, "store")) /* badges' folder comes with the first */
      foyer_findings_add (findings, TRUE, about, says);
    return;
  }
  if ((entry.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    g_autofree char *says =
        g_strdup_printf ("Others than its owner can use the folder %s: chmod 700", folder);

    foyer_findings_add (findings, FALSE, about, says);
  }
}

static void
check_printer (FoyerCtl *ctl, GPtrArray *findings)
{
  const char *printer = foyer_settings_get_printer (ctl->settings);
  g_autoptr (FoyerPost) post = foyer_post_new (ctl->store, ctl->clock, ctl->settings);
  gboolean waits = FALSE;

  if (foyer_post_file_waits (post, &waits, NULL) && waits)
    foyer_findings_add (
        findings,
        FALSE,
        "printer",
        "Badge files of deleted visits wait to be removed from the folder of a pdf: printer:"
        " foyerctl retention run says what is in the way");
  if (printer == NULL || !g_str_has_prefix (printer, PDF))
    return;
  foyer_findings_add (
      findings,
      FALSE,
      "printer",
      "Badges become files in a folder: that is for trying out, not for a reception");
  check_folder (findings, "printer", printer + strlen (PDF));
}

static void
check_notice (FoyerCtl *ctl, GPtrArray *findings)
{
  const char *const *languages = foyer_settings_get_languages (ctl->settings);

  for (const char *const *language = languages; *language != NULL; language++) {
    g_autoptr (FoyerReading) reading = foyer_reading_new (*language);
    g_autofree char *says = NULL;

    if (!foyer_ctl_do (ctl, &foyer_privacy_read_notice, reading, NULL))
      return; /* the store has been found wrong before this */
    if (reading->notice == NULL) {
      foyer_findings_add (
          findings,
          FALSE,
          "notice",
          "No privacy notice is in force, so nobody can sign in: foyerctl notice import FILE"
          " --publish");
      return;
    }
    if (g_str_equal (foyer_notice_get_language (reading->notice), *language))
      continue;
    says = g_strdup_printf ("No privacy notice is in force in language %s: visitors read the one"
                            " in language %s",
                            *language,
                            foyer_notice_get_language (reading->notice));
    foyer_findings_add (findings, FALSE, "notice", says);
  }
}

static void
check_records (FoyerCtl *ctl, GPtrArray *findings)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerDamageSearch) search = foyer_ctl_search_damage (ctl, &err);

  if (search == NULL) {
    foyer_findings_add (findings, TRUE, "vault", err->message);
    return;
  }
  for (guint i = 0; i < search->found->len; i++) {
    g_autofree char *says = foyer_ctl_say_damage (g_ptr_array_index (search->found, i));

    foyer_findings_add (findings, TRUE, "vault", says);
  }
}

static void
check_store (FoyerCtl *ctl, GPtrArray *findings, gint64 *events)
{
  const char *uri = foyer_settings_get_store_uri (ctl->settings);
  g_autoptr (GError) err = NULL;
  FoyerSoundness soundness = { 0 };

  if (!foyer_store_check (ctl->store, &err)) {
    foyer_findings_add (findings, TRUE, "store", err->message);
    return;
  }
  if (g_str_has_prefix (uri, SQLITE))
    check_folder (findings, "store", uri + strlen (SQLITE));
  check_records (ctl, findings);
  foyer_ctl_check_vault_place (ctl, findings);
  if (!foyer_ctl_do (ctl, &foyer_privacy_verify_audit, &soundness, &err)
      && !g_error_matches (err, FOYER_DB_ERROR, FOYER_DB_ERROR_KEYS)) /* it was said before */
    foyer_findings_add (findings, TRUE, "audit", err->message);
  *events = soundness.events;
  check_notice (ctl, findings);
}

static gboolean
say_json (GPtrArray *findings, gboolean sound, gint64 events, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "sound");
  json_builder_add_boolean_value (builder, sound);
  foyer_output_number (builder, "audit_events", events);
  json_builder_set_member_name (builder, "findings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *finding = g_ptr_array_index (findings, i);

    json_builder_begin_object (builder);
    foyer_output_member (builder, "level", finding->wrong ? "wrong" : "warning");
    foyer_output_member (builder, "about", finding->about);
    foyer_output_member (builder, "says", finding->says);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

static gboolean
say (GPtrArray *findings, gboolean sound, gint64 events, GError **error)
{
  for (guint i = 0; i < findings->len; i++) {
    const FoyerFinding *finding = g_ptr_array_index (findings, i);

    if (!foyer_output_text (error,
                            "%s: %s: %s",
                            finding->wrong ? "WRONG" : "warning",
                            finding->about,
                            finding->says))
      return FALSE;
  }
  return !sound
         || foyer_output_text (error,
                               "The store is sound; the audit trail's %" G_GINT64_FORMAT
                               " events are whole.",
                               events);
}

gboolean
foyer_ctl_check (FoyerCtl *ctl, GError **error)
{
  g_autoptr (GPtrArray) findings = foyer_findings_new ();
  g_autoptr (GError) err = NULL;
  gboolean sound = TRUE;
  gint64 events = 0;

  if (foyer_ctl_open (ctl, &err)) {
    check_store (ctl, findings, &events);
    check_printer (ctl, findings);
  } else
    foyer_findings_add (findings, TRUE, "settings", err->message);
  for (guint i = 0; i < findings->len; i++)
    sound = sound && !((const FoyerFinding *) g_ptr_array_index (findings, i))->wrong;

  if (!(ctl->json ? say_json (findings, sound, events, error)
                  : say (findings, sound, events, error)))
    return FALSE;
  if (!sound)
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_REFUSED, "Something is wrong here");
  return sound;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/commands.h"
#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "foyerctl/setup.h"
#include "foyerctl/visitor.h"
#include "privacy/notice.h"
#include "reception/sign-in.h"
#include "reception/sign-out.h"
#include "visit/badge-code.h"
#include "visit/id.h"

enum {
  NAME,
  COMPANY,
  HOST,
  TYPE,
  LANGUAGE,
  N_FIELDS
};

static const FoyerInputField fields[N_FIELDS] = {
  [NAME] = { "name", "The visitor's name", .needed = TRUE },
  [COMPANY] = { "company", "Company" },
  [HOST] = { "host", "The host's name" },
  [TYPE] = { "type", "Visitor type", .needed = TRUE },
  [LANGUAGE] = { "language", "Language" },
};

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_REFUSED, message);
  return FALSE;
}

/* What the visitor is told depends on the notice in force; a type that is new in the settings gets
 * its first values here. */
static gboolean
read_notice (FoyerCtl *ctl, FoyerReading *reading, FoyerVisit *visit, GError **error)
{
  const char *type = foyer_visit_get_type_key (visit);

  if (!foyer_ctl_do (ctl, &foyer_privacy_read_notice, reading, error))
    return FALSE;
  if (foyer_reading_find (reading, type) == NULL
      && (!foyer_ctl_adopt_types (ctl, error)
          || !foyer_ctl_do (ctl, &foyer_privacy_read_notice, reading, error)))
    return FALSE;
  if (foyer_reading_find (reading, type) == NULL)
    return refuse (error, "The store knows no retention period for this visitor type");
  foyer_visit_set_days_told (visit, foyer_reading_find (reading, type)->days);
  return TRUE;
}

static gboolean
fill (FoyerCtl *ctl, FoyerVisit *visit, char **values, GError **error)
{
  if (values[LANGUAGE] == NULL)
    values[LANGUAGE] = g_strdup (foyer_settings_get_languages (ctl->settings)[0]);
  if (!g_strv_contains (foyer_settings_get_languages (ctl->settings), values[LANGUAGE]))
    return refuse (error, "“language” is none of this site's languages");
  return foyer_ctl_fill_visit (ctl,
                               visit,
                               &(FoyerVisitorInput){
                                   .name = values[NAME],
                                   .company = values[COMPANY],
                                   .host = values[HOST],
                                   .type = values[TYPE],
                               },
                               error);
}

gboolean
foyer_ctl_visit_sign_in (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerVisit) visit = NULL;
  g_autoptr (FoyerReading) reading = NULL;
  g_autoptr (FoyerSignIn) sign_in = NULL;
  char *values[N_FIELDS];
  gboolean filled;

  if (!foyer_ctl_open (ctl, error) || !foyer_input_read (fields, N_FIELDS, values, error))
    return FALSE;
  visit = foyer_visit_new (foyer_ctl_now (ctl));
  filled = fill (ctl, visit, values, error);
  if (filled)
    reading = foyer_reading_new (values[LANGUAGE]);
  foyer_input_clear (values, N_FIELDS);
  if (!filled || !read_notice (ctl, reading, visit, error))
    return FALSE;
  sign_in = foyer_sign_in_new (visit, reading->notice, reading->language, foyer_ctl_now (ctl));
  return foyer_ctl_do (ctl, &foyer_reception_sign_in, sign_in, error)
         && foyer_ctl_say_visit (visit, error);
}

gboolean
foyer_ctl_visit_sign_out (FoyerCtl *ctl, GError **error)
{
  static const FoyerInputField field = { "code", "The badge's code", .needed = TRUE };
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (FoyerSignOut) sign_out = NULL;
  g_autofree char *code = NULL;
  g_autofree char *id = NULL;
  char *typed;

  if (!foyer_ctl_open (ctl, error) || !foyer_input_read (&field, 1, &typed, error))
    return FALSE;
  code = foyer_badge_code_parse (typed);
  foyer_input_clear (&typed, 1);
  if (code == NULL)
    return refuse (error, "“code” is no badge code");
  sign_out = foyer_sign_out_new (code, NULL, foyer_ctl_now (ctl));
  if (!foyer_ctl_do (ctl, &foyer_reception_sign_out, sign_out, error))
    return FALSE;
  id = foyer_id_to_string (foyer_visit_get_id (sign_out->visit));
  json_builder_begin_object (builder);
  foyer_output_member (builder, "id", id);
  foyer_output_instant (builder,
                        "left",
                        foyer_settings_get_time_zone (ctl->settings),
                        foyer_visit_get_left_at (sign_out->visit));
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

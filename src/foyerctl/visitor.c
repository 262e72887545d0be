/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "foyerctl/visitor.h"

#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "reception/hosts.h"
#include "visit/id.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
set_type (FoyerCtl *ctl,
          FoyerVisit *visit,
          const char *type_key,
          const char *company,
          GError **error)
{
  FoyerVisitorType *type = foyer_settings_find_type (ctl->settings, type_key);
  GPtrArray *types = foyer_settings_get_types (ctl->settings);
  g_autoptr (GString) known = g_string_new ("There is no such visitor type; there are");

  for (guint i = 0; i < types->len; i++)
    g_string_append_printf (known,
                            "%s %s",
                            i > 0 ? "," : "",
                            foyer_visitor_type_get_key (g_ptr_array_index (types, i)));
  if (type == NULL)
    return refuse (error, known->str);
  foyer_visit_set_type (visit, type_key);
  if (foyer_visitor_type_find_field (type, FOYER_ANSWER_COMPANY) != NULL && company == NULL)
    return refuse (error, "“company” is missing: visitors of this type are asked for it");
  return TRUE;
}

/* A program names the host in full. Nobody is asked to choose among two. */
static gboolean
set_host (FoyerCtl *ctl, FoyerVisit *visit, const char *name, GError **error)
{
  g_autoptr (FoyerHostSearch) search = NULL;
  FoyerHost *host;

  if (name == NULL)
    return TRUE;
  search = foyer_host_search_new (name);
  search->whole = TRUE;
  if (!foyer_ctl_do (ctl, &foyer_reception_find_hosts, search, error))
    return FALSE;
  if (search->hosts->len == 0)
    return refuse (error, "No host has that name; leave “host” out for a host who is not listed");
  host = g_ptr_array_index (search->hosts, 0);
  for (guint i = 0; i < search->hosts->len; i++) {
    if (g_str_equal (foyer_host_get_name (g_ptr_array_index (search->hosts, i)), name))
      host = g_ptr_array_index (search->hosts, i);
  }
  if (search->hosts->len > 1 && !g_str_equal (foyer_host_get_name (host), name))
    return refuse (error, "Several hosts have that name; write it with its capitals and accents");
  foyer_visit_set_host (visit, foyer_host_get_id (host), foyer_host_get_name (host));
  return TRUE;
}

gboolean
foyer_ctl_fill_visit (FoyerCtl *ctl,
                      FoyerVisit *visit,
                      const FoyerVisitorInput *input,
                      GError **error)
{
  foyer_visit_set_place (visit,
                         foyer_settings_get_site (ctl->settings),
                         foyer_settings_get_station (ctl->settings));
  if (!foyer_visit_set_name (visit, input->name, error))
    return foyer_input_explain ("name", error);
  if (input->company != NULL && !foyer_visit_set_company (visit, input->company, error))
    return foyer_input_explain ("company", error);
  return set_type (ctl, visit, input->type, input->company, error)
         && set_host (ctl, visit, input->host, error);
}

gboolean
foyer_ctl_say_visit (FoyerVisit *visit, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *id = foyer_id_to_string (foyer_visit_get_id (visit));

  json_builder_begin_object (builder);
  foyer_output_member (builder, "id", id);
  foyer_output_member (builder, "code", foyer_visit_get_code (visit));
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

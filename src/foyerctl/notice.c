/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyerctl"

#include "notice/notice.h"

#include "foyerctl/commands.h"
#include "foyerctl/input.h"
#include "foyerctl/output.h"
#include "notice/parse.h"
#include "privacy/notice.h"
#include "station/language.h"
#include "visit/id.h"

#define TERMS "/org/foyer/notice"
#define FIRST_WORDS 40 /* characters */

static GPtrArray *
load_terms (GError **error)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) names = g_resources_enumerate_children (TERMS, 0, error);

  if (names == NULL)
    return NULL;
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *path = g_build_path ("/", TERMS, *name, NULL);
    GBytes *bytes = g_resources_lookup_data (path, 0, error);

    if (bytes == NULL)
      return NULL;
    g_ptr_array_add (terms, bytes);
  }
  return g_steal_pointer (&terms);
}

static const char *
yes_no (gboolean yes)
{
  return yes ? "yes" : "no";
}

static void
add_sections (JsonBuilder *builder, FoyerNotice *notice)
{
  json_builder_set_member_name (builder, "sections");
  json_builder_begin_array (builder);
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    const FoyerNoticeSection *section = foyer_notice_get_section (notice, i);

    json_builder_begin_object (builder);
    foyer_output_member (builder, "number", section->number);
    foyer_output_member (builder, "title", section->title);
    foyer_output_member (builder, "text", section->text);
    json_builder_set_member_name (builder, "in_excerpt");
    json_builder_add_boolean_value (builder, section->in_excerpt);
    json_builder_end_object (builder);
  }
  json_builder_end_array (builder);
}

static gboolean
say_json (FoyerNotice *notice, GBytes *id, const char *dropped, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *written = foyer_id_to_string (id);

  json_builder_begin_object (builder);
  foyer_output_member (builder, "id", written);
  foyer_output_member (builder, "version", foyer_notice_get_version (notice));
  foyer_output_member (builder, "date", foyer_notice_get_date (notice));
  foyer_output_member (builder, "language", foyer_notice_get_language (notice));
  foyer_output_number (builder, "days", foyer_notice_get_days (notice));
  foyer_output_member (builder, "why", foyer_notice_get_line (notice, FOYER_NOTICE_WHY));
  foyer_output_member (builder,
                       "who_sees_it",
                       foyer_notice_get_line (notice, FOYER_NOTICE_WHO_SEES_IT));
  foyer_output_member (builder,
                       "your_rights",
                       foyer_notice_get_line (notice, FOYER_NOTICE_YOUR_RIGHTS));
  if (dropped != NULL)
    foyer_output_member (builder, "left_out", dropped);
  add_sections (builder, notice);
  json_builder_end_object (builder);
  return foyer_output_json (builder, error);
}

/* A section whose heading the page has lost is known by its first words. */
static char *
title_of (const FoyerNoticeSection *section)
{
  g_autofree char *words = NULL;

  if (section->title[0] != '\0' || g_utf8_strlen (section->text, -1) <= FIRST_WORDS)
    return g_strdup (section->title);
  words = g_utf8_substring (section->text, 0, FIRST_WORDS);
  return g_strdup_printf ("(no heading) %s…", g_strdelimit (words, "\n", ' '));
}

static gboolean
say_contents (FoyerNotice *notice, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  static const char *const head[] = { "SECTION", "TITLE", "SHOWN TO VISITORS", NULL };

  g_ptr_array_add (rows, g_strdupv ((char **) head));
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    const FoyerNoticeSection *section = foyer_notice_get_section (notice, i);
    g_autofree char *title = title_of (section);
    const char *cells[] = { section->number, title, yes_no (section->in_excerpt), NULL };

    g_ptr_array_add (rows, g_strdupv ((char **) cells));
  }
  return foyer_output_text (error,
                            "Version %s of %s, language %s",
                            foyer_notice_get_version (notice),
                            foyer_notice_get_date (notice),
                            foyer_notice_get_language (notice))
         && foyer_output_rows (rows, error);
}

/* One that no screen speaks would be shown to nobody as it should be. */
static gboolean
check_language (FoyerCtl *ctl, GError **error)
{
  g_autofree char *shipped = g_strjoinv (", ", (char **) foyer_language_get_shipped ());

  if (ctl->language == NULL || foyer_language_is_shipped (ctl->language))
    return TRUE;
  g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_USAGE, "--language is one of %s", shipped);
  return FALSE;
}

static FoyerNotice *
parse (FoyerCtl *ctl, char **dropped, GError **error)
{
  g_autoptr (GBytes) text =
      check_language (ctl, error) ? foyer_input_file (ctl->argument, error) : NULL;
  g_autoptr (GPtrArray) terms = text != NULL ? load_terms (error) : NULL;
  FoyerNoticeHints hints = {
    .language = ctl->language,
    .version = ctl->version,
    .date = ctl->date,
    .markdown =
        g_str_has_suffix (ctl->argument, ".md") || g_str_has_suffix (ctl->argument, ".markdown"),
  };

  return terms != NULL ? foyer_notice_parse (text, terms, &hints, dropped, error) : NULL;
}

gboolean
foyer_ctl_notice_import (FoyerCtl *ctl, GError **error)
{
  g_autofree char *dropped = NULL;
  g_autoptr (FoyerNotice) notice = parse (ctl, &dropped, error);
  g_autoptr (FoyerNoticeImport) import = NULL;

  if (notice == NULL || !foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  import = foyer_notice_import_new (notice, ctl->publish, foyer_ctl_now (ctl));
  if (!foyer_ctl_do (ctl, &foyer_privacy_import_notice, import, error))
    return FALSE;
  if (ctl->json)
    return say_json (notice, import->id, dropped, error);
  return say_contents (notice, error)
         && (dropped == NULL || *dropped == '\0' || foyer_output_text (error, "%s", dropped))
         && foyer_output_text (error,
                               ctl->publish ? "It is in force now."
                                            : "It is stored, and not in force: --publish does it.");
}

static gboolean
say_excerpt (FoyerNotice *notice, GError **error)
{
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    const FoyerNoticeSection *section = foyer_notice_get_section (notice, i);

    if (section->in_excerpt
        && !foyer_output_text (error,
                               "\n%s %s\n\n%s",
                               section->number,
                               section->title,
                               section->text))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_ctl_notice_show (FoyerCtl *ctl, GError **error)
{
  g_autoptr (FoyerReading) reading = NULL;

  if (!foyer_ctl_open_as_staff (ctl, error))
    return FALSE;
  reading = foyer_reading_new (
      ctl->language != NULL ? ctl->language : foyer_settings_get_languages (ctl->settings)[0]);
  if (!foyer_ctl_do (ctl, &foyer_privacy_read_notice, reading, error))
    return FALSE;
  if (reading->notice == NULL) {
    g_set_error (error, FOYER_CTL_ERROR, FOYER_CTL_ERROR_REFUSED, "No privacy notice is in force");
    return FALSE;
  }
  if (ctl->json)
    return say_json (reading->notice, foyer_notice_get_id (reading->notice), NULL, error);
  return say_contents (reading->notice, error) && say_excerpt (reading->notice, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "notice/parse.h"

/* What the tests of this room read from the source tree, and ask of a notice. */

static inline GBytes *
test_file (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("FOYER_SOURCE"), path, NULL);
  g_autoptr (GError) err = NULL;
  char *data;
  gsize size;

  g_file_get_contents (full, &data, &size, &err);
  g_assert_no_error (err);
  return g_bytes_new_take (data, size);
}

/* Where a real organisation's notice is, which is not the project's: it may be missing. */
static inline char *
test_real_notice (void)
{
  const char *said = g_getenv ("FOYER_SEED");

  return said != NULL ? g_strdup (said)
                      : g_build_filename (g_getenv ("FOYER_SOURCE"),
                                          "../shared/seed",
                                          "mirantis-privacy-notice.txt",
                                          NULL);
}

static inline GPtrArray *
test_terms (void)
{
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  g_ptr_array_add (terms, test_file ("data/notice/terms.en.ini"));
  g_ptr_array_add (terms, test_file ("data/notice/terms.de.ini"));
  return terms;
}

/* The excerpt's numbers: "5 7 8" */
static inline char *
test_excerpt (FoyerNotice *notice)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < foyer_notice_n_sections (notice); i++)
    if (foyer_notice_get_section (notice, i)->in_excerpt)
      g_string_append_printf (numbers,
                              "%s%s",
                              numbers->len > 0 ? " " : "",
                              foyer_notice_get_section (notice, i)->number);
  return g_string_free (numbers, FALSE);
}

static inline FoyerNotice *
test_parse (const char *text, const FoyerNoticeHints *hints, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) terms = test_terms ();

  return foyer_notice_parse (bytes, terms, hints, NULL, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "read-back.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define MM_A_POINT (25.4 / 72.0)
#define ARRIVED_AT G_GINT64_CONSTANT (1795430520000) /* 2026-11-23, 10:42 UTC */

char *
read_back_run (const char *const *argv, gboolean may_fail)
{
  g_autoptr (GError) err = NULL;
  g_autofree char *said = NULL;
  g_autofree char *complained = NULL;
  int status;

  g_spawn_sync (NULL,
                (char **) argv,
                NULL,
                G_SPAWN_SEARCH_PATH,
                NULL,
                NULL,
                &said,
                &complained,
                &status,
                &err);
  g_assert_no_error (err);
  if (!may_fail && status != 0)
    g_error ("%s: %s", argv[0], complained);
  return g_steal_pointer (&said);
}

static const char *
value_of (const char *about, const char *key)
{
  const char *found = strstr (about, key);

  g_assert_nonnull (found);
  return found + strlen (key);
}

ReadBack *
read_back (const char *path, int dpi)
{
  ReadBack *back = g_new0 (ReadBack, 1);
  g_autofree char *png = g_strconcat (path, ".png", NULL);
  g_autofree char *stem = g_strdup (path);
  g_autofree char *resolution = g_strdup_printf ("%d", dpi);
  const char *const info[] = { "pdfinfo", path, NULL };
  const char *const draw[] = { "pdftoppm", "-singlefile", "-gray", "-png", "-r",
                               resolution, path,          stem,    NULL };
  const char *const scan[] = { "zbarimg", "-q", "--raw", png, NULL };
  g_autofree char *drawn = NULL;
  double width;
  double height;

  back->about = read_back_run (info, FALSE);
  g_assert_cmpint (sscanf (value_of (back->about, "Pages:"), "%d", &back->pages), ==, 1);
  g_assert_cmpint (sscanf (value_of (back->about, "Page size:"), "%lf x %lf", &width, &height),
                   ==,
                   2);
  back->width_mm = width * MM_A_POINT;
  back->height_mm = height * MM_A_POINT;

  drawn = read_back_run (draw, FALSE);
  back->qr = g_strchomp (read_back_run (scan, TRUE));
  g_remove (png);
  return back;
}

void
read_back_free (ReadBack *back)
{
  g_free (back->about);
  g_free (back->qr);
  g_free (back);
}

FoyerVisit *
read_back_visit (const char *name, const char *company, const char *host, const char *type)
{
  FoyerVisit *visit = foyer_visit_new (ARRIVED_AT);
  g_autoptr (GError) err = NULL;

  foyer_visit_set_type (visit, type);
  foyer_visit_set_name (visit, name, &err);
  g_assert_no_error (err);
  foyer_visit_set_company (visit, company, &err);
  g_assert_no_error (err);
  foyer_visit_set_host (visit, NULL, host);
  foyer_visit_set_times (visit, FOYER_VISIT_ON_SITE, ARRIVED_AT, 0, 0);
  return visit;
}

FoyerSettings *
read_back_settings (void)
{
  g_autoptr (GError) err = NULL;
  FoyerSettings *settings = foyer_settings_load (FOYER_DATA "/demo/foyer.conf", &err);

  g_assert_no_error (err);
  return settings;
}

GBytes *
read_back_pdf (FoyerVisit *visit, FoyerSettings *settings)
{
  g_autoptr (FoyerBadge) badge = foyer_badge_new (visit, settings, "en");

  return foyer_badge_to_pdf (badge);
}

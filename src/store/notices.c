/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-notices"

#include "store/notices.h"

/* Every query on notices and their sections. */

#define COLUMNS "id, version, dated, language, days, why, who_sees_it, your_rights"

static gboolean
add_section (FoyerDb *db,
             GBytes *notice,
             guint position,
             const FoyerNoticeSection *section,
             GError **error)
{
  return foyer_db_exec (db,
                        error,
                        "INSERT INTO notice_section (notice, position, number, title, body, kinds,"
                        " in_excerpt) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                        foyer_blob (notice),
                        foyer_int (position),
                        foyer_text (section->number),
                        foyer_text (section->title),
                        foyer_text (section->text),
                        foyer_int (section->kinds),
                        foyer_int (section->in_excerpt));
}

gboolean
foyer_notices_add (FoyerDb *db, GBytes *id, FoyerNotice *notice, gint64 now, GError **error)
{
  if (!foyer_db_exec (db,
                      error,
                      "INSERT INTO notice (" COLUMNS ", imported_at)"
                      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      foyer_blob (id),
                      foyer_text (foyer_notice_get_version (notice)),
                      foyer_text (foyer_notice_get_date (notice)),
                      foyer_text (foyer_notice_get_language (notice)),
                      foyer_int (foyer_notice_get_days (notice)),
                      foyer_text (foyer_notice_get_line (notice, FOYER_NOTICE_WHY)),
                      foyer_text (foyer_notice_get_line (notice, FOYER_NOTICE_WHO_SEES_IT)),
                      foyer_text (foyer_notice_get_line (notice, FOYER_NOTICE_YOUR_RIGHTS)),
                      foyer_int (now)))
    return FALSE;
  for (guint i = 0; i < foyer_notice_n_sections (notice); i++) {
    if (!add_section (db, id, i, foyer_notice_get_section (notice, i), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
foyer_notices_publish (FoyerDb *db, GBytes *id, gint64 now, GError **error)
{
  return foyer_db_exec (
      db,
      error,
      "UPDATE notice SET published_at = $2 WHERE id = $1 AND published_at IS NULL",
      foyer_blob (id),
      foyer_int (now));
}

static FoyerNotice *
notice_from_row (FoyerRows *rows)
{
  g_autoptr (GBytes) id = foyer_rows_blob (rows, 0);
  g_autofree char *version = g_strdup (foyer_rows_text (rows, 1));
  g_autofree char *date = g_strdup (foyer_rows_text (rows, 2));
  FoyerNotice *notice = foyer_notice_new (id, version, date, foyer_rows_text (rows, 3));

  foyer_notice_set_days (notice, foyer_rows_int (rows, 4));
  foyer_notice_set_line (notice, FOYER_NOTICE_WHY, foyer_rows_text (rows, 5));
  foyer_notice_set_line (notice, FOYER_NOTICE_WHO_SEES_IT, foyer_rows_text (rows, 6));
  foyer_notice_set_line (notice, FOYER_NOTICE_YOUR_RIGHTS, foyer_rows_text (rows, 7));
  return notice;
}

static gboolean
read_sections (FoyerDb *db, FoyerNotice *notice, GError **error)
{
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT number, title, body, kinds, in_excerpt FROM notice_section"
                      " WHERE notice = $1 ORDER BY position",
                      foyer_blob (foyer_notice_get_id (notice)));

  if (rows == NULL)
    return FALSE;
  while (foyer_rows_next (rows, &err)) {
    FoyerNoticeSection section = {
      .number = (char *) foyer_rows_text (rows, 0),
      .title = (char *) foyer_rows_text (rows, 1),
      .text = (char *) foyer_rows_text (rows, 2),
      .kinds = foyer_rows_int (rows, 3),
      .in_excerpt = foyer_rows_int (rows, 4),
    };

    foyer_notice_add_section (notice, &section);
  }
  if (err == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&err));
  return FALSE;
}

gboolean
foyer_notices_in_force (FoyerDb *db, const char *language, FoyerNotice **found, GError **error)
{
  g_autoptr (FoyerNotice) notice = NULL;
  g_autoptr (GError) err = NULL;
  g_autoptr (FoyerRows) rows =
      foyer_db_query (db,
                      error,
                      "SELECT " COLUMNS " FROM notice WHERE published_at IS NOT NULL"
                      " ORDER BY CASE WHEN language = $1 THEN 0 ELSE 1 END,"
                      " published_at DESC, id DESC LIMIT 1",
                      foyer_text (language != NULL ? language : ""));

  *found = NULL;
  if (rows == NULL)
    return FALSE;
  if (foyer_rows_next (rows, &err))
    notice = notice_from_row (rows);
  if (err != NULL) {
    g_propagate_error (error, g_steal_pointer (&err));
    return FALSE;
  }
  if (notice != NULL && !read_sections (db, notice, error))
    return FALSE;
  *found = g_steal_pointer (&notice);
  return TRUE;
}

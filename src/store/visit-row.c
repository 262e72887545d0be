/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foyer-visit-row"

#include "store/visit-row.h"

#include <string.h>

#include "store/keys.h"
#include "vault/digest.h"

/* The answers: key, value, FoyerKept, FoyerRole. */
#define ANSWERS "a(ssyu)"

enum {
  TAG_NAME = 1,
  TAG_ANSWERS = 2,
  TAG_HOST = 3,
  TAG_CODE = 4,
  TAG_LEADER = 5
};

void
foyer_visit_row_clear (FoyerVisitRow *row)
{
  g_clear_pointer (&row->id, g_bytes_unref);
  g_clear_pointer (&row->code_hash, g_bytes_unref);
}

GBytes *
foyer_visit_row_tag (FoyerDb *db, const FoyerVisitRow *row)
{
  FoyerVault *vault = db->vault;

  foyer_vault_tag (vault, FOYER_SEAL_VISIT, g_bytes_get_data (row->id, NULL));
  foyer_vault_tag_text (vault, row->type);
  foyer_vault_tag_int (vault, row->state);
  foyer_vault_tag_int (vault, row->arrived_at);
  foyer_vault_tag_int (vault, row->left_at);
  foyer_vault_tag_int (vault, row->closed_at);
  foyer_vault_tag_int (vault, row->days_told);
  foyer_vault_tag_text (vault, row->site);
  foyer_vault_tag_text (vault, row->station);
  foyer_vault_tag_blob (vault, row->code_hash);
  foyer_vault_tag_int (vault, row->key);
  return foyer_vault_tag_end (vault);
}

/* The tag takes NULL for 0, queries do not: neither may stand in the other's place. */
static gboolean
has_its_nulls (FoyerRows *rows)
{
  static const guint never[] = { 2, 3, 6, 10 };
  static const guint for_zero[] = { 4, 5 };

  for (gsize i = 0; i < G_N_ELEMENTS (never); i++) {
    if (foyer_rows_is_null (rows, never[i]))
      return FALSE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (for_zero); i++) {
    if (foyer_rows_int (rows, for_zero[i]) == 0 && !foyer_rows_is_null (rows, for_zero[i]))
      return FALSE;
  }
  return TRUE;
}

FoyerVisitRow
foyer_visit_row_read (FoyerDb *db, FoyerRows *rows)
{
  g_autoptr (GBytes) stored = foyer_rows_peek (rows, 11);
  g_autoptr (GBytes) right = NULL;
  FoyerVisitRow row = {
    .id = foyer_rows_blob (rows, 0),
    .type = foyer_rows_text (rows, 1),
    .state = foyer_rows_int (rows, 2),
    .arrived_at = foyer_rows_int (rows, 3),
    .left_at = foyer_rows_int (rows, 4),
    .closed_at = foyer_rows_int (rows, 5),
    .days_told = foyer_rows_int (rows, 6),
    .site = foyer_rows_text (rows, 7),
    .station = foyer_rows_text (rows, 8),
    .code_hash = foyer_rows_blob (rows, 9),
    .key = foyer_rows_int (rows, 10),
  };

  if (g_bytes_get_size (row.id) != FOYER_ID_SIZE)
    return row;
  right = foyer_visit_row_tag (db, &row);
  row.is_sound = has_its_nulls (rows) && foyer_seal_tag_fits (stored, right);
  return row;
}

GBytes *
foyer_visit_row_answers_to_bytes (FoyerVisit *visit)
{
  GPtrArray *answers = foyer_visit_get_answers (visit);
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (ANSWERS));
  g_autoptr (GVariant) variant = NULL;

  for (guint i = 0; i < answers->len; i++) {
    const FoyerAnswer *answer = g_ptr_array_index (answers, i);

    if (answer->kept != FOYER_KEPT_NOT)
      g_variant_builder_add (&builder,
                             "(ssyu)",
                             answer->key,
                             answer->value,
                             (guchar) answer->kept,
                             (guint32) answer->seen_by);
  }
  variant = g_variant_ref_sink (g_variant_builder_end (&builder));
  return g_variant_n_children (variant) > 0 ? g_variant_get_data_as_bytes (variant) : NULL;
}

/* A record is authentic, so what it holds is what was written; GVariant makes do with anything. */
void
foyer_visit_row_answers_from_bytes (FoyerVisit *visit, GBytes *bytes)
{
  g_autoptr (GVariant) variant = NULL;
  GVariantIter answers;
  const char *key;
  const char *value;
  guchar kept;
  guint32 seen_by;

  if (bytes == NULL)
    return;
  variant = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ANSWERS), bytes, FALSE));
  g_variant_iter_init (&answers, variant);
  while (g_variant_iter_next (&answers, "(&s&syu)", &key, &value, &kept, &seen_by))
    foyer_visit_set_answer (visit, key, value, kept, seen_by);
}

FoyerRecord *
foyer_visit_row_to_record (FoyerVisit *visit)
{
  FoyerRecord *record = foyer_record_new ();
  g_autoptr (GBytes) answers = foyer_visit_row_answers_to_bytes (visit);

  foyer_record_put_text (record, TAG_NAME, foyer_visit_get_name (visit));
  foyer_record_put_bytes (record, TAG_ANSWERS, answers);
  foyer_record_put_bytes (record, TAG_HOST, foyer_visit_get_host_id (visit));
  foyer_record_put_text (record, TAG_CODE, foyer_visit_get_code (visit));
  foyer_record_put_bytes (record, TAG_LEADER, foyer_visit_get_leader (visit));
  return record;
}

FoyerRecord *
foyer_visit_row_open (FoyerDb *db, const FoyerVisitRow *row, FoyerRows *rows)
{
  g_autoptr (GBytes) sealed = foyer_rows_peek (rows, 12);
  g_autoptr (GBytes) wrapped = foyer_rows_peek (rows, 13);

  return foyer_keys_open (db, FOYER_SEAL_VISIT, row->id, row->key, wrapped, sealed);
}

static void
read_record (FoyerVisit *visit, FoyerRecord *record)
{
  g_autofree char *name = foyer_record_get_text (record, TAG_NAME);
  g_autoptr (GBytes) answers = foyer_record_get_bytes (record, TAG_ANSWERS);
  g_autoptr (GBytes) host = foyer_record_get_bytes (record, TAG_HOST);
  g_autoptr (GBytes) leader = foyer_record_get_bytes (record, TAG_LEADER);

  if (name != NULL)
    foyer_visit_set_name (visit, name, NULL);
  foyer_visit_row_answers_from_bytes (visit, answers);
  foyer_visit_set_host (visit, host, NULL);
  foyer_visit_set_leader (visit, leader);
}

/* A damaged row gives a visit without a name: it is shown as damaged, never guessed. */
FoyerVisit *
foyer_visit_row_to_visit (FoyerDb *db, FoyerRows *rows)
{
  g_auto (FoyerVisitRow) row = foyer_visit_row_read (db, rows);
  g_autoptr (FoyerRecord) record = row.is_sound ? foyer_visit_row_open (db, &row, rows) : NULL;
  g_autofree char *code = record != NULL ? foyer_record_get_text (record, TAG_CODE) : NULL;
  FoyerVisit *visit = foyer_visit_new_stored (row.id, code);

  foyer_visit_set_times (visit, row.state, row.arrived_at, row.left_at, row.closed_at);
  if (row.is_sound) {
    foyer_visit_set_type (visit, row.type);
    foyer_visit_set_days_told (visit, row.days_told);
    foyer_visit_set_place (visit, row.site, row.station);
  }
  if (record != NULL)
    read_record (visit, record);
  foyer_visit_set_damage (visit,
                          !row.is_sound    ? FOYER_VISIT_ROW_DAMAGED
                          : record == NULL ? FOYER_VISIT_RECORD_DAMAGED
                                           : FOYER_VISIT_SOUND);
  return visit;
}

GBytes *
foyer_visit_row_code_hash (const char *code)
{
  return code != NULL ? foyer_digest (code, strlen (code)) : NULL;
}

GBytes *
foyer_visit_row_used_hash (const char *code)
{
  g_autofree char *used = code != NULL ? g_strconcat (code, "*", NULL) : NULL;

  return foyer_visit_row_code_hash (used);
}

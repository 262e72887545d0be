/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "store/record.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/* The visit table's one row function, for visits.c and expiry.c: here open columns are checked and
 * personal fields are sealed and opened, and nowhere else. */

/** The open columns and their tag, in the order that foyer_visit_row_read() takes them. */
#define FOYER_VISIT_ROW_OPEN                                                                       \
  "visit.id, type, state, arrived_at, left_at, closed_at, days_told, site, station, code_hash,"    \
  " visit.key, open_tag"

/** The whole row, with its key, from %FOYER_VISIT_ROW_TABLES. */
#define FOYER_VISIT_ROW_COLUMNS FOYER_VISIT_ROW_OPEN ", record, wrapped"

#define FOYER_VISIT_ROW_TABLES "visit LEFT JOIN sealkey ON sealkey.key = visit.key"

/**
 * FoyerVisitRow:
 *
 * The open columns of a visit. Texts belong to whom they were taken from: a row's last until the
 * next row. 0 stands for NULL.
 */
typedef struct {
  GBytes *id;
  const char *type;
  gint64 state;
  gint64 arrived_at;
  gint64 left_at;
  gint64 closed_at;
  gint64 days_told;
  const char *site;
  const char *station;
  GBytes *code_hash;
  gint64 key;
  gboolean is_sound; /* its tag fits */
} FoyerVisitRow;

/** foyer_visit_row_clear: Frees what @row holds */
void foyer_visit_row_clear (FoyerVisitRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerVisitRow, foyer_visit_row_clear)

/** foyer_visit_row_read: @rows: with %FOYER_VISIT_ROW_OPEN first; Returns: (transfer full): the
 * open columns, checked */
FoyerVisitRow foyer_visit_row_read (FoyerDb *db, FoyerRows *rows);

/** foyer_visit_row_tag: Returns: (transfer full): The tag over the open columns */
GBytes *foyer_visit_row_tag (FoyerDb *db, const FoyerVisitRow *row);

/** foyer_visit_row_code_hash: @code: (nullable): a badge code; Returns: (transfer full) (nullable):
 * its BLAKE2b-256 */
GBytes *foyer_visit_row_code_hash (const char *code);

/** foyer_visit_row_used_hash: @code: (nullable): a badge code; Returns: (transfer full) (nullable):
 * what stands in place of its hash once it has brought its visitor back: found no more, but known
 */
GBytes *foyer_visit_row_used_hash (const char *code);

/** foyer_visit_row_to_record: Returns: (transfer full): A visit's personal fields */
FoyerRecord *foyer_visit_row_to_record (FoyerVisit *visit);

/** foyer_visit_row_open: @rows: with %FOYER_VISIT_ROW_COLUMNS; Returns: (transfer full) (nullable):
 * the personal fields, %NULL where they are damaged */
FoyerRecord *foyer_visit_row_open (FoyerDb *db, const FoyerVisitRow *row, FoyerRows *rows);

/** foyer_visit_row_to_visit: @rows: with %FOYER_VISIT_ROW_COLUMNS; Returns: (transfer full): the
 * visit; a damaged one has no name, and says so */
FoyerVisit *foyer_visit_row_to_visit (FoyerDb *db, FoyerRows *rows);

/** foyer_visit_row_answers_to_bytes: Returns: (transfer full) (nullable): The visit's answers, but
 * for those that are not kept, as they stand in a record; %NULL where there is none */
GBytes *foyer_visit_row_answers_to_bytes (FoyerVisit *visit);

/** foyer_visit_row_answers_from_bytes: @bytes: (nullable): What foyer_visit_row_answers_to_bytes()
 * returned; adds these answers to the visit */
void foyer_visit_row_answers_from_bytes (FoyerVisit *visit, GBytes *bytes);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoyerRecord:
 *
 * The personal fields of one row, as they stand in its `record` column: fields by rising tag, each
 * a tag (1 byte), a length (4 bytes, little-endian) and the bytes.
 */
typedef struct _FoyerRecord FoyerRecord;

/** foyer_record_new: Returns: (transfer full): An empty record */
FoyerRecord *foyer_record_new (void);

/** foyer_record_free: @record: (transfer full) (nullable): A record; its bytes are wiped */
void foyer_record_free (FoyerRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerRecord, foyer_record_free)

/**
 * foyer_record_put_text:
 * @record: A record
 * @tag: The field's tag, higher than the one before
 * @text: (nullable): The field; %NULL leaves it out
 */
void foyer_record_put_text (FoyerRecord *record, guint8 tag, const char *text);

/** foyer_record_put_bytes: As foyer_record_put_text(), for bytes */
void foyer_record_put_bytes (FoyerRecord *record, guint8 tag, GBytes *bytes);

/** foyer_record_to_bytes: Returns: (transfer full): The column's bytes */
GBytes *foyer_record_to_bytes (FoyerRecord *record);

/**
 * foyer_record_parse:
 * @bytes: The column's bytes
 *
 * Returns: (transfer full) (nullable): The record; %NULL where it is damaged: a field over-long,
 *   repeated or unsorted
 */
FoyerRecord *foyer_record_parse (GBytes *bytes);

/** foyer_record_get_text: Returns: (transfer full) (nullable): The field of that tag, if it is
 * UTF-8 */
char *foyer_record_get_text (FoyerRecord *record, guint8 tag);

/** foyer_record_get_bytes: Returns: (transfer full) (nullable): The field of that tag */
GBytes *foyer_record_get_bytes (FoyerRecord *record, guint8 tag);

G_END_DECLS

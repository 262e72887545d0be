/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kiosk/page.h"

G_BEGIN_DECLS

/**
 * FoyerNoticeRead:
 * @reading: (transfer full) (nullable): What is in force; %NULL where the store cannot be asked
 * @data: As given to foyer_notice_reader_new()
 */
typedef void (*FoyerNoticeRead) (FoyerReading *reading, gpointer data);

#define FOYER_TYPE_NOTICE_READER (foyer_notice_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoyerNoticeReader, foyer_notice_reader, FOYER, NOTICE_READER, GObject)

/**
 * foyer_notice_reader_new:
 * @context: Borrowed; outlives the reader
 * @read: Called after each reading, not any more once the reader is gone
 * @data: For @read
 *
 * Returns: (transfer full): What reads the notice in force, in the screen's language
 */
FoyerNoticeReader *
foyer_notice_reader_new (const FoyerKioskContext *context, FoyerNoticeRead read, gpointer data);

/** foyer_notice_reader_read: Reads, unless it reads already */
void foyer_notice_reader_read (FoyerNoticeReader *self);

/** foyer_notice_reader_set_insisting: Whether it reads again every 2 s, until it is told not to */
void foyer_notice_reader_set_insisting (FoyerNoticeReader *self, gboolean insisting);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "notice/notice.h"
#include "store/deed.h"

G_BEGIN_DECLS

/**
 * FoyerNoticeImport:
 * @notice: What was parsed
 * @id: The version's id, drawn with the import
 * @publish: Whether it is put in force at once
 * @now: When, in ms since the epoch, UTC
 */
typedef struct {
  FoyerNotice *notice;
  GBytes *id;
  gboolean publish;
  gint64 now;
} FoyerNoticeImport;

/** foyer_notice_import_new: Returns: (transfer full): What foyer_privacy_import_notice is about */
FoyerNoticeImport *foyer_notice_import_new (FoyerNotice *notice, gboolean publish, gint64 now);

/** foyer_notice_import_free: @data: (transfer full) (nullable): A #FoyerNoticeImport */
void foyer_notice_import_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerNoticeImport, foyer_notice_import_free)

/**
 * FoyerReading:
 * @language: The language that is wished for
 * @notice: (out) (nullable): The notice in force, in that language where there is one; %NULL where
 * none was ever published
 * @periods: (out) (element-type FoyerTold): For each visitor type what its visitors are told
 */
typedef struct {
  char *language;
  FoyerNotice *notice;
  GPtrArray *periods;
} FoyerReading;

/**
 * FoyerTold:
 * @type: A visitor type's key
 * @days: What its visitors are told: the shorter of the period in force and the one that the notice
 * names
 * @longest_stay: Its longest stay, in ms
 */
typedef struct {
  char *type;
  int days;
  gint64 longest_stay;
} FoyerTold;

/** foyer_reading_new: Returns: (transfer full): What foyer_privacy_read_notice is about */
FoyerReading *foyer_reading_new (const char *language);

/** foyer_reading_free: @data: (transfer full) (nullable): A #FoyerReading */
void foyer_reading_free (gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerReading, foyer_reading_free)

/** foyer_reading_find: Returns: (transfer none) (nullable): What visitors of that type are told */
const FoyerTold *foyer_reading_find (FoyerReading *reading, const char *type);

/** Stores a version of the notice: takes a #FoyerNoticeImport. */
extern const FoyerDeed foyer_privacy_import_notice;

/** Reads what a visitor is to be shown: takes a #FoyerReading. */
extern const FoyerDeed foyer_privacy_read_notice;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/db.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerLetterKind:
 *
 * What has to leave the house. The numbers are stored: never change one.
 */
typedef enum {
  FOYER_LETTER_BADGE = 1, /* a badge to print */
  FOYER_LETTER_HOST = 2,  /* the host is to be told */
  FOYER_LETTER_FILE = 3,  /* a badge's file, which goes with the visit */
  FOYER_LETTER_TEST =
      4, /* a badge that tests the printer: nobody's, with an id instead of a visit's */
} FoyerLetterKind;

/**
 * FoyerLetterState:
 * @FOYER_LETTER_WAITING: To be carried by its station
 * @FOYER_LETTER_LEASED: Somebody is carrying it
 * @FOYER_LETTER_AT_DESK: A person has to see to it
 * @FOYER_LETTER_KEPT: A file that stands where it belongs, as long as the visit
 *
 * The numbers are stored: never change one.
 */
typedef enum {
  FOYER_LETTER_WAITING = 0,
  FOYER_LETTER_LEASED = 1,
  FOYER_LETTER_AT_DESK = 2,
  FOYER_LETTER_KEPT = 3,
} FoyerLetterState;

/**
 * FoyerLetter:
 *
 * One letter of the outbox: ids only, opened when it is sent.
 */
typedef struct {
  GBytes *id;
  FoyerLetterKind kind;
  FoyerLetterState state;
  GBytes *visit;
  char *station;
  char *folder; /* that its file may stand in, as in the settings; NULL: none */
  gint64 made_at;
} FoyerLetter;

/** foyer_letter_free: @letter: (transfer full) (nullable): A letter */
void foyer_letter_free (FoyerLetter *letter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerLetter, foyer_letter_free)

/**
 * foyer_outbox_add:
 * @db: A database
 * @kind: What it is
 * @state: %FOYER_LETTER_WAITING or %FOYER_LETTER_AT_DESK
 * @visit: The visit's id
 * @station: Who carries it
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the letter is stored
 */
gboolean foyer_outbox_add (FoyerDb *db,
                           FoyerLetterKind kind,
                           FoyerLetterState state,
                           GBytes *visit,
                           const char *station,
                           gint64 now,
                           GError **error);

/**
 * foyer_outbox_waits:
 * @db: A database
 * @station: Whose letters
 * @kind: Of which kind
 * @now: The time
 * @waits: (out): Whether foyer_outbox_lease() would find one
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_outbox_waits (FoyerDb *db,
                             const char *station,
                             FoyerLetterKind kind,
                             gint64 now,
                             gboolean *waits,
                             GError **error);

/**
 * foyer_outbox_lease:
 * @db: A database
 * @station: Whose letters
 * @kind: Of which kind
 * @now: The time
 * @until: How long the lease holds; after it the letter is given to the next who asks
 * @folder: (nullable): Where a file may come out of it, as in the settings: stored before there is
 *   one, so that it is found when it has to go
 * @letter: (out) (transfer full) (nullable): The oldest letter that waits, or %NULL; its state is
 *   the one before: %FOYER_LETTER_LEASED where somebody took it and never said what became of it
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_outbox_lease (FoyerDb *db,
                             const char *station,
                             FoyerLetterKind kind,
                             gint64 now,
                             gint64 until,
                             const char *folder,
                             FoyerLetter **letter,
                             GError **error);

/**
 * foyer_outbox_add_test:
 * @db: A database
 * @test: An id for the test
 * @station: Whose printer is tested
 * @now: The time, in ms since the epoch, UTC
 * @error: %FOYER_DB_ERROR
 *
 * Adds the letter of a test badge, in the place of an older one of that station.
 *
 * Returns: Whether the letter is stored
 */
gboolean
foyer_outbox_add_test (FoyerDb *db, GBytes *test, const char *station, gint64 now, GError **error);

/** foyer_outbox_set: Gives letter @id, a badge's or a test's, another kind and state; Returns:
 * Whether that is stored */
gboolean foyer_outbox_set (FoyerDb *db,
                           GBytes *id,
                           FoyerLetterKind kind,
                           FoyerLetterState state,
                           GError **error);

/** foyer_outbox_remove: Removes letter @id, which was delivered; Returns: Whether it is gone */
gboolean foyer_outbox_remove (FoyerDb *db, GBytes *id, GError **error);

/** foyer_outbox_remove_kind: Removes @visit's letters of @kind; Returns: Whether they are gone */
gboolean
foyer_outbox_remove_kind (FoyerDb *db, GBytes *visit, FoyerLetterKind kind, GError **error);

/**
 * foyer_outbox_drop:
 * @db: A database
 * @visit: A visit that closes
 * @error: %FOYER_DB_ERROR
 *
 * Removes the visit's letters to desk and host. A badge that may have become a file stays.
 *
 * Returns: Whether they are gone
 */
gboolean foyer_outbox_drop (FoyerDb *db, GBytes *visit, GError **error);

/**
 * foyer_outbox_shred:
 * @db: A database
 * @visit: A visit that is deleted
 * @error: %FOYER_DB_ERROR
 *
 * Removes the visit's letters as foyer_outbox_drop() does; from now on its badge file is to be
 * removed by the station that keeps it.
 *
 * Returns: Whether that is stored
 */
gboolean foyer_outbox_shred (FoyerDb *db, GBytes *visit, GError **error);

/**
 * foyer_outbox_badge:
 * @db: A database
 * @visit: A visit's id
 * @state: (out): Where its badge's letter stands; %FOYER_LETTER_KEPT where it was printed
 * @error: %FOYER_DB_ERROR
 *
 * Returns: Whether the database could be asked
 */
gboolean foyer_outbox_badge (FoyerDb *db, GBytes *visit, FoyerLetterState *state, GError **error);

/** foyer_outbox_test: As foyer_outbox_badge(), of the test of that id */
gboolean foyer_outbox_test (FoyerDb *db, GBytes *test, FoyerLetterState *state, GError **error);

/** foyer_outbox_note_all: Marks on each of @visits what a desk has to see to; Returns: Whether it
 * could */
gboolean foyer_outbox_note_all (FoyerDb *db, GListModel *visits, GError **error);

G_END_DECLS

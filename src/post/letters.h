/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/outbox.h"

G_BEGIN_DECLS

/**
 * FoyerPostLook:
 * @station: Whose letters
 * @kind: Which kind
 * @now: The time, in ms since the epoch, UTC
 * @waits: (out): Whether one waits
 */
typedef struct {
  const char *station;
  FoyerLetterKind kind;
  gint64 now;
  gboolean waits;
} FoyerPostLook;

/**
 * FoyerPostTake:
 * @station: Whose letters
 * @kind: Which kind
 * @now: The time, in ms since the epoch, UTC
 * @until: How long it belongs to who takes it
 * @folder: (nullable): `[station] printer` where it is a folder and a badge is taken
 * @letter: (out) (nullable): The letter, with the state that it had; %NULL where none waits
 * @visit: (out) (nullable): Its visit
 * @language: (out) (nullable): The visitor's language
 */
typedef struct {
  const char *station;
  FoyerLetterKind kind;
  gint64 now;
  gint64 until;
  const char *folder;
  FoyerLetter *letter;
  FoyerVisit *visit;
  char *language;
} FoyerPostTake;

/**
 * FoyerPostOutcome:
 * @FOYER_POST_PRINTED: Out of the printer
 * @FOYER_POST_FILED: In a file, which goes with the visit
 * @FOYER_POST_NOT_PRINTED: A desk has to see to it
 * @FOYER_POST_DROPPED: Nobody needs it any more
 * @FOYER_POST_SHREDDED: The file is gone
 */
typedef enum {
  FOYER_POST_PRINTED,
  FOYER_POST_FILED,
  FOYER_POST_NOT_PRINTED,
  FOYER_POST_DROPPED,
  FOYER_POST_SHREDDED,
} FoyerPostOutcome;

/**
 * FoyerPostSettle:
 * @letter: The letter that was taken
 * @outcome: What became of it
 * @now: The time, in ms since the epoch, UTC
 */
typedef struct {
  const FoyerLetter *letter;
  FoyerPostOutcome outcome;
  gint64 now;
} FoyerPostSettle;

/** foyer_post_take_clear: Frees what was handed out */
void foyer_post_take_clear (FoyerPostTake *take);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoyerPostTake, foyer_post_take_clear)

/** Whether a letter waits: takes a #FoyerPostLook. Changes nothing, so that nobody is woken by it.
 */
extern const FoyerDeed foyer_post_look;

/** Takes the oldest letter that waits: takes a #FoyerPostTake. */
extern const FoyerDeed foyer_post_take;

/** Writes down what became of a letter: takes a #FoyerPostSettle. */
extern const FoyerDeed foyer_post_settle;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "station/settings.h"
#include "visit/visit.h"

G_BEGIN_DECLS

/**
 * FoyerStepTrait:
 * @FOYER_STEP_ON_THE_WAY: The way leads over it, else it lies beside
 * @FOYER_STEP_QUESTION: Counted: "Question 2 of 3"
 * @FOYER_STEP_NEEDS_NOTICE: Not before the notice was read
 * @FOYER_STEP_LONG_TEXT: Takes longer to read
 * @FOYER_STEP_NO_BACK: There is no way back
 * @FOYER_STEP_NO_LANGUAGES: The languages are not offered in the header
 * @FOYER_STEP_NO_HEADER: The page has no header
 * @FOYER_STEP_NOTHING_TO_LOSE: An idle kiosk leaves it without a word
 * @FOYER_STEP_AT_ONCE: It does not slide in
 * @FOYER_STEP_NO_CALL: Reception cannot be called from its header
 */
typedef enum {
  FOYER_STEP_ON_THE_WAY = 1 << 0,
  FOYER_STEP_QUESTION = 1 << 1,
  FOYER_STEP_NEEDS_NOTICE = 1 << 2,
  FOYER_STEP_LONG_TEXT = 1 << 3,
  FOYER_STEP_NO_BACK = 1 << 4,
  FOYER_STEP_NO_LANGUAGES = 1 << 5,
  FOYER_STEP_NO_HEADER = 1 << 6,
  FOYER_STEP_NOTHING_TO_LOSE = 1 << 7,
  FOYER_STEP_AT_ONCE = 1 << 8,
  FOYER_STEP_NO_CALL = 1 << 9,
} FoyerStepTrait;

/**
 * FoyerStep:
 * @page: The page's name
 * @type: Its class
 * @traits: What it is
 * @field: (nullable): The field of a visitor type that it asks for
 *
 * A page of the kiosk, as the way knows it.
 */
typedef struct {
  const char *page;
  GType (*type) (void);
  FoyerStepTrait traits;
  FoyerVisitorField *field;
} FoyerStep;

/** Where a visitor stands among the pages, and how they came there. */
typedef struct _FoyerWay FoyerWay;

/** foyer_way_new: Returns: (transfer full): A way that has not begun; keeps @visit, @settings */
FoyerWay *foyer_way_new (FoyerVisit *visit, FoyerSettings *settings);

/** foyer_way_free: @self: (transfer full) (nullable): A way */
void foyer_way_free (FoyerWay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoyerWay, foyer_way_free)

/** foyer_way_copy: Makes @self stand where @other does, with the same way back */
void foyer_way_copy (FoyerWay *self, FoyerWay *other);

/**
 * foyer_way_adopt:
 * @self: A way
 * @visit: Another visit, which has answers already: of an invitation, of the visit before
 *
 * From now on @visit is filled, and what it answers is not asked.
 */
void foyer_way_adopt (FoyerWay *self, FoyerVisit *visit);

/** foyer_way_nth: Returns: (transfer none) (nullable): The page @nth of all that there are, in the
 * order in which they come, from 0 */
const FoyerStep *foyer_way_nth (FoyerWay *self, guint nth);

/** foyer_way_find: Returns: (transfer none) (nullable): The page of that name */
const FoyerStep *foyer_way_find (FoyerWay *self, const char *page);

/**
 * foyer_way_page_of:
 * @type: A visitor type's key
 * @field: One of its fields
 *
 * Returns: (transfer full): The name of the page that asks for it: name and host are one page each
 *   for all types, so that an answer outlives a change of mind
 */
char *foyer_way_page_of (const char *type, FoyerVisitorField *field);

/** foyer_way_comes_before: Returns: Whether @step comes before @other */
gboolean foyer_way_comes_before (FoyerWay *self, const FoyerStep *step, const FoyerStep *other);

/** foyer_way_go: Goes to a page; one that lies behind is gone back to, but for a question that is
 * changed on the check page: from there the way leads to the check page again */
void foyer_way_go (FoyerWay *self, const FoyerStep *step);

/** foyer_way_has_back: Returns: Whether Back leads anywhere */
gboolean foyer_way_has_back (FoyerWay *self);

/** foyer_way_back: Returns: (transfer none) (nullable): Where Back led to; %NULL: nowhere */
const FoyerStep *foyer_way_back (FoyerWay *self);

/** foyer_way_forget: There is no way back from here */
void foyer_way_forget (FoyerWay *self);

/**
 * foyer_way_answer:
 * @self: A way that stands at a question
 *
 * The question is answered. What that visit is not asked any more has no answer either, in the
 * visit too.
 */
void foyer_way_answer (FoyerWay *self);

/**
 * foyer_way_next:
 * @self: A way
 *
 * Returns: (transfer none) (nullable): The next page; after a change on the check page the first
 *   question that has no answer yet, else the check page again
 */
const FoyerStep *foyer_way_next (FoyerWay *self);

/**
 * foyer_way_say:
 * @self: A way
 * @step: A page
 * @is_short: Whether room is scarce
 *
 * Returns: (transfer full) (nullable): Where the visitor is, "Question 2 of 3", in the screen's
 *   language
 */
char *foyer_way_say (FoyerWay *self, const FoyerStep *step, gboolean is_short);

G_END_DECLS
